import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Operator
from PIL import ImageChops
from pypdfium2 import PdfDocument

from plugins.formats.enlarging import enlarge
from plugins.formats.imposing import POINTS_PER_MM
from plugins.posters.drawing import Paper, draw_poster
from tests.posters.samples import URL, in_valence, many

SMALL = (50 / POINTS_PER_MM, 100 / POINTS_PER_MM)  # mm
TWICE_AND_THRICE = (100 / POINTS_PER_MM, 300 / POINTS_PER_MM)


def made(**more: object) -> bytes:
    """Make a page of 50 by 100 points, with a gradient, a place of the outline and a picture that has a place."""
    written = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(50, 100))
        page = document.pages[0]
        page.Contents = document.make_stream(b"/Artifact<</BBox[1 2 -3.5 4]>>BDC EMC")
        gradient = Dictionary(PatternType=2, Matrix=[1, 2, 3, 4, 5, 6])
        tiles = document.make_stream(b"", PatternType=1)
        page.Resources = Dictionary(Pattern=Dictionary(P0=document.make_indirect(gradient), P1=tiles))
        outline = Dictionary(Dest=Array([page.obj, Name.XYZ, 10, 20, 0]))
        picture = Dictionary(Type=Name.StructElem, A=Array([Dictionary(O=Name.Layout, BBox=[1, 2, 3, 4])]))
        document.Root.Kept = Array([document.make_indirect(outline), document.make_indirect(picture)])
        for name, value in more.items():
            page[f"/{name}"] = value
        document.save(written, deterministic_id=True)
    return written.getvalue()


def numbers(values: object) -> list[float]:
    return [float(value) for value in values]


def test_all_that_is_drawn_and_all_that_is_said_of_places_grows_with_the_page():
    with pikepdf.open(io.BytesIO(enlarge(made(), *TWICE_AND_THRICE))) as document:
        page = document.pages[0]
        outline, picture = document.Root.Kept
        assert numbers(page.mediabox) == [0, 0, 100, 300]
        first, second = pikepdf.parse_content_stream(page)[:2]
        assert (numbers(first.operands), first.operator) == ([2, 0, 0, 3, 0, 0], Operator("cm"))
        assert numbers(second.operands[1].BBox) == [2, 6, -7, 12]
        assert numbers(page.Resources.Pattern.P0.Matrix) == [2, 6, 6, 12, 10, 18]
        assert numbers(page.Resources.Pattern.P1.Matrix) == [2, 0, 0, 3, 0, 0]
        assert numbers(outline.Dest[2:]) == [20, 60, 0]
        assert numbers(picture.A[0].BBox) == [2, 6, 6, 12]


def test_the_same_document_gives_the_same_bytes():
    assert enlarge(made(), *TWICE_AND_THRICE) == enlarge(made(), *TWICE_AND_THRICE)


def test_what_can_be_pressed_on_a_page_is_not_left_in_its_old_place():
    with pytest.raises(ValueError, match="0"):
        enlarge(made(Annots=Array([Dictionary(Rect=[1, 2, 3, 4])])), *SMALL)


def test_a_poster_looks_the_same_on_both_papers():
    small, large = (
        PdfDocument(draw_poster(in_valence(*many(3)), paper, "Cultures du Cœur", URL)) for paper in Paper
    )
    enlarged = small[0].render(scale=large[0].get_width() / small[0].get_width()).to_pil().convert("L")
    drawn = large[0].render(scale=1).to_pil().convert("L")
    differing = sum(ImageChops.difference(enlarged.resize(drawn.size), drawn).histogram()[64:])
    assert differing < drawn.width * drawn.height / 1000
