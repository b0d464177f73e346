"""The college of sympathisers: what it is, how to join, its news with their feed."""

from collections.abc import Iterator

from plugins.association.agenda import BEGINNING
from plugins.association.meetings import first_report
from plugins.formats.atom import encode_atom, encode_entry
from plugins.formats.feed import FeedEntry, FeedHead
from plugins.french import slugify, typeset_text
from plugins.resources import Crumb, File, NewsItem, Page, Resource, Site
from plugins.views.cards import post_card
from plugins.views.writing import Invitation, write_to

COLLEGE = Crumb("Collège de sympathisants", "/association/college-de-sympathisants/")
TAG = "sympathisants"
"""The tag of the posts that are its news."""


def college_pages(site: Site, way: tuple[Crumb, ...]) -> Iterator[Resource]:
    """Return the page of the college and the feed of its news, which is valid without any."""
    news = tuple(item for item in site.news if TAG in map(slugify, item.tags))
    yield Page(
        address=COLLEGE.address,
        template="college",
        title="Le Collège de sympathisants",
        description="Un groupe ouvert à tous, sans contrainte, pour apporter des idées à l’association.",
        context={
            "report": first_report(site),
            "news": tuple(post_card(item) for item in news),
            "feed": f"{COLLEGE.address}atom.xml",
            "question": Invitation(
                title="Rejoindre le collège",
                text="Un message, c’est tout. Sans cotisation ni engagement écrits : le document de 2009 dit « sans "
                "contrainte ».",
                label="Nous écrire",
                address=write_to(
                    site.catalog.association,
                    "Collège de sympathisants",
                    "Bonjour,\n\nJe voudrais rejoindre le Collège de sympathisants.\n\nMa commune :\n\n"
                    "Ce que j’aimerais y apporter :\n",
                ),
            ),
        },
        breadcrumbs=way,
    )
    yield _feed(site, news)


def _feed(site: Site, news: tuple[NewsItem, ...]) -> File:
    head = FeedHead(
        title="Collège de sympathisants",
        description=f"Les nouvelles du Collège de sympathisants de {site.catalog.association.name}.",
        author=site.catalog.association.name,
        url=f"{site.url}{COLLEGE.address}atom.xml",
        home=f"{site.url}{COLLEGE.address}",
        updated=BEGINNING,
    )
    entries = [_entry(item, site) for item in news]
    return File(
        f"{COLLEGE.address}atom.xml", encode_atom(head, entries, [encode_entry(one) for one in entries])
    )


def _entry(item: NewsItem, site: Site) -> FeedEntry:
    summary = typeset_text(item.summary or "")
    return FeedEntry(
        url=f"{site.url}{item.address}",
        title=typeset_text(item.title),
        summary=summary,
        paragraphs=(summary,) if summary else (),
        updated=item.date,
        tags=item.tags,
    )
