"""Type set by a process apart: what it answers, and when it is let go with its memory."""

import pytest

from plugins.formats import press
from plugins.formats.press import ORDERS, Order, TypesettingError, let_go, settle, typeset

PAGE = Order(
    "#set page(width: 20pt, height: 10pt)\n#sys.inputs.word",
    {"word": "ici"},
    {"format": "pdf", "timestamp": 0},
)
TELLING = """#set page(width: 20pt, height: 10pt)
a #pagebreak() #[= b] <end>
#context [#metadata((end: locate(<end>).page())) <places>]
"""


@pytest.fixture
def telling(tmp_path) -> Order:
    (tmp_path / "telling.typ").write_text(TELLING)
    return PAGE._replace(source=tmp_path / "telling.typ", root=tmp_path, places={})


@pytest.fixture(autouse=True)
def _idle():
    let_go()
    yield
    let_go()


def process() -> int:
    assert press._PRESS.process is not None
    return press._PRESS.process.pid


def test_the_same_order_gives_the_same_document_whichever_process_sets_it():
    first = typeset(PAGE)
    let_go()
    assert typeset(PAGE) == first
    assert first.startswith(b"%PDF-")


def test_one_process_sets_several_documents_then_is_let_go():
    typeset(PAGE)
    one = process()
    for _ in range(ORDERS - 2):
        typeset(PAGE)
    assert process() == one
    typeset(PAGE)
    assert press._PRESS.process is None


def test_a_large_document_takes_its_memory_away_with_it(monkeypatch):
    typeset(PAGE)
    process()
    monkeypatch.setattr(press, "LARGE", 100)
    typeset(PAGE)
    assert press._PRESS.process is None


def test_a_fault_of_a_source_is_told_with_its_line_and_the_process_goes_on():
    typeset(PAGE)
    one = process()
    with pytest.raises(TypesettingError, match="unknown variable: absent"):
        typeset(PAGE._replace(source="#absent"))
    assert typeset(PAGE).startswith(b"%PDF-")
    assert process() == one


def test_a_process_that_has_ended_is_replaced():
    typeset(PAGE)
    assert press._PRESS.process is not None
    press._PRESS.process.kill()
    press._PRESS.process.wait()
    assert typeset(PAGE).startswith(b"%PDF-")


def test_a_document_is_made_once_it_tells_the_places_it_was_given(telling):
    assert settle(telling) == ({"end": 2}, b"")
    assert press._PRESS.process is None
    places, made = settle(telling._replace(places={"end": 2}))
    assert (places, made[:5]) == ({"end": 2}, b"%PDF-")


def test_a_document_given_wrong_places_is_not_made(telling):
    with pytest.raises(TypesettingError, match="places"):
        typeset(telling)
