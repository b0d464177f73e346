from plugins.posters.compiling import compile_posters
from plugins.resources import File, Page
from tests.association.samples import site
from tests.posters.samples import many
from tests.views.samples import SUNDAY, agenda, outing, town


def _compiled(*events: object) -> tuple[Page, list[str]]:
    page, *files = compile_posters(site(agenda(*events), today=SUNDAY))
    assert isinstance(page, Page)
    assert all(isinstance(file, File) for file in files)
    return page, [file.address for file in files]


def test_each_area_has_two_posters_a_script_and_text_messages():
    page, files = _compiled(*many(1))
    assert page.address == "/sorties/affiches/"
    assert files == [
        "/sorties/affiches/departement-drome-a4.pdf",
        "/sorties/affiches/departement-drome-a3.pdf",
        "/sorties/affiches/departement-drome-repondeur.txt",
        "/sorties/affiches/departement-drome-sms.txt",
        "/sorties/affiches/valence-a4.pdf",
        "/sorties/affiches/valence-a3.pdf",
        "/sorties/affiches/valence-repondeur.txt",
        "/sorties/affiches/valence-sms.txt",
    ]
    assert [line.details for line in page.context["posters"]] == ["1\u00a0sortie", "1\u00a0sortie"]


def test_without_outing_there_is_only_the_page():
    page, files = _compiled()
    assert (page.context["posters"], files) == ((), [])


def test_with_more_towns_than_can_be_drawn_the_liveliest_have_their_poster_and_the_others_are_counted():
    towns = [town(f"26{number:03}", f"Ville {number}", f"ville-{number}") for number in range(1, 33)]
    events = [
        outing(
            f"2026-11-24-bal-{code.slug}-{time}",
            "24/11/2026 20h",
            adresse={"nom": "Salle", "commune": code.insee},
        )
        for code in towns
        for time in (("a", "b") if code.slug == "ville-32" else ("a",))
    ]
    page = next(iter(compile_posters(site(agenda(*events, communes=towns, places=()), today=SUNDAY))))
    names = [line.name for line in page.context["posters"]]
    assert (len(names), names[0], page.context["left_out"]) == (30, "Drôme", 3)
    assert "Ville 32" in names
