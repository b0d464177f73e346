"""List what is written and not online, on the volunteer's computer only."""

from collections.abc import Iterable

from plugins.resources import Crumb, Listing, Page

SECTION = "brouillons"


def drafts_page(pages: Iterable[Listing]) -> Page:
    """Return the list of the drafts, whichever section made their pages."""
    drafts = tuple(Crumb(page.title, page.address) for page in pages if page.section == SECTION)
    return Page(
        address=f"/{SECTION}/",
        template="drafts",
        title="Les brouillons",
        description="Ce qui est écrit et n’est pas en ligne.",
        context={"drafts": drafts},
        indexed=False,
    )
