"""Ask the clock: only the outermost commands do, everything else is given its date."""

import datetime
import os

from plugins.french import PARIS


def today() -> datetime.date:
    """Return the date it is in Drôme and Ardèche.

    `SOURCE_DATE_EPOCH` (reproducible-builds.org) comes first, as it does in a build.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(epoch), PARIS) if epoch else datetime.datetime.now(PARIS)
    return now.date()
