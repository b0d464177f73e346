from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from pelican.generators import Generator

from plugins.bridge import contents
from plugins.bridge.contents import keep_contents


@pytest.mark.parametrize(("disabled", "looked"), [((), []), (("rst",), ["looked"])])
def test_files_are_looked_through_for_disabled_readers_only_when_there_is_one(
    disabled: tuple[str, ...], looked: list[str]
) -> None:
    met: list[str] = []
    generator = SimpleNamespace(
        readers=SimpleNamespace(disabled_extensions=disabled),
        check_disabled_readers=lambda: met.append("looked"),
    )
    keep_contents(generator)
    generator.check_disabled_readers()
    assert met == looked


def test_texts_are_found_in_the_catalog_as_pelican_finds_them_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ("content/billets/2026/a.md", "content/billets/vieux/b.md", "data/exemples/billets/c.md")
    for name in (*texts, "content/pages/d.md", "content/billets.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    records = dict.fromkeys((*texts, "content/pages/d.md", "content/billets.md"))
    monkeypatch.setattr(contents, "current", lambda: SimpleNamespace(records=records))
    generator = SimpleNamespace(
        path=str(tmp_path / "content"),
        settings={"IGNORE_FILES": []},
        readers=SimpleNamespace(disabled_extensions=(), extensions=("md",)),
    )
    generator._include_path = partial(Generator._include_path, generator)
    keep_contents(generator)
    for paths, exclude in (
        (["billets", "../data/exemples/billets"], ["pages"]),
        (["billets"], ["billets/vieux"]),
        (["pages", "tutoriels"], []),
    ):
        sought = Generator.get_files(generator, paths, exclude)
        assert generator.get_files(paths, exclude=exclude) == sought
        assert sought
