"""Our own profile of schema.org: the types and the properties that we use, frozen; what is required of each.

Sources: the page of each type on https://schema.org; Google Search Central for Article, Breadcrumb, Course, Dataset
and Event. A new word enters here only after it has been read on the page of its type.
"""

import re
from collections.abc import Iterator
from typing import Any

SITE = "https://www.culturesducoeur26-07.org"

_THING = {"name", "alternateName", "description", "url", "sameAs", "image", "identifier", "mainEntityOfPage"}
_WORK = _THING | {
    "author",
    "creator",
    "dateModified",
    "datePublished",
    "encoding",
    "inLanguage",
    "isAccessibleForFree",
    "keywords",
    "license",
    "publisher",
    "spatialCoverage",
}
_ORGANISATION = _THING | {"address", "areaServed", "email", "logo", "telephone"}
_PLACE = _THING | {"address", "geo", "telephone"}
_EVENT = _THING | {
    "startDate",
    "endDate",
    "eventStatus",
    "previousStartDate",
    "eventAttendanceMode",
    "location",
    "inLanguage",
    "isAccessibleForFree",
    "offers",
    "organizer",
    "subEvent",
    "typicalAgeRange",
}
EVENTS = (
    "Event",
    "ChildrensEvent",
    "DanceEvent",
    "EducationEvent",
    "ExhibitionEvent",
    "Festival",
    "LiteraryEvent",
    "MusicEvent",
    "ScreeningEvent",
    "SocialEvent",
    "TheaterEvent",
)
"""The kinds of outings that we say: subtypes of Event (https://schema.org/Event)."""
_PLACES = [
    "Place",
    "ArchiveOrganization",
    "Library",
    "MovieTheater",
    "Museum",
    "MusicVenue",
    "PerformingArtsTheater",
    "AdministrativeArea",
    "Country",
]

VOCABULARY: dict[str, set[str]] = {
    **dict.fromkeys((*EVENTS, "EventSeries"), _EVENT),
    **dict.fromkeys(_PLACES, _PLACE),
    **dict.fromkeys(["Organization", "NGO", "GovernmentOrganization"], _ORGANISATION),
    "BlogPosting": _WORK | {"articleSection", "headline"},
    "BreadcrumbList": {"itemListElement"},
    "Course": _WORK | {"provider", "hasCourseInstance"},
    "CourseInstance": _EVENT | {"courseMode"},
    "DataCatalog": _WORK | {"dataset"},
    "DataDownload": {"contentUrl", "encodingFormat", "contentSize"},
    "Dataset": _WORK | {"distribution", "includedInDataCatalog"},
    "DefinedTerm": _THING | {"inDefinedTermSet"},
    "DefinedTermSet": _WORK,
    "DigitalDocument": _WORK,
    "GeoCoordinates": {"latitude", "longitude"},
    "HowTo": _WORK | {"step", "tool", "totalTime"},
    "HowToStep": {"position", "name", "url"},
    "HowToTool": {"name"},
    "ItemList": {"name", "numberOfItems", "itemListElement"},
    "ListItem": {"position", "name", "item"},
    "MediaObject": {"contentUrl", "contentSize", "sha256"},
    "Offer": {"price", "priceCurrency", "description", "availability", "url", "validFrom", "validThrough"},
    "PostalAddress": {"streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"},
    "WebSite": _WORK,
}
REQUIRED: dict[str, set[str]] = {
    **{kind: {"name", "startDate", "location"} for kind in EVENTS},
    "EventSeries": {"name", "url", "location"},
    **{kind: {"name"} for kind in (*_PLACES, "Organization", "NGO", "GovernmentOrganization")},
    "BlogPosting": {"headline", "datePublished", "author", "publisher", "url"},
    "BreadcrumbList": {"itemListElement"},
    "Course": {"name", "description", "provider"},
    "CourseInstance": {"courseMode", "startDate"},
    "DefinedTerm": {"name", "description", "inDefinedTermSet", "url"},
    "DigitalDocument": {"name", "url", "encoding", "author"},
    "HowTo": {"name", "step"},
    "HowToStep": {"position", "name", "url"},
    "ListItem": {"position", "name", "item"},
    "MediaObject": {"contentUrl", "sha256"},
    "WebSite": {"name", "url"},
}
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")
"""ISO 8601: a day, or a moment with its offset."""
DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?")


def faults(node: Any) -> Iterator[str]:
    """Yield what is out of the profile, in a node and in all that is inside it."""
    if isinstance(node, list):
        for item in node:
            yield from faults(item)
    if not isinstance(node, dict):
        return
    written = node.get("@type", [])
    kinds = [written] if isinstance(written, str) else written
    properties = {key for key in node if not key.startswith("@")}
    if not kinds and set(node) != {"@id"} and "@graph" not in node:
        yield f"{node} is of no type"
    for kind in kinds:
        named_elsewhere = "@id" in node and "@context" not in node
        yield from (f"{kind}.{key} is not ours" for key in properties - VOCABULARY.get(kind, set()))
        if not named_elsewhere:
            yield from (f"{kind} lacks {key}" for key in REQUIRED.get(kind, set()) - properties)
    for key, value in node.items():
        yield from _faults_of(key, value)
        yield from faults(value)


def _faults_of(key: str, value: Any) -> Iterator[str]:
    if value in (None, "", [], {}):
        yield f"{key} is empty"
    if re.search(r"Date$|^date|^valid", key) and not DAY.fullmatch(value):
        yield f"{key}: {value} is neither a day nor a moment with its offset"
    if key == "totalTime" and not DURATION.fullmatch(value):
        yield f"{key}: {value} is no duration"
    if key in {"@id", "item", "mainEntityOfPage", "contentUrl", "logo"} and not value.startswith(f"{SITE}/"):
        yield f"{key}: {value} is not of the site"
    if key == "url" and not re.match(r"https?://[^/\s]", value):
        yield f"{key}: {value} is no whole address"
