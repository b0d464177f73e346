"""Read the two settings files before Pelican does, and say in French what would stop it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from plugins.catalog.problems import Problem

FILES = ("pelicanconf.py", "publishconf.py")
CLOSE_ENOUGH = 0.85  # two names so alike are one name and its misspelling
SOURCES = frozenset(
    {"content", "data", "docs", "plugins", "tests", "theme", ".git", ".github", ".cache", ".venv"}
)
DIRECT = "DIRECT_TEMPLATES"
"""The list of templates for each of which Pelican reads an address that has no default."""
_QUOTED = re.compile(r'"([A-Z][A-Z_]+)"')
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)


@dataclass(frozen=True)
class Setting:
    """Hold a setting as it is written: the file and the line, and its value when it is a plain one."""

    name: str
    file: str
    line: int
    value: Any
    row: str


def settings_faults(root: Path, last: str) -> Iterator[Problem]:
    """Yield what is wrong in the settings, up to the file `last`; nothing is run to find out."""
    written: dict[str, Setting] = {}
    known: frozenset[str] = frozenset()
    for file in FILES[: FILES.index(last) + 1]:
        try:
            found = list(_settings(root / file, file))
        except (OSError, SyntaxError, ValueError) as error:
            yield _unreadable(file, error)
            return
        if known:
            yield from (_unknown(setting, known) for setting in found if setting.name not in known)
        else:
            yield from _misspelled(found)
        known = known or frozenset(setting.name for setting in found)
        written |= {setting.name: setting for setting in found}
    if last == FILES[-1]:
        yield from _address_faults(written.get("SITEURL"))
    yield from _output_faults(root, written.get("OUTPUT_PATH"))
    yield from _theme_faults(root, written.get("THEME"))
    yield from _plugin_faults(root, written.get("PLUGINS"))


def _settings(path: Path, file: str) -> Iterator[Setting]:
    text = path.read_text(encoding="utf-8")
    rows = text.split("\n")
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        else:
            targets = [statement.target] if isinstance(statement, ast.AnnAssign) else []
        for target in targets:
            if isinstance(target, ast.Name) and target.id.isupper():
                value = _plain(statement.value)  # type: ignore[attr-defined]  # both kinds of assignment have one
                yield Setting(target.id, file, target.lineno, value, rows[target.lineno - 1])


def _plain(node: ast.expr) -> Any:
    """Return the value of a literal; in a list, what is not a literal is left out."""
    if isinstance(node, ast.List):
        return [item.value for item in node.elts if isinstance(item, ast.Constant)]
    return node.value if isinstance(node, ast.Constant) else None


def _address_faults(setting: Setting | None) -> Iterator[Problem]:
    """Ask for the public address of the site: https, a name, no final slash."""
    expected = "une adresse comme https://www.exemple.fr, sans barre à la fin"
    if setting is None:
        message = "l’adresse publique du site (SITEURL) manque."
        yield Problem(FILES[0], 0, "reglages", message, None, expected, "ajoutez la ligne SITEURL = …")
    elif setting.value is not None and not _ADDRESS.fullmatch(str(setting.value)):
        hint = "recopiez l’adresse du site depuis le navigateur, sans ce qui suit le nom"
        yield _told(setting, "SITEURL n’est pas l’adresse publique d’un site.", expected, hint)


def _output_faults(root: Path, setting: Setting | None) -> Iterator[Problem]:
    """Ask for a folder of its own: a build puts a whole new folder in the place of this one."""
    if setting is None or not isinstance(setting.value, str):
        return
    here = root.resolve()
    folder = (here / setting.value).resolve()
    inside = folder.relative_to(here).parts if folder.is_relative_to(here) else ()
    if not inside or inside[0].lower() in SOURCES:
        hint = 'remettez OUTPUT_PATH = "output"'
        message = "le site construit effacerait ce dossier, ou sortirait du projet."
        yield _told(setting, message, "un dossier du projet qui ne sert qu’à cela", hint)


def _theme_faults(root: Path, setting: Setting | None) -> Iterator[Problem]:
    if setting and isinstance(setting.value, str) and not (root / setting.value / "templates").is_dir():
        hint = 'remettez THEME = "theme", ou vérifiez le nom du dossier'
        yield _told(setting, "ce dossier n’est pas celui d’un thème.", "le nom d’un dossier du projet", hint)


def _plugin_faults(root: Path, setting: Setting | None) -> Iterator[Problem]:
    names = setting.value if setting and isinstance(setting.value, list) else ()
    for name in names:
        if not _is_there(root, str(name)):
            hint = "vérifiez le nom, ou retirez-le de la liste PLUGINS"
            yield _told(
                setting, f"le module « {name} » n’existe pas.", "le nom d’un paquet de plugins/", hint
            )


def _is_there(root: Path, name: str) -> bool:
    inside = root / name.replace(".", "/")
    if inside.is_dir() or inside.with_suffix(".py").is_file():
        return True
    try:
        return find_spec(name) is not None
    except ImportError:
        return False


def _unknown(setting: Setting, known: frozenset[str]) -> Problem:
    """Refuse a name that only the online settings have: misspelled, it would change nothing, in silence."""
    close = get_close_matches(setting.name, sorted(known), n=1)
    return _told(
        setting,
        f"le réglage {setting.name} n’est pas dans {FILES[0]} : il ne changerait rien.",
        f"un des noms de {FILES[0]}",
        f"vouliez-vous écrire {close[0]} ?" if close else f"écrivez-le d’abord dans {FILES[0]}",
    )


def _misspelled(found: list[Setting]) -> Iterator[Problem]:
    """Refuse a name that nothing reads, but for a letter or two: the setting that was meant keeps its old value."""
    theirs = _names_of_pelican() | _addresses(found)
    ours = {setting.name for setting in found}
    for setting in found:
        if setting.name in theirs:  # most are: looking for what resembles them takes time
            continue
        close = get_close_matches(setting.name, sorted((theirs | ours) - {setting.name}), 1, CLOSE_ENOUGH)
        if close:
            message = f"personne ne lit le réglage {setting.name} : il ne changerait rien."
            yield _told(setting, message, "un nom de réglage exact", f"vouliez-vous écrire {close[0]} ?")


def _addresses(found: list[Setting]) -> frozenset[str]:
    """Name the addresses of the direct templates: `TAGS_URL` and `TAGS_SAVE_AS` for « tags »."""
    lists = (setting.value for setting in found if setting.name == DIRECT and isinstance(setting.value, list))
    names = {str(name).upper() for names in lists for name in names}
    return frozenset(f"{name}_{end}" for name in names for end in ("URL", "SAVE_AS"))


def _names_of_pelican() -> frozenset[str]:
    """Read the names in Pelican's own settings file, as text: Pelican is not started for that."""
    found = find_spec("pelican")
    folders = found.submodule_search_locations if found else None
    texts = ((Path(folder) / "settings.py").read_text(encoding="utf-8") for folder in folders or ())
    return frozenset(name for text in texts for name in _QUOTED.findall(text))


def _unreadable(file: str, error: Exception) -> Problem:
    if isinstance(error, SyntaxError):
        message = "Python ne comprend pas cette ligne."
        hint = "regardez aussi la ligne d’avant : il y manque souvent une virgule, un guillemet ou un crochet"
        return Problem(
            file, error.lineno or 0, "reglages", message, (error.text or "").strip() or None, hint=hint
        )
    hint = f"retrouvez le fichier d’avant : git checkout {file}"
    return Problem(file, 0, "reglages", "ce fichier de réglages ne se lit pas.", hint=hint)


def _told(setting: Setting | None, message: str, expected: str, hint: str) -> Problem:
    file, line, row = (setting.file, setting.line, setting.row) if setting else (FILES[0], 0, "")
    return Problem(file, line, "reglages", message, row.strip() or None, expected, hint)
