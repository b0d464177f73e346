from plugins.formats.colours import theme_colours


def test_the_colours_are_those_of_the_light_theme():
    colours = theme_colours()
    assert colours["paper"] == "#fff9f2"
    assert colours["ink"] == "#2a1a1e"
    assert colours["curtain"] == "#8f0e2e"
