"""What one field alone cannot show: each rule is a generator whose docstring is the rule.

A rule of `RULES` takes an `Entry` and all that was loaded; a rule of `WHOLE` compares the records of a
kind with each other. Both yield problems, and never raise.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

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
from plugins.catalog.rules.judging import Rule, Silences, Silent, Verdicts, judged, silent_of

RULES: dict[str, tuple[Rule, ...]] = {
    "events": (*events.RULES, *territory.EVENT_RULES, *unfinished.RULES),
    "posts": (*markdown.POST_RULES, *meanings.TEXT_RULES, *unfinished.RULES),
    "pages": (*markdown.PAGE_RULES, *meanings.TEXT_RULES, *unfinished.RULES),
    "tutorials": (*markdown.TUTORIAL_RULES, *meanings.TEXT_RULES, *unfinished.RULES),
    "acronyms": acronyms.RULES,
    "partners": (*territory.PARTNER_RULES, *unfinished.RULES),
    "places": (*territory.PLACE_RULES, *unfinished.RULES),
    "outlines": territory.OUTLINE_RULES,
    "banners": territory.BANNER_RULES,
    "redirects": territory.REDIRECT_RULES,
    "documents": (*documents.RULES, *unfinished.RULES),
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
    meanings.an_acronym_of_a_body_has_one_meaning,
    references.check_references,
    references.association_is_there,
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
                known = entry, _advice(rules, entry, loaded, silences)
            now[id(entry)] = known
            yield from known[1]
    yield from markdown.tags_are_spelled_alike(loaded)
    yield from territory.names_are_told_apart(loaded)


def _advice(
    rules: tuple[Callable[[Entry], Iterator[Problem]], ...],
    entry: Entry,
    loaded: Loaded,
    silences: Silences | None,
) -> tuple[Problem, ...]:
    if silences is not None and silences.all_looked_at(rules, entry, loaded) is not None:
        return ()
    return tuple(problem for rule in rules for problem in _said(rule, entry, loaded, silences))


def _said(
    rule: Callable[[Entry], Iterator[Problem]], entry: Entry, loaded: Loaded, silences: Silences | None
) -> tuple[Problem, ...]:
    if silences is not None and silences.looked_at(rule, entry, loaded) is not None:
        return ()
    problems = tuple(rule(entry))
    if silences is not None and not problems:
        silences.add(rule, entry, loaded, ())
    return problems


def silent_rules(kind: str, entry: Entry, loaded: Loaded) -> tuple[Silent, ...]:
    """Ask the rules of one entry, and return those that have nothing to say of it."""
    advice = [(rule, frozenset[str]()) for rule in ADVICE.get(kind, ()) if next(rule(entry), None) is None]
    return (*silent_of(RULES.get(kind, ()), entry, loaded), *advice)


def check(
    loaded: Loaded, root: Path, verdicts: Verdicts | None = None, silences: Silences | None = None
) -> Iterator[Problem]:
    """Yield every problem that shows only when fields, records and files are seen together.

    With `verdicts`, the rules of an entry are not asked again while all that they looked at is the same; with
    `silences`, a rule is not asked that had nothing to say in a process before.
    """
    yield from judged(RULES, loaded, Verdicts() if verdicts is None else verdicts, silences)
    for whole in WHOLE:
        yield from whole(loaded)
    yield from documents.files_and_records_agree(loaded, root)
    yield from documents.pictures_are_there(loaded, root)
    yield from steps.pictures_and_texts_agree(loaded, root)
