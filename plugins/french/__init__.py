"""French as it is read and written: dates, numbers, words and typography.

Where is what:

- `vocabulary`: names of days and months, the zone `PARIS`
- `reading`: `FrenchDateError`, raised by every parser of the room
- `dates`, `hours`, `moments`: from French text to dates, hours, durations, moments
- `formatting`: from dates, hours, durations to French text
- `numbers`: numbers, prices, sizes, plurals
- `words`: elision, enumerations, alphabetical order, slugs; `stems`: words as they are looked up
- `towns`: « à Valence », « au Teil », « des Vans »
- `typography`: typesetting of texts and HTML; `punctuation`: its rules; `tags`: what tags mean for it

Nothing here reads the clock, the system's locale or our files, and nothing here imports another of our packages.
"""

from .dates import parse_date
from .formatting import (
    DateStyle,
    format_date,
    format_datetime,
    format_duration,
    format_month,
    format_range,
    format_time,
)
from .hours import parse_duration, parse_time
from .moments import parse_datetime, parse_moment
from .numbers import format_number, format_price, format_size, plural
from .reading import FrenchDateError
from .towns import at_town, of_town
from .typography import typeset_html, typeset_text
from .vocabulary import PARIS
from .words import elide, enumerate_fr, initial, slugify, sort_key, unaccented

__all__ = [
    "PARIS",
    "DateStyle",
    "FrenchDateError",
    "at_town",
    "elide",
    "enumerate_fr",
    "format_date",
    "format_datetime",
    "format_duration",
    "format_month",
    "format_number",
    "format_price",
    "format_range",
    "format_size",
    "format_time",
    "initial",
    "of_town",
    "parse_date",
    "parse_datetime",
    "parse_duration",
    "parse_moment",
    "parse_time",
    "plural",
    "slugify",
    "sort_key",
    "typeset_html",
    "typeset_text",
    "unaccented",
]
