import json

from plugins.bridge.events import tell_built, tell_problems, tell_progress
from plugins.catalog.problems import Problem

PROBLEM = Problem(
    "data/x.yaml", 3, "date-incomprise", "la date n’est pas comprise.", "date: 31/02", None, None
)


def test_faire_hears_json_lines(monkeypatch, capsysbinary):
    monkeypatch.setenv("FAIRE_EVENTS", "1")
    tell_progress(50, 100, "pages")
    tell_problems([PROBLEM])
    first, second = capsysbinary.readouterr().err.decode().strip("\n").split("\n")
    assert first == '\x1e{"event": "progress", "done": 50, "total": 100, "what": "pages"}'
    assert json.loads(second.removeprefix("\x1e")) == {
        "event": "problem",
        "file": "data/x.yaml",
        "line": 3,
        "code": "date-incomprise",
        "message": "la date n’est pas comprise.",
        "written": "date: 31/02",
        "expected": None,
        "hint": None,
    }


def test_anybody_else_reads_a_french_report(monkeypatch, capsysbinary):
    monkeypatch.delenv("FAIRE_EVENTS", raising=False)
    tell_progress(50, 100, "pages")
    tell_built({"pages": 1})
    tell_problems([PROBLEM])
    said = capsysbinary.readouterr().err.decode()
    assert "data/x.yaml, ligne 3 : la date n’est pas comprise." in said
    assert "1 problème à corriger dans 1 fichier." in said
