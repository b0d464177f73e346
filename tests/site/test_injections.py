"""Words that mean something to Typst, a calendar, a template, a page or a spreadsheet stay words everywhere."""

import csv
import io
import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html

from plugins.catalog import DataError, load_catalog
from tests.formats.calendar_linter import faults
from tests.formats.calendar_reading import read
from tests.site.building import MINI, ONLINE, build

TITLE = r"=7*7 #panic(1) $x$ \[@moi] {{ 7*7 }} {% raw %} &lt;/script&gt; 1 < 2 ]]>"
SUMMARY = r"Un mot ; virgule, \nDTSTART:2020 *gras* _mince_ {{ config }} #eval(1) &lt;b&gt; < /script>"
PLACE = r"+Salle #sys.version $1$ {{ 7*7 }} @lieu \[1]"
STREET = r"@3 rue \#let x, B;C"
LINES = "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:Un faux"
OUTING = f"""\
titre: '{TITLE}'
resume: '{SUMMARY}'
dates: [{{debut: dimanche 29 novembre 2026 à 14h30, duree: 1h}}]
lieu: pieges
comment_ca_se_passe: {json.dumps(LINES)}
gratuite: {{type: entree-libre, preuve: programme imprimé}}
genre: conte
"""
HALL = f"""\
nom: '{PLACE}'
commune: "26362"
type: theatre
disciplines: [théâtre]
lat: "44.92254"
lon: "4.9136"
adresse: '{STREET}'
a_verifier: adresse à confirmer
"""
POST = """\
---
titre: 'Un billet {{ 7*7 }} #panic(1)'
date: 21/11/2026
rubrique: Vie de l'association
resume: 'Des mots {% include "x" %} $y$'
---

Des mots {{ 7*7 }} et {% raw %} de modèle.
"""
PAGE = "sorties/2026/11/29-pieges"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the mini site with an outing, a place and a post made of such words."""
    root = Path(shutil.copytree(MINI, tmp_path_factory.mktemp("pieges") / "site"))
    (root / "data/sorties/2026/2026-11-29-pieges.yaml").write_text(OUTING, encoding="utf-8")
    (root / "data/lieux/pieges.yaml").write_text(HALL, encoding="utf-8")
    (root / "content/billets/2026/2026-11-21-pieges.md").write_text(POST, encoding="utf-8")
    result = build(root, ONLINE)
    assert result.returncode == 0, result.stderr
    return root / "output"


def _page(site: Path, folder: str) -> html.HtmlElement:
    return html.fromstring((site / folder / "index.html").read_text(encoding="utf-8"))


def _words(text: str) -> str:
    """Return a text without its spaces: a line of a PDF ends where it must."""
    return "".join(text.split())


def test_a_page_shows_the_words(site):
    page = _page(site, PAGE)
    assert page.findtext(".//h1") == TITLE
    assert _words(SUMMARY) in _words(page.text_content())
    assert "Un faux" in page.text_content()
    assert PLACE in [found.text_content().strip() for found in _page(site, "lieux/pieges").iter("h1")]


def test_a_post_shows_the_marks_of_templates(site):
    page = _page(site, "actualites/2026/11/pieges")
    assert page.findtext(".//h1") == "Un billet {{ 7*7 }} #panic(1)"
    assert "Des mots {{ 7*7 }} et {% raw %} de modèle." in page.text_content()


def test_structured_data_ends_at_its_own_end(site):
    scripts = _page(site, PAGE).findall(".//script[@type='application/ld+json']")
    events = [data for script in scripts if (data := json.loads(script.text))["@type"] == "Event"]
    [event] = events
    assert (event["name"], event["description"]) == (TITLE, SUMMARY)
    assert event["location"]["name"] == PLACE
    assert not [script for script in scripts if "<" in script.text or "\u2028" in script.text]


def test_a_calendar_holds_one_event_with_the_words(site):
    content = (site / PAGE / "sortie.ics").read_bytes()
    assert faults(content) == []
    file, _ = read(content)
    [calendar] = file.children("VCALENDAR")
    [event] = calendar.children("VEVENT")
    [summary], [place], [about] = (event.all(name) for name in ("SUMMARY", "LOCATION", "DESCRIPTION"))
    assert summary.text == TITLE
    assert place.text == f"{PLACE}, {STREET}, 26000 Valence"
    assert _words(about.text).startswith(_words(SUMMARY))
    assert event.value("DTSTART") == "20261129T143000"


def test_every_calendar_passes_the_linter(site):
    assert {path: told for path in site.rglob("*.ics") if (told := faults(path.read_bytes()))} == {}


@pytest.mark.parametrize("name", ["sorties/affiches/valence-a4.pdf", "referents/permanence/programme.pdf"])
def test_a_pdf_prints_the_words(site, name):
    document = pypdfium2.PdfDocument(site / name)
    text = _words("".join(page.get_textpage().get_text_bounded() for page in document))
    assert _words(TITLE) in text
    assert _words(PLACE) in text


def test_feeds_carry_the_words(site):
    feed = etree.parse(site / "sorties/atom.xml")
    assert [title.text for title in feed.iter(f"{ATOM}title") if title.text.startswith(TITLE)]
    items = json.loads((site / "sorties/feed.json").read_bytes())["items"]
    assert [item["title"] for item in items if item["title"].startswith(TITLE)]
    assert TITLE in (site / "sorties/liste.txt").read_text(encoding="utf-8")


def test_tables_carry_the_words_and_no_formula(site):
    tables = {
        name: list(csv.DictReader(io.StringIO((site / name).read_text(encoding="utf-8-sig"), newline="")))
        for name in ("donnees/sorties.csv", "donnees/lieux.csv")
    }
    [outing] = [row for row in tables["donnees/sorties.csv"] if f"'{TITLE}" in row.values()]
    [place] = [row for row in tables["donnees/lieux.csv"] if f"'{PLACE}" in row.values()]
    assert f"'{PLACE}" in outing.values()
    assert f"'{STREET}" in place.values()
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("'Un </script><script>alert(1)</script>'", "balise-html"),
        ("'<img src=x onerror=alert(1)>'", "balise-html"),
        ("'Un mot <!-- caché -->'", "balise-html"),
        ('"Un mot\\u2028DTSTART:20200101"', "caractere-invisible"),
        ('"Un mot\\u202Egras"', "caractere-invisible"),
        ('"Un mot\\r\\nEND:VEVENT"', "une-ligne"),
        ('"Un mot\\nATTENDEE:mailto:a@exemple.fr"', "une-ligne"),
        ('"Un mot\\0caché"', "caractere-invisible"),
    ],
)
def test_what_is_no_word_is_refused_with_its_line(mini_root, written, code):
    name = "data/sorties/2026/2026-11-29-pieges.yaml"
    outing = OUTING.replace("lieu: pieges", "lieu: salle-d-essai").replace(f"'{SUMMARY}'", written)
    (mini_root / name).write_text(outing, encoding="utf-8")
    with pytest.raises(DataError) as told:
        load_catalog(mini_root)
    assert [(found.file, found.line, found.code) for found in told.value.problems] == [(name, 2, code)]
