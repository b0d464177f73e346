"""The words of a document, as a search would look for them."""

import re

_CUT = re.compile(r"(?:[\u00ad\ufffe\u0002]|(?<=[^\W\d_])[-\u2010])[ \t]*\r?\n[ \t]*(?=[a-zà-öø-ÿœæ])")
_SOFT = re.compile(r"[\u00ad\ufffe\u0002]")
_SPACES = re.compile(r"\s+")


def rejoined(text: str) -> str:
    """Return a text on one line, the words cut at the end of a line put together again."""
    return _SPACES.sub(" ", _SOFT.sub("", _CUT.sub("", text))).strip()
