"""What no script of ours does: act before the finger is lifted, open a window, leave the page, flash."""

import re

import pytest

from tests.theme.theme_room import ROOT

SCRIPTS = sorted((ROOT / "theme" / "static" / "js").glob("*.js"))
EARLY = re.compile(r"mousedown|pointerdown|touchstart|mouseover|mouseenter|pointerenter", re.IGNORECASE)
OPENING = re.compile(r"(?<!caches\.)\bopen\(")
LEAVING = re.compile(
    r"\blocation(?:\.href)?\s*=(?!=)[^;]*|\blocation\.(?:assign|replace|reload)\(|\.submit\("
)
FLASHING = re.compile(r"setInterval|requestAnimationFrame|\.animate\(|@keyframes")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_waits_for_the_finger_to_be_lifted_and_opens_no_window(path):
    text = path.read_text(encoding="utf-8")
    assert EARLY.findall(text) == []
    assert OPENING.findall(text) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_leaves_the_page_for_a_letter_only_that_a_button_announces(path):
    """RGAA 4.1.2, 7.4: the button says « Envoyer par courriel »."""
    text = path.read_text(encoding="utf-8")
    left = [found[0].partition("?")[0] for found in LEAVING.finditer(text)]
    assert left == (['location.href = "mailto:'] if path.name == "sharing.js" else [])
    assert FLASHING.findall(text) == []


def test_the_rules_would_tell():
    assert EARLY.search('button.addEventListener("pointerdown", act)')
    assert EARLY.search("button.onmousedown = act")
    assert OPENING.search("window.open(url)")
    assert LEAVING.search("location = url")
    assert LEAVING.search("location.reload()")
    assert not LEAVING.search('location.protocol === "file:"')
    assert FLASHING.search("setInterval(act, 100)")
