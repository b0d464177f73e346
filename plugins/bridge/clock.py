"""The only place that asks what day it is."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from plugins.catalog.problems import DataError, Problem
from plugins.french import PARIS


def today(settings: Mapping[str, Any]) -> date:
    """Return the day of the build, in Paris.

    The setting `TODAY` (ISO 8601) comes first, then the environment's `SOURCE_DATE_EPOCH`
    (reproducible-builds.org), then the clock. Raise `DataError` when one of the two is no date.
    """
    day, epoch = settings.get("TODAY"), os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if day:
            return date.fromisoformat(day)
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        return now.astimezone(PARIS).date()
    except (TypeError, ValueError, OverflowError, OSError):
        if day:
            raise _refused("TODAY", day, "une date comme 2026-11-22, entre guillemets") from None
        raise _refused("SOURCE_DATE_EPOCH", epoch, "un nombre de secondes depuis 1970") from None


def _refused(name: str, written: object, expected: str) -> DataError:
    message = f"{name} ne donne pas le jour du site."
    hint = f"retirez {name} : le site sera celui d’aujourd’hui"
    place = "pelicanconf.py" if name == "TODAY" else name
    return DataError([Problem(place, 0, "reglages", message, str(written), expected, hint)])
