from plugins.formats.sheets import Sheet, encode_ods, encode_xlsx
from plugins.inspection.archives import unpack
from plugins.inspection.tables import MOST_COLUMNS, rows_of, rows_of_text

ROWS = [["Nom", "Présent"], ["", ""], ["Denise & fils", "x"]]
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="7"><c r="B7" t="s"><v>0</v></c><c r="D7"><v>12</v></c><c r="E7" t="s"><v>99</v></c></row>'
    "</sheetData></worksheet>"
)
STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Den</t></r><r><t>ise Martin</t></r></si></sst>'
REPEATED = (
    '<x xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><t:table><t:table-row t:number-rows-repeated="40">'
    '<t:table-cell/></t:table-row><t:table-row><t:table-cell t:number-columns-repeated="1000000"><p>a</p></t:table-cell>'
    "</t:table-row></t:table></x>"
)


def test_both_workbooks_give_their_rows_with_their_numbers():
    told = ((1, ("Nom", "Présent")), (3, ("Denise & fils", "x")))
    assert rows_of("xlsx", unpack(encode_xlsx([Sheet("Feuille1", ROWS)]))) == told
    assert rows_of("ods", unpack(encode_ods([Sheet("Feuille1", ROWS)]))) == told


def test_a_cell_stands_in_the_column_that_it_says_and_shared_words_are_found():
    parts = {"xl/sharedStrings.xml": STRINGS.encode(), "xl/worksheets/sheet1.xml": SHEET.encode()}
    assert rows_of("xlsx", parts) == ((7, ("", "Denise Martin", "", "12", "")),)


def test_what_a_sheet_says_is_repeated_is_bounded():
    ((number, cells),) = rows_of("ods", {"content.xml": REPEATED.encode()})
    assert (number, len(cells), set(cells)) == (41, MOST_COLUMNS, {"a"})


def test_a_text_is_parted_by_the_sign_that_its_first_line_has_most():
    assert rows_of_text("a\tb\n\nc, d\te\n") == ((1, ("a", "b")), (3, ("c, d", "e")))
    assert rows_of_text("x" * 200_000) == ()
