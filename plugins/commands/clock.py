"""Ask the clock: only the outermost commands do, everything else is given its date."""

import datetime
import os

from plugins.french import PARIS


def bounds(day: datetime.date) -> tuple[float, float]:
    """Return the seconds (epoch) at which a day begins and ends in Paris."""
    ends = (
        datetime.datetime.combine(day + datetime.timedelta(days=more), datetime.time(), PARIS)
        for more in (0, 1)
    )
    first, last = ends
    return first.timestamp(), last.timestamp()


def today() -> datetime.date:
    """Return the date it is in Drôme and Ardèche.

    `SOURCE_DATE_EPOCH` (reproducible-builds.org) comes first, as it does in a build.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(epoch), PARIS) if epoch else datetime.datetime.now(PARIS)
    return now.date()
