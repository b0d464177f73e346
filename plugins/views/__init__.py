"""The view models that components of the theme show: plain frozen values, ready to print.

Each class names one component of `theme/templates/components/` and has its parameters as fields.

- `cards`, `events`, `series`, `meetings`, `documents`, `conventions`, `shelves`: what lists show
- `calendar`, `changes`, `freshness`: what is coming and what is over, when a page would read differently, what is sure
- `access`, `towns`, `links`, `neighbours`, `replacements`: needs, addresses, and what stands around a record, in words
- `annotation`, `outline`, `prose`, `steps`, `tutorials`: a text, laid out
- `pictures`, `drawings`, `maps`: what is drawn
- `writing`, `text_message`, `gsm`: how a reader writes, what is sent to a phone
- `description`, `structured_data`: what search engines and programs read

The names below are imported when they are first asked for (PEP 562): a project may have nothing to show on a card, and no tutorial.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.views.cards import (
        AcronymCard,
        BodyCard,
        Chip,
        DocumentCard,
        EventCard,
        Fact,
        PlaceCard,
        PostCard,
        SeriesCard,
        acronym_card,
        body_card,
        document_card,
        place_card,
        post_card,
    )
    from plugins.views.events import event_card, occurrence_card
    from plugins.views.series import series_card
    from plugins.views.steps import lay_out_steps, step_pictures
    from plugins.views.tutorials import tutorial_guide

__all__ = [
    "AcronymCard",
    "BodyCard",
    "Chip",
    "DocumentCard",
    "EventCard",
    "Fact",
    "PlaceCard",
    "PostCard",
    "SeriesCard",
    "acronym_card",
    "body_card",
    "document_card",
    "event_card",
    "lay_out_steps",
    "occurrence_card",
    "place_card",
    "post_card",
    "series_card",
    "step_pictures",
    "tutorial_guide",
]

_HOMES = {
    "event_card": "events",
    "lay_out_steps": "steps",
    "occurrence_card": "events",
    "series_card": "series",
    "step_pictures": "steps",
    "tutorial_guide": "tutorials",
}
"""The modules of those that are not of `cards`."""


def __getattr__(name: str) -> Any:
    """Import one of these names; raise `AttributeError` for any other."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'cards')}"), name)
