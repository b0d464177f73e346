"""Build a project as `./faire apercu` does, with its own settings, and say what the command says."""

import sys
from datetime import date
from pathlib import Path

from plugins.commands.building import PRODUCTION_SETTINGS, build
from plugins.commands.reporting import report

sys.exit(report(build(Path(sys.argv[1]), PRODUCTION_SETTINGS, day=date(2026, 11, 22))))
