"""The same sources and the same day give the same bytes on any machine."""

from pathlib import Path

import pytest

from tests.site.building import ONLINE, build, digests

DISORDER = {"PYTHONPATH": str(Path(__file__).parent / "elsewhere")}


@pytest.mark.parametrize(
    "machine",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4127", "ELSEWHERE": "1"},
        {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONHASHSEED": "0", "ELSEWHERE": "2"},
    ],
    ids=["far east", "far west"],
)
def test_zone_locale_hash_order_mask_and_clock_change_no_byte(mini, mini_root, machine):
    result = build(mini_root, ONLINE, DISORDER | machine)
    assert result.returncode == 0, result.stderr
    assert digests(mini_root / "output") == digests(mini)


def test_the_other_machine_is_another_one(mini_root):
    build(mini_root, ONLINE, DISORDER | {"ELSEWHERE": "1"})
    page = mini_root / "output" / "index.html"
    assert page.stat().st_mode & 0o077 == 0
