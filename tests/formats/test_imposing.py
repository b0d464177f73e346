import io

import pikepdf

from plugins.formats.imposing import _imposed, impose, sheet_sides


def test_eight_pages_make_two_sheets():
    assert sheet_sides(8) == ((8, 1), (2, 7), (6, 3), (4, 5))


def test_twelve_pages_make_three_sheets():
    assert sheet_sides(12) == ((12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7))


def test_blanks_come_before_the_back_cover():
    assert sheet_sides(6) == ((6, 1), (2, 0), (0, 3), (4, 5))
    assert sheet_sides(1) == ((1, 0), (0, 0))
    assert sheet_sides(0) == ()


def test_each_page_is_drawn_on_its_half_of_the_sheet():
    def numbered(count: int) -> bytes:
        written = io.BytesIO()
        with pikepdf.new() as made:
            for number in range(1, count + 1):
                made.add_blank_page(page_size=(200, 300))
                made.pages[-1].Contents = made.make_stream(f"% page {number}".encode())
            made.save(written, deterministic_id=True)
        return written.getvalue()

    pdf = numbered(8)
    sheets = impose(pdf, "Essai", 297, 210)
    assert sheets == impose(pdf, "Essai", 297, 210)
    with pikepdf.open(io.BytesIO(sheets)) as found:
        sides = []
        for page in found.pages:
            drawn = []
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "cm":
                    start = float(operands[4])
                if str(operator) == "Do":
                    words = page.Resources.XObject[str(operands[0])].read_bytes().decode()
                    drawn.append((start < 420, words.strip()))
            sides.append(drawn)
        assert sides == [
            [(True, f"% page {left}"), (False, f"% page {right}")]
            for left, right in ((8, 1), (2, 7), (6, 3), (4, 5))
        ]


def test_the_same_pages_make_the_same_bytes_each_time_even_when_none_were_kept():
    written = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(8):
            made.add_blank_page(page_size=(200, 300))
        made.save(written, deterministic_id=True)
    first, second = (_imposed(written.getvalue(), "Livret", 842, 595) for _ in range(2))
    assert first == second
