"""What a search engine or a shared link says of a page: one or two sentences, neither short nor long."""

from plugins.french import typeset_text

SHORTEST, LONGEST = 50, 160
"""In characters: under fifty little is said, past a hundred and sixty engines cut where it falls."""
CLOSING = "Cultures du Cœur Drôme-Ardèche, la culture à la portée de tous."


def page_description(words: str, title: str) -> str:
    """Return the words, after the title and before our name when they are short, cut at a word when they are long."""
    title, told = typeset_text(title), typeset_text(" ".join(words.split()))
    if len(told) < SHORTEST and title not in told:
        told = f"{title}\u00a0: {told}" if told else title
    if len(told) < SHORTEST:
        told = f"{_closed(told)} {CLOSING}"
    return told if len(told) <= LONGEST else _cut(told)


def _closed(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _cut(words: str) -> str:
    """Return the sentences that fit, or, when the first is long, the words that fit and « … »."""
    kept = words[:LONGEST]
    ends = [kept.rfind(f"{sign} ") + 1 for sign in ".!?…"]
    if max(ends) >= SHORTEST:
        return kept[: max(ends)]
    return f"{kept.rpartition(' ')[0].rstrip(' ,;:–(«')}…"
