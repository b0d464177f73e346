import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import regexes
from plugins.catalog import Catalog
from plugins.catalog.rules.texts import Sight, prose_rows, rows_holding

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]

FILE = "content/billets/2026/2026-12-05-rentree.md"
HEADER = "---\ntitre: La rentrée\ndate: 05/12/2026\nrubrique: Sorties\n---\n"


def _post(body: str = "Du texte.\n", header: str = HEADER) -> dict[str, str]:
    return {FILE: f"{header}\n{body}"}


def test_a_right_post_tells_nothing(told: Told) -> None:
    assert told(_post()) == []


def test_another_day_than_that_of_the_file_is_told(told: Told) -> None:
    assert told(_post(header=HEADER.replace("05/12", "06/12"))) == [
        (3, "date-et-nom-de-fichier", "la date de l’en-tête n’est pas celle du nom de fichier.")
    ]


@pytest.mark.parametrize("written", ["sorties", "SORTIES", "Sorties"])
def test_a_category_is_known_whatever_its_capitals(told: Told, written: str) -> None:
    assert told(_post(header=HEADER.replace("Sorties", written))) == []


def test_an_unknown_category_is_told(told: Told) -> None:
    assert told(_post(header=HEADER.replace("Sorties", "Sortie"))) == [
        (4, "rubrique-inconnue", "la rubrique « Sortie » n’existe pas.")
    ]


def test_categories_that_could_not_be_read_are_not_called_unknown(told: Told) -> None:
    assert told({**_post(), "data/rubriques.yaml": "- nom: [\n"}) == [
        (1, "yaml", "un crochet ou une accolade est ouvert ici, et n’est pas refermé.")
    ]


TAGS = HEADER.replace("rubrique", "mots_cles: [théâtre, danse]\nrubrique")
OTHER = "content/billets/2026/2026-12-06-suite.md"


def _other(tags: str) -> dict[str, str]:
    header = HEADER.replace("05/12", "06/12").replace("rubrique", f"mots_cles: {tags}\nrubrique")
    return {**_post(header=TAGS), OTHER: f"{header}\nx\n"}


def test_a_tag_written_alike_everywhere_is_right(told: Told) -> None:
    assert told(_other("[danse, théâtre]")) == []


def test_a_tag_written_in_two_ways_is_published_in_one_and_it_is_said(advised: Told) -> None:
    assert advised(_other("[danse, Theatre]")) == [
        (
            4,
            "mot-cle-voisin",
            "le mot-clé « Theatre » est écrit « théâtre » dans la copie en ligne, comme ailleurs.",
        )
    ]


def test_two_tags_that_are_not_one_word_may_not_share_a_page(told: Told) -> None:
    first = HEADER.replace("rubrique", "mots_cles: [C++]\nrubrique")
    second = HEADER.replace("05/12", "06/12").replace("rubrique", 'mots_cles: ["C#"]\nrubrique')
    assert told({FILE: f"{first}\nx\n", OTHER: f"{second}\nx\n"}) == [
        (4, "mot-cle-voisin", "le mot-clé « C# » aurait la même page que « C++ ».")
    ]


def test_a_tag_without_letters_is_told(told: Told) -> None:
    assert told(_other("[…]")) == [(4, "mot-cle-voisin", "le mot-clé « … » n’a ni lettre ni chiffre.")]


def test_two_posts_of_one_month_may_not_share_an_address(told: Told) -> None:
    twin = "content/billets/2026/2026-12-19-rentree.md"
    header = HEADER.replace("05/12", "19/12")
    assert told({**_post(), twin: f"{header}\nx\n"}) == [
        (2, "adresse-prise", "ce billet aurait la même adresse qu’un autre : /actualites/2026/12/rentree/")
    ]


def test_the_same_words_in_two_months_have_two_addresses(told: Told) -> None:
    twin = "content/billets/2027/2027-01-05-rentree.md"
    header = HEADER.replace("05/12/2026", "05/01/2027")
    assert told({**_post(), twin: f"{header}\nx\n"}) == []


def test_a_withdrawal_before_the_publication_is_told(told: Told) -> None:
    rows = "publier_le: 06/12/2026\nretirer_le: 05/12/2026\nrubrique"
    assert told(_post(header=HEADER.replace("rubrique", rows))) == [
        (5, "retrait", "la date de retrait est avant la date de publication.")
    ]


def test_a_change_on_the_day_of_the_post_is_right(told: Told) -> None:
    assert told(_post(header=HEADER.replace("rubrique", "modifie_le: 05/12/2026\nrubrique"))) == []


def test_a_change_before_the_post_is_said_and_stops_nothing(advised: Told) -> None:
    assert advised(_post(header=HEADER.replace("rubrique", "modifie_le: 04/12/2026\nrubrique"))) == [
        (4, "modification", "le billet aurait été changé avant d’être écrit.")
    ]


def test_an_empty_text_is_told(told: Told) -> None:
    assert told(_post("\n")) == [(2, "texte-vide", "il n’y a pas de texte après l’en-tête.")]


RIGHT = [
    "![Le public](/images/public.jpg) et [le programme](/sorties/)",
    "## Un intertitre",
    "Le mot-clé #culture et C# sont gardés",
    "Écrivez `![](photo.jpg)` ou `` `<script>` ``",
    "<!-- une note --> et du texte, H<sub>2</sub>O, <kbd>Entrée</kbd>",
    "3 < 4 et 5 > 2",
    "Écrivez à [l’accueil](mailto:accueil@exemple.fr)",
    "```html\n<script>alert(1)</script>\n# titre\n```",
    "~~~~\n```\n![](x)\n~~~~",
    "Que faire en ligne ? On clique : les données = des faits",
]


@pytest.mark.parametrize("body", RIGHT)
def test_a_text_that_can_be_read_by_all_is_right(told: Told, body: str) -> None:
    assert told(_post(f"{body}\n")) == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Voici ![](/images/a.jpg)", "image-sans-mots"),
        ("Voici ![ ](/images/a.jpg)", "image-sans-mots"),
        ("Voici ![IMG_2034.JPG](/images/a.jpg)", "image-sans-mots"),
        ("![La salle](https://ailleurs.exemple/a.jpg)", "image-d-ailleurs"),
        ("![La salle](//ailleurs.exemple/a.jpg)", "image-d-ailleurs"),
        ("[le livret](/documents/mon livret.pdf)", "lien-avec-espace"),
        ("[piège](javascript:alert(1))", "lien-interdit"),
        ("[piège]( JavaScript:alert(1))", "lien-interdit"),
        ("[affiche](file:///C:/affiche.pdf)", "lien-interdit"),
        ("![photo](data:image/png;base64,AAAA)", "lien-interdit"),
        ("<script>alert(1)</script>", "code-interdit"),
        ("< SCRIPT src=x>", "code-interdit"),
        ("<img src=x onerror=alert(1)>", "code-interdit"),
        ('<a href="javascript:alert(1)">x</a>', "code-interdit"),
        ('<iframe src="https://traceur.exemple"></iframe>', "code-interdit"),
        ("<style>body{display:none}</style>", "code-interdit"),
        ('<p style="display:none">x</p>', "code-interdit"),
        ("<svg onload=alert(1)>", "code-interdit"),
        ('<form action="http://x.exemple">', "code-interdit"),
        ("<!-- jamais refermé", "code-interdit"),
    ],
)
def test_what_not_everyone_can_read_or_could_harm_is_told(told: Told, row: str, code: str) -> None:
    assert [(line, found) for line, found, _ in told(_post(f"Du texte.\n\n{row}\n"))] == [(9, code)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("# Un grand titre", "titre-de-premier-niveau"),
        ("### Un intertitre", "niveau-de-titre"),
        ("[cliquez ici](/sorties/)", "lien-sans-mots"),
        ("[Ici](/sorties/)", "lien-sans-mots"),
        ("<o:p></o:p>", "collage"),
        ('<p class="MsoNormal" style="mso-margin-top-alt:auto; color:black">Bonjour</p>', "collage"),
    ],
)
def test_what_could_be_clearer_is_said_and_stops_nothing(advised: Told, row: str, code: str) -> None:
    assert [(line, found) for line, found, _ in advised(_post(f"Du texte.\n\n{row}\n"))] == [(9, code)]


def test_no_pattern_is_compiled_for_a_row_without_its_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    monkeypatch.setattr(regexes, "_compile", lambda *given: compiled.append(given[0]) or re.compile(*given))
    sight = Sight(regexes.Late("<b>|c="), "code", "", "", ("<", "="))
    assert [sight.is_in(row) for row in ("un [mot](/a/)", "# Un titre")] == [False, False]
    assert compiled == []
    assert [sight.is_in(row) for row in ("<b>", "c=", "< =")] == [True, True, False]


def test_a_page_never_takes_the_place_of_the_home_page(told: Told) -> None:
    assert told({"content/pages/index.md": "---\ntitre: Index\n---\nx\n"}) == [
        (2, "adresse-prise", "cette page prendrait la place de l’accueil.")
    ]


def test_a_day_written_by_another_program_is_that_of_paris(load: Callable[..., Catalog]) -> None:
    header = HEADER.replace("05/12/2026", "2026-12-04T23:30:00Z")
    assert load(_post(header=header)).posts["2026-12-05-rentree"].date == date(2026, 12, 5)


def test_pages_and_tutorials_follow_the_same_rules(told: Told) -> None:
    page = "---\ntitre: A\n---\n![](x.png)\n"
    tutorial = "---\ntitre: A\npour: referent\nverifie_le: 05/12/2026\n---\n"
    assert [
        (line, code)
        for line, code, _ in told({"content/pages/a.md": page, "content/tutoriels/b/index.md": tutorial})
    ] == [(4, "image-sans-mots"), (2, "texte-vide")]


def test_rows_of_code_are_left_out_and_lines_are_counted_from_the_file() -> None:
    body = "un `code` ici\n```\ncode\n```\ndeux"
    assert list(prose_rows(body, 10)) == [(10, "un `code` ici", "un  ici"), (14, "deux", "deux")]


def test_words_left_to_fill_in_are_told_in_the_header_and_in_the_text(told: Told) -> None:
    header = HEADER.replace("rubrique", 'resume: "À remplir : une phrase."\nrubrique')
    assert told(_post("## Titre\n\nÀ remplir : le texte.\n", header)) == [
        (4, "a-remplir", "il reste ici des mots à remplacer."),
        (10, "a-remplir", "il reste ici des mots à remplacer."),
    ]


def test_words_left_to_fill_in_are_allowed_in_a_draft_and_in_a_comment(told: Told) -> None:
    draft = HEADER.replace("rubrique", "brouillon: oui\nrubrique")
    assert told(_post("À remplir : le texte.\n", draft)) == []
    assert told(_post(header=HEADER.replace("rubrique", "# À remplir ici\nrubrique"))) == []


@settings(deadline=None)
@given(st.text(alphabet="a #[<`~\n", max_size=60))
def test_the_rows_that_hold_a_sign_are_found_without_looking_at_the_others(body: str) -> None:
    expected = [found for found in prose_rows(body, 7) if {*found[2]} & {*"#[<"}]
    assert list(rows_holding("#[<", body, 7)) == expected
