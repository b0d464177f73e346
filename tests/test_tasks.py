import pytest
from invoke import Collection, Config, Context, Exit

from plugins.catalog.problems import DataError, Problem
from plugins.commands.entry import command
from tests.scripts import ROOT, load

ALIASES_OF_PELICAN = {
    "build": "construire",
    "serve": "voir",
    "livereload": "voir",
    "clean": "nettoyer",
    "preview": "apercu",
    "publish": "publier",
    "gh-pages": "publier",
    "test": "tester",
    "status": "etat",
}


FAIRE = load("faire")
TASKS = Collection.from_module(load("tasks.py"))
ARGUMENTS = {name: TASKS[name].get_arguments() for name in TASKS.task_names}  # once: invoke forgets the help


def test_the_menu_and_the_tasks_are_the_same_list() -> None:
    in_menu = {command.name: set(command.aliases) for command in FAIRE.COMMANDS.values()}
    in_tasks = {name: set(aliases) for name, aliases in TASKS.task_names.items()}
    assert in_menu == in_tasks


@pytest.mark.parametrize(("alias", "name"), ALIASES_OF_PELICAN.items())
def test_pelican_s_usual_names_work(alias: str, name: str) -> None:
    assert TASKS[alias] is TASKS[name]


@pytest.mark.parametrize("name", TASKS.task_names)
def test_the_menu_knows_the_options_of_each_task(name: str) -> None:
    options = {f"--{argument.name}{'=' if argument.takes_value else ''}" for argument in ARGUMENTS[name]}
    assert set(FAIRE.COMMANDS[name].options) == options


@pytest.mark.parametrize("name", TASKS.task_names)
def test_each_task_and_each_option_has_a_french_help(name: str) -> None:
    task = TASKS[name]
    assert task.__doc__
    assert task.__doc__.strip()[0].isupper()
    assert all(argument.help for argument in ARGUMENTS[name])


@pytest.mark.parametrize("name", TASKS.task_names)
def test_tasks_stay_thin(name: str) -> None:
    lines = (ROOT / "tasks.py").read_text("utf-8").split(f"\ndef {name.replace('-', '_')}(")[1]
    body = lines.split("\n\n\n")[0].split('"""')[-1]
    assert len([line for line in body.splitlines() if line.strip()]) <= 10


def _run(function: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    with pytest.raises(Exit) as ended:
        command()(function)(Context(Config()))
    return ended.value.code, capsys.readouterr().err


def test_the_number_of_a_task_is_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(lambda _context: 3, capsys) == (3, "")
    assert command()(lambda _context: 0)(Context(Config())) is None


def test_ctrl_c_in_a_task_ends_with_a_french_word(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_context: Context) -> int:
        raise KeyboardInterrupt

    assert _run(interrupted, capsys) == (130, "\nArrêté à votre demande. Rien n’est perdu.\n")


def test_faulty_files_are_listed_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def faulty(_context: Context) -> int:
        raise DataError([Problem("data/x.yaml", 2, "vide", "le titre manque.")])

    code, told = _run(faulty, capsys)
    assert code == 1
    assert told.startswith("data/x.yaml, ligne 2 : le titre manque.\n")
