"""Each wrong or hostile input, laid over a healthy site, is treated as its `cas.json` asks, strictly."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.badinputs.capping import MEMORY, SECONDS
from tests.badinputs.invariants import broken
from tests.badinputs.laying import CASES, NAMES, Case, read_case
from tests.badinputs.treating import Outcome, build_together, give, refusal
from tests.site.building import ROOT

SAMPLES = {"cfg": 18, "doc": 18, "ev": 32, "img": 13, "md": 74, "yp": 41}
OURS = {"ima": 7, "red": 11, "reg": 8, "tab": 15}

Treat = Callable[[str], Outcome]


@pytest.fixture(scope="session")
def treat(mini: Path, tmp_path_factory: pytest.TempPathFactory) -> Treat:
    """Give a function that tells what came of a case; families are built once, when first asked."""
    outcomes: dict[str, Outcome] = {}

    def family(name: str) -> None:
        passing = []
        for case in map(read_case, NAMES):
            if case.family == name and not case.alone:
                folder = tmp_path_factory.mktemp(case.name)
                refused = refusal(case, folder)
                if refused:
                    outcomes[case.name] = refused
                else:
                    passing.append(case)
        if passing:
            outcome = build_together(passing, mini, tmp_path_factory.mktemp(name))
            outcomes.update(dict.fromkeys((case.name for case in passing), outcome))

    def told(name: str) -> Outcome:
        case = read_case(name)
        if case.command and name not in outcomes:
            outcomes[name] = give(case, tmp_path_factory.mktemp(name))
        elif case.alone and name not in outcomes:
            outcomes[name] = build_together([case], mini, tmp_path_factory.mktemp(name))
        elif name not in outcomes:
            family(case.family)
        return outcomes[name]

    return told


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_input_is_treated_as_it_should(name: str, treat: Treat) -> None:
    case, outcome = read_case(name), treat(name)
    assert "Traceback" not in outcome.said, outcome.said
    assert what_was_done(case, outcome) in case.expected, outcome.said
    assert [told for invariant in case.invariants if (told := broken(invariant, outcome))] == []
    assert outcome.seconds <= SECONDS
    assert outcome.memory <= MEMORY


def what_was_done(case: Case, outcome: Outcome) -> str:
    """Name the treatment: a refusal names its place and leaves the site as it was; what is changed is said."""
    place = f"{case.file}, ligne {case.line} : " if case.line else f"{case.file}"
    said = outcome.said
    if outcome.code != 0:
        assert all(words in said for words in case.named), f"refused without naming {case.named}: {said}"
        assert case.line is None or place in said, f"{place} is not said: {said}"
        assert outcome.untouched
        return "refuser"
    if place not in said:
        return "accepter"
    return "corriger" if re.search(rf"{re.escape(place)}.*copie en ligne", said) else "avertir"


def test_every_sample_is_here() -> None:
    families = Counter(name.partition("-")[0] for name in NAMES)
    assert families == SAMPLES | OURS
    assert {path.name for path in CASES.iterdir()} == set(NAMES)


TOO_MUCH = """
from tests.badinputs.capping import MEMORY, PROGRAM, capped_reading
try:
    with capped_reading():
        bytearray(MEMORY - PROGRAM + 1)
except MemoryError:
    print(len(bytearray(MEMORY - PROGRAM + 1)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the cap is Linux's")
def test_what_reads_too_much_is_stopped_and_what_follows_is_not() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOO_MUCH], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "268435457\n"
