from plugins.formats.stylesheets import light_sheet


def test_the_rules_stay_and_what_is_written_for_people_goes():
    tokens = "/* Jetons :\n   deux lignes. */\n:root {\n  --ink: #000;\n}\n"
    words = '\n/* mots */\n.a::after { content: "\\a0·"; } /* fin */\n'
    assert light_sheet(tokens, words) == ':root {\n--ink: #000;\n}\n.a::after { content: "\\a0·"; }'


def test_no_sheet_gives_nothing():
    assert light_sheet() == ""
