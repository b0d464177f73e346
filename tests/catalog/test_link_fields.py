"""Every field that becomes a link: only http(s), an address of this site, a phone or an e-mail pass."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from plugins.catalog.kinds import KINDS
from plugins.catalog.models import types

WEB = [
    "https://exemple.fr",
    "http://exemple.fr/a?b=c#d",
    "https://www.exemple.fr/a@b",
    "https://exemple.fr:8080/",
]
HOSTILE = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:a.b",
    "data:text/html,<b>a.b</b>",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "blob:https://exemple.fr/1",
    "file:///etc/passwd",
    "ftp://exemple.fr/a",
    "webcal://exemple.fr/a.ics",
    "//exemple.fr/",
    "https:exemple.fr",
    "https://",
    "https://exemple",
    "https://exemple.fr\\@autre.fr/",
    "https://exemple.fr@autre.fr/",
    "https://qui:secret@exemple.fr/",
    "https://exemple.fr/\u202egpj.a",
    'https://exemple.fr/" onclick="a()',
    "https://exemple.fr/<script>",
    "https://exemple.fr/ autre",
]
INSIDE = [
    "/../etc/",
    "/a/./b/",
    "//exemple.fr/",
    "/\\exemple.fr/",
    "https://exemple.fr/",
    "sorties/",
    "/a?b=<c>",
    "/é/",
]


def _refused(kind: Any, value: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("written", WEB)
def test_an_address_of_the_web_passes(written):
    assert TypeAdapter(types.Url).validate_python(written) == written


@pytest.mark.parametrize("written", HOSTILE)
def test_no_other_scheme_passes_for_a_site_a_page_of_this_site_a_phone_or_an_email(written):
    assert _refused(types.Url, written)
    assert _refused(types.SiteAddress, written)
    assert _refused(types.Phone, written)
    assert _refused(types.Email, written)


@pytest.mark.parametrize("written", INSIDE)
def test_an_address_of_this_site_never_leaves_it(written):
    assert _refused(types.SiteAddress, written)


@pytest.mark.parametrize(
    "written",
    [
        "a@exemple.fr?bcc=b@exemple.fr",
        "a@exemple.fr\nBcc:b@exemple.fr",
        "a@exemple.fr,b@exemple.fr",
        "mailto:a@exemple.fr",
    ],
)
def test_an_email_adds_nobody_and_no_header(written):
    assert _refused(types.Email, written)


@pytest.mark.parametrize("written", ["tel:0475000000", "04 75 00 00 00;ext=1", "*#06#", "0475000000,,1234#"])
def test_a_phone_dials_nothing_else(written):
    assert _refused(types.Phone, written)


def _models(annotation: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation holds, each once, and those that they hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen:
            return
        seen.add(annotation)
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation, seen)
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument, seen)


SEEN: set[type[BaseModel]] = set()
LINKS = [
    (model, field.alias)
    for kind in KINDS
    for model in _models(kind.model, SEEN)
    for field in model.model_fields.values()
    if field.alias in {"site", "lien", "acceslibre", "courriel", "de", "vers"}
]


def test_the_fields_that_become_links_are_found():
    assert {(model.__name__, alias) for model, alias in LINKS} >= {
        ("Acronym", "site"),
        ("Association", "courriel"),
        ("Banner", "lien"),
        ("Booking", "courriel"),
        ("Booking", "lien"),
        ("EventSeries", "site"),
        ("Place", "acceslibre"),
        ("Place", "site"),
        ("Redirect", "de"),
        ("Redirect", "vers"),
    }


@pytest.mark.parametrize(("model", "alias"), LINKS)
@pytest.mark.parametrize("written", ["javascript:alert(1)", "data:text/html,a.b", "//exemple.fr/"])
def test_no_record_takes_another_scheme_as_its_link(model, alias, written):
    with pytest.raises(ValidationError) as told:
        model.model_validate({alias: written})
    [error] = [error for error in told.value.errors() if error["loc"] == (alias,)]
    assert error["type"] in {"adresse-web", "adresse-du-site", "courriel"}
