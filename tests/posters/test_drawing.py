import pypdfium2
import pytest
import zxingcpp

from plugins.formats import kept
from plugins.posters.drawing import Paper, draw_poster
from plugins.posters.programme import Programme
from tests.posters.samples import URL, in_valence, many
from tests.views.samples import outing

A4, A3 = (595, 842), (842, 1191)  # points, ISO 216


def _draw(programme: Programme, paper: Paper = Paper.A4) -> bytes:
    return draw_poster(programme, paper, "Cultures du Cœur Drôme-Ardèche", URL)


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return [" ".join(page.replace("\u00a0", " ").split()) for page in pages]


def _drawn(*events: object, **records: object) -> str:
    return " ".join(_pages(_draw(in_valence(*events, **records))))


def test_a_poster_says_where_when_what_how_free_and_the_site():
    text = _drawn(outing("2026-11-24-contes", "24/11/2026 17h30", titre="Contes du soir"))
    for words in (
        "Sorties gratuites",
        "à Valence",
        "du 22 novembre au 23 décembre 2026",
        "Mardi 24 novembre",
        "17 h 30",
        "Contes du soir",
        "Théâtre de la Ville · Valence",
        "Entrée libre",
        "www.exemple.fr",
        "Affiche faite le dimanche 22 novembre 2026",
    ):
        assert words in text


def test_that_it_is_cancelled_is_said_before_the_title():
    text = _drawn(outing("2026-11-24-x", "24/11/2026 17h", titre="Le grand bal", statut="annule"))
    assert text.index("ANNULÉ") < text.index("Le grand bal")


def test_the_former_date_of_what_is_postponed_is_said():
    text = _drawn(outing("2026-11-24-x", "24/11/2026 17h", statut="reporte", ancien_debut="20/11/2026 17h"))
    assert "REPORTÉ était prévu le vendredi 20 novembre à 17 h" in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("count", [1, 12, 40])
def test_nothing_is_cut_and_no_outing_is_split(count: int, paper: Paper):
    pages = _pages(_draw(in_valence(*many(count)), paper))
    for number in range(1, count + 1):
        whole = f"Pièce numéro {number} Théâtre de la Ville · Valence Entrée libre Tout public"
        assert sum(whole in page for page in pages) == 1


def test_a_page_that_begins_in_the_middle_of_a_day_still_says_which():
    pages = _pages(_draw(in_valence(*many(12))))
    assert "mar. 24 nov. 20 h 30 Pièce numéro 6" in pages[1]


def test_more_outings_take_more_pages():
    counts = [len(_pages(_draw(in_valence(*many(count))))) for count in (1, 12, 40)]
    assert counts == sorted(set(counts))
    assert counts[0] == 1


def test_what_has_no_room_is_counted():
    assert "Et 3 autres sorties sur le site" in _pages(_draw(in_valence(*many(43))))[-1]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, A4), (Paper.A3, A3)])
def test_the_paper_is_the_one_asked_for(paper: Paper, size: tuple[int, int]):
    page = pypdfium2.PdfDocument(_draw(in_valence(*many(1)), paper))[0]
    assert (round(page.get_width()), round(page.get_height())) == size


def test_the_same_outings_give_the_same_bytes(tmp_path, monkeypatch):
    drawn = []
    for folder in ("une", "autre"):  # nothing kept from the first is there for the second
        monkeypatch.setattr(kept, "FOLDER", tmp_path / folder)
        drawn.append(_draw(in_valence(*many(3))))
    assert drawn[0] == drawn[1]


def test_a_sign_that_the_font_lacks_never_stops_a_poster():
    text = _drawn(outing("2026-11-24-x", "24/11/2026", titre="Bal 🎉 du ❤ : Łódź → Die, 東京 et *#[]"))
    assert "Bal du cœur" in text


def test_a_very_long_title_stays_whole():
    title = (
        "Un titre fait de mots très longs et très nombreux pour voir si rien ne déborde de cette affiche " * 2
    )
    assert title[:139].strip() in _drawn(outing("2026-11-24-x", "24/11/2026 20h", titre=title[:139].strip()))


def test_a_phone_reads_the_address_of_each_outing_on_the_poster():
    page = pypdfium2.PdfDocument(_draw(in_valence(*many(3))))[0].render(scale=3)
    read = sorted(found.text for found in zxingcpp.read_barcodes(page.to_pil().convert("L")))
    assert read == [f"{URL}/sorties/2026/11/23-piece-{number}/" for number in (1, 2, 3)]
