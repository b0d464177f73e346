"""Choose which pages have a bill of their own when their link is shared, and what it says.

What is passed from hand to hand has its own: an outing, a post, a rendezvous, a partner, a meeting, a
training, a tutorial. Every other page has the bill of its shelf, or that of the site; templates say which
(block `share_picture`). Bills are for the published site only: nobody shares a page of a computer.
"""

from collections.abc import Iterator

from plugins.catalog.models.event import Event
from plugins.french import typeset_text
from plugins.pictures.bill import Bill, draw_bill
from plugins.resources import File, Site
from plugins.views import drawings
from plugins.views.events import TINTS
from plugins.views.towns import event_town, town_label

NAME = "partage.png"
SHELVES = {
    "/": ("Drôme et Ardèche", "La culture, accessible à tous", "rouge"),
    "/sorties/": ("Drôme et Ardèche", "Les sorties gratuites", "rouge"),
    "/sigles/": ("Monde social", "Les sigles, dépliés et expliqués", "lavande"),
    "/lieux/": ("Drôme et Ardèche", "Les lieux de culture près de chez vous", "pin"),
    "/tutoriels/": ("Pas à pas", "Les tutoriels", "rhone"),
}
"""The bills that many pages share, by the address under which they are."""


def sharing_bills(site: Site) -> Iterator[File]:
    """Return the bill of each page that has its own, then those of the shelves."""
    signature = site.catalog.association.name
    for address, (above, title, tint, drawing) in _own(site):
        bill = Bill(typeset_text(above), typeset_text(title), tint, signature, drawing)
        yield File(f"{address}{NAME}", draw_bill(bill))
    for address, (above, title, tint) in SHELVES.items():
        yield File(f"{address}{NAME}", draw_bill(Bill(above, typeset_text(title), tint, signature)))


def _own(site: Site) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    catalog = site.catalog
    for event in catalog.events.values():
        if event.is_visible(site.today):
            drawing = drawings.OUTINGS[event.genre]
            yield event.address, (_outing(event, site), event.title, TINTS[event.genre], drawing)
    for post in catalog.posts.values():
        if post.is_visible(site.today):
            yield post.address, (post.category, post.title, "abricot", "")
    for tutorial in catalog.tutorials.values():
        if tutorial.is_visible(site.today):
            yield tutorial.address, ("Tutoriel", tutorial.title, "rhone", drawings.BOOK)
    for partner in catalog.partners.values():
        above = f"Partenaire · {catalog.communes[partner.commune].name}"
        yield partner.address, (above, partner.name, "pin", drawings.PLACES[partner.type])
    for series in catalog.series.values():
        yield series.address, ("Grand rendez-vous", series.name, "rouge", drawings.FLAGS)
    for meeting in catalog.meetings.values():
        yield meeting.address, ("Rencontre", meeting.title, "chataigne", drawings.BUBBLES)
    for training in catalog.trainings.values():
        yield training.address, ("Formation", training.title, "chataigne", drawings.HANDS)


def _outing(event: Event, site: Site) -> str:
    town = town_label(event_town(event, site.catalog), site.catalog)
    return f"{event.genre.label} · {town} · {event.free.type.label}"
