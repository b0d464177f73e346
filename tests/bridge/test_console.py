import pytest

from plugins.bridge.console import Console


def test_plain_words_are_said_on_one_line_however_long(capsys: pytest.CaptureFixture[str]) -> None:
    Console().print(
        "Done: Processed 1 article, 0 drafts, 0 hidden articles, 0 pages and 0 hidden pages, ", "in time"
    )
    said = "Done: Processed 1 article, 0 drafts, 0 hidden articles, 0 pages and 0 hidden pages,  in time\n"
    assert capsys.readouterr().out == said


def test_what_is_no_plain_text_is_drawn_by_rich(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.print({"PATH": "content"})
    console.print("fin", style="bold")
    assert capsys.readouterr().out == "{'PATH': 'content'}\nfin\n"


def test_no_wheel_turns_while_a_build_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    with Console().status("Generating..."):
        pass
    assert capsys.readouterr().out == ""


def test_whatever_else_rich_knows_is_asked_of_it() -> None:
    assert Console().is_jupyter is False
