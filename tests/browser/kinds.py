"""One page of each kind: the template, and a page that it makes; and fifty pages besides, of every section."""

import hashlib
from collections import defaultdict
from functools import cache
from itertools import chain
from pathlib import Path

OUTING = "sorties/2026/11/23-exemple-concert-de-quartier/index.html"

# Of the association's site with its examples, which holds the longest names and every kind.
KINDS = {
    "accessibility-grid": "accessibilite/grille/index.html",
    "accessibility-theme": "accessibilite/grille/presentation/index.html",
    "acronym": "sigles/rsa/index.html",
    "acronyms": "sigles/index.html",
    "acronyms-history": "sigles/histoire/index.html",
    "acronyms-letter": "sigles/lettre/r/index.html",
    "acronyms-domain": "sigles/domaine/protection-sociale/index.html",
    "actualites": "actualites/index.html",
    "article": "actualites/2026/11/rencontres-octobre-2009/index.html",
    "atlas": "carte/index.html",
    "bodies": "organismes/index.html",
    "body": "organismes/caf/index.html",
    "booklet": "sigles/livret/index.html",
    "booklet-leaf": "sigles/livret/imprimer/a/index.html",
    "booklet-print": "sigles/livret/imprimer/index.html",
    "category": "actualites/rubrique/sorties/index.html",
    "college": "association/college-de-sympathisants/index.html",
    "commune": "communes/valence/index.html",
    "commune-places": "communes/valence/lieux/index.html",
    "communes": "communes/index.html",
    "communes-department": "communes/drome/index.html",
    "communes-letter": "communes/drome/s/index.html",
    "conventions": "association/conventions/index.html",
    "contact": "association/contact/index.html",
    "dataset": "donnees/sorties/index.html",
    "document": "documents/compte-rendu-rencontres-2009/index.html",
    "documents": "documents/index.html",
    "drafts": "brouillons/index.html",
    "event": OUTING,
    "events": "sorties/index.html",
    "figures": "association/chiffres/index.html",
    "home": "index.html",
    "legal-notice": "mentions-legales/index.html",
    "meeting": "rencontres/lancement-saison-2009/index.html",
    "meetings": "rencontres/index.html",
    "not-found": "404.html",
    "opendata": "donnees/index.html",
    "page": "association/index.html",
    "partner": "partenaires/exemple-salle-de-spectacle/index.html",
    "partners": "partenaires/index.html",
    "permanence-kit": "referents/permanence/trousse/index.html",
    "pattern": "patterns/event-card/index.html",
    "patterns": "patterns/index.html",
    "period_archives": "actualites/2026/11/index.html",
    "place": "lieux/museal-musee-et-site-archeologique-departemental-alba-la-romaine/index.html",
    "places": "lieux/index.html",
    "places-department": "lieux/drome/index.html",
    "posters": "sorties/affiches/index.html",
    "return-kit": "referents/retours/trousse/index.html",
    "search": "recherche/index.html",
    "season-letter": "partenaires/saison/index.html",
    "series": "sorties/rendez-vous/mois-du-doc/index.html",
    "series-list": "sorties/rendez-vous/index.html",
    "site-map": "plan/index.html",
    "subscribe": "sorties/abonnement/index.html",
    "subscribe-shelf": "sorties/abonnement/a/index.html",
    "tag": "actualites/mot-cle/sigles/index.html",
    "team": "association/equipe/index.html",
    "training": "formations/exemple-accueillir-un-groupe/index.html",
    "trainings": "formations/index.html",
    "tutorial": "tutoriels/trouver-une-sortie/index.html",
    "tutorials": "tutoriels/index.html",
}
NO_PAGE_OF_ITS_OWN = {"base", "redirect"}
SAMPLE, EACH = 50, 3

# Lists of hundreds of lines made by one component: the mini site's, short, say the same to a checker.
LONG = {
    "acronyms",
    "acronyms-domain",
    "bodies",
    "communes",
    "places-department",
    "series-list",
    "site-map",
}


def page_of(kind: str, season: Path, mini: Path) -> Path:
    """Give the page to look at: the mini site's for a long list, the association's for any other."""
    return (mini if kind in LONG else season) / KINDS[kind]


@cache
def sample(site: Path) -> list[str]:
    """Give the addresses of fifty pages besides: three of each section, then others, in an order that is nobody's.

    The order is that of the digest of the address: it stays the same while pages come and go around.
    """
    taken, sections = {*KINDS.values()}, defaultdict(list)
    for path in site.rglob("*.html"):
        address = path.relative_to(site).as_posix()
        if address not in taken and b'http-equiv="refresh"' not in path.read_bytes():
            sections[address.partition("/")[0]].append(address)
    ranked = {name: sorted(found, key=_rank) for name, found in sorted(sections.items())}
    first = [address for found in ranked.values() for address in found[:EACH]]
    others = sorted(chain.from_iterable(found[EACH:] for found in ranked.values()), key=_rank)
    return [*first, *others][:SAMPLE]


def _rank(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()
