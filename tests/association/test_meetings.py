from plugins.association.compiling import compile_association
from plugins.association.meetings import Unpaired
from plugins.catalog.models.document import Document
from plugins.resources import Crumb
from plugins.views.cards import Fact
from tests.association.samples import catalog, commune, meeting, news_item, page, post, site

ROMANS = commune("26281", "Romans-sur-Isère", "romans-sur-isere")
LAMASTRE = commune("07129", "Lamastre", "lamastre")
HELD = {"date": "05/10/2009", "commune": "26281", "etat": "tenue", "appariement": "hypothese"}
PLANNED = {"date": "19/11/2009", "commune": "07129", "etat": "prevue"}
LAUNCH = meeting("lancement-2009", [PLANNED, HELD], presents_nombre=85)


def compiled(*meetings, **records):
    towns = [ROMANS, LAMASTRE]
    news = records.pop("news", ())
    made = site(catalog(communes=towns, meetings=meetings, **records), news=news)
    return {page.address: page for page in compile_association(made)}


def test_days_and_towns_that_a_source_does_not_pair_are_never_paired():
    second = {"date": "12/10/2009", "commune": "07129", "etat": "tenue", "appariement": "hypothese"}
    page = compiled(meeting("lancement-2009", [HELD, second]))["/rencontres/lancement-2009/"]
    assert page.context["sessions"] == ()
    assert page.context["unpaired"] == Unpaired(
        days="les 5 et 12\u00a0octobre 2009",
        towns=(
            Crumb("Romans-sur-Isère", "/communes/romans-sur-isere/"),
            Crumb("Lamastre", "/communes/lamastre/"),
        ),
        state="Ces séances ont eu lieu.",
    )
    assert "cette page ne les rapproche donc pas" in page.context["unpaired"].words


def test_the_counts_of_a_meeting_are_numbers():
    assert compiled(LAUNCH)["/rencontres/lancement-2009/"].context["facts"] == (
        Fact("Séances tenues", "1"),
        Fact("Personnes présentes", "85"),
    )


def test_a_planned_session_whose_day_has_passed_is_not_shown_as_coming():
    [session] = compiled(LAUNCH)["/rencontres/lancement-2009/"].context["sessions"]
    assert session.date_text == "jeudi 19\u00a0novembre 2009"
    assert session.state == "était prévue\u00a0; rien ne dit ici si elle a eu lieu"
    assert session.sure


def test_a_session_says_how_many_came():
    told = meeting("comptee", [{**PLANNED, "etat": "tenue", "presents_nombre": 12}])
    [session] = compiled(told)["/rencontres/comptee/"].context["sessions"]
    assert session.present == "12\u00a0personnes présentes"


def test_a_session_of_today_is_still_planned():
    today = meeting("prochaine", [{"date": "22/11/2026", "commune": "07129"}])
    page = compiled(today)["/rencontres/prochaine/"]
    assert [session.state for session in page.context["sessions"]] == ["prévue"]
    assert page.context["facts"] == ()


def test_the_page_says_where_its_facts_come_from():
    sourced = meeting("sourcee", [PLANNED], source="compte rendu de 2009", verifie_le="22/11/2026")
    page = compiled(sourced)["/rencontres/sourcee/"]
    assert page.context["facts"] == (
        Fact("Source", "compte rendu de 2009"),
        Fact("Vérifié le", "22\u00a0novembre 2026"),
    )


def test_people_are_added_up_when_each_session_was_counted():
    counted = [{**HELD, "appariement": "ecrit", "presents_nombre": 12}, {**PLANNED, "presents_nombre": 8}]
    facts = compiled(meeting("comptee", counted))["/rencontres/comptee/"].context["facts"]
    assert Fact("Personnes présentes", "20") in facts


def test_the_newest_meeting_comes_first():
    recent = meeting("saison-2026", [{"date": "01/10/2026", "commune": "26281"}], titre="Saison 2026")
    links = compiled(LAUNCH, recent)["/rencontres/"].context["meetings"]
    assert [(link.title, link.date_text) for link in links] == [
        ("Saison 2026", "jeudi 1er\u00a0octobre 2026"),
        ("Lancement de saison", "du 5\u00a0octobre au 19\u00a0novembre 2009"),
    ]


def test_the_report_is_shown_once_its_post_is_published():
    report = post("2009-10-20-compte-rendu")
    told = meeting("racontee", [HELD], compte_rendu=report.slug)
    assert compiled(told, posts=[report])["/rencontres/racontee/"].context["report"] is None
    published = compiled(told, posts=[report], news=(news_item(report),))["/rencontres/racontee/"]
    assert published.context["report"].address == "/actualites/2009/10/compte-rendu/"


def test_documents_are_linked_except_drafts():
    base = {"type": "rapport", "resume": "…", "licence": "cc-by-4.0", "auteur": "L’association"}
    versions = [{"fichier": "a.pdf", "date": "01/01/2010"}]
    documents = [
        Document.model_validate({**base, "slug": "bilan", "titre": "Bilan", "versions": versions}),
        Document.model_validate(
            {**base, "slug": "ebauche", "titre": "Ébauche", "versions": versions, "brouillon": "oui"}
        ),
    ]
    papers = meeting("papiers", [PLANNED], documents=["bilan", "ebauche"])
    page = compiled(papers, documents=documents)["/rencontres/papiers/"]
    assert page.context["facts"] == (Fact("Document", "Bilan", "/documents/bilan/"),)


def test_the_way_passes_by_the_page_of_the_association_once_it_is_written():
    assert compiled(LAUNCH)["/rencontres/lancement-2009/"].breadcrumbs == (
        Crumb("Rencontres", "/rencontres/"),
    )
    written = compiled(LAUNCH, pages=[page("association/index", "L’association")])
    assert written["/rencontres/lancement-2009/"].breadcrumbs == (
        Crumb("L’association", "/association/"),
        Crumb("Rencontres", "/rencontres/"),
    )


def test_no_meeting_leaves_an_empty_list():
    context = compiled()["/rencontres/"].context
    assert (context["meetings"], context["coming"]) == ((), ())
