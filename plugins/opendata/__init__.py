"""The open data: each thing the site knows and may give, as files that other programs read.

- `compiling`: the page `/donnees/`, and every file
- `dataset`: what a set of data is; `writing`: CSV and JSON, to the byte
- `access`: the columns of the needs
- `outings`: the outings by date; `openagenda`: the same in the shape of OpenAgenda
- `places`: the places, as a table and as GeoJSON
- `partners`: the partners in the data·inclusion schema; `inclusion`: what that schema accepts
- `booklet`: the acronyms and the bodies
- `rendezvous`: the yearly events, with how sure their dates are
- `catalogue`: the sets described for machines (schema.org)
"""

from plugins.opendata.compiling import compile_open_data
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_open_data)
