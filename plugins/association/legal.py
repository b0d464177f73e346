"""Write the legal notice: what the law asks of a publisher (loi n° 2004-575, article 1-1), licences, sources."""

from dataclasses import dataclass

from plugins.association.blanks import email_facts, known, phone_facts, seat_facts
from plugins.catalog.models.association import Association
from plugins.french import slugify
from plugins.resources import Page, Site
from plugins.views.cards import Fact

OPEN_LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"

LICENCES = (
    Fact("Textes du site", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr"),
    Fact(
        "Programme du site",
        "GNU AGPL, version 3 ou suivante",
        "https://www.gnu.org/licenses/agpl-3.0.html",
    ),
    Fact("Documents à télécharger", "chaque document indique sa licence", "/documents/"),
    Fact("Données publiques reprises", "Licence Ouverte 2.0, quand la source l’indique", OPEN_LICENCE),
)

SOURCES = (
    Fact(
        "Festivals",
        "ministère de la Culture, «\u00a0Liste des festivals en France\u00a0» (data.culture.gouv.fr), Licence Ouverte 2.0",
    ),
    Fact("Musées", "ministère de la Culture, liste Muséofile des musées de France"),
    Fact("Autres lieux", "chaque fiche indique sa source et son année", "/lieux/"),
    Fact(
        "Sigles",
        "textes écrits pour ce site\u00a0; développés comparés à service-public.fr (Licence Ouverte), "
        "data·inclusion (Licence Ouverte 2.0), Légifrance et dicosigles.fr (CC0)",
        "/sigles/",
    ),
    Fact(
        "Communes",
        "liste des communes des deux départements\u00a0; son origine et sa licence restent à préciser",
        "/communes/",
    ),
)


REPLY = (
    Fact("Qui y a droit", "toute personne nommée ou désignée sur ce site"),
    Fact(
        "À qui l’adresser",
        "à la direction de la publication, dont cette page dit le nom, par lettre recommandée avec avis de réception ou "
        "par tout moyen qui garantit votre identité et prouve la réception",
    ),
    Fact(
        "Ce qu’il faut écrire",
        "l’adresse de la page, les passages contestés, et la réponse que vous demandez, par écrit",
    ),
    Fact("Dans quel délai", "trois mois au plus après la mise en ligne de ce qui vous désigne"),
    Fact(
        "Ce que nous devons faire", "insérer votre réponse dans les trois jours de sa réception, gratuitement"
    ),
    Fact("Sa longueur", "pas plus que le texte auquel elle répond, et deux cents lignes au plus"),
    Fact(
        "La loi",
        "loi n°\u00a02004-575 du 21 juin 2004, article 1-1, III",
        "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000801164/",
    ),
    Fact(
        "Le décret",
        "décret n°\u00a02007-1527 du 24 octobre 2007, articles 1 à 3",
        "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000428279/",
    ),
    Fact(
        "Pour la longueur",
        "loi du 29 juillet 1881 sur la liberté de la presse, article 13",
        "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000877119/",
    ),
    Fact("Une simple erreur\u00a0?", "dites-le-nous, nous corrigeons", "/association/contact/"),
)
"""The right of reply. Source: LCEN article 1-1, III (since loi n° 2024-449; article 6, IV before), décret n° 2007-1527."""


@dataclass(frozen=True)
class LegalBlock:
    """Hold one part of the notice."""

    label: str
    facts: tuple[Fact, ...]

    @property
    def anchor(self) -> str:
        """Return the anchor of the part: /mentions-legales/#droit-de-reponse."""
        return slugify(self.label)


def legal_page(site: Site) -> Page:
    """Return the legal notice; what is still unknown is said in the preview only."""
    association = site.catalog.association
    preview = not site.production
    blocks = (
        LegalBlock("Qui publie ce site", _publisher(association, preview=preview)),
        LegalBlock("Direction de la publication", _director(association, preview=preview)),
        LegalBlock("Hébergement", _host(association, preview=preview)),
        LegalBlock("Droit de réponse", REPLY),
        LegalBlock("Licences", LICENCES),
        LegalBlock("D’où viennent les informations", SOURCES),
    )
    return Page(
        address="/mentions-legales/",
        template="legal-notice",
        title="Mentions légales",
        description="Qui publie ce site, qui l’héberge, ce que l’on peut en faire et d’où viennent les informations.",
        context={
            "blocks": tuple(block for block in blocks if block.facts),
            "missing": association.missing_legal_fields() if preview else (),
        },
    )


def _publisher(association: Association, *, preview: bool) -> tuple[Fact, ...]:
    registration = [Fact("Numéro RNA", association.registration)] if association.registration else []
    email = email_facts(association, preview=False)
    return (
        Fact("Association", association.name),
        *registration,
        *seat_facts(association, preview=preview),
        *phone_facts(association, preview=preview),
        *email,
    )


def _director(association: Association, *, preview: bool) -> tuple[Fact, ...]:
    director = association.director
    return (
        *known("Nom", director.name, preview=preview),
        *known("Fonction", director.role, preview=preview),
    )


def _host(association: Association, *, preview: bool) -> tuple[Fact, ...]:
    host = association.host
    return (
        *known("Hébergeur", host.name, preview=preview),
        *known("Adresse", host.address, preview=preview),
        *known("Téléphone", host.phone, preview=preview),
    )
