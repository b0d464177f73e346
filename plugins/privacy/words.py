"""Words compared without accents nor capitals."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)  # a thousand texts have few different words
def plain(text: str) -> str:
    """Return a text in lower case, without accents; its length may change."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign)
    )
