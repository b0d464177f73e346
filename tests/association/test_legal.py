from plugins.association.compiling import compile_association
from plugins.catalog.models.team import TeamRole
from plugins.views.cards import Fact
from tests.association.samples import association, catalog, site

NINE_GAPS = (
    "siege.rue",
    "siege.code_postal",
    "siege.commune",
    "tel",
    "direction_publication.nom",
    "direction_publication.fonction",
    "hebergeur.nom",
    "hebergeur.adresse",
    "hebergeur.tel",
)
COMPLETE = association(
    tel="04 75 00 00 00",
    courriel="contact@exemple.fr",
    rna="W262000000",
    siege={"rue": "1 place du Marché", "code_postal": "26000", "commune": "Valence"},
    direction_publication={"nom": "Prénom Nom", "fonction": "présidence"},
    hebergeur={"nom": "Hébergeur", "adresse": "2 rue des Serveurs", "tel": "01 00 00 00 00"},
)
NAME = Fact("Association", "Cultures du Cœur Drôme-Ardèche")


def compiled(of, *, production=False):
    pages = compile_association(site(catalog(association=of), production=production))
    return {page.address: page for page in pages}


def blocks(of, *, production=False):
    notice = compiled(of, production=production)["/mentions-legales/"]
    return {block.label: block.facts for block in notice.context["blocks"]}


def test_the_preview_names_the_legal_fields_that_are_missing():
    assert compiled(association())["/mentions-legales/"].context["missing"] == NINE_GAPS


def test_the_preview_says_kindly_what_is_missing():
    shown = blocks(association())
    assert shown["Qui publie ce site"] == (
        NAME,
        Fact("Siège", "à compléter"),
        Fact("Téléphone", "à compléter"),
    )
    assert shown["Direction de la publication"] == (
        Fact("Nom", "à compléter"),
        Fact("Fonction", "à compléter"),
    )
    assert shown["Hébergement"] == (
        Fact("Hébergeur", "à compléter"),
        Fact("Adresse", "à compléter"),
        Fact("Téléphone", "à compléter"),
    )


def test_production_never_shows_a_gap():
    notice = compiled(association(), production=True)["/mentions-legales/"]
    assert notice.context["missing"] == ()
    assert "à compléter" not in repr(notice)
    assert list(blocks(association(), production=True)) == [
        "Qui publie ce site",
        "Droit de réponse",
        "Licences",
        "D’où viennent les informations",
    ]


def test_everything_known_is_shown():
    shown = blocks(COMPLETE, production=True)
    assert shown["Qui publie ce site"] == (
        NAME,
        Fact("Numéro RNA", "W262000000"),
        Fact("Siège", "1 place du Marché, 26000 Valence"),
        Fact("Téléphone", "04 75 00 00 00", "tel:+33475000000"),
        Fact("Courriel", "contact@exemple.fr", "mailto:contact@exemple.fr"),
    )
    assert shown["Direction de la publication"] == (Fact("Nom", "Prénom Nom"), Fact("Fonction", "présidence"))
    assert shown["Hébergement"] == (
        Fact("Hébergeur", "Hébergeur"),
        Fact("Adresse", "2 rue des Serveurs"),
        Fact("Téléphone", "01 00 00 00 00"),
    )


def test_licences_of_texts_and_program_and_open_data_are_said():
    shown = blocks(COMPLETE)
    assert [fact.value for fact in shown["Licences"]] == [
        "CC BY 4.0",
        "GNU AGPL, version 3 ou suivante",
        "chaque document indique sa licence",
        "Licence Ouverte 2.0, quand la source l’indique",
    ]
    assert "Licence Ouverte 2.0" in shown["D’où viennent les informations"][0].value


def test_the_contact_page_asks_for_what_it_needs_only():
    contact = compiled(association())["/association/contact/"]
    assert contact.context["missing"] == (
        "siege.rue",
        "siege.code_postal",
        "siege.commune",
        "tel",
        "courriel",
    )
    assert contact.context["facts"] == (
        NAME,
        Fact("Téléphone", "à compléter"),
        Fact("Courriel", "à compléter"),
        Fact("Siège", "à compléter"),
        Fact("Territoire", "Drôme et Ardèche"),
    )


def test_the_published_contact_page_shows_known_facts_only():
    contact = compiled(association(courriel="contact@exemple.fr"), production=True)["/association/contact/"]
    assert contact.context["missing"] == ()
    assert contact.context["facts"] == (
        NAME,
        Fact("Courriel", "contact@exemple.fr", "mailto:contact@exemple.fr"),
        Fact("Territoire", "Drôme et Ardèche"),
    )


def test_a_role_that_can_be_reached_is_on_the_contact_page():
    role = TeamRole.model_validate(
        {
            "slug": "r",
            "fonction": "Accueil",
            "mission": "Répond.",
            "tel": "0475000000",
            "courriel": "a@exemple.fr",
        }
    )
    silent = TeamRole.model_validate({"slug": "s", "fonction": "Autre", "mission": "x"})
    made = site(catalog(association=association(), team=[role, silent]))
    pages = {page.address: page for page in compile_association(made)}
    assert pages["/association/contact/"].context["roles"] == (
        Fact("Accueil", "04 75 00 00 00", "tel:+33475000000"),
        Fact("Accueil", "a@exemple.fr", "mailto:a@exemple.fr"),
    )


def test_the_right_of_reply_tells_whom_to_write_to_by_when_and_what_we_owe():
    told = {fact.label: fact.value.replace("\u00a0", " ") for fact in blocks(COMPLETE)["Droit de réponse"]}
    assert told["La loi"] == "loi n° 2004-575 du 21 juin 2004, article 1-1, III"
    assert "direction de la publication" in told["À qui l’adresser"]
    assert told["Le décret"].startswith("décret n° 2007-1527")
    assert told["Dans quel délai"].startswith("trois mois au plus")
    assert told["Ce que nous devons faire"] == (
        "insérer votre réponse dans les trois jours de sa réception, gratuitement"
    )
    assert told["Pour la longueur"] == "loi du 29 juillet 1881 sur la liberté de la presse, article 13"


def test_each_part_of_the_notice_has_an_anchor():
    anchors = [block.anchor for block in compiled(COMPLETE)["/mentions-legales/"].context["blocks"]]
    assert "droit-de-reponse" in anchors
    assert len(set(anchors)) == len(anchors)


def test_a_seat_half_known_shows_its_gap_in_the_preview():
    half = association(siege={"commune": "Valence"})
    assert Fact("Siège", "Valence (à compléter)") in blocks(half)["Qui publie ce site"]
    assert Fact("Siège", "Valence") in blocks(half, production=True)["Qui publie ce site"]


def test_a_short_number_is_dialled_as_it_is():
    short = association(tel="3939")
    assert Fact("Téléphone", "39 39", "tel:3939") in blocks(short)["Qui publie ce site"]
