import re
import subprocess
from datetime import date
from pathlib import Path

from plugins.commands.settings import settings_faults
from tests.bench.full_build import Cost
from tests.bench.rivals.__main__ import NAMES
from tests.bench.rivals.posts import body, make_post
from tests.bench.rivals.race import PHASES, Lap
from tests.bench.rivals.result import as_markdown, between_marks, ratios, reference
from tests.bench.rivals.tools import HERE, ROOT, SETTING, tools

TOOLS = {tool.name: tool for tool in tools("hugo", ("eleventy",), NAMES)}


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
    assert after.blocks == ("Une note.", *before.blocks)
    assert after.slug == before.slug


def test_a_ratio_compares_two_builds_of_the_same_round():
    walls = {("ce site", 0): 2.0, ("Hugo", 0): 1.0, ("ce site", 1): 4.0, ("Hugo", 1): 6.0}
    laps = [Lap(tool, "cold", turn, Cost(wall, 0, 0)) for (tool, turn), wall in walls.items()]
    assert ratios(laps, "Hugo", "cold", "ce site") == [0.5, 1.5]
    assert ratios(laps, "ce site", "cold", "ce site") == []


def test_the_others_are_compared_to_the_entrant_that_has_their_pages_when_it_runs():
    assert reference(NAMES) == "ce site, mêmes pages"
    assert reference(["ce site", "Hugo"]) == "ce site"
    assert reference(["Hugo"]) == ""


def test_an_outing_is_changed_where_there_are_some_and_a_post_elsewhere(tmp_path: Path):
    change = next(phase.change for phase in PHASES if "sortie" in phase.name)
    changed = []
    for name in ("ce site", "Hugo"):
        TOOLS[name].prepare(tmp_path / name, 3)
        before = {path: path.read_bytes() for path in (tmp_path / name).rglob("*.*") if path.is_file()}
        change(TOOLS[name], tmp_path / name, 3, 7)
        changed.append([path.name for path in before if path.read_bytes() != before[path]])
    assert changed[0] == ["2026-11-28-conte.yaml"]
    assert (len(changed[1]), changed[1][0].endswith("-00001.md")) == (1, True)


def test_the_table_takes_the_place_kept_for_it_and_nothing_else_changes():
    text = "avant\n<!-- comparaison -->\n| vieux |\n<!-- /comparaison -->\naprès\n"
    expected = "avant\n<!-- comparaison -->\n| neuf |\n<!-- /comparaison -->\naprès\n"
    assert between_marks(text, "| neuf |\n") == expected


def test_a_generator_that_is_too_long_to_show_an_edit_loses_that_cell_and_nothing_else():
    laps = [Lap(tool, phase.name, 0, Cost(2.0, 3.0, 90)) for tool in ("ce site", "Hugo") for phase in PHASES]
    rows = as_markdown({100: laps}, {100: {"ce site": (0.5,), "Hugo": ()}}).split("\n")
    assert "| 100 | enregistré, puis refait | 0,5 s | plus de 120 s |" in rows
    assert "| 100 | construction entière | 2 s | 2 s (× 1) |" in rows
    assert "| 100 | un billet modifié : processeur | 3 s | 3 s (× 1) |" in rows
    assert "| 100 | mémoire au plus | 90 Mo | 90 Mo (× 1) |" in rows


def test_our_second_entrant_is_the_programme_with_settings_and_a_theme_that_anyone_could_write(
    tmp_path: Path,
):
    tool = TOOLS["ce site, mêmes pages"]
    tool.prepare(tmp_path, 3)
    assert list(settings_faults(tmp_path, "pelicanconf.py")) == []
    assert 'PLUGINS = ["plugins.bridge"]' in (tmp_path / "pelicanconf.py").read_text(encoding="utf-8")
    programme = [path.relative_to(tmp_path) for path in (tmp_path / "plugins").rglob("*.py")]
    assert len(programme) > 200
    assert [path for path in programme if (ROOT / path).read_bytes() != (tmp_path / path).read_bytes()] == []
    templates = {path.name for path in (tmp_path / "theme/templates").iterdir()}
    theirs = {path.name for path in (HERE / "pelican/theme/templates").iterdir()}
    assert templates == theirs
    assert len(list((tmp_path / "content/billets").rglob("*.md"))) == 3


def test_our_second_entrant_has_the_pages_of_the_others(tmp_path: Path):
    pages: list[list[str]] = []
    for name in ("ce site, mêmes pages", "Pelican seul"):
        tool = TOOLS[name]
        tool.prepare(tmp_path / name, 40)
        subprocess.run(tool.command, cwd=tmp_path / name, env=SETTING, check=True, capture_output=True)
        site = tmp_path / name / tool.output
        pages.append(sorted(_name(path.relative_to(site)) for path in site.rglob("*") if path.is_file()))
    assert len(pages[0]) > 40
    pages[0].remove("theme/site.css")
    pages[1].remove("theme/style.css")
    assert pages[0] == pages[1]


def test_a_cold_build_finds_nothing_and_nothing_is_removed_just_before_it(tmp_path: Path):
    tool, folder = TOOLS["ce site"], tmp_path / "1000-0"
    for name in ("output", ".output-memoire", "content"):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.html").write_text(name, encoding="utf-8")
    tool.forget(folder)
    assert [path.name for path in folder.iterdir()] == ["content"]
    assert sorted(path.read_text("utf-8") for path in tmp_path.glob("avant-*/*/*")) == [
        ".output-memoire",
        "output",
    ]


def _name(path: Path) -> str:
    """Name a post by its folder: each generator has its own address for it; a page of a list, by its list."""
    if re.search(r"-\d{5}$", path.parent.name):
        return path.parent.name
    return re.sub(r"page/\d+", "page/n", path.as_posix())  # ours are numbered from the oldest
