"""Find the system's Chromium, and say so when there is none: skipped on one's own computer, refused in CI."""

import os
import shutil
from typing import NoReturn

import pytest

from plugins.commands.capturing import BROWSERS as NAMES
from plugins.commands.capturing import QUIET

FLAGS = (*QUIET, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
ABSENT = (
    "Pas de Chromium sur cet ordinateur : les essais dans un navigateur ne sont pas faits. "
    f"Pour les faire, installez l’un de ceux-ci : {', '.join(NAMES)}."
)


def installed() -> str | None:
    """Give the path of the first browser on PATH, if there is one."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def found() -> str:
    """Give the path of the first browser on PATH; without one, skip, or fail when CI=true."""
    return installed() or _give_up()


def _give_up() -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(ABSENT, pytrace=False)
    pytest.skip(ABSENT)
