from plugins.formats.stylesheets import light_sheet


def test_the_rules_stay_and_what_is_written_for_people_goes():
    tokens = "/* Jetons :\n   deux lignes. */\n:root {\n  color: #000;\n  font-family: Georgia, serif;\n}\n"
    words = '\n/* mots */\n.a > * + *, .b::after { content: "\\a0· (" attr(href); } /* fin */\n'
    assert light_sheet(tokens, words) == (
        ':root{color:#000;font-family:Georgia,serif}.a > * + *,.b::after{content:"\\a0· (" attr(href)}'
    )


def test_the_rules_of_a_medium_stay_inside_it():
    assert light_sheet("@media (min-width: 48em) {\n  .a { margin: 0 auto; }\n}") == (
        "@media (min-width:48em){.a{margin:0 auto}}"
    )


def test_a_token_that_never_changes_is_written_where_it_is_used():
    assert light_sheet(":root { --space: 1rem; color: red; }\n.a { margin: calc(2 * var(--space)); }") == (
        ":root{color:red}.a{margin:2rem}"
    )


def test_a_token_that_changes_or_is_made_of_another_stays_a_token():
    sheet = ":root{--ink:#000;--tint:var(--ink)}@media print{:root{--ink:#111}}.a{color:var(--tint)}"
    assert light_sheet(sheet) == sheet.replace("--ink", "--a")


def test_a_token_that_is_given_at_times_only_stays_a_token():
    sheet = ":root:has(a){--menu:none}@media print{:root{--menu:none}}.a{display:var(--menu,block)}"
    assert light_sheet(sheet) == sheet.replace("--menu", "--a")


def test_a_token_given_after_the_rules_of_a_medium_lasts_as_well():
    assert light_sheet(
        "@media print{.a{margin:0}.b{margin:0}}/* Jetons */\n:root{--gap:1rem}.c{margin:var(--gap)}"
    ) == ("@media print{.a{margin:0}.b{margin:0}}:root{}.c{margin:1rem}")


def test_a_token_that_no_drawing_reads_has_a_short_name():
    sheet = (
        ".a{--menu:none}.b{--menu:block;--pin:red;display:var(--menu,block)}.c{--pin:blue;color:var(--pin)}"
    )
    assert light_sheet(sheet) == sheet.replace("--menu", "--a")


def test_the_quotes_of_a_plain_word_go_and_those_that_mean_something_stay():
    sheet = '.a[data-kind="plain-word"]{content:"word"}.b[href^="/"],.c[lang="2"]{color:red}'
    assert light_sheet(sheet) == sheet.replace('"plain-word"', "plain-word")


def test_a_colour_of_doubled_figures_is_written_shorter():
    assert light_sheet(".a{color:#ffffff;background:#ffee00;border-color:#ffeeab}") == (
        ".a{color:#fff;background:#fe0;border-color:#ffeeab}"
    )


def test_no_sheet_gives_nothing():
    assert light_sheet() == ""


def test_a_sum_that_can_be_worked_out_beforehand_is():
    sheet = ".a{margin:calc(2 * 32px) calc(-1 * .75rem) calc(.5 * 1.5rem) calc(2.25rem + 3.5rem)}"
    assert light_sheet(sheet) == ".a{margin:64px -.75rem .75rem 5.75rem}"


def test_a_sum_of_lengths_that_are_not_of_one_kind_stays():
    sheet = ".a{font-size:calc(.7rem + 4vw);top:calc(1rem / -2 - 1px);width:calc(1rem + 2px)}"
    assert light_sheet(sheet) == sheet
