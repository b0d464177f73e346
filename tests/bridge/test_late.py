import subprocess
import sys
from pathlib import Path

import pytest

from plugins.bridge.late import NAMING, late_modules

ROOT = Path(__file__).parents[2]
SLOW = """
import slow_parts.of_it
from slow_parts import said

class Base:
    def __init__(self, words):
        self.words = words
    def told(self):
        return f"{self.words}, says {said}"

def doubled(number):
    return number * 2
"""
ASKING = """
import slow
import slow_parts.of_it
from slow import Base, doubled

twice = doubled(21)

class Heir(Base):
    def told(self):
        return super().told().upper()

class HeirOfHeir(Heir):
    pass

def later():
    return slow.doubled(4), slow_parts.of_it.WHERE
"""


@pytest.fixture
def asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give a module that has been imported while late ones stood for what it imports."""
    (tmp_path / "slow_parts").mkdir()
    (tmp_path / "slow_parts/__init__.py").write_text("said = 'the library'\n", encoding="utf-8")
    (tmp_path / "slow_parts/of_it.py").write_text("WHERE = 'inside'\n", encoding="utf-8")
    (tmp_path / "slow.py").write_text(SLOW, encoding="utf-8")
    (tmp_path / "asking.py").write_text(ASKING, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with late_modules((("slow", "slow_parts", "slow_parts.of_it"),), {"slow_parts": {"said": "given"}}):
        import asking  # noqa: PLC0415  # written above
    assert not any(name.startswith("slow") for name in sys.modules)
    yield asking
    for name in ("slow", "slow_parts", "slow_parts.of_it", "asking"):
        sys.modules.pop(name, None)


def test_a_name_leads_to_the_real_one_when_it_is_used(asking) -> None:
    assert asking.later() == (8, "inside")
    assert asking.doubled(3) == 6
    assert {"slow", "slow_parts", "slow_parts.of_it"} <= {*sys.modules}


def test_what_is_made_meanwhile_is_made_when_it_is_used(asking) -> None:
    assert "slow" not in sys.modules
    assert asking.twice.bit_length() == 6  # 42


def test_a_class_inherits_from_the_real_one_as_soon_as_one_is_made(asking) -> None:
    assert asking.HeirOfHeir("a word").told() == "A WORD, SAYS THE LIBRARY"
    assert asking.Heir("another").told() == "ANOTHER, SAYS THE LIBRARY"
    assert issubclass(asking.Heir, sys.modules["slow"].Base)


def test_what_is_there_already_is_left_as_it_is() -> None:
    with late_modules((("pathlib", "a_library_of_nobody"),), {}):
        assert sys.modules["pathlib"].Path is Path
        assert "a_library_of_nobody" not in sys.modules


def test_the_libraries_that_name_the_late_ones_are_those_that_a_build_imports() -> None:
    """What is named here is an inside of pydantic, which imports it with its first model."""
    program = "import sys; from pydantic import TypeAdapter; TypeAdapter(int); print('pydantic.plugin._loader' in sys.modules)"
    assert "pydantic.plugin._loader" in NAMING
    assert _in_a_process(program) == "True\n"


def _in_a_process(program: str) -> str:
    """Return what a new process says, of this project."""
    line = [sys.executable, "-c", program]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("process", ["once", "resident"])
def test_a_process_that_builds_has_read_nothing_that_no_build_asks_for(process: str) -> None:
    read = {*_in_a_process(f"import sys, plugins.bridge.{process} as _; print(*sys.modules)").split()}
    assert {"pelican", "jinja2", "markdown", "pydantic"} <= read
    assert not read & {"docutils", "pygments.lexers", "rich", "watchfiles", "http.client", "multiprocessing"}
    assert not read & {"subprocess", "difflib", "dateutil.rrule"}
    assert not read & {"plugins.catalog.models.event", "plugins.catalog.models.place", "plugins.views.cards"}
    assert not read & {"plugins.catalog.models.territory", "plugins.views.steps", "plugins.views.tutorials"}


def test_a_module_that_a_library_had_imported_is_still_a_part_of_it() -> None:
    program = """
import plugins.bridge.once, importlib, pelican
print(pelican.server.RootedHTTPServer.__name__, importlib.metadata.version("pelican") == pelican.__version__)
"""
    assert _in_a_process(program) == "RootedHTTPServer True\n"


RST = """
Titre
=====

:date: 2026-11-21
:summary: Un *court* résumé.

Un :abbr:`CHRS (centre d’hébergement)` et une image.

.. image:: cour.png

.. code-block:: python

   print("bonjour")
"""


def test_a_text_that_docutils_reads_is_read_as_pelican_alone_reads_it(tmp_path: Path) -> None:
    text = tmp_path / "texte.rst"
    text.write_text(RST, encoding="utf-8")
    told = f"""
from pelican.readers import RstReader
from pelican.settings import DEFAULT_CONFIG
print(*RstReader(dict(DEFAULT_CONFIG)).read({str(text)!r}))
"""
    alone = _in_a_process("import pelican" + told)
    assert "centre d’hébergement" in alone
    assert _in_a_process("import plugins.bridge.once" + told) == alone
