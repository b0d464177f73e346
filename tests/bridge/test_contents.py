from types import SimpleNamespace

import pytest

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
