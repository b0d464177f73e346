from plugins.catalog.models.document import Document
from plugins.partners.partners import ActionLine, FareLine
from plugins.views.cards import Fact
from tests.partners.samples import compiled
from tests.views.samples import agenda, outing, partner

FORMER = partner("ancien", "L’ancien", partenariat={"jusqu_a": "31/08/2026", "source": "convention"})


def names(page):
    return [card.name for card in page.context["partners"]]


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
    assert context["facts"][:2] == (
        Fact("Partenaire depuis", "le 1er\u00a0septembre 2025"),
        Fact("Ce qui l’atteste", "convention"),
    )
    assert context["season"] == (
        Fact("Années", "2026-2027"),
        Fact("En ligne", "exemple.fr/saison", "https://exemple.fr/saison"),
    )
    assert context["facts"][-1] == Fact("Courriel", "accueil@exemple.fr", "mailto:accueil@exemple.fr")


def test_a_role_without_number_is_still_said():
    shown = partner("mjc", "La MJC", contacts=[{"role": "médiation"}])
    contacts = compiled(agenda(partners=[shown]))["/partenaires/mjc/"].context["contacts"]
    assert contacts == (Fact("Médiation", "à demander à l’accueil"),)


def test_the_season_leads_to_its_document_once_it_is_published():
    paper = {
        "slug": "saison", "titre": "La saison", "type": "programme", "resume": "…", "licence": "cc-by-4.0",
        "auteur": "La MJC", "versions": [{"fichier": "saison.pdf", "date": "01/09/2026"}],
    }  # fmt: skip
    shown = partner("mjc", "La MJC", saison={"annees": "2026-2027", "document": "saison"})

    def season(**fields):
        documents = [Document.model_validate(paper | fields)]
        return compiled(agenda(partners=[shown], documents=documents))["/partenaires/mjc/"].context["season"]

    assert season()[1:] == (Fact("Le programme", "La saison", "/documents/saison/"),)
    assert season(brouillon="oui")[1:] == ()


def test_a_visitor_is_warned_of_an_old_record_unless_the_partnership_is_over():
    def warning(**fields):
        return compiled(agenda(partners=[partner("x", "X", **fields)]))["/partenaires/x/"].context["warning"]

    assert warning(verifie_le="12/11/2026") == ""
    assert warning(verifie_le="12/11/2025") == "Pas vérifié depuis plus d’un an : téléphonez avant de venir."
    assert warning(partenariat={"jusqu_a": "31/08/2026", "source": "convention"}) == ""
