"""Rules of the acronyms in texts: letters with two meanings say which, and a hint names a meaning."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from plugins.catalog import models
from plugins.catalog.lexicon import NOT_AN_ACRONYM, Lexicon, Sighting, is_spelled_out, two_capitals
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.models.post import MarkdownRecord, Post
from plugins.catalog.problems import Problem
from plugins.catalog.rules.judging import same_entries
from plugins.catalog.rules.texts import prose_rows

TEXTS = 2048
"""How many texts a process that stays reads once: each takes some ten kilobytes."""

_ANSWERS = {
    "role": "role",
    "public": "public",
    "funding": "financement",
    "decides": "qui_decide",
    "contact": "comment_contacter",
}
_HINT = re.compile(r"\[[^\]]*\]\(sigle:(?P<id>[^)\s]*)\)")
_LINK = re.compile(r"!?\[(?P<words>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_DEFINITION = re.compile(r"^ {0,3}\*?\[[^\]]*\]:.*$")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s.*$")
_TAG = re.compile(r"<[^>\n]*>|https?://\S+")
_TWO_CAPITALS = two_capitals(r"!?\[", r"\]\([^)]*\)", r"\]\[[^\]]*\]")
"""Two capitals in a word of a text without code, were a part of the word in a link."""


def an_acronym_has_one_meaning(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """An acronym with several meanings at the date of a text says which one is meant."""
    record: MarkdownRecord = entry.record
    if not _may_hold_acronyms(record.body) or loaded.names("acronyms") is None:
        return
    rows, text, starts, hinted = _prose(record.body, record.body_line)
    year = record.date.year if isinstance(record, Post) else None
    told: set[str] = set()
    for use in _lexicon(loaded).sightings(text, year, {*record.meanings, *hinted}):
        if len(use.meanings) > 1 and use.letters not in told and not is_spelled_out(text, use):
            line, row, _ = rows[bisect_right(starts, use.start) - 1]
            yield _which_one(entry, line, row, text[use.start : use.end], use)
        told.add(use.letters)


def an_acronym_of_a_body_has_one_meaning(loaded: Loaded) -> Iterator[Problem]:
    """An acronym with several meanings in the texts of a body says which one is meant, in `sens`."""
    if loaded.names("acronyms") is None:
        return
    lexicon = _lexicon(loaded)
    for entry in loaded.entries.get("bodies", {}).values():
        body: models.acronym.Body = entry.record
        chosen = {*body.acronyms, *body.meanings}
        for field, alias in _ANSWERS.items():
            for use in lexicon.sightings(getattr(body, field), None, chosen):
                if len(use.meanings) > 1 and not is_spelled_out(getattr(body, field), use):
                    yield entry.origin.problem(
                        (alias,),
                        "sigle-a-deux-sens",
                        f"le sigle « {use.meanings[0].acronym} » a plusieurs sens.",
                        expected=" ou ".join(
                            f"« sens: [{meaning.id}] » pour « {meaning.expansion} »"
                            for meaning in use.meanings
                        ),
                        hint="ajoutez dans cette fiche la ligne qui convient",
                    )


def a_hint_names_an_acronym(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """What follows `sigle:` in a text is the id of an acronym, or `non`."""
    known = loaded.names("acronyms")
    for line, row, found in _hints(entry.record.body, entry.record.body_line) if known is not None else ():
        if found["id"] not in {*known, NOT_AN_ACRONYM}:
            guess = near_miss(found["id"], sorted(known))
            yield Problem(
                entry.origin.file,
                line,
                "sigle-inconnu",
                f"aucun sigle du livret n’a pour id « {found['id']} ».",
                row.strip(),
                "l’id d’un sigle (il est dans l’adresse de sa page), ou « sigle:non »",
                f"vouliez-vous écrire « sigle:{guess} » ?" if guess else "cherchez-le dans /sigles/",
            )


TEXT_RULES = (an_acronym_has_one_meaning, a_hint_names_an_acronym)


def _may_hold_acronyms(body: str) -> bool:
    return "`" in body or _TWO_CAPITALS.search(body) is not None


def plain_prose(prose: str) -> str:
    """Return a row of Markdown where only what a reader takes for prose keeps its capitals."""
    if ("#" in prose and _HEADING.match(prose)) or ("[" in prose and _DEFINITION.match(prose)):
        return ""
    words = _LINK.sub(lambda found: found["words"].lower(), prose) if "[" in prose else prose
    return _TAG.sub(" ", words) if "<" in words or "://" in words else words


_last_lexicon: list[tuple[tuple[Entry, ...], Lexicon]] = []
"""The lexicon of the last acronyms that were asked for: at most one."""


def _lexicon(loaded: Loaded) -> Lexicon:
    """Return the lexicon of all the acronyms, made once for the same entries."""
    entries = tuple(loaded.entries.get("acronyms", {}).values())
    if not _last_lexicon or not same_entries(_last_lexicon[0][0], entries):
        _last_lexicon[:] = [(entries, Lexicon(entry.record for entry in entries))]
    return _last_lexicon[0][1]


Rows = tuple[tuple[int, str, str], ...]


@lru_cache(maxsize=TEXTS)
def _prose(body: str, first_line: int) -> tuple[Rows, str, list[int], frozenset[str]]:
    """Return the plain rows of a text, these rows as one text, where each begins in it, and the acronyms it names."""
    rows = tuple((line, row, plain_prose(prose)) for line, row, prose in prose_rows(body, first_line))
    hinted = frozenset(found["id"] for _, _, found in _hints(body, first_line))
    text = "\n".join(prose for _, _, prose in rows)
    return rows, text, _starts([prose for _, _, prose in rows]), hinted


def _hints(body: str, first_line: int) -> tuple[tuple[int, str, re.Match[str]], ...]:
    return _found_hints(body, first_line) if "sigle:" in body or "`" in body else ()  # few: no other is held


@lru_cache(maxsize=TEXTS)
def _found_hints(body: str, first_line: int) -> tuple[tuple[int, str, re.Match[str]], ...]:
    rows = prose_rows(body, first_line)
    return tuple((line, row, found) for line, row, prose in rows for found in _HINT.finditer(prose))


def _starts(rows: list[str]) -> list[int]:
    """Return where each row begins in the rows joined by line ends."""
    starts, place = [], 0
    for row in rows:
        starts.append(place)
        place += len(row) + 1
    return starts


def _which_one(entry: Entry, line: int, row: str, written: str, use: Sighting) -> Problem:
    choices = " ou ".join(
        f"[{written}](sigle:{meaning.id}) pour « {meaning.expansion} »" for meaning in use.meanings
    )
    return Problem(
        entry.origin.file,
        line,
        "sigle-a-deux-sens",
        f"le sigle « {written} » a plusieurs sens à la date de ce texte.",
        row.strip(),
        choices,
        f"pour tout le texte, ajoutez « sigles: [{use.meanings[-1].id}] » dans l’en-tête, avec l’id voulu ; "
        f"si ce n’est pas un sigle, écrivez [{written}](sigle:{NOT_AN_ACRONYM})",
    )
