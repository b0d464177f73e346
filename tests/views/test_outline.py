from plugins.resources import Crumb
from plugins.views.outline import hold_tables, outline

SIX = "".join(f'<h2 id="h-{number}">{number}. Titre</h2><p>…</p>' for number in range(1, 7))


def test_a_long_text_says_what_is_on_its_page():
    assert outline(SIX)[0] == Crumb("1. Titre", "#h-1")
    assert [crumb.address for crumb in outline(SIX)] == ["#h-1", "#h-2", "#h-3", "#h-4", "#h-5", "#h-6"]


def test_a_short_text_is_read_without_a_list():
    assert outline('<h2 id="un">Un</h2><h2 id="deux">Deux</h2>') == ()


def test_a_heading_is_told_in_words_alone():
    html = f'{SIX}<h2 id="rsa">Le <abbr title="Revenu">RSA</abbr> &amp;\n les <em>autres</em></h2>'
    assert outline(html)[-1].label == "Le RSA & les autres"


def test_a_heading_without_an_anchor_is_left_out():
    assert len(outline(f"{SIX}<h2>Sans ancre</h2>")) == 6


def test_a_table_scrolls_in_a_region_named_after_its_columns():
    table = "<table><thead><tr><th>la page</th><th>le <code>fichier</code></th></tr></thead><tbody><tr><th>a</th></tr></tbody></table>"
    assert hold_tables(f"<p>a</p>{table}<p>b</p>") == (
        '<p>a</p><div class="table" role="region" aria-label="Tableau : la page, le fichier" tabindex="0">'
        '<table><thead><tr><th scope="col">la page</th><th scope="col">le <code>fichier</code></th></tr></thead>'
        "<tbody><tr><th>a</th></tr></tbody></table></div><p>b</p>"
    )


def test_the_head_of_a_column_that_says_so_already_is_left_as_it_is():
    table = '<table><thead><tr><th scope="colgroup" colspan="2">deux</th></tr></thead></table>'
    assert table in hold_tables(table)


def test_the_names_of_columns_cannot_close_the_attribute():
    assert 'aria-label="Tableau : &quot;a&quot;"' in hold_tables(
        "<table><thead><tr><th>&quot;a&quot;</th></tr></thead></table>"
    )


def test_a_text_without_a_table_is_left_as_it_is():
    assert hold_tables("<p>a</p>") == "<p>a</p>"
