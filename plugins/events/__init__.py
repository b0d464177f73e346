"""The free outings and the great yearly rendezvous: what comes, what is over, one page each.

- `compiling`: every page of the section
- `calendar`: what is coming that day, the week-end, the months, the groups of a list
- `lists`: the lists by day, town, audience, need and genre
- `list_pages`: how a list is shown, and the kind words when it is empty
- `channels`, `entries`: the calendar, the feeds and the plain text of each list, the calendar of an outing
- `subscribing`: how to receive them
- `pages`, `facts`: the page of an outing
- `sharing`, `codes`: what passes an outing on, its QR, its number; `structured_data`: what programs read of it
- `series`: the pages of the rendezvous; `series_data`: what programs read of them
"""

from plugins.events.compiling import compile_events
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_events)
