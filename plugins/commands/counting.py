"""Add up the return sheets on the volunteer's own machine: tell first, write when asked; nothing else leaves."""

import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.catalog import DataError, load_catalog
from plugins.commands.console import say, warn
from plugins.followup.merging import Merged, Season, merge, season_text, seasons
from plugins.followup.reading import Reading, read_returns
from plugins.followup.returns import Refused
from plugins.french import format_date, plural

FOLDER = "data/chiffres"
SHEETS = (".ods", ".xlsx", ".csv")
USAGE = "Dites où sont les fiches reçues : ./faire retours mes-fiches (un dossier, ou des fichiers .ods, .xlsx, .csv)"
LOST_HINT = "donnez toutes les fiches de la saison à la fois ; si c’est voulu, ajoutez --remplacer"


@dataclass(frozen=True)
class Wish:
    """Hold what is asked: files and folders as they were typed, whether to write, even with fewer returns."""

    names: str
    write: bool = False
    replace: bool = False


def count_returns(root: Path, wish: Wish, today: date) -> int:
    """Tell what the sheets say, or write it; return 1 when a sheet, a row or a season is refused."""
    names = shlex.split(wish.names)
    if not names:
        warn(USAGE)
        return 1
    readings = [_read(root, path, today) for path in _files(names)]
    merged = merge(found for reading in readings for found in reading.returns)
    refused = [*(found for reading in readings for found in reading.refused), *merged.refused]
    say(_counted(readings, merged))
    for season in seasons(merged.returns):
        refused += _season(root, season, wish, today)
    _tell_words(merged)
    if refused:
        warn(
            "\n".join(
                [
                    f"\nRefusé ({len(refused)}) : ce qui suit n’est pas compté.",
                    *(found.told for found in refused),
                ]
            )
        )
    if merged.returns and not wish.write:
        say(f"\nRien n’est écrit. Pour écrire : ./faire retours {' '.join(map(_quoted, names))} --ecrire")
    return int(bool(refused) or not merged.returns)


def _files(names: Iterable[str]) -> Iterator[Path]:
    """Give each file once, and the sheets of a folder in order."""
    seen = set()
    for name in names:
        path = Path(name).expanduser()
        inside = sorted(found for found in path.rglob("*") if _is_sheet(found)) if path.is_dir() else [path]
        for found in inside:
            if found.resolve() not in seen:
                seen.add(found.resolve())
                yield found


def _is_sheet(path: Path) -> bool:
    return path.suffix.lower() in SHEETS and not path.name.startswith((".", "~"))


def _read(root: Path, path: Path, today: date) -> Reading:
    if path.resolve().is_relative_to(root.resolve()):
        reading = Reading(path.name)
        reading.refuse(
            0,
            "elle est dans le dossier du site, d’où elle pourrait être publiée.",
            "rangez-la ailleurs, dans un dossier à vous, puis relancez",
        )
        return reading
    return read_returns(path, today)


def _counted(readings: Sequence[Reading], merged: Merged) -> str:
    files = plural(len(readings), "fiche lue", "fiches lues")
    lines = plural(len(merged.returns), "ligne comptée", "lignes comptées")
    again = (
        f", {plural(merged.again, 'ligne déjà dite', 'lignes déjà dites')} (comptée une seule fois)"
        if merged.again
        else ""
    )
    notes = [f"  · {reading.file} : {note}" for reading in readings for note in reading.notes]
    return "\n".join([f"Retours : {files}, {lines}{again}.", *notes])


def _season(root: Path, season: Season, wish: Wish, today: date) -> list[Refused]:
    """Tell a season and write it when asked; refuse to lose returns that were counted before."""
    path = root / FOLDER / f"{season.name}.yaml"
    name, text = path.relative_to(root).as_posix(), season_text(season)
    say(
        f"\nSaison {season.name} : {plural(len(season.returns), 'retour')} de {plural(season.bodies, 'structure')}, sur {plural(season.outings, 'sortie')}."
    )
    before = load_catalog(root).figures.get(season.name)
    if path.exists() and path.read_text("utf-8") == text:
        say(f"  {name} dit déjà exactement cela.")
        return []
    if before and before.returns > len(season.returns) and not wish.replace:
        why = f"ce fichier compte déjà {plural(before.returns, 'retour')}, et il n’y en a ici que {len(season.returns)} : il n’est pas touché."
        return [Refused(name, 0, why, LOST_HINT)]
    say("\n".join(f"  {line}" for line in text.splitlines() if not line.startswith("#")))
    if today < date(int(season.name[5:]), 9, 1):
        say(
            "  Cette saison n’est pas finie. Publier souvent de petits ajouts laisserait deviner chacun : deux ou trois fois par an suffisent."
        )
    if wish.write:
        _write(root, path, text)
        say(f"  Écrit : {name}")
    return []


def _write(root: Path, path: Path, text: str) -> None:
    """Write a season; put the file back, and raise `DataError`, if the catalog refuses it."""
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}")
    beside.write_text(text, "utf-8", newline="\n")
    os.replace(beside, path)  # noqa: PTH105  # the same on every system, over an existing file
    try:
        load_catalog(root)
    except DataError:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
        raise


def _tell_words(merged: Merged) -> None:
    said = [found for found in merged.returns if found.word]
    if said:
        say("\nCe qu’on en dit, à transmettre aux lieux (cela reste sur cet ordinateur) :")
        for found in sorted(said, key=lambda found: (found.outing, found.body)):
            say(f"  {found.title}, {format_date(found.day, 'medium')} : « {found.word} »")


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
