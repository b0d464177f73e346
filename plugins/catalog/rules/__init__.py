"""What one field alone cannot show: each rule is a generator whose docstring is the rule.

A rule of `RULES` takes an `Entry` and all that was loaded; a rule of `WHOLE` compares the records of a
kind with each other. Both yield problems, and never raise.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem
from plugins.catalog.rules import (
    accessibility,
    acronyms,
    crediting,
    documents,
    editions,
    events,
    figures,
    markdown,
    meanings,
    numbers,
    privacy,
    references,
    steps,
    territory,
    unfinished,
)

Rule = Callable[[Entry, Loaded], Iterator[Problem]]

RULES: dict[str, tuple[Rule, ...]] = {
    "events": events.RULES + territory.EVENT_RULES,
    "posts": markdown.POST_RULES,
    "pages": markdown.PAGE_RULES,
    "tutorials": markdown.TUTORIAL_RULES,
    "acronyms": acronyms.RULES,
    "partners": territory.PARTNER_RULES,
    "places": territory.PLACE_RULES,
    "outlines": territory.OUTLINE_RULES,
    "banners": territory.BANNER_RULES,
    "redirects": territory.REDIRECT_RULES,
    "documents": documents.RULES,
    "numbers": numbers.RULES,
    "criteria": accessibility.RULES,
    "editions": editions.RULES,
    "figures": figures.RULES,
}

WHOLE: tuple[Callable[[Loaded], Iterator[Problem]], ...] = (
    acronyms.homonyms_know_each_other,
    events.is_told_once,
    numbers.an_outing_has_one_number,
    editions.editions_follow_each_other,
    markdown.tags_are_told_apart,
    markdown.address_is_free,
    meanings.an_acronym_has_one_meaning,
    meanings.an_acronym_of_a_body_has_one_meaning,
    meanings.a_hint_names_an_acronym,
    references.check_references,
    references.association_is_there,
    unfinished.nothing_is_left_to_fill_in,
    accessibility.no_criterion_is_missing,
    privacy.nothing_private_is_written,
    privacy.an_agreement_serves,
)


ADVICE: dict[str, tuple[Callable[[Entry], Iterator[Problem]], ...]] = {
    "posts": markdown.POST_ADVICE + crediting.CREDIT_ADVICE,
    "pages": markdown.TEXT_ADVICE + crediting.CREDIT_ADVICE,
    "tutorials": steps.STEP_ADVICE + markdown.TEXT_ADVICE + crediting.CREDIT_ADVICE,
}
"""What is worth knowing of a record, and stops nothing."""


class Silences(Protocol):
    """Remember, from one process to the next, which rules had nothing to say of an entry that they judge alone."""

    def has(self, rule: Callable[..., Any], entry: Entry) -> bool:
        """Tell whether a rule is known to have nothing to say of an entry."""

    def add(self, rule: Callable[..., Any], entry: Entry) -> None:
        """Note that a rule has nothing to say of an entry."""


Advice = dict[int, tuple[Entry, tuple[Problem, ...]]]
"""What was said of an entry, by its identity: these rules look at nothing else."""


def advise(
    loaded: Loaded, advice: Advice | None = None, silences: Silences | None = None
) -> Iterator[Problem]:
    """Yield what is worth knowing, once everything is right; with `advice`, the same entry is not read again.

    With `silences`, a rule that had nothing to say of an entry is not asked again.
    """
    before = {} if advice is None else dict(advice)
    now: Advice = {} if advice is None else advice
    now.clear()
    for kind, rules in ADVICE.items():
        for entry in loaded.entries.get(kind, {}).values():
            known = before.get(id(entry))
            if known is None or known[0] is not entry:
                known = entry, tuple(problem for rule in rules for problem in _said(rule, entry, silences))
            now[id(entry)] = known
            yield from known[1]
    yield from markdown.tags_are_spelled_alike(loaded)
    yield from territory.names_are_told_apart(loaded)


def _said(
    rule: Callable[[Entry], Iterator[Problem]], entry: Entry, silences: Silences | None
) -> tuple[Problem, ...]:
    if silences is not None and silences.has(rule, entry):
        return ()
    problems = tuple(rule(entry))
    if silences is not None and not problems:
        silences.add(rule, entry)
    return problems


Verdicts = dict[tuple[Rule, int], tuple[Entry, tuple[Problem, ...]]]
"""What a rule said of an entry without looking at anything else: it says the same of the same entry."""


class _Watched:
    """Stand for all that was loaded, and note whether a rule looks at it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.was_read = False

    def __getattr__(self, name: str) -> Any:
        self.was_read = True
        return getattr(self._loaded, name)


def check(
    loaded: Loaded, root: Path, verdicts: Verdicts | None = None, silences: Silences | None = None
) -> Iterator[Problem]:
    """Yield every problem that shows only when fields, records and files are seen together.

    With `verdicts`, a rule is not asked again about an entry that it judges alone and has judged already; with
    `silences`, about one of which it had nothing to say.
    """
    before = {} if verdicts is None else dict(verdicts)
    now: Verdicts = {} if verdicts is None else verdicts
    now.clear()
    for kind, rules in RULES.items():
        for entry in loaded.entries.get(kind, {}).values():
            for rule in rules:
                yield from _judged(rule, entry, loaded, before, now, silences)
    for whole in WHOLE:
        yield from whole(loaded)
    yield from documents.files_and_records_agree(loaded, root)
    yield from documents.pictures_are_there(loaded, root)
    yield from steps.pictures_and_texts_agree(loaded, root)


def _judged(
    rule: Rule, entry: Entry, loaded: Loaded, before: Verdicts, now: Verdicts, silences: Silences | None
) -> tuple[Problem, ...]:
    key = (rule, id(entry))
    known = before.get(key)
    if known is not None and known[0] is entry:
        now[key] = known
        return known[1]
    if silences is not None and silences.has(rule, entry):
        now[key] = (entry, ())
        return ()
    watched: Any = _Watched(loaded)
    problems = tuple(rule(entry, watched))
    if not watched.was_read:
        now[key] = (entry, problems)
        if silences is not None and not problems:
            silences.add(rule, entry)
    return problems
