"""The automations of GitHub keep to what their comments promise; zizmor checks the rest."""

import re
from pathlib import Path

import pytest
import yaml

GITHUB = Path(__file__).parents[1] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]-*.yml"))
WRITING_ALLOWED = {
    ("publication.yml", "publier"): {"contents"},
    ("publication.yml", "servir"): {"pages"},
    ("quotidien.yml", "publier"): {"contents", "pages"},
    ("site.yml", "publier"): {"contents", "pages"},
}

workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
forms = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)


def load(path: Path) -> dict:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # texts only


def jobs(path: Path) -> dict[str, dict]:
    return load(path)["jobs"]


def steps(path: Path) -> list[dict]:
    return [step for job in jobs(path).values() for step in job.get("steps", [])]


def test_every_workflow_is_read() -> None:
    assert [path.name for path in WORKFLOWS] == ["publication.yml", "quotidien.yml", "site.yml"]


@workflows
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(path: Path) -> None:
    for line in re.findall(r"^.*\buses:.*$", path.read_text("utf-8"), re.MULTILINE):
        ours = r"uses: \$/\.github/workflows/[a-z]+\.yml$"
        theirs = r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"
        assert re.search(f"{ours}|{theirs}", line), line


def test_an_action_has_one_pin_everywhere() -> None:
    pins = {tuple(step["uses"].split("@")) for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len({name for name, _ in pins}) == len(pins)


@workflows
def test_nothing_is_allowed_unless_a_job_says_so(path: Path) -> None:
    assert load(path)["permissions"] == {}
    for name, job in jobs(path).items():
        written = {subject for subject, right in job["permissions"].items() if right == "write"}
        assert written == WRITING_ALLOWED.get((path.name, name), set())
        assert set(job["permissions"].values()) <= {"read", "write"}


def test_a_pull_request_can_never_write() -> None:
    for path in WORKFLOWS:
        triggers = load(path)["on"]
        assert "pull_request_target" not in triggers
        assert "workflow_run" not in triggers
        for name, job in jobs(path).items():
            if "pull_request" in triggers and (path.name, name) in WRITING_ALLOWED:
                assert "github.event_name == 'push' && github.ref == 'refs/heads/main'" in job["if"]


@workflows
def test_a_copy_of_the_repository_publishes_nothing(path: Path) -> None:
    for job in jobs(path).values():
        if job.get("uses", "").endswith("/publication.yml"):
            assert "vars.PUBLICATION == 'oui'" in job["if"]


def test_the_schedule_is_alone_in_its_file() -> None:
    scheduled = [path for path in WORKFLOWS if "schedule" in load(path)["on"]]
    assert [path.name for path in scheduled] == ["quotidien.yml"]
    assert set(load(scheduled[0])["on"]) == {"schedule", "workflow_dispatch"}


@workflows
def test_no_expression_enters_a_shell_line(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", "")


@workflows
def test_credentials_are_never_left_on_the_disk(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@workflows
def test_every_job_has_an_end_and_a_known_machine(path: Path) -> None:
    for job in jobs(path).values():
        assert "uses" in job or 0 < int(job["timeout-minutes"]) <= 45


def test_updates_wait_for_two_weeks() -> None:
    updates = load(GITHUB / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    assert all(update["cooldown"] == {"default-days": "14"} for update in updates)


def test_every_form_is_read() -> None:
    assert [path.stem for path in FORMS] == [
        "1-signaler-une-erreur",
        "2-proposer-une-sortie",
        "3-corriger-une-fiche-de-lieu",
    ]


@forms
def test_a_form_has_what_github_asks_for(path: Path) -> None:
    form = load(path)
    assert {"name", "description", "title", "labels", "body"} == set(form)
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert {field["type"] for field in fields} <= {"input", "textarea", "dropdown", "checkboxes"}
    assert all(field["attributes"]["label"] for field in fields)
    names = [field["id"] for field in fields]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z-]+", name) for name in names)
    for field in fields:
        assert ("options" in field["attributes"]) == (field["type"] == "dropdown")


@forms
def test_a_form_warns_that_everybody_can_read(path: Path) -> None:
    first = load(path)["body"][0]
    assert first["type"] == "markdown"
    assert "Tout le monde peut lire ce message" in first["attributes"]["value"]
