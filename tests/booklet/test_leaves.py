"""The leaves: nothing of the booklet is lost, each is light, their addresses do not move."""

from dataclasses import replace

from plugins.booklet.contents import open_contents
from plugins.booklet.leaves import MOST, parts_of
from tests.booklet.samples import site

CONTENTS = open_contents(site())
LETTER = CONTENTS.letters[0]
ENTRY = replace(LETTER.entries[0], definition="m" * (MOST // 4))


def leaves_of_a_letter(count):
    entries = tuple(replace(ENTRY, acronym=f"A{number}", key=f"sigle-a{number}") for number in range(count))
    parts = parts_of(replace(CONTENTS, letters=(replace(LETTER, entries=entries),)))
    return next(part for part in parts if part.label == "A").leaves


def test_each_part_of_the_booklet_has_its_address():
    assert [(part.label, leaf.address) for part in parts_of(CONTENTS) for leaf in part.leaves] == [
        ("Les domaines", "/sigles/livret/imprimer/domaines/"),
        ("A", "/sigles/livret/imprimer/a/"),
        ("P", "/sigles/livret/imprimer/p/"),
        ("R", "/sigles/livret/imprimer/r/"),
        ("Les organismes", "/sigles/livret/imprimer/organismes/"),
        ("L’index", "/sigles/livret/imprimer/index/"),
        ("À propos de ce livret", "/sigles/livret/imprimer/a-propos/"),
    ]


def test_the_leaves_hold_all_that_the_booklet_says_in_its_order():
    leaves = [leaf for part in parts_of(CONTENTS) for leaf in part.leaves]
    assert tuple(entry for leaf in leaves for entry in leaf.entries) == CONTENTS.entries
    assert tuple(body for leaf in leaves for body in leaf.bodies) == CONTENTS.bodies
    assert tuple(shelf for leaf in leaves for shelf in leaf.shelves) == CONTENTS.domains
    assert tuple(found for leaf in leaves for found in leaf.paragraphs) == CONTENTS.colophon
    assert [line for leaf in leaves for line in leaf.lines] == [
        line for group in CONTENTS.index for line in group.lines
    ]


def test_a_letter_that_grows_keeps_its_first_address_and_gains_others():
    assert [leaf.address for leaf in leaves_of_a_letter(2)] == ["/sigles/livret/imprimer/a/"]
    assert [(leaf.label, leaf.address) for leaf in leaves_of_a_letter(9)] == [
        ("A", "/sigles/livret/imprimer/a/"),
        ("A (2)", "/sigles/livret/imprimer/a-2/"),
        ("A (3)", "/sigles/livret/imprimer/a-3/"),
    ]


def test_a_long_letter_is_cut_into_leaves_about_as_long_as_each_other():
    leaves = leaves_of_a_letter(9)
    assert [len(leaf.entries) for leaf in leaves] == [3, 3, 3]
    assert [leaf.span for leaf in leaves] == ["A0 – A2", "A3 – A5", "A6 – A8"]
