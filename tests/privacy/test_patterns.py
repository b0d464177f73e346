import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import plugins.privacy
from plugins.privacy.patterns import Late

MODULES = [
    import_module(f"plugins.privacy.{path.stem}")
    for path in sorted(Path(plugins.privacy.__file__).parent.glob("[a-z]*.py"))
]


def test_a_pattern_is_compiled_when_it_is_first_used_then_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given[0]) or compile_now(*given))
    late = Late(r"(?P<number>\d+) sorties?", re.IGNORECASE)
    assert compiled == []
    assert [found["number"] for found in late.finditer("12 SORTIES et 1 sortie")] == ["12", "1"]
    assert late.search("aucune") is None
    assert compiled == [r"(?P<number>\d+) sorties?"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_each_pattern_of_the_guard_is_right(module: ModuleType) -> None:
    assert [
        late.pattern for late in vars(module).values() if isinstance(late, Late) and not late.pattern
    ] == []
