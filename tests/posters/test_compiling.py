from plugins.posters.compiling import compile_posters
from plugins.resources import File, Page
from tests.association.samples import site
from tests.posters.samples import many
from tests.views.samples import SUNDAY, agenda


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
