"""What every French parser of this room needs first: the error it raises and the text it reads."""

import re
import unicodedata
from functools import lru_cache

from .vocabulary import NO_BREAK_SPACE

KNOWN = 65_536
"""How many texts are remembered once they are folded: the same words come back in record after record."""


class FrenchDateError(ValueError):
    """Say in French why a date, an hour or a duration is refused.

    `message` is what is wrong, `hint` is a way out; both are whole sentences with ordinary spaces, since they are
    read in a terminal and searched for.
    """

    def __init__(self, message: str, hint: str) -> None:
        self.message = message.replace(NO_BREAK_SPACE, " ")
        self.hint = hint.replace(NO_BREAK_SPACE, " ")
        super().__init__(self.message)


@lru_cache(KNOWN)
def fold(text: str) -> str:
    """Return the text in lower case, without accents, with single ordinary spaces and no final full stop."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    unaccented = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", unaccented).strip(" ,").removesuffix(".").rstrip()


def quote(text: str) -> str:
    """Return what was written, between guillemets, cut when it is too long for a message."""
    written = " ".join(text.split())
    return f"« {written if len(written) <= 60 else written[:59] + '…'} »"
