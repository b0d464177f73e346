import re
from pathlib import Path

from plugins.catalog import load_catalog
from plugins.partners.atlas import MARGIN, WIDTH, Mark
from plugins.resources import Crumb
from tests.partners.samples import compiled
from tests.views.samples import THEATRE, TOWNS, agenda, outing, partner, place, town

ROOT = Path(__file__).parents[2]
BAL = outing("2026-11-27-bal", "27/11/2026")


def atlas(*events, **records):
    return compiled(agenda(*events, **records))["/carte/"].context


def marks(context):
    return {mark.name: (mark.shape, mark.note) for mark in context["atlas"].marks}


def test_a_town_with_something_is_a_mark_and_the_others_are_not():
    context = atlas(
        BAL, places=[THEATRE, place("p", "P", "07186")], partners=[partner("mjc", "MJC", insee="26161")]
    )
    assert marks(context) == {
        "Privas": ("disc", "1\u00a0lieu"),
        "Lemps (Drôme)": ("lozenge", "1\u00a0partenaire"),
        "Valence": ("heart", "1\u00a0sortie, 1\u00a0lieu"),
    }
    assert context["count"] == 3
    assert context["shapes"] == ("heart", "lozenge", "disc")


def test_a_past_outing_is_not_on_the_map():
    assert marks(atlas(outing("2026-11-20-fini", "20/11/2026"))) == {"Valence": ("disc", "1\u00a0lieu")}


def test_a_mark_grows_with_what_there_is():
    few = atlas(places=[THEATRE])["atlas"].marks[0].size
    many = atlas(places=[THEATRE, place("b", "B"), place("c", "C"), place("d", "D")])["atlas"].marks[0].size
    assert (few, many) == (7, 9)


def test_hearts_are_drawn_over_the_rest_and_small_marks_over_large_ones():
    places = [THEATRE, *(place(f"p{n}", "P", "07186") for n in range(3)), place("q", "Q", "26161")]
    names = [mark.name for mark in atlas(BAL, places=places)["atlas"].marks]
    assert names == ["Privas", "Lemps (Drôme)", "Valence"]


def test_the_list_of_the_towns_says_the_same_as_the_maps():
    pages = compiled(agenda(BAL, places=[THEATRE, place("p", "P", "07186"), place("q", "Q", "26161")]))
    listed = [line for group in pages["/communes/"].context["departments"] for line in group.lively]
    drawn = [pages[f"/carte/{name}"].context["atlas"].marks for name in ("", "ardeche/", "drome/")]
    assert {(mark.address, mark.note) for mark in drawn[0]} == {(line.address, line.note) for line in listed}
    assert {(mark.address, mark.note) for mark in (*drawn[1], *drawn[2])} == {
        (line.address, line.note) for line in listed
    }
    assert [mark.name for mark in drawn[1]] == ["Privas"]


def test_a_map_with_too_many_towns_keeps_those_that_have_most():
    towns = [
        town(f"26{number:03}", f"Bourg {number}", f"bourg-{number}", at=(44 + number / 100, 5))
        for number in range(10, 55)
    ]
    places = [place(f"p{number}", "P", f"26{number:03}") for number in range(10, 55)]
    pages = compiled(agenda(communes=towns, places=[*places, place("q", "Q", "26054")]))
    both, here = pages["/carte/"].context, pages["/carte/drome/"].context
    assert (both["shown"], both["count"], len(both["atlas"].marks)) == (40, 45, 40)
    assert both["atlas"].marks[0].name == "Bourg 54"
    assert (here["shown"], here["count"]) == (45, 45)
    assert "/carte/ardeche/" not in pages


def test_two_names_are_never_written_one_over_the_other():
    close = town("26057", "Bourg-lès-Valence", "bourg-les-valence", at=(44.935, 4.895), population=19000)
    places = [THEATRE, place("b", "B", "26057"), place("q", "Q", "26161")]
    context = atlas(communes=[*TOWNS, close], places=places)
    assert [name.name for name in context["atlas"].names] == ["Valence", "Lemps (Drôme)"]


def test_without_anything_the_map_is_empty_and_does_not_fail():
    context = atlas(places=())
    assert (context["atlas"].marks, context["shown"], context["count"]) == ((), 0, 0)


def test_the_marks_of_the_association_s_own_map_fall_inside_the_outlines_box():
    context = compiled(load_catalog(ROOT))["/carte/"].context
    drawing = context["atlas"]
    assert drawing.land.width == WIDTH
    assert [path[0] for path in drawing.land.departments] == ["M", "M"]
    assert context["others"] == (
        Crumb("La carte de l’Ardèche", "/carte/ardeche/"),
        Crumb("La carte de la Drôme", "/carte/drome/"),
    )
    assert re.fullmatch(r"M\d+ \d+l[-\d ]+", drawing.land.limit)
    assert drawing.marks
    strays = [mark for mark in drawing.marks if not _inside(mark, drawing.land.height)]
    assert strays == []


def _inside(mark: Mark, height: int) -> bool:
    return MARGIN <= mark.x <= WIDTH - MARGIN and MARGIN <= mark.y <= height - MARGIN
