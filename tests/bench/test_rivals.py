from datetime import date

from tests.bench.full_build import Cost
from tests.bench.rivals.posts import body, make_post
from tests.bench.rivals.race import PHASES, Lap
from tests.bench.rivals.result import as_markdown, between_marks, ratios
from tests.bench.rivals.tools import tools

TOOLS = {
    tool.name: tool for tool in tools("hugo", ("eleventy",), ("ce site", "Hugo", "Pelican seul", "Eleventy"))
}


def test_a_post_has_the_length_of_a_real_one_and_never_changes():
    posts = [make_post(number, 100) for number in range(100)]
    lengths = [len(body(post, "/").split()) for post in posts]
    assert (min(lengths) >= 400, max(lengths) <= 600) == (True, True)
    assert posts == [make_post(number, 100) for number in range(100)]
    assert len({post.slug for post in posts}) == 100
    assert (posts[0].day, posts[99].day) == (date(2016, 12, 30), date(2026, 11, 21))
    assert sum("|---|" in body(post, "/") for post in posts) == 20


def test_every_generator_is_given_the_same_text():
    texts = {tool.file(make_post(7, 100), 100)[1].partition("\n\n")[2] for tool in TOOLS.values()}
    assert len(texts) == 4  # each writes the link to another post in its own way
    assert len({text.partition("À lire aussi")[0].strip() for text in texts}) == 1


def test_an_edited_post_says_its_note_and_nothing_else_changes():
    before, after = make_post(3, 100), make_post(3, 100, "Une note.")
    assert (after.slug, after.blocks[1], before.blocks[0] in after.blocks) == (
        before.slug,
        before.blocks[0],
        True,
    )
    assert after.blocks[0] == "Une note."


def test_a_ratio_compares_two_builds_of_the_same_round():
    walls = {("ce site", 0): 2.0, ("Hugo", 0): 1.0, ("ce site", 1): 4.0, ("Hugo", 1): 6.0}
    laps = [Lap(tool, "cold", turn, Cost(wall, 0, 0)) for (tool, turn), wall in walls.items()]
    assert ratios(laps, "Hugo", "cold") == [0.5, 1.5]


def test_the_table_takes_the_place_kept_for_it_and_nothing_else_changes():
    text = "avant\n<!-- comparaison -->\n| vieux |\n<!-- /comparaison -->\naprès\n"
    expected = "avant\n<!-- comparaison -->\n| neuf |\n<!-- /comparaison -->\naprès\n"
    assert between_marks(text, "| neuf |\n") == expected


def test_a_generator_that_is_too_long_to_show_an_edit_loses_that_cell_and_nothing_else():
    laps = [Lap(tool, phase.name, 0, Cost(2.0, 3.0, 90)) for tool in ("ce site", "Hugo") for phase in PHASES]
    rows = as_markdown({100: laps}, {100: {"ce site": (0.5,), "Hugo": ()}}).split("\n")
    assert "| 100 | enregistré, puis refait | 0,5 s | plus de 120 s |" in rows
    assert "| 100 | construction entière | 2 s | 2 s (× 1) |" in rows
    assert "| 100 | un billet modifié : processeur | 3 s | 3 s |" in rows
    assert "| 100 | mémoire au plus | 90 Mo | 90 Mo |" in rows
