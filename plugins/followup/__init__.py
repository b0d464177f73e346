"""What comes after an invitation: how référents tell who came, in counts, and never in names.

- `compiling`: every page and file of the section
- `kits`: the page and the files of the attendance kit, and those of the permanence
- `outings`: the outings one tells of, and those one offers
- `forms`, `drawing`: the forms to print and the sheets to fill in; how they are drawn
- `emails`, `reminders`: the e-mails ready to fill in, the calendars of reminders
- `figures`: the seasons, as charts and tables
- `columns`, `reading`, `annotations`, `names`: a sheet that comes back, and what in it may name someone
- `returns`, `merging`: its rows, added up season by season, small counts hidden
- `letters`, `writing`: the quarterly reminder and the monthly newsletter, as text, HTML and `.eml`
"""

from plugins.followup.compiling import compile_followup
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_followup)
