from datetime import date

import pytest

from plugins.bridge.clock import today


def test_the_setting_comes_first(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today({"TODAY": "2026-11-22"}) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("1795388399", date(2026, 11, 22)), ("1795388400", date(2026, 11, 23))],
    ids=["one second before midnight in Paris", "midnight in Paris"],
)
def test_the_epoch_is_read_in_paris(monkeypatch, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today({}) == day
