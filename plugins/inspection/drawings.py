"""Look in an SVG drawing for what acts, what calls another site, and what unfolds without end."""

import re
from collections.abc import Iterator

from lxml import etree

from plugins.inspection.findings import Finding, RefusedFileError, damaged

_NEEDS_A_PERSON = "redessinez-le sans cela, ou exportez-le en PNG"
_HIDES = "cache un fichier dans une adresse (data:) ; seule une image PNG, JPEG ou WebP y est acceptée"
_ACTIVE = {"script", "foreignobject", "handler", "listener", "iframe", "embed", "object"}
_ELSEWHERE = re.compile(r"^\s*(?:https?:|//|ftp:|file:)", re.IGNORECASE)
_IN_STYLE = re.compile(r"@import|url\(\s*['\"]?\s*(?:https?:|//|file:)", re.IGNORECASE)
_PROGRAM = re.compile(r"(?:javascript|vbscript):", re.IGNORECASE)
_DATA = re.compile(r"(?:^|[('\";,])data:(?!image/(?:png|jpeg|webp)[;,])", re.IGNORECASE)
"""A file written in an address: only a picture made of points is one that cannot act."""
_BLANK = re.compile(r"[\x00-\x20]")
"""What browsers leave out of a scheme (WHATWG URL, « basic URL parser »)."""


def inspect_drawing(content: bytes) -> Iterator[Finding]:
    """Yield what makes a drawing dangerous, with its line; raise `RefusedFileError` when it does not open."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise RefusedFileError(damaged("ce dessin")) from None
    if "<!ENTITY" in ((root.getroottree().docinfo.internalDTD is not None and _declared(content)) or ""):
        yield _danger("déclare des entités XML", 1)
        return
    for element in root.iter():
        if isinstance(element.tag, str):
            yield from _element(element)
        elif element.tag is etree.PI and "stylesheet" in (element.target or ""):
            yield _danger("appelle une feuille de style", element.sourceline)


def _declared(content: bytes) -> str:
    return content[:65536].decode("utf-8", "replace").upper()


def _element(element: etree._Element) -> Iterator[Finding]:
    name = etree.QName(element).localname.lower()
    line = element.sourceline
    if name in _ACTIVE:
        yield _danger(f"contient un programme ou une page (<{name}>)", line)
    styled = "".join(element.itertext()) if name == "style" else ""
    if _DATA.search(_BLANK.sub("", styled)):
        yield _danger(_HIDES, line)
    if _IN_STYLE.search(styled):
        yield _danger("va chercher une feuille de style ou une image sur un autre site", line)
    for key, value in element.attrib.items():
        attribute = etree.QName(key).localname.lower()
        address = _BLANK.sub("", value)
        if attribute.startswith("on") or _PROGRAM.match(address):
            yield _danger(f"lance un programme ({attribute}=)", line)
        elif _DATA.search(address):
            yield _danger(_HIDES, line)
        elif (attribute in {"href", "src"} and name != "a" and _ELSEWHERE.search(value)) or _IN_STYLE.search(
            value
        ):
            yield _danger("va chercher une image sur un autre site, qui saurait qui vous lit", line)


def _danger(what: str, line: int) -> Finding:
    return Finding("dessin-dangereux", f"ce dessin {what}.", _NEEDS_A_PERSON, line=line)
