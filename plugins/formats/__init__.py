"""The files that software reads: values in, bytes out, without a clock, a catalog or a setting.

- `ics`: calendars (RFC 5545)
- `feed`: what feeds show, whatever their format
- `atom`, `jsonfeed`: feeds (RFC 4287, JSON Feed 1.1)
- `prose`: the HTML of a text, as data that Typst sets
- `colours`: the colours of the theme, for what is drawn outside of pages
- `pdf`: PDF of Typst sources (ISO 14289-1, ISO 19005-2); `imposing`: two pages a sheet, to fold and staple;
  `enlarging`: the same on a larger paper
- `press`, `typesetter`: the process that sets them, and when it is let go
- `raster`: drawings turned into points; `renditions`: pictures in the sizes that screens need
- `fonts`: what the fonts of our PDFs can print; `brand`: the mark of the association
- `epub`: books for reading devices (EPUB 3.3)
- `kept`: bytes kept from one build to the next
- `stylesheets`: the styles of the site, as they are sent
- `search_index`: a file of the index of the search
- `columns`, `sheets`: spreadsheets, CSV, ODS and XLSX
- `eml`, `mailto`: e-mails to open and send (RFC 5322, RFC 6068)
- `plain`: lists in plain text, for the smallest connections
- `qr`: the codes that a phone reads, on pages and posters
- `versions`: which version of a library is installed

`formats.renditions` is imported when it is asked for: a site may have no picture to show.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.formats import renditions

LATE = ("renditions",)
__all__ = ["renditions"]


def __getattr__(name: str) -> Any:
    """Import one of the modules above when it is asked for (PEP 562); raise `AttributeError` for any other."""
    if name not in LATE:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
