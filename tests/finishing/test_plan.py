from plugins.finishing.plan import PlanSection, plan_page, plan_sections
from plugins.resources import Crumb, Listing
from tests.association.samples import catalog, news_item, post, site


def listing(address, title, *, indexed=True):
    return Listing(address, title, None, indexed, address.split("/")[1])


def plan(*pages, categories=()):
    return plan_sections(pages, categories)


def test_big_sections_lead_to_their_indexes_only():
    assert plan(
        listing("/sigles/rsa/", "RSA"),
        listing("/sigles/", "Sigles"),
        listing("/organismes/", "Organismes"),
        listing("/organismes/caf/", "CAF"),
        listing("/lieux/theatre/", "Théâtre"),
        listing("/communes/", "Communes"),
        listing("/lieux/", "Lieux"),
    ) == (
        PlanSection("Sigles et organismes", "/sigles/", (Crumb("Organismes", "/organismes/"),)),
        PlanSection("Lieux et communes", "/lieux/", (Crumb("Communes", "/communes/"),)),
    )


def test_other_sections_list_their_pages_by_title_but_not_deeper_ones():
    assert plan(
        listing("/sorties/", "Sorties"),
        listing("/sorties/passees/", "Sorties passées"),
        listing("/sorties/ce-week-end/", "Ce week-end"),
        listing("/sorties/2026/12/03-concert/", "Concert"),
    ) == (
        PlanSection(
            "Sorties",
            "/sorties/",
            (Crumb("Ce week-end", "/sorties/ce-week-end/"), Crumb("Sorties passées", "/sorties/passees/")),
        ),
    )


def test_sections_follow_the_menu_and_the_rest_comes_last():
    sections = plan(
        listing("/", "Accueil"),
        listing("/mentions-legales/", "Mentions légales"),
        listing("/association/", "L’association"),
        listing("/rencontres/", "Rencontres"),
        listing("/sorties/", "Sorties"),
    )
    assert sections == (
        PlanSection("Sorties", "/sorties/", ()),
        PlanSection("L’association", "/association/", (Crumb("Rencontres", "/rencontres/"),)),
        PlanSection(
            "Ce site", "/plan/", (Crumb("Accueil", "/"), Crumb("Mentions légales", "/mentions-legales/"))
        ),
    )


def test_a_section_without_its_index_is_headed_by_its_first_page():
    assert plan(listing("/referents/demarrer/", "Démarrer")) == (
        PlanSection("Référents", "/referents/demarrer/", ()),
    )


def test_pages_that_nobody_should_look_up_are_left_out():
    assert plan(listing("/404.html", "Introuvable", indexed=False)) == ()


def test_the_news_lead_to_their_categories():
    told = post("2026-11-22-nouvelle")
    page = plan_page(
        site(catalog(posts=[told]), news=(news_item(told),)),
        (listing("/actualites/", "actualites/index"), listing(told.address, told.title)),
    )
    assert page.context["sections"] == (
        PlanSection(
            "Actualités",
            "/actualites/",
            (Crumb("Vie du réseau", "/actualites/rubrique/vie-du-reseau/"),),
        ),
    )
    assert page.address == "/plan/"
