from plugins.catalog.problems import DataError, Problem, format_problem, format_report

FULL = Problem(
    "data/lieux/salle.yaml",
    2,
    "champ-inconnu",
    "le champ « comune » n’existe pas ici.",
    'comune:   "26362"',
    "l’un de ces champs : commune, nom",
    "vouliez-vous écrire « commune » ?",
)
BARE = Problem("data/association.yaml", 0, "fichier-manquant", "la fiche de l’association est absente.")

REPORT = """\
data/association.yaml : la fiche de l’association est absente.
    aide    : docs/problemes.md#fichier-manquant

data/lieux/salle.yaml, ligne 2 : le champ « comune » n’existe pas ici.
    écrit   : comune: "26362"
    attendu : l’un de ces champs : commune, nom
    conseil : vouliez-vous écrire « commune » ?
    aide    : docs/problemes.md#champ-inconnu

2 problèmes à corriger dans 2 fichiers. Le site précédent n’a pas été touché."""


def test_a_report_is_sorted_by_place_and_closed_by_a_count() -> None:
    assert format_report([FULL, BARE, FULL]) == REPORT


def test_one_problem_is_counted_in_the_singular() -> None:
    assert format_report([BARE]).endswith(
        "1 problème à corriger dans 1 fichier. Le site précédent n’a pas été touché."
    )


def test_the_error_that_stops_a_build_says_the_report() -> None:
    error = DataError([FULL, BARE, FULL])
    assert error.problems == (BARE, FULL)
    assert str(error) == REPORT


def test_a_long_value_is_cut_to_one_line() -> None:
    problem = Problem("a", 1, "trop-long", "trop long.", "x" * 400)
    (row,) = [line for line in format_problem(problem).split("\n") if "écrit" in line]
    assert row == f"    écrit   : {'x' * 299}…"


def test_lines_are_sorted_as_numbers() -> None:
    places = [problem.line for problem in DataError(Problem("a", n, "c", "m") for n in (10, 9, 2)).problems]
    assert places == [2, 9, 10]
