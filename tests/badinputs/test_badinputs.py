"""Each wrong or hostile input, laid alone over a healthy site, is treated as its `cas.json` asks."""

from pathlib import Path

import pytest

from tests.badinputs.invariants import broken
from tests.badinputs.laying import CASES, Case, Outcome, build_measured, lay, read_case

NAMES = sorted(path.parent.name for path in CASES.glob("*/cas.json"))
SECONDS, MEMORY = 10, 512 * 1024 * 1024


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_input_is_treated_as_it_should(name: str, mini: Path, tmp_path: Path) -> None:
    case = read_case(name)
    outcome = build_measured(lay(case, mini, tmp_path / "site"))
    assert "Traceback" not in outcome.said, outcome.said
    assert what_was_done(case, outcome) in case.expected, outcome.said
    assert [told for invariant in case.invariants if (told := broken(invariant, outcome.output))] == []
    assert outcome.seconds <= SECONDS
    assert outcome.memory <= MEMORY


def what_was_done(case: Case, outcome: Outcome) -> str:
    """Name the treatment: a refusal names its place and leaves the site as it was; what is changed is said."""
    named = any(words in outcome.said for words in case.named)
    if outcome.code != 0:
        assert named, f"refused without naming {case.named}: {outcome.said}"
        assert case.line is None or f"{case.file}, ligne {case.line} : " in outcome.said
        assert outcome.after == outcome.before
        return "refuser"
    assert outcome.after != {}
    if not named:
        return "accepter"
    return "corriger" if "copie en ligne" in outcome.said else "avertir"


def test_every_document_and_picture_of_the_samples_is_here() -> None:
    families = [name.partition("-")[0] for name in NAMES]
    assert families.count("doc") == 18
    assert families.count("img") == 13
