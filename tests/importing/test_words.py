import pytest

from plugins.importing.rows import Refusal
from plugins.importing.texts import one_line, plain, shortened
from plugins.importing.vocabulary import find_access, find_audiences, find_genre, find_status


@pytest.mark.parametrize(
    ("written", "genre", "notes"),
    [
        ("Théâtre", "theatre", []),
        ("Conférence, débat", "conference", []),
        ("concert", "musique", []),
        ("Musiqe", "musique", ["le genre « Musiqe » n’est pas dans nos mots : lu « musique »"]),
        ("zumba", "", ["le genre « zumba » n’est pas dans nos mots : laissé à « autre »"]),
    ],
)
def test_a_genre_is_known_mended_or_left(written: str, genre: str, notes: list[str]) -> None:
    told: list[str] = []
    assert (find_genre(written, told, sure=True), told) == (genre, notes)


def test_audiences_and_accesses_are_lists_of_words() -> None:
    notes: list[str] = []
    assert find_audiences("famille, ados ; enfans", notes) == ["familles", "adolescents", "enfants"]
    assert find_access("PMR, boucle magnétique, ascenceur", notes) == {"fauteuil": "oui", "audition": "oui"}
    assert notes == ["le public « enfans » n’est pas dans nos mots : lu « enfants »", "l’accès « ascenceur » n’est pas dans nos mots : laissé de côté"]  # fmt: skip


def test_what_is_not_accessible_is_never_read_as_accessible() -> None:
    with pytest.raises(Refusal, match="l’accès dit ce qui n’est pas possible"):
        find_access("non accessible en fauteuil", [])


def test_a_state_is_known_or_refused() -> None:
    assert [find_status(word) for word in ("", "Annulée", "complet", "maintenu")] == [
        "",
        "annule",
        "complet",
        "programme",
    ]
    with pytest.raises(Refusal) as refused:
        find_status("anulé")
    assert refused.value.hint == "vouliez-vous écrire « annule » ?"


def test_markup_goes_away_and_it_is_said() -> None:
    notes: list[str] = []
    text = plain(
        "<p>Un &amp; deux<br>**trois**</p><script>alert(1)</script> [ici](https://exemple.fr)\u200b",
        "le résumé",
        notes,
    )
    assert text == "Un & deux\ntrois\nici"
    assert notes == ["le résumé contenait du HTML : il n’en reste que le texte", "le résumé contenait des caractères invisibles : ils sont retirés"]  # fmt: skip
    assert plain("&lt;b&gt;gras&lt;/b&gt;", "x", []) == "gras"
    assert one_line("a\nb,", "le titre", notes) == "a b"
    assert notes[-1] == "le titre était sur plusieurs lignes : il est sur une seule"


def test_a_long_text_is_cut_at_a_sentence_or_a_word() -> None:
    assert shortened("Une phrase. Une autre phrase.", 20, "x", []) == "Une phrase."
    assert shortened("des mots sans aucun point", 15, "x", []) == "des mots sans…"


@pytest.mark.parametrize("sign", ["x", "[", "<", "<!--", "<script", "é ", "**", "&"])
def test_an_endless_text_costs_no_endless_time(sign: str) -> None:
    assert len(shortened(plain(sign * 200_000, "x", []), 200, "x", [])) <= 200
