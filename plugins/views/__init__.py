"""The view models that components of the theme show: plain frozen values, ready to print.

Each class names one component of `theme/templates/components/` and has its parameters as fields.

- `cards`, `events`, `series`, `meetings`, `documents`, `conventions`, `shelves`: what lists show
- `calendar`, `changes`, `freshness`: what is coming and what is over, when a page would read differently, what is sure
- `access`, `towns`, `links`, `neighbours`, `replacements`: needs, addresses, and what stands around a record, in words
- `annotation`, `outline`, `prose`, `steps`, `tutorials`: a text, laid out
- `pictures`, `drawings`, `maps`: what is drawn
- `writing`, `text_message`, `gsm`: how a reader writes, what is sent to a phone
- `description`, `structured_data`: what search engines and programs read
"""

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
    "occurrence_card",
    "place_card",
    "post_card",
    "series_card",
]
