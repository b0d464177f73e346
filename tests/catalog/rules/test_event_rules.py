from collections.abc import Callable

import pytest

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]

FILE = "data/sorties/2026/2026-12-05-concert.yaml"
RIGHT = """titre: Concert
resume: Une heure de musique.
dates:
  - debut: 05/12/2026 20h30
lieu: salle
gratuite:
  type: entree-libre
  preuve: affiche
"""


def _with(old: str, new: str) -> dict[str, str]:
    assert old in RIGHT
    return {FILE: RIGHT.replace(old, new)}


def _and(rows: str) -> dict[str, str]:
    return {FILE: f"{RIGHT}{rows}"}


START = "  - debut: 05/12/2026 20h30\n"


def test_a_right_outing_tells_nothing(told: Told) -> None:
    assert told({FILE: RIGHT}) == []


@pytest.mark.parametrize(
    "row", ["    fin: 05/12/2026 22h\n", "    fin: 06/12/2026 1h\n", "    duree: 1h30\n"]
)
def test_an_end_after_the_start_is_right(told: Told, row: str) -> None:
    assert told(_with(START, START + row)) == []


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("    fin: 05/12/2026 19h\n", 5, "la fin est avant le début."),
        ("    fin: 05/12/2026\n", 5, "le début et la fin ne sont pas écrits de la même façon."),
        ("    fin: 05/12/2028 20h30\n", 5, "la sortie durerait plus d’un an."),
        (
            "    fin: 05/12/2026 22h\n    duree: 1h30\n",
            6,
            "la fin et la durée sont écrites toutes les deux.",
        ),
    ],
)
def test_an_end_that_does_not_follow_the_start_is_told(
    told: Told, rows: str, line: int, message: str
) -> None:
    assert told(_with(START, START + rows)) == [(line, "fin", message)]


def test_the_day_of_the_file_is_one_of_the_days_of_the_outing(told: Told) -> None:
    assert told(_with(START, "  - debut: 04/12/2026\n  - debut: 05/12/2026\n")) == []


def test_a_postponed_outing_keeps_the_day_of_its_file(told: Told) -> None:
    rows = "statut: reporte\nancien_debut: 05/12/2026 20h30\n"
    assert told({FILE: RIGHT.replace("05/12/2026 20h30", "12/12/2026 20h30") + rows}) == []


def test_another_day_than_that_of_the_file_is_told(told: Told) -> None:
    assert told(_with(START, "  - debut: 06/12/2026\n")) == [
        (3, "date-et-nom-de-fichier", "le jour du nom de fichier n’est pas celui de la sortie.")
    ]


ADDRESS = 'adresse:\n  nom: Le parc\n  commune: "26362"\n'


def test_an_outing_may_have_an_address_of_its_own(told: Told) -> None:
    assert told(_with("lieu: salle\n", ADDRESS)) == []


def test_the_postcode_of_an_address_is_that_of_its_town(told: Told) -> None:
    assert told(_with("lieu: salle\n", f'{ADDRESS}  code_postal: "26000"\n')) == []


def test_the_postcode_of_another_town_is_told(told: Told) -> None:
    assert told(_with("lieu: salle\n", f'{ADDRESS}  code_postal: "07000"\n')) == [
        (8, "code-postal", "ce code postal n’est pas celui de Valence.")
    ]


def test_an_outing_without_a_place_is_told(told: Told) -> None:
    assert told(_with("lieu: salle\n", "")) == [(1, "lieu", "l’endroit de la sortie n’est pas écrit.")]


def test_an_outing_with_two_places_is_told(told: Told) -> None:
    assert told(_and(ADDRESS)) == [(9, "lieu", "l’endroit de la sortie est écrit deux fois.")]


def test_a_postponed_outing_without_its_former_date_is_told(told: Told) -> None:
    assert told(_and("statut: reporté\n")) == [
        (9, "ancienne-date", "la sortie est reportée, mais l’ancienne date n’est pas écrite.")
    ]


def test_a_condition_that_is_written_is_right(told: Told) -> None:
    rows = "type: sous-condition\n  condition: moins de 18 ans\n  frais_restants: 2\n"
    assert told(_with("type: entree-libre\n", rows)) == []


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("type: sous-condition\n", 7, "c’est gratuit sous condition, mais la condition n’est pas écrite."),
        (
            "type: entree-libre\n  frais_restants: 5,50\n",
            8,
            "l’entrée est libre, mais il reste quelque chose à payer.",
        ),
    ],
)
def test_a_gratuity_that_is_not_clear_is_told(told: Told, rows: str, line: int, message: str) -> None:
    assert told(_with("type: entree-libre\n", rows)) == [(line, "gratuite", message)]


def test_ages_in_order_are_right(told: Told) -> None:
    assert told(_and("age: {min: 6, max: 12}\n")) == []


def test_ages_the_wrong_way_round_are_told(told: Told) -> None:
    assert told(_and("age:\n  max: 6\n  min: 12\n")) == [(11, "age", "l’âge minimum dépasse l’âge maximum.")]


def test_a_withdrawal_after_the_publication_is_right(told: Told) -> None:
    assert told(_and("publier_le: 01/11/2026\nretirer_le: 10/12/2026\n")) == []


def test_a_withdrawal_before_the_publication_is_told(told: Told) -> None:
    assert told(_and("publier_le: 01/11/2026\nretirer_le: 01/11/2026\n")) == [
        (10, "retrait", "la date de retrait est avant la date de publication.")
    ]


def test_a_repetition_with_an_end_is_right(told: Told) -> None:
    assert told(_and("repetition:\n  regle: FREQ=WEEKLY;COUNT=3\n")) == []


def test_a_repetition_without_an_end_is_told(told: Told) -> None:
    assert told(_and("repetition:\n  regle: FREQ=WEEKLY\n")) == [
        (10, "repetition", "cette répétition n’a pas de fin.")
    ]


@pytest.mark.parametrize("rule", ["FREQ=DAILY;COUNT=5000", "FREQ=DAILY;UNTIL=20400101"])
def test_five_thousand_dates_are_told(told: Told, rule: str) -> None:
    assert told(_and(f"repetition:\n  regle: {rule}\n")) == [
        (10, "repetition", "cette répétition donne plus de 400 dates.")
    ]


TWIN = "data/sorties/2026-12-05-le-concert.yaml"


def test_two_outings_of_one_evening_are_right_when_their_titles_differ(told: Told) -> None:
    assert told({FILE: RIGHT, TWIN: RIGHT.replace("titre: Concert", "titre: Bal")}) == []


def test_an_outing_announced_twice_is_told_in_the_second_file(told: Told) -> None:
    assert told({FILE: RIGHT, TWIN: RIGHT.replace("titre: Concert", "titre:  CONCERT")}) == [
        (1, "doublon", "cette sortie est déjà annoncée dans un autre fichier.")
    ]


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>'
PICTURE = "image:\n  fichier: scene.svg\n  alt: La scène\n  credit: La salle\n  licence: accord\n"


def test_a_picture_that_is_there_is_right(told: Told) -> None:
    assert told({**_and(PICTURE), "content/images/scene.svg": DRAWING}) == []


def test_a_picture_that_is_not_there_is_told(told: Told) -> None:
    assert told({**_and(PICTURE), "content/images/Scene.svg": DRAWING}) == [
        (10, "fichier-absent", "le fichier « scene.svg » n’est pas dans content/images.")
    ]


@pytest.mark.parametrize(
    "people", ["", "  personnes: non\n", "  personnes: oui\n  accord: classeur du bureau\n"]
)
def test_a_picture_without_people_or_with_their_agreement_is_right(told: Told, people: str) -> None:
    assert told({**_and(PICTURE + people), "content/images/scene.svg": DRAWING}) == []


def test_people_who_can_be_recognised_have_agreed(told: Told) -> None:
    assert told({**_and(f"{PICTURE}  personnes: oui\n"), "content/images/scene.svg": DRAWING}) == [
        (
            14,
            "image-sans-accord",
            "des personnes sont reconnaissables sur cette image, et rien ne dit qu’elles sont d’accord.",
        )
    ]


def test_a_picture_says_what_it_shows_whose_it_is_and_with_which_right(told: Told) -> None:
    files = {**_and("image:\n  fichier: scene.svg\n"), "content/images/scene.svg": DRAWING}
    assert [code for _, code, _ in told(files)] == ["champ-manquant"] * 3


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/billets/2026/2026-11-20-essai.md", "titre: A\ndate: 20/11/2026\nrubrique: Sorties\n"),
        (
            "data/partenaires/salle-b.yaml",
            "nom: B\ncommune: '26362'\nfamille: culturel\npartenariat:\n  source: x\n",
        ),
    ],
)
def test_the_picture_of_a_post_or_a_partner_is_there_too(told: Told, file: str, text: str) -> None:
    written = f"---\n{text}{PICTURE}---\n\nUn texte.\n" if file.endswith(".md") else f"{text}{PICTURE}"
    assert [code for _, code, _ in told({file: written})] == ["fichier-absent"]
    assert told({file: written, "content/images/scene.svg": DRAWING}) == []


def test_a_place_that_is_a_partner_is_known(told: Told) -> None:
    partner = "nom: A\ncommune: '26362'\nfamille: culturel\npartenariat:\n  source: convention\n"
    assert told({**_with("lieu: salle", "lieu: theatre"), "data/partenaires/theatre.yaml": partner}) == []


def test_a_place_that_does_not_exist_is_told(told: Told) -> None:
    assert told(_with("lieu: salle", "lieu: sale")) == [
        (5, "reference-inconnue", "« sale » ne correspond à aucune fiche.")
    ]
