from plugins.catalog.models.figures import SeasonFigures
from plugins.followup.figures import ADDRESS
from plugins.views.cards import Fact
from tests.followup.samples import compiled, page
from tests.theme.theme_room import environment

SEASON = SeasonFigures.model_validate(
    {
        "slug": "2025-2026",
        "retours": "42",
        "structures": "9",
        "sorties": "17",
        "total": {"reservees": "131", "venues": "112", "absentes": "19"},
        "mois": [
            {"mois": "2025-09", "reservees": "40", "venues": "33", "absentes": "7"},
            {"mois": "2025-10", "reservees": "masque", "venues": "masque", "absentes": "masque"},
        ],
        "avis": [{"avis": "aime", "retours": "15"}, {"avis": "partage", "retours": "masque"}],
    }
)


def _view():
    (season,) = page(compiled(figures={"2025-2026": SEASON}), ADDRESS).context["seasons"]
    return season


def test_without_a_season_the_page_is_there_and_empty() -> None:
    assert page(compiled(), ADDRESS).context["seasons"] == ()


def test_a_season_says_its_counts_and_what_is_hidden() -> None:
    season = _view()
    assert Fact("Places réservées", "131") in season.facts
    assert Fact("Invitations utilisées", "85\u00a0%") in season.facts
    assert [(row.label, row.booked_text, row.came_text) for row in season.chart.rows] == [
        ("sept.\u00a02025", "40", "33"),
        ("oct.\u00a02025", "masqué", "masqué"),
    ]
    assert season.receptions == (Fact("Aimé", "15"), Fact("Avis partagés", "masqué"))


def test_a_bar_is_as_long_as_its_count_and_a_hidden_one_is_not_drawn() -> None:
    first, second = _view().chart.rows
    assert (first.booked, first.came) == (400, 330)
    assert (second.booked, second.came, second.note) == (0, 0, "masqué")


def test_the_drawing_has_words_for_those_who_do_not_see_it() -> None:
    macro = environment().get_template("components/attendance-chart.html").module.attendance_chart
    drawn = str(macro(_view().chart, "saison"))
    assert 'role="img" aria-labelledby="saison-titre saison-texte"' in drawn
    assert drawn.count("<rect ") == 2
