import pytest

from plugins.partners.opening_hours import hours_in_french


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("We-Sa 14:00-18:00", "du mercredi au samedi, de 14\u00a0h à 18\u00a0h"),
        (
            "Tu-Fr 10:00-12:00,14:00-18:30; Sa 14:00-18:00",
            "du mardi au vendredi, de 10\u00a0h à 12\u00a0h et de 14\u00a0h à 18\u00a0h\u00a030 ; samedi, de 14\u00a0h à 18\u00a0h",
        ),
        ("Mo,We 09:00-12:00", "lundi et mercredi, de 9\u00a0h à 12\u00a0h"),
        ("Mo-Su 10:00-18:00; PH off", "du lundi au dimanche, de 10\u00a0h à 18\u00a0h ; jours fériés, fermé"),
        ("Fr 20:00-24:00", "vendredi, de 20\u00a0h à minuit"),
        ("24/7", "tous les jours, à toute heure"),
    ],
)
def test_common_hours_are_said_in_french(written, said):
    assert hours_in_french(written) == said


@pytest.mark.parametrize("written", ["Apr-Sep Mo-Fr 10:00-18:00", "Sa[1] 14:00-18:00", "Mo-Fr 25:00-26:00"])
def test_what_says_more_is_shown_as_it_is_written(written):
    assert hours_in_french(written) == written
