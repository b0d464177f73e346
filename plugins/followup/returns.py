"""What a row of a return sheet says, and why a row is refused."""

from dataclasses import dataclass
from datetime import date

from plugins.catalog.models.figures import FIRST_MONTH, Reception
from plugins.french import slugify


@dataclass(frozen=True)
class Return:
    """Hold one row: a body, an outing, how many booked, came, did not come. It never leaves the machine."""

    file: str
    line: int
    body: str
    day: date
    title: str
    town: str
    booked: int
    came: int
    absent: int
    reception: Reception | None = None
    word: str = ""

    @property
    def outing(self) -> tuple[date, str]:
        """Name the outing: a title on a day."""
        return self.day, slugify(self.title)

    @property
    def key(self) -> tuple[str, date, str]:
        """Name what is said once: one body, one outing."""
        return slugify(self.body), *self.outing

    @property
    def said(self) -> tuple[int, int, int, Reception | None]:
        """Return what two rows on the same thing must agree on."""
        return self.booked, self.came, self.absent, self.reception

    @property
    def season(self) -> str:
        """Return « 2026-2027 »: from September to August."""
        return season_of(self.day)


@dataclass(frozen=True)
class Refused:
    """Say what is refused: a file, a row (0: the whole file), what is wrong, a way out.

    The words that are refused are never repeated: a name must not go from a sheet to a screen that is shared.
    """

    file: str
    line: int
    why: str
    hint: str

    @property
    def told(self) -> str:
        """Return the two lines that a volunteer reads."""
        where = f"{self.file}, ligne {self.line}" if self.line else self.file
        return f"  {where} : {self.why}\n      conseil : {self.hint}"


def season_of(day: date) -> str:
    """Return the season of a day, by its two years."""
    first = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{first}-{first + 1}"
