"""A process that builds is started by one program, and heard by the program that takes its place."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.commands.handing import Handed
from tests.scripts import ROOT

SECOND = 1_000_000_000
BUILDING = """
import os, sys
asked = sys.stdin.readline()
print("é", sys.argv[1:3], os.environ["FAIRE_EVENTS"], os.environ.get("EXEMPLES"), repr(asked))
sys.exit(3 if asked else 4)
"""
FIRST = """
import os, sys
from pathlib import Path
from plugins.commands.handing import begun
here = os.getcwd()
told = begun(Path(sys.argv[1]), sys.executable, ["apercu", "--exemples"], os.environ)
os.chdir(here)
os.execv(sys.executable, [sys.executable, "-c", sys.argv[2], *told])
"""
SECOND_THAT_GOES_ON = """
import sys
from plugins.commands.handing import Handed
with Handed(sys.argv[1]) as process:
    with process.stdin as line:
        print(file=line)
    sys.stdout.write(process.stdout.read())
    sys.stdout.write(str(process.wait()))
"""
SECOND_THAT_STOPS = """
import sys
from plugins.commands.handing import Handed
with Handed(sys.argv[1]) as process:
    process.kill()
sys.stdout.write(str(process.wait()))
"""
SECOND_THAT_LEAVES = """
import sys
from plugins.commands.handing import Handed
process = Handed(sys.argv[1])
process.stdin.close()
sys.stdout.write(process.stdout.read())
sys.stdout.write(str(process.wait()))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no program by another")
@pytest.mark.parametrize(
    ("second", "said"),
    [
        (SECOND_THAT_GOES_ON, "é ['-s', 'publishconf.py'] 1 1 '\\n'\n3"),
        (SECOND_THAT_STOPS, "-9"),
        (SECOND_THAT_LEAVES, "é ['-s', 'publishconf.py'] 1 1 ''\n4"),
    ],
)
def test_the_next_program_has_the_process_in_hand(tmp_path: Path, second: str, said: str) -> None:
    (tmp_path / "plugins/bridge").mkdir(parents=True)
    (tmp_path / "plugins/bridge/once.py").write_text(BUILDING, encoding="utf-8")
    line = [sys.executable, "-c", FIRST, str(tmp_path), second]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert (done.stdout, done.stderr) == (said, "")


def test_faire_starts_a_build_without_what_is_long_to_read() -> None:
    line = [sys.executable, "-c", "import sys, plugins.commands.handing; print(*sys.modules)"]
    read = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout.split()
    assert not {"subprocess", "typing", "datetime", "hashlib", "threading"} & {*read}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a program of two files that was left alone since the second 1,000."""
    for name in ("plugins/a.py", "faire"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    os.utime(tmp_path / "plugins", ns=(0, 1_000 * SECOND))
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "touched", "folder", "has_read"),
    [
        (1_000, 1_000, 1_000, True),
        (1_009, 1_000, 1_000, False),
        (900, 1_009, 1_000, False),
        (900, 900, 1_009, False),
    ],
)
def test_a_program_that_was_not_left_alone_may_not_be_what_the_process_has_read(
    program: Path, changed: int, touched: int, folder: int, has_read: bool
) -> None:
    os.utime(program / "plugins", ns=(0, folder * SECOND))
    stamps = {name: [0, 900 * SECOND, 7, 900 * SECOND, ""] for name in ("plugins/a.py", "faire")}
    stamps["plugins/a.py"] = [0, changed * SECOND, 7, touched * SECOND, ""]
    begun_at_1010 = SimpleNamespace(began=1_010 * SECOND)
    assert Handed.has_read(begun_at_1010, program, stamps) is has_read
