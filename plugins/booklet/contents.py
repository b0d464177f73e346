"""Gather all that the booklet says, in order, ready for any form: nothing is left to work out."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from plugins.booklet.editions import Issue, current_issue, known_acronyms, known_bodies, ordinal
from plugins.booklet.words import HOW_TO_READ, Paragraph, Pointer, about_edition, colophon
from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body, Domain
from plugins.formats.colours import theme_colours
from plugins.french import initial, plural, sort_key, typeset_text
from plugins.resources import Site
from plugins.views.neighbours import Neighbours
from plugins.views.shelves import alphabetical, by_domain

TITLE = "Le livret des sigles"
SUBTITLE = "Comprendre les sigles et les organismes du monde social"
GUIDE_WIDTH = 26  # signs: two of them and the name of the chapter fit on a line of A5
_NOT_PROSE = frozenset({"key", "anchor", "site", "address", "tint", "fingerprint"})


@dataclass(frozen=True)
class Reference(Pointer):
    """Point by the words one reads."""

    label: str


@dataclass(frozen=True)
class Entry:
    """Hold one meaning of an acronym.

    `life` says when it came and went, `heir` what took over, in words, when `after` alone does not say it;
    `check` is what is still to be checked.
    """

    key: str
    acronym: str
    expansion: str
    definition: str
    domains: tuple[str, ...]
    is_current: bool
    is_new: bool
    life: str
    heir: str
    after: tuple[Reference, ...]
    before: tuple[Reference, ...]
    homonyms: tuple[Reference, ...]
    related: tuple[Reference, ...]
    bodies: tuple[Reference, ...]
    check: str


@dataclass(frozen=True)
class Letter:
    """Hold the entries that begin with a letter."""

    letter: str
    key: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class BodyEntry:
    """Hold a social body: five questions and their answers; `guide` is its name, short enough for a running head."""

    key: str
    name: str
    guide: str
    is_new: bool
    acronyms: tuple[Reference, ...]
    questions: tuple[Paragraph, ...]
    check: str


@dataclass(frozen=True)
class Shelf:
    """Hold a domain with its acronyms."""

    key: str
    label: str
    counted: str
    acronyms: tuple[Reference, ...]


@dataclass(frozen=True)
class IndexLine(Pointer):
    """Hold a line of the index: the words looked for, the acronym they lead to."""

    words: str
    acronym: str


@dataclass(frozen=True)
class IndexGroup:
    """Hold the lines of the index that begin with a letter."""

    letter: str
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True)
class Contents:
    """Hold the whole booklet."""

    issue: Issue
    association: str
    site: str
    how_to_read: tuple[Paragraph, ...]
    edition: tuple[str, ...]
    new: tuple[Reference, ...]
    domains: tuple[Shelf, ...]
    letters: tuple[Letter, ...]
    bodies: tuple[BodyEntry, ...]
    index: tuple[IndexGroup, ...]
    colophon: tuple[Paragraph, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every acronym, in order."""
        return tuple(entry for letter in self.letters for entry in letter.entries)

    @property
    def counted(self) -> str:
        """Return « 515 sigles et 51 organismes »."""
        return f"{plural(len(self.entries), 'sigle')} et {plural(len(self.bodies), 'organisme')}"


def open_contents(site: Site) -> Contents:
    """Gather the booklet of a site."""
    catalog = site.catalog
    issue = current_issue(catalog, site.today)
    acronyms, around = alphabetical(known_acronyms(catalog)), Neighbours(catalog)
    bodies = tuple(sorted(known_bodies(catalog), key=lambda body: sort_key(body.name)))
    entries = tuple(_entry(found, around, issue) for found in acronyms)
    return Contents(
        issue=issue,
        association=catalog.association.name,
        site=site.url,
        how_to_read=HOW_TO_READ,
        edition=about_edition(issue),
        new=_new(acronyms, bodies, issue),
        domains=tuple(_shelves(acronyms)),
        letters=tuple(_letters(entries)),
        bodies=tuple(_body(body, catalog, issue) for body in bodies),
        index=tuple(_index(acronyms, bodies)),
        colophon=colophon(issue, _sources(acronyms), catalog.association.name, site.url),
    )


def as_data(contents: Contents) -> dict[str, Any]:
    """Return the booklet as plain data in typeset French: what its templates read, paper and screen alike."""
    issue = contents.issue
    data = {key: value for key, value in asdict(contents).items() if key != "issue"} | {
        "title": TITLE,
        "subtitle": SUBTITLE,
        "counted": contents.counted,
        "issue": issue.name,
        "when": issue.when,
        "before": f"depuis la {ordinal(issue.number - 1)} édition" if issue.before else "",
        "fingerprint": issue.fingerprint,
        "date": {"year": issue.dated.year, "month": issue.dated.month, "day": issue.dated.day},
        "colours": theme_colours(),
    }
    typeset: dict[str, Any] = _typeset(data)
    return typeset


def _typeset(value: Any) -> Any:
    if isinstance(value, str):
        return typeset_text(value)
    if isinstance(value, dict):
        return {key: found if key in _NOT_PROSE else _typeset(found) for key, found in value.items()}
    return [_typeset(found) for found in value] if isinstance(value, list | tuple) else value


def _key(record: Acronym | Body) -> str:
    return f"{'sigle' if isinstance(record, Acronym) else 'organisme'}-{record.slug}"


def _see(acronyms: Iterable[Acronym]) -> tuple[Reference, ...]:
    return tuple(Reference(_key(found), found.acronym) for found in acronyms)


def _see_in_full(acronyms: Iterable[Acronym]) -> tuple[Reference, ...]:
    return tuple(Reference(_key(found), f"{found.acronym}, {found.expansion}") for found in acronyms)


def _entry(acronym: Acronym, around: Neighbours, issue: Issue) -> Entry:
    return Entry(
        key=_key(acronym),
        acronym=acronym.acronym,
        expansion=acronym.expansion if _says_more(acronym) else "",
        definition=acronym.definition,
        domains=tuple(domain.label for domain in dict.fromkeys(acronym.domains)),
        is_current=acronym.is_current,
        is_new=acronym.slug in issue.new_acronyms,
        life=_life(acronym),
        heir=acronym.replaced_by_text or "",
        after=_see(around.after(acronym)),
        before=_see(around.before(acronym)),
        homonyms=_see_in_full(around.homonyms(acronym)),
        related=_see(around.related(acronym)),
        bodies=tuple(Reference(_key(body), body.name) for body in around.bodies(acronym)),
        check=_check(acronym),
    )


def _says_more(acronym: Acronym) -> bool:
    return sort_key(acronym.acronym)[0] != sort_key(acronym.expansion)[0]


def _life(acronym: Acronym) -> str:
    """Say since when and until when."""
    if acronym.is_current:
        return f"Depuis {acronym.since}" if acronym.since else ""
    said = f"N’a plus cours depuis {acronym.until}" if acronym.until else "N’a plus cours"
    return f"{said}, après avoir servi dès {acronym.since}" if acronym.since else said


def _check(record: Acronym | Body) -> str:
    return str(record.to_check or "")


def _letters(entries: Iterable[Entry]) -> Iterator[Letter]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[initial(entry.acronym)].append(entry)
    for letter in sorted(groups, key=lambda found: (not found.isalpha(), found)):
        yield Letter(letter, f"lettre-{letter.lower()}" if letter != "#" else "autres", tuple(groups[letter]))


def _shelves(acronyms: tuple[Acronym, ...]) -> Iterator[Shelf]:
    for domain, found in by_domain(acronyms).items():
        if found:
            yield _shelf(domain, found)


def _shelf(domain: Domain, acronyms: tuple[Acronym, ...]) -> Shelf:
    return Shelf(f"domaine-{domain.value}", domain.label, plural(len(acronyms), "sigle"), _see(acronyms))


def _body(body: Body, catalog: Catalog, issue: Issue) -> BodyEntry:
    return BodyEntry(
        key=_key(body),
        name=body.name,
        guide=_guide(body.name),
        is_new=body.slug in issue.new_bodies,
        acronyms=_see(catalog.acronyms[slug] for slug in dict.fromkeys(body.acronyms)),
        questions=(
            Paragraph("À quoi ça sert ?", body.role),
            Paragraph("Pour qui ?", body.public),
            Paragraph("D’où vient l’argent ?", body.funding),
            Paragraph("Qui décide ?", body.decides),
            Paragraph("Comment le joindre ?", body.contact),
        ),
        check=_check(body),
    )


def _guide(name: str) -> str:
    short, _, _ = name.partition(" (")
    return textwrap.shorten(short, GUIDE_WIDTH, placeholder="…")


def _new(acronyms: Iterable[Acronym], bodies: Iterable[Body], issue: Issue) -> tuple[Reference, ...]:
    fresh = (found for found in acronyms if found.slug in issue.new_acronyms)
    return _see_in_full(fresh) + tuple(
        Reference(_key(body), body.name) for body in bodies if body.slug in issue.new_bodies
    )


def _index(acronyms: Iterable[Acronym], bodies: Iterable[Body]) -> Iterator[IndexGroup]:
    """File every full name: one who knows the words finds the letters."""
    lines = [IndexLine(_key(found), found.expansion, found.acronym) for found in acronyms]
    lines += [IndexLine(_key(body), body.name, "organisme") for body in bodies]
    groups: defaultdict[str, list[IndexLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (sort_key(line.words), line.acronym, line.key)):
        groups[initial(line.words)].append(line)
    for letter in sorted(groups, key=lambda found: (not found.isalpha(), found)):
        yield IndexGroup(letter, tuple(groups[letter]))


def _sources(acronyms: Iterable[Acronym]) -> tuple[str, ...]:
    """Name each source once, without what is between brackets: copies, licences, authors of entries."""
    named = {source.partition(" (")[0] for acronym in acronyms for source in acronym.cross_checked}
    return tuple(sorted(named, key=sort_key))
