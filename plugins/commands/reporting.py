"""Put the end of a build into French."""

import re
from datetime import date

from plugins.catalog.problems import Problem, format_report
from plugins.commands.building import BuildResult
from plugins.commands.console import say, warn
from plugins.commands.protocol import Built
from plugins.french import format_date, format_number, plural

LAST_LINES = 15
_TRACEBACK = "Traceback (most recent call last):"
_TEMPLATE = re.compile(r'File "[^"]*?theme/templates/(?P<file>[^"]+)", line (?P<line>\d+), in')
_REFUSED = re.compile(
    r"(?P<kind>\w+Error): \[(?P<number>(?:Errno|WinError) \d+)\][^:]*(?:: '(?:.*?[/\\])??(?P<path>(?:\.?output|content|data|theme)[^']*)')?"
)
_FULL = frozenset({"Errno 27", "Errno 28", "Errno 122", "WinError 39", "WinError 112"})
"""EFBIG, ENOSPC, EDQUOT (Linux's errno.h), ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL (Windows' winerror.h)."""
_FATAL_WARNING = "RuntimeError: Warning or error encountered"  # how --fatal ends; the warning stands above it
_PROGRAMMING_ERROR = (
    "Le programme du site s’est arrêté sur une erreur à lui : vos fichiers n’y sont sans doute pour rien.\n"
    "Le site précédent n’a pas été touché. Voici de quoi aider la personne qui va le réparer :"
)


def report(result: BuildResult) -> int:
    """Print how the build ended; return the exit code."""
    if result.is_good and result.built is not None:
        say(success(result.built, result.seconds))
        return 0
    warn(failure(result))
    return 1


def success(built: Built, seconds: float) -> str:
    """Say in one line what was built and where, then the notes of the build."""
    folder = built.output.rstrip("/")
    line = f"Site construit : {plural(built.pages, 'page')} en {duration(seconds)} dans {folder}/ — {_next_step(built)}"
    if built.next_change:
        line += f" — prochain changement prévu : le {format_date(date.fromisoformat(built.next_change), 'medium')}"
    return "\n".join([line, *(f"  · {note}" for note in built.notes)])


def _next_step(built: Built) -> str:
    folder = built.output.rstrip("/")
    if built.opens_by_double_click:
        return f"ouvrez {folder}/index.html"
    return "le site tel qu’il sera en ligne (./faire publier l’envoie, ./faire voir le montre)"


def failure(result: BuildResult) -> str:
    """Tell the problems; without any, give the traceback whole, or Pelican's last words."""
    if result.problems:
        return format_report(result.problems)
    log = [line for line in result.log if line.strip()]
    if fault := _template_fault(log) or _disk_fault(log):
        return format_report([fault])
    start = log.index(_TRACEBACK) if _TRACEBACK in log else len(log)
    if start < len(log) and log[-1] != _FATAL_WARNING:
        return "\n".join([_PROGRAMMING_ERROR, "", *log[start:]])
    intro = f"Pelican s’est arrêté (code {result.code}). Le site précédent n’a pas été touché."
    last_words = [f"    {line}" for line in log[:start][-LAST_LINES:] if line != _FATAL_WARNING]
    return "\n".join([f"{intro} Ses derniers mots :", "", *last_words]) if last_words else intro


def _template_fault(log: list[str]) -> Problem | None:
    """Find which template stopped the build, when it is a template: whoever edits one reads no traceback."""
    frames = [(found["file"], int(found["line"])) for line in log if (found := _TEMPLATE.search(line))]
    said = next((line for line in reversed(log) if line.startswith("jinja2.exceptions.")), "")
    if not frames or not said:
        return None
    others = dict.fromkeys(f"{file}, ligne {line}" for file, line in frames[1:])
    return Problem(
        f"theme/templates/{frames[0][0]}",
        frames[0][1],
        "gabarit",
        "ce gabarit ne donne pas de page.",
        written=said.partition(": ")[2],
        expected="des noms que la page connaît, chaque {% for %} et chaque {% if %} refermés",
        hint="regardez vers cette ligne" + (f", et dans {' ; '.join(others)}" if others else ""),
    )


def _disk_fault(log: list[str]) -> Problem | None:
    """Find what the disk refused when it stopped the build: no room is left, or a file may not be written."""
    found = next((match for line in reversed(log) if (match := _REFUSED.match(line))), None)
    if found is None or _TRACEBACK not in log:
        return None
    name = found["path"] or "output/"
    if found["number"] in _FULL:
        return Problem(
            name,
            0,
            "disque-plein",
            "le disque n’a plus de place : le site précédent est resté tel quel.",
            expected="quelques centaines de mégaoctets libres",
            hint="videz la corbeille ou déplacez de gros fichiers, lancez ./faire nettoyer, puis recommencez",
        )
    if (
        found["kind"] == "PermissionError" or found["number"] == "Errno 30"
    ):  # EROFS: the whole disk is read-only
        return Problem(
            name,
            0,
            "ecriture-refusee",
            "l’ordinateur refuse ce fichier : le site précédent est resté tel quel.",
            expected="un fichier qui se lit et s’écrit",
            hint="fermez le logiciel qui l’a ouvert, ou rendez-lui la lecture et l’écriture, puis recommencez",
        )
    return None


def duration(seconds: float) -> str:
    """Write a duration to the tenth of a second."""
    return f"{format_number(round(seconds, 1))}\u00a0s"
