"""Ask the clock: only the outermost commands do, everything else is given its date."""

import datetime

from plugins.french import PARIS


def today() -> datetime.date:
    """Return the date it is in Drôme and Ardèche."""
    return datetime.datetime.now(PARIS).date()
