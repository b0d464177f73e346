"""A copy of the mini site and of its theme, to be changed at random from a seed."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from plugins.ledger.stamps import Stamp, scan
from tests.site.building import ROOT, TODAY

WORDS = (
    "un",
    "soir",
    "de",
    "conte",
    "avec",
    "toute",
    "la",
    "famille",
    "au",
    "bord",
    "de",
    "la",
    "rivière",
    "sans",
    "payer",
)
FIRST_DAY = date.fromisoformat(TODAY)
FREQUENT = {"edit_a_text": 6, "add_a_post": 5, "add_an_outing": 4, "move_the_date": 4, "edit_a_template": 3}

Edit = Callable[["Project"], None]


@dataclass
class Project:
    """Hold a copy of the mini site and of the theme, and what is to be put back after a fault."""

    root: Path
    random: Random
    today: date = FIRST_DAY
    settings: dict[str, object] = field(default_factory=dict)
    mend: Callable[[], object] | None = None
    count: int = 0
    seen: dict[str, Stamp] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copytree(ROOT / "tests" / "sites" / "mini", self.root, dirs_exist_ok=True)
        shutil.copytree(ROOT / "theme", self.root / "theme")
        (self.root / "content" / "documents").mkdir()

    def change(self, edits: Sequence[Edit]) -> str:
        """Do one thing, or mend the fault made just before; return its name."""
        if self.mend:
            self.mend()
            self.mend = None
            return "mend"
        self.count += 1
        edit = self.random.choices(edits, [FREQUENT.get(edit.__name__, 2) for edit in edits])[0]
        edit(self)
        return edit.__name__

    def saved(self) -> tuple[str, ...]:
        """Name what a watcher says was saved since it was last asked: all of it, some of it, or nothing."""
        before, self.seen = self.seen, scan(self.root / "content")
        saved = sorted(f"content/{name}" for name, stamp in self.seen.items() if before.get(name) != stamp)
        return tuple(self.random.choice((saved, saved, saved[:1], ())))

    def mend_later(self, path: Path) -> None:
        """Put a file back as it is now, at the next change."""
        content = path.read_bytes()
        self.mend = lambda: path.write_bytes(content)

    def words(self, count: int = 6) -> str:
        """Draw a sentence that no other edit draws."""
        return f"{' '.join(self.random.choices(WORDS, k=count))} {self.count}"

    def pick(self, pattern: str) -> Path | None:
        """Draw one of the files of a pattern."""
        found = sorted(self.root.glob(pattern))
        return self.random.choice(found) if found else None


def replace_line(path: Path, key: str, value: str) -> None:
    """Give the first line « key: … » of a file another value; add it after the first line when there is none."""
    lines = path.read_text("utf-8").split("\n")
    places = [at for at, line in enumerate(lines) if line.startswith(f"{key}:")]
    if places:
        lines[places[0]] = f"{key}: {value}"
    else:
        lines.insert(1 if path.suffix == ".yaml" else 2, f"{key}: {value}")
    path.write_text("\n".join(lines), "utf-8")
