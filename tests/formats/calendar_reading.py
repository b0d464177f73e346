"""Read a calendar ourselves, from RFC 5545 and nothing else: what our linter and our comparisons stand on."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import StringIO

from dateutil.tz import tzical

LINE = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)"
    r'(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*)'
    r":(?P<value>.*)",
    re.DOTALL,
)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True)
class Property:
    """Hold one content line, unfolded; `name` is empty when it is not one."""

    name: str
    value: str
    parameters: dict[str, str]

    @property
    def text(self) -> str:
        """Return the value of a TEXT property without its escapes (3.3.11)."""
        return ESCAPED.sub(lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), self.value)


@dataclass
class Component:
    """Hold what stands between BEGIN and END."""

    name: str
    properties: list[Property] = field(default_factory=list)
    components: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [found for found in self.properties if found.name == name]

    def value(self, name: str) -> str:
        return next((found.value for found in self.all(name)), "")

    def children(self, name: str) -> list["Component"]:
        return [found for found in self.components if found.name == name]


def unfold(content: bytes) -> list[str]:
    """Join the lines that were folded (3.1), whatever ends them; undecodable octets are replaced."""
    joined = re.sub(rb"(?:\r\n|\n|\r)[ \t]", b"", content.removeprefix(b"\xef\xbb\xbf"))
    return [line.decode("utf-8", "replace") for line in re.split(rb"\r\n|\n|\r", joined) if line.strip()]


def read_property(line: str) -> Property:
    found = LINE.fullmatch(line)
    if found is None:
        return Property("", line, {})
    parameters = {name.upper(): value.strip('"') for name, value in PARAMETER.findall(found["parameters"])}
    return Property(found["name"].upper(), found["value"], parameters)


def read(content: bytes) -> tuple[Component, list[str]]:
    """Return the components under a nameless root, and what is wrong with BEGIN and END."""
    root = Component("")
    path, faults = [root], []
    for line in unfold(content):
        found = read_property(line)
        if found.name == "BEGIN":
            path.append(Component(found.value.upper()))
            path[-2].components.append(path[-1])
        elif found.name == "END" and len(path) > 1 and path[-1].name == found.value.upper():
            path.pop()
        elif found.name == "END":
            faults.append(f"END:{found.value} closes nothing")
        else:
            path[-1].properties.append(found)
    return root, faults + [f"{component.name} is never closed" for component in path[1:]]


Instants = dict[str, tuple[str, str]]


def instants(content: bytes) -> Instants:
    """Return start and end by UID, in UTC (or days), from the VTIMEZONE of the calendar alone, by dateutil."""
    zones = tzical(StringIO(content.decode("utf-8").replace("\r\n", "\n")))
    root, _ = read(content)
    events = (event for calendar in root.components for event in calendar.children("VEVENT"))
    return {
        event.value("UID"): (_when(event, "DTSTART", zones), _when(event, "DTEND", zones)) for event in events
    }


def tell(moment: date | None) -> str:
    """Write an instant the same way for every reader."""
    if moment is None:
        return ""
    return (
        f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"
    )


def _when(event: Component, name: str, zones: tzical) -> str:
    for found in event.all(name):
        if len(found.value) == len("20261127"):
            return tell(datetime.strptime(found.value, "%Y%m%d").replace(tzinfo=UTC).date())
        zone = UTC if found.value.endswith("Z") else zones.get(found.parameters["TZID"])
        return tell(datetime.strptime(found.value[:15], "%Y%m%dT%H%M%S").replace(tzinfo=zone))
    return ""
