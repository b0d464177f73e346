"""Import the minutes of a meeting as the draft of a post: tell first, write when asked, never over a file."""

import datetime
from pathlib import Path

from plugins.commands.console import say, warn
from plugins.commands.finding import categories
from plugins.importing.minutes import Draft, draft, read_minutes
from plugins.importing.rows import FileRefusedError


def import_minutes(root: Path, name: str, today: datetime.date, *, write: bool = False) -> int:
    """Tell what a document would become, or write it; return 1 when it is refused or its place is taken."""
    try:
        path = Path(name.strip()).expanduser()
        found = draft(read_minutes(path), path.name, next(iter(categories(root)), "À remplir"), today)
    except FileRefusedError as error:
        warn(str(error))
        return 1
    target = root / found.path
    if target.exists():
        if target.read_text("utf-8") == found.content:
            say(f"Rien à faire : {found.path} est déjà ce que donne ce document.")
            return 0
        warn(
            f"{found.path} existe déjà, et a été retouché : je n’y touche pas. Renommez-le d’abord, ou retirez-le."
        )
        return 1
    if write:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(found.content)
    say(_report(name.strip(), found, written=write))
    return 0


def _report(name: str, found: Draft, *, written: bool) -> str:
    lines = [f"{name} : {'écrit dans' if written else 'deviendrait le brouillon'} {found.path}"]
    lines.append(f"Gardé : {found.kept}.")
    lines += ["Pas gardé :", *(f"  · {line}" for line in found.lost)] if found.lost else []
    lines += [f"Attention : {warning}" for warning in found.warnings]
    lines.append("L’auteur et les propriétés du fichier ne sont pas repris.")
    lines.append(
        "Relisez-le, remplissez le résumé, puis écrivez « brouillon: non »."
        if written
        else f"Rien n’est écrit. Pour l’écrire : ./faire importer {name} --ecrire"
    )
    return "\n".join(lines)
