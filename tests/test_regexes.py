import copy
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import plugins.privacy
import plugins.regexes
from plugins.regexes import Late, late_regexes

ROOT = Path(__file__).parents[1]
MODULES = [
    import_module(f"plugins.privacy.{path.stem}")
    for path in sorted(Path(plugins.privacy.__file__).parent.glob("[a-z]*.py"))
]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the patterns that are compiled meanwhile."""
    compiled: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(
        plugins.regexes, "_compile", lambda *given: compiled.append(given[0]) or compile_now(*given)
    )
    return compiled


def test_a_pattern_is_compiled_when_it_is_first_used_then_no_more(compiled: list[str]) -> None:
    late = Late(r"(?P<number>\d+) sorties?", re.IGNORECASE)
    assert compiled == []
    assert [found["number"] for found in late.finditer("12 SORTIES et 1 sortie")] == ["12", "1"]
    assert late.search("aucune") is None
    assert compiled == [r"(?P<number>\d+) sorties?"]


def test_what_is_imported_meanwhile_compiles_nothing_yet(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "naming.py").write_text("import re\nTOWN = re.compile('Die|Crest')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with late_regexes():
        naming = import_module("naming")
    assert compiled == []
    assert naming.TOWN.sub("Valence", "Un soir à Die") == "Un soir à Valence"
    assert compiled == ["Die|Crest"]


def test_a_pattern_is_compiled_at_once_again_afterwards() -> None:
    with pytest.raises(ImportError), late_regexes():
        import_module("a_module_of_nobody")
    with pytest.raises(re.error):
        re.compile("(")


def test_a_copy_of_a_pattern_finds_the_same(compiled: list[str]) -> None:
    late = copy.deepcopy(Late("Die|Crest"))
    assert compiled == []
    assert late.fullmatch("Crest")


GIVEN_TO_RE = """
import ast, inspect, sys
import plugins.bridge.once
from plugins.regexes import Late

for module in [*sys.modules.values()]:
    classes = [value for value in vars(module).values() if isinstance(value, type)]
    late = {name for name, value in vars(module).items() if isinstance(value, Late)}
    late |= {f".{name}" for kind in classes for name, value in vars(kind).items() if isinstance(value, Late)}
    for node in ast.walk(ast.parse(inspect.getsource(module))) if late else ():
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("re.", "_re.")) and node.args:
            *_, dot, name = ast.unparse(node.args[0]).rpartition(".")
            if {name, dot + name} & late:
                print(module.__name__, ast.unparse(node))
"""


def test_no_library_gives_a_late_pattern_to_a_function_of_re_which_takes_no_other() -> None:
    found = subprocess.run([sys.executable, "-c", GIVEN_TO_RE], cwd=ROOT, check=True, capture_output=True)
    assert found.stdout.decode() == ""


def test_a_module_of_python_has_its_patterns_at_once() -> None:
    asked = "import plugins.bridge.once, gettext; print(gettext.c2py('n != 1')(3))"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True)
    assert told.stdout == b"1\n"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_each_pattern_of_the_guard_is_right(module: ModuleType) -> None:
    assert [
        late.pattern for late in vars(module).values() if isinstance(late, Late) and not late.pattern
    ] == []


PATTERNS_OF_OURS = """
import re, sys
from importlib import import_module
from pathlib import Path

found = []
compile_now = re.compile
def compile_and_note(pattern, flags=0):
    if sys._getframe(1).f_globals["__name__"].startswith("plugins."):
        found.append((sys._getframe(1).f_globals["__name__"], pattern, int(flags)))
    return compile_now(pattern, flags)
re.compile = compile_and_note
for path in sorted(Path("plugins").rglob("*.py")):
    if path.name != "__init__.py":
        import_module(".".join(path.with_suffix("").parts))

def inner(value):
    if isinstance(value, re._parser.SubPattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from inner(part)

def repeats_a_group(parts):
    for operator, value in parts:
        if operator is re._constants.POSSESSIVE_REPEAT and not re._compiler._simple(value[2]):
            return True
        if any(map(repeats_a_group, inner(value))):
            return True
    return False

print(len(found) > 300)
for name, pattern, flags in found:
    if repeats_a_group(re._parser.parse(pattern, flags)):
        print(name, pattern)
"""


def test_no_pattern_repeats_a_group_possessively_which_some_versions_of_python_read_otherwise() -> None:
    """Before 3.11.5, `(?:ab?c)*+` is found in « a » (python/cpython#106052): `(?>(?:ab?c)*)` is read alike by all."""
    asked = [sys.executable, "-c", PATTERNS_OF_OURS]
    found = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True)
    assert found.stdout == "True\n"
