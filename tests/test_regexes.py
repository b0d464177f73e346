import copy
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import plugins.privacy
import plugins.regexes
from plugins.regexes import Late, late_regexes

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


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_each_pattern_of_the_guard_is_right(module: ModuleType) -> None:
    assert [
        late.pattern for late in vars(module).values() if isinstance(late, Late) and not late.pattern
    ] == []
