"""The letter of the season: what the association asks each partner, once a year, ready to print or to send.

A season begins in September and is prepared from May on: from then the letter speaks of the next one.
"""

from datetime import date

from plugins.catalog.models.place import Partner
from plugins.formats.mailto import mailto
from plugins.partners.partner_lists import PARTNERS
from plugins.partners.territory import Territory
from plugins.resources import Page
from plugins.views.cards import Fact

PREPARED_FROM = 5  # May: programmes are then being printed
SUBJECT = "Votre saison {season} : que pouvons-nous annoncer ?"
OPENING = (
    "Bonjour,",
    "La saison {season} se prépare. Dites-nous ce que votre maison propose cette année aux personnes qui sortent peu.",
    "Pour que les référents puissent choisir et préparer la venue, il nous faut :",
)
ASKED = (
    "votre saison : l’adresse de sa page, ou le programme en PDF ;",
    "vos sorties gratuites, avec ce qui prouve la gratuité ;",
    "vos tarifs réduits : pour qui, combien, quel justificatif ;",
    "vos actions : visites, coulisses, ateliers, rencontres, parcours ;",
    "qui accueille les groupes : une fonction, un numéro et une adresse de service, jamais un nom ;",
    "l’accès : fauteuil, audition, vision, dernier bus.",
)
CLOSING = (
    "Rien n’est publié sans votre accord, et tout se corrige d’un mot. Votre fiche dira le jour de votre réponse.",
    "Merci de ce que vous ouvrez.",
    "Cultures du Cœur Drôme-Ardèche",
)


def season_of(today: date) -> str:
    """Return the season that a letter written that day speaks of (« 2026-2027 »)."""
    first = today.year if today.month >= PREPARED_FROM else today.year - 1
    return f"{first}-{first + 1}"


def campaign_page(territory: Territory) -> Page:
    """Return the letter, its e-mail, and one e-mail for each partner of the day whose address is known."""
    season = season_of(territory.today)
    partners = territory.partners()
    return Page(
        address=f"{PARTNERS.address}saison/",
        template="season-letter",
        title=f"La lettre de la saison {season}",
        description=f"La lettre qui demande à chaque partenaire de présenter sa saison {season} : à imprimer ou à envoyer.",
        context={
            "season": season,
            "opening": tuple(text.format(season=season) for text in OPENING),
            "asked": ASKED,
            "closing": CLOSING,
            "email": mailto("", SUBJECT.format(season=season), _body(season)),
            "partners": tuple(_line(partner, season) for partner in partners if partner.email),
            "silent": tuple(partner.name for partner in partners if not partner.email),
        },
        breadcrumbs=(PARTNERS,),
    )


def _line(partner: Partner, season: str) -> Fact:
    told = partner.programme is not None and partner.programme.years == season
    words = "a déjà présenté sa saison" if told else "lui écrire"
    return Fact(
        partner.name, words, mailto(partner.email or "", SUBJECT.format(season=season), _body(season))
    )


def _body(season: str) -> str:
    """Write the letter as an e-mail, short enough for a link: its list is the heart of it."""
    asked = "\n".join(f"- {words}" for words in ASKED)
    return f"Bonjour,\n\nLa saison {season} se prépare. Pour les référents, il nous faut :\n\n{asked}\n\n{CLOSING[0]}\n\n{CLOSING[2]}"
