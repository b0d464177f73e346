"""Persons who are named, and lists of persons.

A name alone is not private: authors, streets and halls have names. It is when it comes with a civility, a
role in a team, or what a person did or receives (came, booked, is followed by…).
"""

import re
from collections.abc import Iterator

from plugins.privacy.first_names import FIRST_NAMES
from plugins.privacy.leak import Kind, Leak
from plugins.privacy.signs import Signs, Words
from plugins.privacy.words import plain
from plugins.regexes import Late

_UP, _LOW = "A-ZÀ-ÖØ-Ý", "a-zà-öø-ÿ"
_FIRST = rf"[{_UP}][{_LOW}]+(?:-[{_UP}][{_LOW}]+)?"
_LAST = rf"(?:(?:de |du |d[’']|des |le |la |ben |el )?[{_UP}](?:\.(?![{_UP}])|[{_UP}{_LOW}’'-]+))"
_NAME = Late(
    rf"\b(?P<first>{_FIRST}) (?P<last>{_LAST})|\b(?P<upper>[{_UP}]{{2,}}(?:[ -][{_UP}]{{2,}})?)[ ;,\t]+(?P<after>{_FIRST})\b"
)
_CAPITAL = Late(rf"[{_UP}][{_LOW}]+")
"""What every first name above is, alone or before a hyphen."""
_CIVIL = Late(
    rf"\b(?:M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames) (?:et (?:M\.|Mme|Madame|Monsieur) )?"
    rf"(?P<name>(?:d[eu] |d[’'])?[{_UP}][{_UP}{_LOW}’'-]+(?: [{_UP}][{_UP}{_LOW}’.'-]+)?)"
)
_FAMILY = Late(rf"\b(?:[Ll]a|[Ll]es) familles? (?P<name>[{_UP}][{_UP}{_LOW}-]+)\b(?! de | du )")
_FAMILY_SIGN = Late(rf"familles? [{_UP}]")
_ALONE = Late(
    rf"(?<![{_UP}{_LOW}-])(?P<name>{_FIRST})(?: et (?:ses|son|sa) [{_LOW}]+)?(?= (?:a|est|n[’']|ne|vient|sera|ont|sont|doit|souhaite|viendra|suit)\b"
    rf"|, (?:qui|\d{{1,2}} ans|demandeu(?:r|se)|b[ée]n[ée]ficiaire|allocataire|r[ée]fugi[ée]e?|suivie?|h[ée]berg[ée]e?|accompagn[ée]e?)\b)"
)
_TEAM = Late(
    r"\b(?:direct(?:eur|rice)|pr[ée]sidente?|maire|adjointe?|r[ée]f[ée]rente?|animat(?:eur|rice)|tr[ée]sori[eè]re?|secr[ée]taire"
    r"|coordinat(?:eur|rice)|charg[ée]e? de [a-zé ]{3,25}|m[ée]diat(?:eur|rice)|b[ée]n[ée]vole|[ée]ducat(?:eur|rice)"
    r"|assistante? sociale?|conseill[eè]re?|stagiaire|salari[ée]e?|contact|interlocut(?:eur|rice)|accueil assur[ée] par|permanence de)\b"
    r"[^.;\n»]{0,25}?[ ,:(]\s*$",
    re.IGNORECASE,
)
_ACTED = Late(
    r"\b(?:a|ont|avait) (?:bien )?(?:r[ée]serv[ée]|particip[ée]|honor[ée]|assist[ée]|annul[ée]|re[çc]u (?:deux|trois|des|une?|\d+) (?:place|invitation))"
    r"|\b(?:est|sont|n[’']est pas|n[’']est|n[’']étaient?|était|étaient) (?:bien )?(?:pas )?(?:venue?s?|absente?s?|pr[ée]sente?s?|inscrite?s?|excus[ée]e?s?|suivie?s?|h[ée]berg[ée]e?s?|accompagn[ée]e?s?|malade|au ch[ôo]mage|sans papiers|en situation)"
    r"|\b(?:viendra|vient) avec\b|\bb[ée]n[ée]ficiaires?\b|\ballocataires?\b|\b(?:au|du|le|touche) RSA\b|\bsuivie?s? par\b|\bpar son assistante? sociale\b"
    r"|\b(?:ses|leurs) (?:deux |trois |quatre )?enfants\b|\b(?:sa fille|son fils|son mari|sa femme|son compagnon|sa compagne)\b"
    r"|\b(?:places?|invitations?|r[ée]servations?|billets?) (?:pour|au nom de|de la part de)\b|\bau nom de\b|\bdemandeu(?:r|se) d[’'](?:asile|emploi)\b"
    r"|\b(?:son|sa) (?:dossier|allocation|handicap|traitement|tutelle|curatelle)\b|\bdoit rappeler\b|\bn[’'](?:a|ont) pas (?:honor|pr[ée]venu)"
    r"|\bhospitalis[ée]e?s?\b|\bsous (?:OQTF|tutelle|curatelle|traitement)\b|\bsuit une cure\b|\bplac[ée]e?s? (?:[àa] l[’']ASE|en foyer|en famille d[’']accueil)\b"
    r"|\b(?:vit|vivait|dort|loge|h[ée]berg[ée]e?) (?:au|en|dans un) (?:CHRS|foyer|CADA|squat)\b|\b(?:CHRS|CADA) depuis\b|\bdemandeu(?:r|se)s? d[’']asile\b|\bviolences? de son (?:mari|compagnon)\b",
    re.IGNORECASE,
)
_CALLED = Late(
    r"(?:\b(?:absente?|excus[ée]e?|inscrite?)s?|^\W*pr[ée]sente?s?)\b[^:.\n]{0,30}:[ \u00a0]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands before one name, as before a list of names."""
_GATHERED = Late(
    r"\b(?:(?<![a-zà-ÿ] )pr[ée]sente|pr[ée]sent(?:s|es)?|absent(?:e|s|es)?|excus[ée](?:e|s|es)?|participants?|participantes?|inscrit(?:e|s|es)|b[ée]n[ée]ficiaires?"
    r"|[ée]margement|feuille de pr[ée]sence|familles inscrites|r[ée]servations|liste des? (?:personnes|participants|pr[ée]sents|inscrits))\b[^:\n]{0,40}:",
    re.IGNORECASE,
)
_ROLL = Late(
    r"^\W*nom\b[^\w\n]{1,4}pr[ée]nom\b|^\W*pr[ée]nom\b[^\w\n]{1,4}nom\b", re.IGNORECASE | re.MULTILINE
)
_ATTENDANCE = Late(
    rf"^\W*(?P<one>[{_UP}][\w’-]+) ?[;,|\t] ?(?P<two>[{_UP}][\w’-]+) ?[;,|\t][^\n]{{0,60}}?"
    r"\b(?:pr[ée]sente?s?|absente?s?|excus[ée]e?s?|venue?s?|oui|non)\b",
    re.MULTILINE,
)
"""A row of a table: a name, a first name, who came."""
_AT_THE_DOOR = Late(
    rf"\b[Cc]hez (?:les |la famille )?(?P<name>[{_UP}][{_UP}{_LOW}’-]+)[^.\n]{{0,30}}?\b(?:appartement|appt|b[âa]timent|[ée]tage|interphone)\b"
)
STAGE = Late(
    r"\b(?:mise en sc[èe]ne|distribution|avec|texte|musique|d[’']apr[èe]s|auteure?s?|autrices?|film|roman|interpr[èe]tes?|com[ée]dien(?:ne)?s?|musicien(?:ne)?s?"
    r"|chor[ée]graphie|r[ée]alis[ée]|com[ée]die de|pi[èe]ce de|œuvres?|exposition|concert|hommage|biblioth[èe]que|compositeurs?|peintres?|programme|spectacles?|lectures? de|po[èe]mes?|chansons? de)\b",
    re.IGNORECASE,
)
"""What announces an artist, whose name is public."""
_PLACE = Late(
    r"\b(?:rue|place|avenue|boulevard|coll[èe]ge|lyc[ée]e|[ée]cole|salle|th[ée][âa]tre|espace|centre|square|quai|all[ée]e|impasse|prix|m[ée]diath[èe]que"
    r"|mus[ée]e|cin[ée]ma|stade|gymnase|maison|parc|pont|chemin|r[ée]sidence|groupe scolaire|h[ôo]pital|esplanade|auditorium|bd|av\.)(?: [a-zà-ÿ’']+){0,3}[ ’']*$",
    re.IGNORECASE,
)
_WORKS = frozenset(
    [
        "bovary",
        "butterfly",
        "hulot",
        "jourdain",
        "sevigne",
        "ibrahim",
        "puntila",
        "irma",
        "doubtfire",
        "pipi",
        "teste",
        "verdoux",
        "curie",
        "ledru",
        "loyal",
    ]
)
_ROW = Late(r"^\W*(?:\d+[.)]\s*)?")
_FIRST_NAMES = Words(lambda word: any(plain(part) in FIRST_NAMES for part in _CAPITAL.findall(word)))
"""The words that hold a first name, be it the beginning of another word."""
_GATHERED_SIGNS = Signs(
    "présent",
    "present",
    "absent",
    "excus",
    "participant",
    "inscrit",
    "néficiaire",
    "neficiaire",
    "margement",
    "réservation",
    "reservation",
    "liste de",
)
_ROLL_SIGNS = Signs("nom")
_ATTENDANCE_SIGNS = Signs("présent", "present", "absent", "excus", "venu", "oui", "non")
_DOOR_SIGNS = Signs("hez ", as_written=True)
_CIVIL_SIGNS = Signs(
    "M. ", "MM. ", "Mr", "Mme", "Mlle", "Monsieur", "Madame", "Mademoiselle", "Mes", as_written=True
)


def private_people(text: str) -> Iterator[Leak]:
    """Yield lists of persons, then persons who are named outside of them."""
    lists = (*_lists_after_a_word(text), *_rows(text), *_rolls(text))
    yield from lists
    for leak in (*_with_civility(text), *_named(text)):
        if not any(one.start <= leak.start < one.end for one in lists):
            yield leak


def names_in(text: str) -> Iterator[re.Match[str]]:
    """Yield « Marie Dupont », « DUPONT Marie », « Marie D. »; streets and halls are left out."""
    for found in _NAME.finditer(text) if _FIRST_NAMES.are_in(text) else ():
        if _is_a_first_name(found) and not _PLACE.search(text[max(found.start() - 40, 0) : found.start()]):
            yield found


def _is_a_first_name(found: re.Match[str]) -> bool:
    return plain((found["first"] or found["after"]).split("-")[0]) in FIRST_NAMES


def _lists_after_a_word(text: str) -> Iterator[Leak]:
    for found in _GATHERED.finditer(text) if _GATHERED_SIGNS.are_in(text) else ():
        block = re.split(r"\n\s*\n|(?<=[a-zé])\. ", text[found.end() : found.end() + 1500], maxsplit=1)[0]
        people = [*names_in(block), *_CIVIL.finditer(block)]
        if len(people) >= 2:
            yield Leak(
                Kind.LIST,
                found.start(),
                found.end() + len(block),
                text[found.start() : found.end() + 40].strip(),
            )


def _rows(text: str) -> Iterator[Leak]:
    """Three rows in a row that begin with a person's name are a list, unless they are artists."""
    start, run, place = 0, 0, 0
    for row in [*text.split("\n"), ""] if _FIRST_NAMES.are_in(text) else ():
        body = row[_ROW.match(row).end() :]  # type: ignore[union-attr]  # it matches anything
        named = _NAME.match(body)
        if named and _is_a_first_name(named):
            start = start if run else place
            run += 1
        elif row.strip() or run < 3:
            if run >= 3 and not STAGE.search(text[max(start - 160, 0) : place]):
                yield Leak(Kind.LIST, start, place, text[start:place].split("\n", maxsplit=1)[0])
            run = 0
        else:
            if not STAGE.search(text[max(start - 160, 0) : place]):
                yield Leak(Kind.LIST, start, place, text[start:place].split("\n", maxsplit=1)[0])
            run = 0
        place += len(row) + 1


def _rolls(text: str) -> Iterator[Leak]:
    for found in _ROLL.finditer(text) if _ROLL_SIGNS.are_in(text) else ():
        if re.match(r"[^\n]*\n+[^\n]*\w", text[found.end() :]):
            yield Leak(Kind.LIST, found.start(), found.end(), found[0].strip())
    for found in _ATTENDANCE.finditer(text) if _ATTENDANCE_SIGNS.are_in(text) else ():
        if {plain(found["one"]), plain(found["two"])} & FIRST_NAMES:
            yield Leak(Kind.LIST, found.start(), found.end(), found[0].strip())


def _with_civility(text: str) -> Iterator[Leak]:
    civil = _CIVIL.finditer(text) if _CIVIL_SIGNS.are_in(text) else ()
    families = _FAMILY.finditer(text) if _FAMILY_SIGN.search(text) else ()
    doors = _AT_THE_DOOR.finditer(text) if _DOOR_SIGNS.are_in(text) else ()
    for found in (*civil, *families, *doors):
        words = plain(found["name"]).replace("’", "'").split()
        fiction = (
            set(words) & _WORKS
            or _is_quoted(text, found)
            or _PLACE.search(text[max(found.start() - 40, 0) : found.start()])
        )
        if not fiction:
            yield Leak(Kind.PERSON, found.start(), found.end(), found[0])


def _named(text: str) -> Iterator[Leak]:
    for found in names_in(text):
        before = text[max(found.start() - 45, 0) : found.start()]
        told = _ACTED.search(_sentence(text, found)) and not STAGE.search(before)
        if (told or _TEAM.search(before) or _CALLED.search(before)) and not _is_quoted(text, found):
            yield Leak(Kind.PERSON, found.start(), found.end(), found[0])
    for found in _ALONE.finditer(text) if _FIRST_NAMES.are_in(text) else ():
        sentence = _sentence(text, found)
        if (
            plain(found["name"].split("-")[0]) in FIRST_NAMES
            and _ACTED.search(sentence)
            and not _is_quoted(text, found)
        ):
            yield Leak(Kind.PERSON, found.start(), found.end(), found["name"])


def _sentence(text: str, found: re.Match[str]) -> str:
    before = re.split(r"[.!?…\n](?=\s|$)", text[max(found.start() - 200, 0) : found.start()])[-1]
    after = re.split(
        r"(?<=[a-zé0-9»)])[.!?…](?=\s|$)|\n", text[found.start() : found.end() + 200], maxsplit=1
    )[0]
    return before + after


def _is_quoted(text: str, found: re.Match[str]) -> bool:
    before = text[max(found.start() - 80, 0) : found.start()]
    return before.count("«") > before.count("»") or before.rstrip().endswith(("*", "_"))
