"""What no script of ours does: act before the finger is lifted, open a window."""

import re

import pytest

from tests.theme.theme_room import ROOT

SCRIPTS = sorted((ROOT / "theme" / "static" / "js").glob("*.js"))
EARLY = re.compile(r"mousedown|pointerdown|touchstart|mouseover|mouseenter|pointerenter", re.IGNORECASE)
OPENING = re.compile(r"(?<!caches\.)\bopen\(")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_waits_for_the_finger_to_be_lifted_and_opens_no_window(path):
    text = path.read_text(encoding="utf-8")
    assert EARLY.findall(text) == []
    assert OPENING.findall(text) == []


def test_the_rules_would_tell():
    assert EARLY.search('button.addEventListener("pointerdown", act)')
    assert EARLY.search("button.onmousedown = act")
    assert OPENING.search("window.open(url)")
