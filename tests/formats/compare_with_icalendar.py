"""Compare our linter with the verdict of icalendar, on the calendars of its own source distribution.

Those calendars are not ours to keep (BSD-2-Clause, and 190 kB of faults): fetch them, then compare.

    python -m pip download --no-deps --no-binary icalendar icalendar==7.3.0 -d FOLDER
    python -m tests.formats.compare_with_icalendar FOLDER/icalendar-7.3.0.tar.gz

icalendar reads; it does not judge style. Both agree when icalendar refuses and we find a fault, or when it
reads and we find none but those that it forgives on purpose (`FORGIVEN`). Each other difference is listed in
`EXPLAINED`; the command fails when one is not, or is there no more.
"""

import sys
import tarfile
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from icalendar import Calendar

from tests.formats.calendar_linter import RULES, faults

FORGIVEN = {
    "crlf": "its files end their lines as Git does, in LF; it reads both",
    "fold": "it unfolds lines of any length",
    "blank": "it skips empty lines",
    "required": "it builds a calendar piece by piece, and reads one that is not finished",
    "version": "it does not look at VERSION",
    "zone": "it knows the zones of IANA, and does without VTIMEZONE",
    "utc": "it keeps DTSTAMP as it is written",
    "escape": "it takes a comma or a backslash as it finds it",
    "nesting": "it reads a component that stands alone, outside of VCALENDAR",
    "once": "it keeps every value of a property that is repeated",
    "both": "it keeps DTEND and DURATION, and complains when one asks for the end",
    "order": "it complains only when one asks for the duration",
    "uid": "it does not compare events",
    "cut": "it joins the octets before it reads them",
    "utf-8": "it replaces the octets that are not UTF-8",
    "control": "it keeps control characters in a text",
}
A_DAY = "a day without VALUE=DATE: it guesses the type, 3.8.2.4 asks for it"
AN_RDATE = (
    "an RDATE without a date, or a period of days or hours: 3.8.5.2 allows dates, moments, periods of moments"
)
IN_A_PARAMETER = "a backslash escapes a semicolon in a parameter: 3.2 asks for quotes"
EXPLAINED = {
    "calendars/empty_RDATE.ics": AN_RDATE,
    "calendars/issue_1081_empty_rdate.ics": AN_RDATE,
    "calendars/issue_1633_rdate_with_dates.ics": AN_RDATE,
    "calendars/issue_1633_rdate_with_dates_and_tzid.ics": AN_RDATE,
    "calendars/multiple_timezones.ics": AN_RDATE,
    "calendars/example.ics": A_DAY,
    "calendars/issue_178_custom_component_contains_other.ics": A_DAY,
    "calendars/rfc_7265_appendix_example_1_ical.ics": A_DAY,
    "events/event_with_escaped_character3.ics": IN_A_PARAMETER,
    "events/event_with_escaped_characters.ics": IN_A_PARAMETER,
    "calendars/issue_348_exception_parsing_value.ics": "ORGANIZER has no value: it keeps an empty one",
    "calendars/issue_351_whitespace_in_property_and_params.ics": "spaces in names: it removes them",
    "calendars/multiple_calendar_components.ics": "empty lines cut each property before its colon: it joins them",
    "calendars/invalid_duration.ics": "a duration of 10^18 weeks: 3.3.6 allows it, Python cannot count it",
    "calendars/fuzz_testcase_vtimezone_lone_cr.ics": "a carriage return alone: we tell it (crlf), it stops there",
}


def main(archive: str) -> int:
    """Print the table and each difference; return 1 when one is not explained."""
    counts: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    surprises = []
    for name, content in calendars(archive):
        ours = {code for code, _ in faults(content)}
        theirs = verdict(content)
        rules.update(ours)
        same = (theirs == "lu" and ours <= FORGIVEN.keys()) or (
            theirs != "lu" and not ours <= FORGIVEN.keys()
        )
        counts[f"icalendar : {theirs} ; nous : {'sans faute' if not ours else 'fautes'}"] += 1
        if same == (name in EXPLAINED):
            surprises.append(f"{name} : {theirs} ; {', '.join(sorted(ours)) or 'sans faute'}")
    lines = [
        f"{sum(counts.values())} agendas",
        *(f"{count:4} {words}" for words, count in sorted(counts.items())),
    ]
    lines += [f"{count:4} {code} ({RULES[code]})" for code, count in rules.most_common()]
    lines += [f"Expliqué : {name} : {why}" for name, why in EXPLAINED.items()]
    lines += [f"À expliquer : {line}" for line in surprises]
    sys.stdout.write("\n".join([*lines, ""]))
    return bool(surprises)


def calendars(archive: str) -> Iterator[tuple[str, bytes]]:
    """Return the name and the octets of each calendar of a source distribution."""
    with tarfile.open(archive) as files:
        for member in sorted(files.getmembers(), key=lambda member: member.name):
            if member.name.endswith(".ics") and (opened := files.extractfile(member)):
                yield "/".join(PurePosixPath(member.name).parts[-2:]), opened.read()


def verdict(content: bytes) -> str:
    """Return what icalendar makes of a calendar: read, read with errors that it sets aside, refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = Calendar.from_ical(content, multiple=True)
    except ValueError:
        return "refusé"
    errors = any(component.errors for calendar in found for component in calendar.walk())
    return "lu avec erreurs" if errors else "lu"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
