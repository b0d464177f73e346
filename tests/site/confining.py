"""Run our command on a project as somebody whom the system lets do less than it lets this test."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.site.building import ROOT, pelican_environment

PREVIEW = (
    "import sys; from pathlib import Path; from plugins.commands.constructing import construct;"
    "sys.exit(construct(Path(sys.argv[1]), 'apercu'))"
)
NOON = "1795345200"
"""22 November 2026, noon in Paris, in seconds."""

_DROP_FROM_BOUNDING_SET = 24  # PR_CAPBSET_DROP (linux/prctl.h)
_PASSES_OVER_MODES = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH (linux/capability.h)


def obey_modes() -> None:
    """Make what this process starts obey the modes of files, even as root, whom Linux lets pass over them."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for right in _PASSES_OVER_MODES:
            if libc.prctl(_DROP_FROM_BOUNDING_SET, right, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def files_of_at_most(size: int) -> Callable[[], None]:
    """Return what refuses to a process that a file grow over `size` bytes, as a full disk does."""
    import resource  # noqa: PLC0415  # Windows has none

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def run_confined(
    limit: Callable[[], None], *arguments: str, program: str = PREVIEW
) -> subprocess.CompletedProcess[str]:
    """Run a program of ours, by default `./faire apercu` on the project given, in a process that is limited first."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env=pelican_environment({"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": NOON}),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,  # the child limits itself, and no thread runs here
    )


def with_settings(root: Path) -> Path:
    """Copy the settings and the theme into a project that has only its sources."""
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copyfile(ROOT / name, root / name)
    shutil.copytree(ROOT / "theme", root / "theme")
    return root
