from plugins.formats.stylesheets import light_sheet


def test_the_rules_stay_and_what_is_written_for_people_goes():
    tokens = "/* Jetons :\n   deux lignes. */\n:root {\n  --ink: #000;\n  --serif: Georgia, serif;\n}\n"
    words = '\n/* mots */\n.a > * + *, .b::after { content: "\\a0· (" attr(href); } /* fin */\n'
    assert light_sheet(tokens, words) == (
        ':root{--ink:#000;--serif:Georgia,serif}.a > * + *,.b::after{content:"\\a0· (" attr(href)}'
    )


def test_the_rules_of_a_medium_stay_inside_it():
    assert light_sheet("@media (min-width: 48em) {\n  .a { margin: 0 auto; }\n}") == (
        "@media (min-width:48em){.a{margin:0 auto}}"
    )


def test_no_sheet_gives_nothing():
    assert light_sheet() == ""
