"""A year of outings in a project made for the occasion: what the whole build costs, and how that grows.

Asked of the agenda: 2,000 outings over 200 places in 12 s of CPU and 300 MB at most; 4,000 in 2.3 times as much.
"""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

from plugins.catalog.models.event import Audience, EventStatus, Genre
from tests.bench.full_build import Cost, forget, run_build
from tests.bench.table import Row

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
SIZES = (2000, 4000)
PLACES = 200
TOWNS = 60
NEEDS = ("fauteuil", "audition", "vision", "comprehension", "calme")
FREE = ("entree-libre", "sur-reservation", "prix-libre", "sur-invitation")


def measure_outings(scratch: Path, rounds: int, program: Path = ROOT) -> list[Row]:
    """Build each size `rounds` times, nothing kept from the time before, and return the rows of the table.

    The folder of the program is emptied of the PDFs and pictures that it keeps.
    """
    costs = {size: [_build_once(program, scratch / f"{size}", size) for _ in range(rounds)] for size in SIZES}
    rows = []
    for size, found in costs.items():
        what = f"{size} sorties dans {PLACES} lieux"
        rows.append(Row(f"{what} : processeur", tuple(cost.cpu for cost in found), "s"))
        rows.append(Row(f"{what} : mémoire au plus", tuple(cost.peak for cost in found), "Mo", 0))
    small, large = (costs[size] for size in SIZES)
    growth = tuple(more.cpu / less.cpu for less, more in zip(small, large, strict=True))
    return [*rows, Row("deux fois plus de sorties : processeur multiplié par", growth, "")]


def write_project(folder: Path, count: int) -> None:
    """Write the mini site with `count` outings of every genre, audience and access over the year around `TODAY`."""
    shutil.copytree(ROOT / "tests" / "sites" / "mini", folder, dirs_exist_ok=True)
    towns = _write_towns(folder)
    for number in range(PLACES):
        record = {"nom": f"Salle {number}", "commune": towns[number % len(towns)], "type": "theatre"}
        _write(folder / "data" / "lieux" / f"salle-{number}.yaml", record)
    for number in range(count):
        day = TODAY + timedelta(days=number * 365 // count - 60)
        name = f"{day}-sortie-{number}.yaml"
        _write(folder / "data" / "sorties" / f"{day:%Y}" / name, _outing(number, day))


def _write_towns(folder: Path) -> list[str]:
    """Add towns of the territory to those of the mini site; return the INSEE codes of those that have places."""
    own = (folder / "data" / "communes.yaml").read_text(encoding="utf-8")
    rows = (ROOT / "data" / "communes.yaml").read_text(encoding="utf-8").splitlines()
    chosen = [row for row in rows if row.startswith("- {insee") and _code(row) not in own][
        :: len(rows) // TOWNS
    ]
    (folder / "data" / "communes.yaml").write_text("\n".join([own.strip(), *chosen, ""]), encoding="utf-8")
    return [_code(row) for row in chosen]


def _code(row: str) -> str:
    return row.partition('"')[2][:5]


def _outing(number: int, day: date) -> dict[str, object]:
    """Describe one outing; its number draws everything, so that every run measures the same thing."""
    genres, audiences = tuple(Genre), tuple(Audience)
    hour = 10 + number % 11
    record: dict[str, object] = {
        "titre": f"Sortie numéro {number} : un soir de {genres[number % len(genres)].label.lower()}",
        "resume": "Une heure ensemble, sans rien à préparer ; on peut partir avant la fin.",
        "dates": [{"debut": f"{day} {hour}:30", "duree": "1h30"}],
        "lieu": f"salle-{number % PLACES}",
        "gratuite": {"type": FREE[number % 4], "preuve": "programme imprimé", "verifie_le": f"{TODAY}"},
        "genre": genres[number % len(genres)].value,
        "public": [audiences[number % len(audiences)].value],
        "acces": {NEEDS[number % 5]: "oui", NEEDS[(number + 2) % 5]: "non : marches à l'entrée"},
        "aller": {"bus": "ligne 4, arrêt Mairie", "dernier_retour": "bus de 23 h 10"},
        "comment_ca_se_passe": "Cela dure une heure trente. On entre et on sort quand on veut.\n\nPas de justificatif.",
        "en_clair": "C'est un spectacle. C'est gratuit. Vous pouvez venir avec vos enfants.",
        "organisateur": f"Association {number % 50}",
        "source": "programme imprimé",
    }
    if number % 10 == 0:
        record["repetition"] = {"regle": "FREQ=WEEKLY;COUNT=6"}
    if number % 25 == 3:
        record["statut"] = EventStatus.CANCELLED.value
    if number % 25 == 7:
        record |= {
            "statut": EventStatus.POSTPONED.value,
            "ancien_debut": f"{day - timedelta(days=30)} {hour}:30",
        }
    return record


def _write(path: Path, record: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in record.items())
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _build_once(program: Path, folder: Path, count: int) -> Cost:
    if not folder.exists():
        write_project(folder, count)
    forget(folder, program)
    more = (str(folder / "content"), "-o", str(folder / "output"), "-e", f'TODAY="{TODAY}"')
    return run_build(program, more)
