from plugins.catalog.models.post import Page
from plugins.catalog.rules.markup import told_removed
from plugins.inspection.markup import clean_markup
from tests.inspection.payloads import converted

FILE = "content/pages/essai.md"


def _told(body: str) -> list[tuple[int, str, str | None]]:
    record = Page.model_validate(
        {"slug": "essai", "titre": "Essai", "corps": body, "ligne_du_corps": 4, "chemin": FILE}
    )
    problems = [*told_removed(clean_markup(converted(body)).removed, record)]
    assert {problem.file for problem in problems} <= {FILE}
    return [(problem.line, problem.code, problem.written) for problem in problems]


def test_a_right_text_tells_nothing() -> None:
    assert _told("Bonjour\n\n[le programme](/sorties/)\n") == []


def test_a_link_of_a_reference_is_told_where_it_is_defined() -> None:
    assert _told("Lisez [ceci][a].\n\n[a]: javascript:alert(1)\n") == [
        (6, "lien-interdit", "[a]: javascript:alert(1)")
    ]


def test_a_link_hidden_behind_entities_is_told_on_its_line() -> None:
    assert _told('Un.\n\n<a href="java&Tab;script&colon;alert(1)">deux</a>\n') == [
        (6, "lien-interdit", '<a href="java&Tab;script&colon;alert(1)">deux</a>')
    ]


def test_an_element_over_several_lines_is_told_where_its_attribute_is() -> None:
    assert _told("Un <b\nonclick\n=\nalert(1)>deux</b>\n") == [(7, "code-interdit", "alert(1)>deux</b>")]


def test_a_picture_of_elsewhere_by_reference_is_told() -> None:
    assert _told("![La salle][s]\n\n[s]: https://mal.exemple/a.png\n") == [
        (6, "image-d-ailleurs", "[s]: https://mal.exemple/a.png")
    ]


def test_an_underlined_title_of_the_first_level_is_told() -> None:
    assert _told("Un titre\n========\n\nDu texte.\n")[0][:2] == (4, "titre-de-premier-niveau")


def test_code_in_a_block_is_not_taken_for_the_fault() -> None:
    body = "```html\n<b onclick>\n```\n\n<b onclick=a>x</b>\n"
    assert _told(body) == [(8, "code-interdit", "<b onclick=a>x</b>")]


def test_a_message_says_what_it_is_about_and_a_way_out() -> None:
    record = Page.model_validate(
        {"slug": "essai", "titre": "E", "corps": "<b class=x>y</b>", "ligne_du_corps": 4, "chemin": FILE}
    )
    (problem,) = told_removed(clean_markup(converted(record.body)).removed, record)
    assert problem.message == 'ce morceau de code HTML n’est pas permis dans un texte : class="x"'
    assert problem.hint == (
        "retirez-le ; pour le montrer comme exemple, mettez-le entre deux accents graves : `…`"
    )
