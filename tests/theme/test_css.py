"""The CSS is plain, light and readable: rules that anyone can check by reading, checked here."""

import gzip
import re

import pytest

from plugins.formats.stylesheets import DRAWN, light_sheet
from tests.theme.stylesheets import Rule, rules, source
from tests.theme.theme_room import CSS, ROOT, SHEETS, TEMPLATES

HEAVIEST = 5250  # bytes, gzip, the seven sheets as they are sent
COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklch|color)\("
    r"|\b(?:white|black|red|green|blue|grey|gray|orange|yellow|purple|brown|pink|gold|crimson)\b(?!-)"
)
SIZE = re.compile(r"(?<![\w.-])(\d*\.?\d+(?:px|rem|pt|cm|mm|vw|vh|ch|ex))\b")
HAIRLINES = {"1px", "2px", "3px"}
TOO_NEW = re.compile(
    r":is\(|:where\(|:has\(|\binset\s*:|aspect-ratio|\bclamp\(|\bmin\(|\bmax\(|(?<!grid-)(?<!column-)\bgap\s*:"
    r"|@layer|@container|@import|@supports|&"
)
ADDING = (
    ":root:has(main :focus-visible) { --menu: none; }"  # a rule of its own, that may be dropped: it only adds
)
MICROFORMATS = re.compile(r"(?:h|p|u|dt|e)-[a-z]+")
TINTS = ("rouge", "abricot", "lavande", "chataigne", "pin", "rhone")
TEXT_PAIRS = [
    *((text, ground) for text in ("ink", "soft", *TINTS) for ground in ("paper", "card", "sand")),
    *(("on-fill", f"{tint}-fill") for tint in TINTS),
    *(
        (text, ground)
        for text in ("on-curtain", "on-curtain-accent")
        for ground in ("curtain", "curtain-deep")
    ),
    ("on-floor", "floor"),
    ("gold", "floor"),
    ("paper", "ink"),
]


def _all_rules() -> list[tuple[str, Rule]]:
    return [(name, rule) for name in SHEETS for rule in rules(source(name))]


def _classes(selector: str) -> list[str]:
    return re.findall(r"\.(-?[a-zA-Z][\w-]*)", re.sub(r"\[[^\]]*\]", "", selector))


def test_the_seven_sheets_are_all_there() -> None:
    assert {path.name for path in CSS.iterdir()} == {f"{name}.css" for name in SHEETS}


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "tokens"])
def test_only_the_tokens_hold_colours(name: str) -> None:
    values = [value for rule in rules(source(name)) for _, value in rule.declarations]
    found = [value for value in values if COLOUR.search(re.sub(r"var\([^)]*\)", "", value))]
    assert found == []


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "tokens"])
def test_only_the_tokens_hold_sizes_save_for_hairlines(name: str) -> None:
    sizes = {
        size for rule in rules(source(name)) for _, value in rule.declarations for size in SIZE.findall(value)
    }
    assert sizes <= HAIRLINES


def test_a_selector_holds_one_class_at_most() -> None:
    crowded = [s for _, rule in _all_rules() for s in rule.selectors if len(_classes(s)) > 1]
    assert crowded == []


def test_only_prose_and_flow_look_at_what_they_contain() -> None:
    """Markdown has no classes: `.prose` speaks to its elements, and `.flow` spaces its children."""
    reaching = {
        cls
        for _, rule in _all_rules()
        for selector in rule.selectors
        if re.search(r"\S[\s>+~]+\S", re.sub(r"\([^)]*\)|\[[^\]]*\]", "", selector))
        for cls in _classes(selector)
    }
    assert reaching <= {"prose", "flow"}


def test_no_identifier_is_styled_and_nothing_is_important() -> None:
    assert [s for _, rule in _all_rules() for s in rule.selectors if "#" in s] == []
    assert "!important" not in "".join(source(name) for name in SHEETS)


def test_the_only_at_rule_is_media() -> None:
    assert {around.split()[0] for _, rule in _all_rules() for around in rule.around} == {"@media"}


def test_old_phones_understand_every_line() -> None:
    """Chrome 60 drops a rule whose selector it does not know, and a line whose value it does not know."""
    text = "".join(source(name) for name in SHEETS)
    assert text.count(ADDING) == 1
    assert TOO_NEW.findall(text.replace(ADDING, "")) == []


def test_every_token_that_is_used_is_written_and_the_other_way_round() -> None:
    text = "".join(source(name) for name in SHEETS)
    written = {name for _, rule in _all_rules() for name, _ in rule.declarations if name.startswith("--")}
    assert set(re.findall(r"var\((--[\w-]+)", text)) == written


def test_every_class_of_the_templates_has_its_rule_and_the_other_way_round() -> None:
    styled = {cls for _, rule in _all_rules() for selector in rule.selectors for cls in _classes(selector)}
    writers = [
        *TEMPLATES.rglob("*.html"),
        *TEMPLATES.rglob("*.svg"),
        *(ROOT / "plugins" / "views").glob("*.py"),
    ]  # steps, tables
    texts = [path.read_text(encoding="utf-8") for path in writers]
    used = {
        cls for text in texts for value in re.findall(r'\bclass="([^"]*)"', text) for cls in value.split()
    }
    assert {cls for cls in used if not MICROFORMATS.fullmatch(cls) or cls in styled} == styled


def test_no_string_holds_a_mark_around_which_spaces_are_taken_away() -> None:
    strings = [words for name in SHEETS for words in re.findall(r'"[^"]*"', source(name))]
    assert [words for words in strings if re.search(r"[{};,]|:\s", words)] == []


def test_the_seven_sheets_are_light() -> None:
    sent = light_sheet(*((CSS / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS))
    assert len(gzip.compress(sent.encode(), 9)) <= HEAVIEST


def test_a_token_that_a_drawing_reads_is_sent() -> None:
    """A token that never changes is written where the sheets use it, and nowhere else (plugins/formats/stylesheets.py)."""
    drawn = {
        name
        for path in [*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.svg")]
        for name in re.findall(r"var\((--[\w-]+)", path.read_text("utf-8"))
    }
    assert drawn == DRAWN
    sent = light_sheet(*(source(name) for name in SHEETS))
    assert {name for name in drawn if f"{name}:" not in sent} == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_seven_times_from_its_ground(scheme: str, text: str, ground: str) -> None:
    colours = _colours(scheme)
    assert _contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_stands_out_three_times_from_every_ground(scheme: str) -> None:
    colours = _colours(scheme)
    assert min(_contrast(colours["focus"], colours[ground]) for ground in ("paper", "card", "sand")) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_outline_of_the_map_stands_out_three_times_from_the_page_and_from_the_land(scheme: str) -> None:
    """WCAG 2.2, 1.4.11; the marks of the map and the bars of the figures have the colours of texts, tested above."""
    colours = _colours(scheme)
    land = _over(colours["ink"], 0.07, colours["paper"])
    drawn = (TEMPLATES / "components" / "town-map.html").read_text(encoding="utf-8")
    assert 'fill-opacity=".07"' in drawn
    assert 'stroke-opacity=".5"' in drawn
    assert _contrast(_over(colours["ink"], 0.5, colours["paper"]), colours["paper"]) >= 3
    assert _contrast(_over(colours["ink"], 0.5, land), land) >= 3


def test_a_ground_that_is_drawn_has_a_plain_colour_below() -> None:
    """RGAA 4.1.2, 10.5: without pictures, the text on it must still be read."""
    missing = [
        rule.selectors
        for _, rule in _all_rules()
        for name, value in rule.declarations
        if name == "background" and "gradient(" in value and "color" in dict(rule.declarations)
        if not re.match(r"var\(--[\w-]+\) ", value)
    ]
    assert missing == []
    body = next(dict(rule.declarations) for _, rule in _all_rules() if rule.selectors == ("body",))
    assert (body["background"], body["color"]) == ("var(--paper)", "var(--ink)")


def test_a_style_adds_no_word() -> None:
    """RGAA 4.1.2, 10.2: without styles, nothing is missing; on paper, an address is written after its link."""
    added = {
        value
        for _, rule in _all_rules()
        for name, value in rule.declarations
        if name == "content" and re.search(r"[^\W\d_]", re.sub(r"\\a0", "", value))
    }
    assert added == {'" (" attr(href) ")"'}


def _colours(scheme: str) -> dict[str, str]:
    colours: dict[str, str] = {}
    for rule in rules(source("tokens")):
        dark = any("dark" in around for around in rule.around)
        if rule.selectors == (":root",) and (not rule.around or (dark and scheme == "dark")):
            colours |= {
                name.removeprefix("--"): value
                for name, value in rule.declarations
                if re.fullmatch(r"#[0-9a-f]{6}", value)
            }
    return colours


def _over(colour: str, opacity: float, ground: str) -> str:
    """Return what one sees of a colour that lets its ground through."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(one * opacity + other * (1 - opacity)):02x}" for one, other in pairs)


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, « contrast ratio »)."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
