import pytest

from plugins.commands.command_line import asked_build, for_invoke, misspelling


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("voir --exmples", "Je ne connais pas l’option « --exmples ». Vouliez-vous dire « --exemples » ?"),
        ("voir --port 8001", ""),
        ("voir --port=8001 --exemples", ""),
        ("nettoyer construire --exemples", ""),
        ("nettoyer construir", "Je ne connais pas la commande « construir ». Vouliez-vous dire « construire » ?"),
        ("xyzzy", "Je ne connais pas la commande « xyzzy ». Tapez ./faire pour voir les commandes."),
        ("tester -k nimporte --lf", ""),
        ("nouvel-article La fête du printemps", ""),
        ("nouvel-article --titr Fête", "Je ne connais pas l’option « --titr ». Vouliez-vous dire « --titre » ?"),
        ("construire --help", ""),
    ],
)  # fmt: skip
def test_only_known_commands_and_options_go_through(line: str, complaint: str) -> None:
    assert misspelling(line.split()) == complaint


@pytest.mark.parametrize(
    ("arguments", "handed"),
    [
        (["construire", "--exemples"], ["construire", "--exemples"]),
        (["tester", "-k", "a or b"], ["tester", "--", "-k 'a or b'"]),
        (["tester", "--", "-x"], ["tester", "--", "-x"]),
        (["tester"], ["tester"]),
        (["nouvel-article", "La", "fête"], ["nouvel-article", "--titre=La fête"]),
        (["importer", "a b.ods", "--ecrire"], ["importer", "--ecrire", "--fichier=a b.ods"]),
        (
            ["nouvel-article", "La fête", "--date", "12/11/2026"],
            ["nouvel-article", "--date", "12/11/2026", "--titre=La fête"],
        ),
        (["nouvel-article", "--help"], ["nouvel-article", "--help"]),
    ],
)
def test_free_words_are_written_as_invoke_expects_them(arguments: list[str], handed: list[str]) -> None:
    assert for_invoke(arguments) == handed


@pytest.mark.parametrize(
    ("line", "build"),
    [
        ("construire", ["construire"]),
        ("build --exemples", ["construire", "--exemples"]),
        ("preview", ["apercu"]),
        ("construire --help", []),
        ("nettoyer construire", []),
        ("voir", []),
    ],
)
def test_only_a_build_alone_does_without_invoke(line: str, build: list[str]) -> None:
    assert asked_build(line.split()) == build
