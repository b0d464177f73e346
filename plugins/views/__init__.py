"""The view models that components of the theme show: plain frozen values, ready to print.

Each class names one component of `theme/templates/components/` and has its parameters as fields.
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
