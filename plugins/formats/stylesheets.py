"""Make a style sheet light: what people write in it for each other is not sent to phones."""

import re
from collections import Counter

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")
"""Spaces that mean nothing to a browser. Those inside strings stay, as long as no string holds these marks."""
_QUOTED = re.compile(r'="([a-z][a-z-]*)"\]')
"""A value of an attribute that is a plain word: its quotes mean nothing (Selectors 4, « attribute selectors »)."""
_DOUBLED = re.compile(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b")
"""A colour of which each pair of figures is one figure twice: three say the same (CSS Color 4, « hex notation »)."""
_TOKEN = re.compile(r"(--[\w-]+):([^;{}]+);?")
_USE = re.compile(r"var\((--[\w-]+)\)")
_NAME = re.compile(r"--[a-z][\w-]*(?=[:),])")
_NESTED = re.compile(r"@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_EVERYWHERE = re.compile(r"(?:^|(?<=\}))\s*:root\{([^{}]*)\}")
_SUM = re.compile(r"calc\((-?[\d.]+)(rem|px|) ([*+]) ([\d.]+)(rem|px)\)")
"""A product by a number, or a sum of lengths of one unit: what `calc()` can work out before anything is shown."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

DRAWN = frozenset(
    {"--curtain-deep", "--flag-1", "--gold", "--paper", "--pin", "--rhone", "--rouge", "--tint"}
)
"""The tokens that drawings in pages read by their names."""


def light_sheet(*sheets: str) -> str:
    """Join style sheets in order, without what is for people: comments, spaces, quotes, sums, long names of tokens."""
    rules = _QUOTED.sub(r"=\1]", _AROUND.sub(r"\1", _COMMENT.sub("", "\n".join(sheets))))
    rules = _DOUBLED.sub(r"#\1\2\3", rules)
    settled = _SUM.sub(_worked_out, _with_lasting_tokens_in_place(rules))
    return _with_short_names(settled).replace(";}", "}").strip()


def _worked_out(found: re.Match[str]) -> str:
    """Return the length that a sum or a product makes (CSS Values 4, « calc() »); another sum stays as it is."""
    first, unit, sign, second, other = found.groups()
    if unit != (other if sign == "+" else ""):
        return found[0]
    length = float(first) + float(second) if sign == "+" else float(first) * float(second)
    return f"{length:g}{other}".replace("0.", ".", 1) if abs(length) < 1 else f"{length:g}{other}"


def _with_lasting_tokens_in_place(rules: str) -> str:
    """Write the value of each token that never changes where it is used: a phone has fewer bytes and fewer looks-up.

    A token lasts when it is given one value, to the whole page, in any case, and no other token makes it (CSS Custom
    Properties, « var() »). One that a rule gives at times only is absent the rest of the time: it stays.
    """
    given: dict[str, set[str]] = {}
    for name, value in _TOKEN.findall(rules):
        given.setdefault(name, set()).add(value)
    always = {
        name for found in _EVERYWHERE.findall(_NESTED.sub("", rules)) for name, _ in _TOKEN.findall(found)
    }
    lasting = {
        name: value
        for name, values in given.items()
        if len(values) == 1 and name in always - DRAWN and not _USE.search(value := next(iter(values)))
    }
    kept = _TOKEN.sub(lambda found: "" if found[1] in lasting else found[0], rules)
    return _USE.sub(lambda found: lasting.get(found[1], found[0]), kept)


def _with_short_names(rules: str) -> str:
    """Give each token that is left a name of a letter or two, the most used first, but for those that are drawn."""
    counts = Counter(name for name in _NAME.findall(rules) if name not in DRAWN)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    pairs = [first + second for first in ("", *_LETTERS) for second in _LETTERS]
    short = {name: f"--{letters}" for name, letters in zip(ranked, pairs, strict=False)}
    return _NAME.sub(lambda found: short.get(found[0], found[0]), rules)
