"""Import outings, or the minutes of a meeting, from a file: tell first, write when asked."""

import datetime
from pathlib import Path

from plugins.catalog import load_catalog
from plugins.commands.console import say, warn
from plugins.commands.importing_minutes import import_minutes
from plugins.importing.gratuity import read_declared
from plugins.importing.minutes import is_minutes
from plugins.importing.opening import Opened, open_file
from plugins.importing.planning import Planner, apply
from plugins.importing.report import report
from plugins.importing.rows import FileRefusedError, Reading, Refusal
from plugins.importing.template import write_template

USAGE = "Dites quel fichier importer : ./faire importer sorties.ods (ou, pour un tableau vide : ./faire importer --modele sorties.ods)"


def import_file(
    root: Path, name: str, today: datetime.date, *, write: bool = False, declared: str = ""
) -> int:
    """Tell what a file would bring, or bring it; return 1 when the file or one of its rows is refused."""
    if not name.strip():
        warn(USAGE)
        return 1
    if is_minutes(name.strip()):
        return import_minutes(root, name, today, write=write)
    try:
        free = read_declared(declared) if declared else None
        opened = open_file(Path(name.strip()).expanduser())
        reading = read(opened)
    except FileRefusedError as error:
        warn(str(error))
        return 1
    except Refusal as refusal:
        warn(f"{refusal.message}\n    attendu : {refusal.expected}")
        return 1
    planner = Planner(load_catalog(root), reading.system, f"import de {opened.name}", today, free)
    steps = planner.plan(reading)
    if write:
        try:
            apply(root, steps)
        except FileExistsError as error:
            warn(f"{error} vient d’apparaître : rien n’a été écrit. Relancez la même commande.")
            return 1
        except OSError as error:
            warn(
                f"Je n’ai pas pu écrire ({error.strerror}) : rien n’a été gardé. Vérifiez vos droits, puis relancez."
            )
            return 1
    say(report(name.strip(), reading, steps, written=write))
    return int(any(step.refusal for step in steps))


def make_template(name: str) -> int:
    """Write an empty spreadsheet to fill in."""
    path = Path(name).expanduser()
    try:
        write_template(path)
    except FileRefusedError as error:
        warn(str(error))
        return 1
    say(f"Créé : {path}\nRemplissez une ligne par sortie, enregistrez, puis : ./faire importer {path}")
    return 0


def read(opened: Opened) -> Reading:
    """Give a file to the reader of its kind; each is loaded when needed, so that others start fast."""
    if opened.kind == "json":
        from plugins.importing.openagenda import read_openagenda  # noqa: PLC0415  # the reader of this kind only

        return read_openagenda(opened)
    if opened.kind == "ics":
        from plugins.importing.calendar import read_calendar  # noqa: PLC0415  # the reader of this kind only

        return read_calendar(opened)
    from plugins.importing.sheets import read_sheet  # noqa: PLC0415  # the reader of this kind only

    return read_sheet(opened)
