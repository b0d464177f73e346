"""Les commandes du site. Lancez-les avec ./faire (ou « py faire » sous Windows)."""

import shlex
from pathlib import Path

from invoke import Context

from plugins import catalog, commands
from plugins.commands.clock import today
from plugins.commands.entry import command

ROOT = Path(__file__).resolve().parent
EXAMPLES = "ajoute les exemples de data/exemples, marqués comme tels"
TITLE = "le titre ; sans lui, il est demandé"
DAY = "le jour, par exemple 12/11/2026"
TOWN = "la commune : son nom ou son code INSEE"
DEFAULT_PORT = "8000"


@command(titre="ce que c’est, puis le titre ; sans rien, la liste des choix s’affiche")
def nouveau(_context: Context, titre: str = "") -> int:
    """Ajoute un fichier tout prêt à remplir ; demande lequel (./faire nouveau sortie La fête du livre)."""
    return commands.creating.create_chosen(ROOT, titre, today())


@command(titre=TITLE, date=DAY)
def nouvel_article(_context: Context, titre: str = "", date: str = "") -> int:
    """Écrit le brouillon d’une actualité dans content/billets."""
    return _create("article", title=titre, date=date)


@command(
    titre=TITLE, date=DAY, lieu="le lieu, s’il a une fiche", commune=f"{TOWN}, si le lieu n’a pas de fiche"
)
def nouvelle_sortie(
    _context: Context, titre: str = "", date: str = "", lieu: str = "", commune: str = ""
) -> int:
    """Écrit le brouillon d’une sortie gratuite dans data/sorties."""
    return _create("sortie", title=titre, date=date, place=lieu, town=commune)


@command(titre=TITLE, commune=TOWN)
def nouveau_lieu(_context: Context, titre: str = "", commune: str = "") -> int:
    """Écrit la fiche d’un lieu dans data/lieux."""
    return _create("lieu", title=titre, town=commune)


@command(titre=TITLE, commune=TOWN)
def nouveau_partenaire(_context: Context, titre: str = "", commune: str = "") -> int:
    """Écrit la fiche d’un partenaire dans data/partenaires."""
    return _create("partenaire", title=titre, town=commune)


@command(titre=TITLE, date=DAY, fichier="le nom du fichier déposé dans content/documents")
def nouveau_document(_context: Context, titre: str = "", date: str = "", fichier: str = "") -> int:
    """Écrit la fiche d’un document déposé dans content/documents."""
    return _create("document", title=titre, date=date, file=fichier)


@command(titre=TITLE, date=DAY)
def nouveau_tutoriel(_context: Context, titre: str = "", date: str = "") -> int:
    """Écrit le brouillon d’un tutoriel dans content/tutoriels."""
    return _create("tutoriel", title=titre, date=date)


@command(
    fichier="le tableur, l’agenda .ics ou l’export d’OpenAgenda à reprendre",
    ecrire="écrit les fichiers ; sans elle, la commande dit seulement ce qu’elle ferait",
    gratuit="de quelle façon tout le fichier est gratuit, quand il ne le dit pas (entree-libre…)",
    modele="écrit un tableau vide à remplir, par exemple sorties.ods (ou .xlsx, .csv)",
)
def importer(
    _context: Context, fichier: str = "", ecrire: bool = False, gratuit: str = "", modele: str = ""
) -> int:
    """Reprend les sorties d’un fichier dans data/sorties ; dit d’abord ce qui serait créé, arrangé, refusé."""
    if modele:
        return commands.importing.make_template(modele)
    return commands.importing.import_file(ROOT, fichier, today(), write=ecrire, declared=gratuit)


@command(
    fichiers="les fiches reçues (.ods, .xlsx, .csv), ou leur dossier",
    ecrire="écrit data/chiffres ; sans elle, rien n’est écrit",
    remplacer="écrit même s’il y a moins de retours qu’avant",
)
def retours(_context: Context, fichiers: str = "", ecrire: bool = False, remplacer: bool = False) -> int:
    """Additionne les fiches de retour de présence, sur cet ordinateur ; refuse tout ce qui nomme quelqu’un.

    Donnez à chaque fois toutes les fiches de la saison : la même fiche deux fois ne compte qu’une.
    """
    return commands.counting.count_returns(ROOT, commands.counting.Wish(fichiers, ecrire, remplacer), today())


@command(
    titre="le trimestre, par exemple 2026-T4 ; sans lui, celui d’aujourd’hui",
    dossier="où écrire les fichiers ; sans lui, output/courriers",
    exemples=EXAMPLES,
)
def rappel(_context: Context, titre: str = "", dossier: str = "", exemples: bool = False) -> int:
    """Écrit la « piqûre de rappel » d’un trimestre, en texte, en HTML et en courriel ; n’envoie rien."""
    return commands.mailing.write_reminder(ROOT, commands.mailing.Order(titre, dossier, exemples), today())


@command(
    titre="le mois, par exemple 2026-12 ; sans lui, celui d’aujourd’hui",
    dossier="où écrire les fichiers ; sans lui, output/courriers",
    exemples=EXAMPLES,
)
def lettre(_context: Context, titre: str = "", dossier: str = "", exemples: bool = False) -> int:
    """Écrit la lettre d’un mois, ses actualités et ses sorties, sous trois formes ; n’envoie rien."""
    return commands.mailing.write_newsletter(ROOT, commands.mailing.Order(titre, dossier, exemples), today())


@command("status", tout="montre aussi la liste de ce qui est à vérifier")
def etat(_context: Context, tout: bool = False) -> int:
    """Dit ce qui est en brouillon, ce qui va apparaître ou disparaître, ce qui est à vérifier."""
    commands.console.say(commands.status.describe(catalog.load_catalog(ROOT), today(), everything=tout))
    return 0


@command()
def numeros(_context: Context) -> int:
    """Donne un numéro à chaque sortie qui n’en a pas : on le dit au téléphone, on l’imprime sur les affiches."""
    return commands.numbering.number_outings(ROOT)


@command()
def edition(_context: Context) -> int:
    """Ferme l’édition du livret des sigles que l’on prépare : ce qui viendra après sera « nouveau »."""
    return commands.closing.close_edition(ROOT, today())


@command("build", exemples=EXAMPLES)
def construire(_context: Context, exemples: bool = False) -> int:
    """Construit le site dans output/ et dit en une ligne ce qui a été fait.

    Si un fichier n’est pas juste, la liste de tout ce qui est à corriger s’affiche, et le site
    construit la fois d’avant reste comme il était.
    """
    return commands.constructing.construct(ROOT, "construire", exemples)


@command("serve", "livereload", exemples=EXAMPLES, port="le port de l’adresse (8000 d’habitude)")
def voir(_context: Context, exemples: bool = False, port: str = DEFAULT_PORT) -> int:
    """Montre le site sur cet ordinateur, et le refait à chaque fichier enregistré.

    Si un fichier n’est pas juste, la page montre ce qui est à corriger, et le site revient dès que c’est fait.
    """
    return commands.previewing.preview(ROOT, port=port, examples=exemples)


@command("preview")
def apercu(_context: Context) -> int:
    """Construit le site dans output/ comme il sera en ligne, sans les brouillons."""
    return commands.constructing.construct(ROOT, "apercu")


@command(
    titre="la commune ou le département ; sans rien, les deux départements",
    semaine="sept jours",
    mois="un mois (c’est ce qui est fait d’habitude)",
    du="le premier jour, par exemple 12/11/2026 ; sans lui, aujourd’hui",
    format="a4 ou a3 ; sans lui, les deux",
    dossier="où écrire les fichiers ; sans lui, output/affiches",
    exemples=EXAMPLES,
)
def affiche(
    _context: Context,
    titre: str = "",
    semaine: bool = False,
    mois: bool = False,
    du: str = "",
    format: str = "",  # noqa: A002  # the option's name is what volunteers type
    dossier: str = "",
    exemples: bool = False,
) -> int:
    """Fait les affiches à imprimer, le script du répondeur et les SMS (./faire affiche Valence --semaine)."""
    order = commands.posting.Order(titre, semaine, mois, du, format, dossier, exemples)
    return commands.posting.make_posters(ROOT, order, today())


@command()
def verifier(_context: Context) -> int:
    """Vérifie tout, jusqu’au bout : écriture du code, architecture, automatismes, tests ; puis montre un résumé."""
    return commands.checking.verify(ROOT)


@command(
    ajoutes="regarde seulement ce que git va enregistrer",
    installer="fait regarder git avant chaque enregistrement, dans cette copie du projet",
    nettoyer="retire des images et des documents les notes cachées qui disent qui les a faits, ou où",
)
def garde(_context: Context, ajoutes: bool = False, installer: bool = False, nettoyer: bool = False) -> int:
    """Cherche dans les fiches et les textes ce qui dirait trop d’une personne : numéros, adresses, noms, listes."""
    return commands.guarding.answer(ROOT, staged=ajoutes, hook=installer, notes=nettoyer)


@command("test")
def tester(context: Context) -> int:
    """Lance les tests ; ce qui suit la commande est donné à pytest (./faire tester tests/french -x)."""
    return commands.checking.run_tests(ROOT, shlex.split(context.remainder))


@command("clean", tout="efface aussi .venv : les outils seront réinstallés")
def nettoyer(_context: Context, tout: bool = False) -> int:
    """Efface ce que les commandes refont toutes seules : output/ et les caches."""
    return commands.cleaning.clean(ROOT, everything=tout)


@command()
def mesurer(context: Context) -> int:
    """Mesure la construction du site et le poids des pages, puis écrit les tableaux (./faire mesurer poids)."""
    return commands.checking.measure(ROOT, shlex.split(context.remainder))


@command()
def captures(_context: Context) -> int:
    """Refait les images des tutoriels d’après notre site, dans un vrai Chromium (./faire captures)."""
    return commands.capturing.capture(ROOT)


@command()
def regarder(context: Context) -> int:
    """Photographie chaque genre de page, ou ceux qu’on nomme (./faire regarder event home), et réunit les images."""
    return commands.checking.look(ROOT, shlex.split(context.remainder))


@command()
def comparer(context: Context) -> int:
    """Compare la vitesse à celle d’autres générateurs, installés pour l’occasion (./faire comparer --billets 100)."""
    return commands.checking.compare(ROOT, shlex.split(context.remainder))


@command()
def regenerer(_context: Context) -> int:
    """Refait docs/donnees.md, data/schemas/ et les réglages de VS Code d’après les modèles."""
    return commands.documenting.regenerate(ROOT)


@command()
def verrouiller(_context: Context) -> int:
    """Refait requirements.txt et requirements-tests.txt d’après les fichiers .in (demande le réseau)."""
    return commands.locking.lock(ROOT)


@command(
    "publish",
    "gh-pages",
    essai="va jusqu’au bout des vérifications, sans rien envoyer",
    oui="ne demande pas confirmation",
    accepter="les codes des refus que vous acceptez, séparés par des virgules",
)
def publier(_context: Context, essai: bool = False, oui: bool = False, accepter: str = "") -> int:
    """Met le site en ligne, après avoir montré ce qui va apparaître, changer et disparaître.

    S’arrête sans rien changer si quelque chose manque, et dit quoi.
    """
    accepted = [code for code in accepter.replace(",", " ").split() if code]
    return commands.publishing.publish(ROOT, dry_run=essai, yes=oui, accept=accepted)


@command(essai="dit ce qui reviendrait, sans rien envoyer", oui="ne demande pas confirmation")
def revenir(_context: Context, essai: bool = False, oui: bool = False) -> int:
    """Remet en ligne la version d’avant, après avoir montré ce qui reviendrait ; rien n’est effacé."""
    return commands.reverting.revert(ROOT, dry_run=essai, yes=oui)


@command(titre="une étiquette (tag) ou un enregistrement des sources ; sans lui, la dernière publication")
def reproduire(_context: Context, titre: str = "") -> int:
    """Refait à part le site publié, d’après les sources qu’il nomme, et le compare à l’octet près."""
    return commands.reproducing.reproduce(ROOT, titre)


@command(fichier="où l’écrire ; sans lui, output/inventaire.cdx.json")
def inventaire(_context: Context, fichier: str = "") -> int:
    """Écrit la liste des outils et de leurs empreintes (SBOM, CycloneDX), pour qui veut la vérifier."""
    return commands.inventory.write_inventory(ROOT, fichier)


def _create(kind: str, **written: str) -> int:
    return commands.creating.create(ROOT, kind, commands.creating.Wish(**written), today())
