import pytest

from plugins.followup.names import seems_reachable, seems_someone

PEOPLE = [
    "Mme Durand a adoré",
    "monsieur martin est resté",
    "M. Petit",
    "Fatou Diallo a chanté",
    "DIALLO Fatou",
    "Fatou DIALLO",
    "Fatou D. a ri",
    "Jean-Pierre Martin",
    "Élodie Œuvrard",
    "Leïla Ben Saïd",
    "Marie de La Tour",
    "rappeler le 06 12 34 56 78",
    "rappeler au 0612345678",
    "+33 6 12 34 56 78",
    "ecrire à fatou@exemple.fr",
    "elle s’appelle fatou",
    "né le 3 mai",
]
WORDS = [
    "",
    "On a ri tout du long.",
    "Très beau. Les enfants ont adoré !",
    "Trop long pour les petits, mais la musique était belle",
    "5 personnes en fauteuil",
    "Le bus de 22h30 est parti sans eux",
    "Ils veulent revenir à Noël",
    "20 minutes de retard le 5 décembre 2026",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_what_may_name_someone_is_seen(text: str) -> None:
    assert seems_someone(text)


@pytest.mark.parametrize("text", WORDS)
def test_what_speaks_of_the_show_is_let_through(text: str) -> None:
    assert seems_someone(text) == ""


def test_what_is_written_in_the_title_is_no_secret() -> None:
    assert seems_someone("Ils ont chanté Anne Sylvestre") != ""
    assert seems_someone("Ils ont chanté Anne Sylvestre", public="Anne Sylvestre\nValence") == ""


def test_a_title_with_capitals_reaches_nobody() -> None:
    assert seems_reachable("Le Bourgeois Gentilhomme") == ""
    assert seems_reachable("contact@exemple.fr") == "un courriel"
