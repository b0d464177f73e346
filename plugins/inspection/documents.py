"""Inspect a file of the library: sound, safe, silent about persons, light enough."""

from functools import lru_cache

from plugins.inspection.drawings import inspect_drawing
from plugins.inspection.findings import EMPTY, Inspection, RefusedFileError
from plugins.inspection.limits import LARGEST_DOCUMENT, is_picture, too_heavy
from plugins.inspection.office import inspect_office, without_persons
from plugins.inspection.persons import list_of_people
from plugins.inspection.pictures import inspect_picture, publishable
from plugins.inspection.signatures import disguise, said_kind
from plugins.inspection.tables import rows_of_text
from plugins.inspection.words import rejoined

_OFFICE = {"docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"}
_PICTURES = {"png", "jpg"}


@lru_cache(maxsize=64)
def inspect_document(name: str, content: bytes, known: frozenset[str] = frozenset()) -> Inspection:
    """Return what is found in a file; `known` are the authors that are no persons, as slugs.

    A build asks twice (to refuse, then to publish): the answer is kept.
    """
    try:
        return _inspected(name, content, known)
    except RefusedFileError as error:
        return Inspection(faults=(error.finding,))


def _inspected(name: str, content: bytes, known: frozenset[str]) -> Inspection:
    if not content:
        raise RefusedFileError(EMPTY)
    if len(content) > LARGEST_DOCUMENT:
        raise RefusedFileError(too_heavy(len(content)))
    if found := disguise(name, content):
        raise RefusedFileError(found)
    kind = said_kind(name)
    if kind == "pdf":
        from plugins.inspection.pdf import inspect_pdf  # noqa: PLC0415  # a site without PDF starts faster

        return inspect_pdf(content, known)
    if kind in _PICTURES:
        faults, notices = inspect_picture(name, content)
        return Inspection(faults, notices, cleaned=None if faults else publishable(name, content))
    if kind == "svg":
        return Inspection(tuple(inspect_drawing(content)))
    if kind in _OFFICE:
        found, text, rows = inspect_office(kind, content, known)
    else:
        found, text = [], decoded(content)
        rows = rows_of_text(text) if kind == "csv" else ()
    people = list_of_people(text)
    return Inspection((*found, *([people] if people else [])), text=rejoined(text), rows=rows)


def discreet(name: str, content: bytes, known: frozenset[str] = frozenset()) -> bytes:
    """Return a sound file without what its hidden notes tell of a person: the same bytes when they tell nothing."""
    try:
        if is_picture(name):
            _, notices = inspect_picture(name, content)
            is_told = any(notice.code == "image-indiscrete" for notice in notices)
            return publishable(name, content) if is_told else content
        found = inspect_document(name, content, known)
        if found.cleaned is not None:
            return found.cleaned
        is_told = any(fault.code == "auteur-dans-le-fichier" for fault in found.faults)
        return without_persons(content, known) if is_told else content
    except RefusedFileError:
        return content


def decoded(content: bytes) -> str:
    """Return the text of a file made of text: UTF-8, or what Windows writes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
