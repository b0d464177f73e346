from plugins.partners.partners import ActionLine, FareLine
from plugins.views.cards import Chip, Fact
from tests.partners.samples import compiled
from tests.views.samples import agenda, outing, partner

MJC = partner("mjc", "La MJC")
CCAS = partner("ccas", "Le CCAS", "social")
TOWN_HALL = partner("mairie", "La mairie", "institution")
FORMER = partner("ancien", "L’ancien", partenariat={"jusqu_a": "31/08/2026", "source": "convention"})


def names(page):
    return [card.name for card in page.context["partners"]]


def test_without_any_partner_the_three_lists_say_how_to_become_one():
    pages = compiled(agenda())
    for address in ("/partenaires/", "/partenaires/culturels/", "/partenaires/sociaux/"):
        assert pages[address].context["partners"] == ()
        assert "Devenir partenaire commence par un message" in pages[address].context["empty"]


def test_each_list_holds_its_family_and_the_first_one_holds_all():
    pages = compiled(agenda(partners=[MJC, CCAS, TOWN_HALL]))
    assert names(pages["/partenaires/"]) == ["La mairie", "La MJC", "Le CCAS"]
    assert names(pages["/partenaires/culturels/"]) == ["La MJC"]
    assert names(pages["/partenaires/sociaux/"]) == ["Le CCAS"]
    assert pages["/partenaires/sociaux/"].context["filters"] == (
        Chip("Tous", "/partenaires/", 3),
        Chip("Culturels", "/partenaires/culturels/", 1),
        Chip("Sociaux", "/partenaires/sociaux/", 1, current=True),
        Chip("Tous les lieux", "/lieux/"),
    )


def test_a_former_partner_is_not_listed_but_keeps_its_page_which_says_so():
    pages = compiled(agenda(partners=[FORMER]))
    assert names(pages["/partenaires/"]) == []
    assert pages["/partenaires/ancien/"].context["facts"][0] == Fact(
        "Ancien partenaire", "jusqu’au 31\u00a0août 2026"
    )


def test_a_partner_tells_its_fares_actions_and_contacts():
    full = partner(
        "mjc",
        "La MJC",
        tarifs_reduits=[
            {"qui": "moins de 26 ans", "prix": "5", "justificatif": "une pièce d’identité"},
            {"qui": "personnes au RSA", "prix": "0"},
        ],
        actions=[{"type": "coulisses", "texte": "Une visite par mois."}],
        contacts=[
            {"role": "relations avec les publics", "tel": "0475000000", "courriel": "publics@exemple.fr"}
        ],
        saison={"annees": "2026-2027", "lien": "https://exemple.fr/saison"},
        courriel="accueil@exemple.fr",
    )
    context = compiled(agenda(outing("2026-11-27-bal", "27/11/2026", lieu="mjc"), partners=[full]))[
        "/partenaires/mjc/"
    ].context
    assert context["fares"] == (
        FareLine("moins de 26 ans", "5\u00a0€", "à montrer : une pièce d’identité"),
        FareLine("personnes au RSA", "gratuit", ""),
    )
    assert context["actions"] == (ActionLine("Dans les coulisses", "Une visite par mois."),)
    assert context["contacts"] == (
        Fact("Relations avec les publics", "04 75 00 00 00", "tel:0475000000"),
        Fact("Relations avec les publics", "publics@exemple.fr", "mailto:publics@exemple.fr"),
    )
    assert [card.title for card in context["events"]] == ["Sortie bal"]
    assert context["facts"][:3] == (
        Fact("Partenaire depuis", "le 1er\u00a0septembre 2025"),
        Fact("Ce qui l’atteste", "convention"),
        Fact("Saison", "2026-2027", "https://exemple.fr/saison"),
    )
    assert context["facts"][-1] == Fact("Courriel", "accueil@exemple.fr", "mailto:accueil@exemple.fr")
