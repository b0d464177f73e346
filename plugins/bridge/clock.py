"""The only place that asks what day it is."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from plugins.french import PARIS


def today(settings: Mapping[str, Any]) -> date:
    """Return the day of the build, in Paris.

    The setting `TODAY` (ISO 8601) comes first, then the environment's `SOURCE_DATE_EPOCH`
    (reproducible-builds.org), then the clock.
    """
    if settings.get("TODAY"):
        return date.fromisoformat(settings["TODAY"])
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(PARIS).date()
