"""A column of a spreadsheet that people fill in: how it is named, what is written in it."""

from dataclasses import dataclass

from plugins.french import slugify

EXAMPLE_MARK = "Exemple :"
"""How the line of example begins: it is never read as a fact."""


@dataclass(frozen=True)
class Column:
    """Describe one column: its key, heading, explanation, example, and its other usual headings."""

    key: str
    heading: str
    explanation: str
    example: str = ""
    others: tuple[str, ...] = ()
    needed: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Return every heading it answers to, as slugs."""
        return tuple(slugify(name) for name in (self.heading, self.key, *self.others))
