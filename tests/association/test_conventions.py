from datetime import date

from plugins.association.compiling import compile_association
from plugins.catalog.models.convention import Convention
from plugins.catalog.models.document import Document
from plugins.resources import Crumb
from plugins.views.cards import Fact
from tests.association.samples import catalog, commune, meeting, news_item, post, site

TOWNS = [commune("26362", "Valence", "valence"), commune("07186", "Privas", "privas")]
PAPER = {
    "slug": "texte", "titre": "Le texte", "type": "convention", "resume": "…", "licence": "cc-by-4.0",
    "auteur": "La ville", "versions": [{"fichier": "texte.pdf", "date": "01/09/2026"}],
}  # fmt: skip


def convention(slug, insee, state, **fields):
    base = {"slug": slug, "commune": insee, "etat": state, "resume": f"Convention {slug}."}
    return Convention.model_validate(base | fields)


def groups(*conventions, today=date(2026, 11, 22), **records):
    made = site(catalog(communes=TOWNS, conventions=conventions, **records), today=today)
    page = next(page for page in compile_association(made) if page.address == "/association/conventions/")
    return {group.label: group for group in page.context["groups"]}


def test_conventions_are_listed_by_state_then_by_town():
    found = groups(
        convention("v", "26362", "signee"),
        convention("p", "07186", "signee"),
        convention("c", "07186", "en-cours"),
    )
    assert {label: [card.town for card in group.conventions] for label, group in found.items()} == {
        "Signées": ["Privas", "Valence"],
        "En cours de préparation": ["Privas"],
        "Arrivées à leur terme": [],
    }


def test_a_signed_convention_has_ended_the_day_after_its_last():
    ending = convention("v", "26362", "signee", jusqu_au="31/12/2026")
    assert groups(ending, today=date(2026, 12, 31))["Signées"].conventions
    over = groups(ending, today=date(2027, 1, 1))
    assert over["Signées"].conventions == ()
    assert over["Arrivées à leur terme"].conventions[0].facts[0] == Fact(
        "Où elle en est", "arrivée à son terme"
    )


def test_a_convention_tells_who_signs_by_role_when_and_its_document():
    full = convention(
        "v",
        "26362",
        "signee",
        signee_le="12/10/2026",
        jusqu_au="12/10/2028",
        annee=2026,
        signataires=["les élus à la culture", "l’association"],
        document="texte",
    )
    [card] = groups(full, documents=[Document.model_validate(PAPER)])["Signées"].conventions
    assert card.facts == (
        Fact("Où elle en est", "signée"),
        Fact("Signée le", "12\u00a0octobre 2026"),
        Fact("Jusqu’au", "12\u00a0octobre 2028"),
        Fact("Qui signe", "les élus à la culture et l’association"),
        Fact("Document", "Le texte", "/documents/texte/"),
    )


def test_without_any_each_state_says_what_is_known():
    assert "le compte rendu ne dit pas avec quelles communes" in groups()["En cours de préparation"].empty


def test_the_page_leads_to_the_report_of_the_oldest_meeting_once_it_is_published():
    report = post("2009-10-20-compte-rendu")
    held = [{"date": "05/10/2009", "commune": "26362", "etat": "tenue"}]
    records = {"meetings": [meeting("m", held, compte_rendu=report.slug)], "posts": [report]}

    def shown(*news):
        made = site(catalog(communes=TOWNS, **records), news=news)
        pages = {page.address: page for page in compile_association(made)}
        return pages["/association/conventions/"].context["report"]

    assert shown() is None
    assert shown(news_item(report)) == Crumb("Billet compte-rendu", "/actualites/2009/10/compte-rendu/")
