import time

import pytest

from plugins.catalog.source import UnreadableFileError
from plugins.catalog.yaml_source import Tree, read_yaml


def _read(text: str) -> object:
    tree = read_yaml(text, "fiche.yaml")
    assert tree.faults == ()
    return tree.data


def _refused(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(UnreadableFileError) as caught:
        read_yaml(text, "fiche.yaml")
    return [(problem.line, problem.code, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "written",
    [
        "07000",
        "0475566020",
        "14:30",
        "no",
        "non",
        "On",
        "2026-12-05",
        "1e3",
        "0x10",
        "1_000",
        "3.50",
        "NON",
        "<<",
    ],
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert _read(f"champ: {written}\n") == {"champ": written}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none(written: str) -> None:
    assert _read(f"champ: {written}\n") == {"champ": None}


def test_quoted_emptiness_is_a_text() -> None:
    assert _read("a: ''\nb: \"null\"\n") == {"a": "", "b": "null"}


def test_a_folded_text_is_read_as_yaml_says() -> None:
    assert _read("a: >-\n  un\n  deux\nb: |\n  un\n  deux\n") == {"a": "un deux", "b": "un\ndeux\n"}


def test_an_empty_text_has_no_data() -> None:
    assert _read("# rien\n") is None


def test_a_key_is_read_without_the_spaces_around_it() -> None:
    assert _read("titre : a\nnom\u00a0: b\n") == {"titre": "a", "nom": "b"}


def test_a_file_may_begin_with_three_dashes() -> None:
    assert _read("---\na: 1\n") == {"a": "1"}


def test_each_value_has_its_line() -> None:
    tree = read_yaml("titre: A\ndates:\n  - debut: x\n    fin: y\n  - debut: z\nage: {min: 1}\n", "f", 10)
    assert [
        tree.line(path)
        for path in [
            (),
            ("titre",),
            ("dates",),
            ("dates", 0),
            ("dates", 0, "fin"),
            ("dates", 1, "debut"),
            ("age", "min"),
        ]
    ] == [10, 10, 11, 12, 13, 14, 15]


def test_what_is_absent_has_the_line_of_what_is_around_it() -> None:
    tree = read_yaml("titre: A\nage:\n  min: 1\n", "f")
    assert (tree.line(("age", "max")), tree.line(("resume",)), tree.row(3)) == (2, 1, "min: 1")


def test_a_row_outside_the_text_is_empty() -> None:
    assert Tree("f", None, {}, ("a",), 5).row(9) == ""


def test_a_repeated_key_names_both_lines_and_keeps_the_first_value() -> None:
    tree = read_yaml("nom: A\nville: B\nnom: C\n", "f")
    assert tree.data == {"nom": "A", "ville": "B"}
    (problem,) = tree.faults
    assert (problem.line, problem.code, problem.message, problem.expected) == (
        3,
        "cle-repetee",
        "le champ « nom » est écrit deux fois.",
        "un seul « nom » (le premier est à la ligne 1)",
    )


def test_a_repeated_group_leaves_the_lines_of_the_first() -> None:
    tree = read_yaml("age:\n  min: 1\nage:\n  min: 2\n", "f")
    assert tree.data == {"age": {"min": "1"}}
    assert tree.line(("age", "min")) == 2


def test_what_follows_a_hash_is_told_not_lost() -> None:
    tree = read_yaml('nom: salle #2\nville: "Privas" # vrai commentaire\n# un autre\nsite:  # vide\n', "f")
    assert [(problem.line, problem.code, problem.written) for problem in tree.faults] == [
        (1, "diese", "nom: salle #2")
    ]


def test_a_hash_inside_a_word_is_kept() -> None:
    assert _read("a: C#\nb: https://exemple.fr/#bas\n") == {"a": "C#", "b": "https://exemple.fr/#bas"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: b\ntitre: Le théâtre : mode\n", 2, "il y a un « : » de trop sur cette ligne."),
        (
            "a: b\n- titre: x : y\n",
            2,
            "cette ligne n’est pas alignée avec les autres, ou un guillemet est mal placé.",
        ),
        ("a: b\n\tb: c\n", 2, "cette ligne commence par une tabulation."),
        ("a:\n\t- c\n", 2, "cette ligne commence par une tabulation."),
        ("a: b\ntitre x\nc: d\n", 2, "il manque « : », suivi d’une espace, après le nom du champ."),
        ("titre x\nc: d\n", 1, "il manque « : », suivi d’une espace, après le nom du champ."),
        (
            "a: b\nnom:\u00a0X\nc: d\n",
            2,
            "le « : » est suivi d’une espace insécable, que l’ordinateur ne prend pas pour une espace.",
        ),
        ('a: b\nnom: "La Com\nc: d\n', 2, "un guillemet est ouvert ici, et n’est jamais refermé."),
        ('nom: "La Com\n---\nc: d\n', 1, "un guillemet est ouvert ici, et n’est jamais refermé."),
        (
            "a: 'aujourd'hui'\n",
            1,
            "cette ligne n’est pas alignée avec les autres, ou un guillemet est mal placé.",
        ),
        ("a: 1\n  b: 2\n", 2, "cette ligne n’est pas alignée avec celle qui précède."),
        ("a: - x\n", 1, "un tiret de liste est sur la même ligne que le nom du champ."),
        ("a: b\nc: [x, y\nd: e\n", 2, "un crochet ou une accolade est ouvert ici, et n’est pas refermé."),
        ("a: b\nc: [\n", 2, "un crochet ou une accolade est ouvert ici, et n’est pas refermé."),
        ("a: [x,, y]\n", 1, "il y a une virgule de trop dans cette liste."),
        ("a: *Été*\n", 1, "une valeur commence par « * » ou « & », qui ont un sens spécial ici."),
        ("a: & co\n", 1, "une valeur commence par « * » ou « & », qui ont un sens spécial ici."),
        ("a: %50\n", 1, "une valeur ne peut pas commencer par ce signe."),
        ("a: @moi\n", 1, "une valeur ne peut pas commencer par ce signe."),
        ("a: |texte\n", 1, "après « | » ou « > », le texte commence à la ligne suivante."),
        ('a: "C:\\Users"\n', 1, "entre guillemets doubles, « \\ » a un sens spécial."),
        ("a: 1\n---\nb: 2\n", 2, "cette ligne « --- » coupe le fichier en deux."),
        ("? [a, b]\n: c\n", 1, "il manque le nom du champ avant « : »."),
        ("'': c\n", 1, "il manque le nom du champ avant « : »."),
    ],
)
def test_faulty_writing_is_told_at_the_line_to_mend(text: str, line: int, message: str) -> None:
    assert _refused(text) == [(line, "yaml", message)]


@pytest.mark.parametrize(
    "text", ["a: &x Salle\n", "a: !!python/object/apply:os.system [x]\n", "a: !Attention au départ\n"]
)
def test_anchors_and_tags_are_refused(text: str) -> None:
    message = "une valeur commence par &, *, ! ou %, qui ont un sens spécial ici."
    assert _refused(text) == [(1, "signe-yaml", message)]


def test_a_directive_is_refused() -> None:
    assert [code for _, code, _ in _refused("%YAML 1.1\n---\na: 1\n")] == ["signe-yaml"]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    begun = time.perf_counter()
    assert {code for _, code, _ in _refused("\n".join(rows))} == {"signe-yaml"}
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000])
def test_a_bomb_of_nesting_is_refused_at_once(text: str) -> None:
    begun = time.perf_counter()
    assert _refused(text) == [(1, "yaml", "les listes sont emboîtées trop profondément.")]
    assert time.perf_counter() - begun < 1


def test_a_hash_that_opens_a_list_for_ever_is_told_once() -> None:
    assert [(line, code) for line, code, _ in _refused("a: 1\nb: [salle #2, c]\n")] == [(2, "diese")]


def test_faults_met_before_the_text_is_lost_are_told_too() -> None:
    assert [(line, code) for line, code, _ in _refused("a: 1\na: 2\nb: [\n")] == [
        (2, "cle-repetee"),
        (3, "yaml"),
    ]
