"""Les commandes du site. Lancez-les avec ./faire (ou « py faire » sous Windows)."""

import shlex
from pathlib import Path

from invoke import Context

from plugins.commands import building, checking, cleaning, locking, previewing, publishing, reporting
from plugins.commands.entry import command

ROOT = Path(__file__).resolve().parent
EXAMPLES = "ajoute les exemples de data/exemples, marqués comme tels"


@command("build", exemples=EXAMPLES)
def construire(_context: Context, exemples: bool = False) -> int:
    """Construit le site dans output/ et dit en une ligne ce qui a été fait.

    Si un fichier n’est pas juste, la liste de tout ce qui est à corriger s’affiche, et le site
    construit la fois d’avant reste comme il était.
    """
    return reporting.report(building.build_with_progress(ROOT, examples=exemples))


@command("serve", "livereload", exemples=EXAMPLES, port="le port de l’adresse (8000 d’habitude)")
def voir(_context: Context, exemples: bool = False, port: int = previewing.DEFAULT_PORT) -> int:
    """Montre le site sur cet ordinateur, et le refait à chaque fichier enregistré.

    Le navigateur se met à jour tout seul. Si un fichier n’est pas juste, la page montre ce qui est à
    corriger, et le site revient dès que c’est fait.
    """
    return previewing.preview(ROOT, port=port, examples=exemples)


@command("preview")
def apercu(_context: Context) -> int:
    """Construit le site dans output/ comme il sera en ligne, sans les brouillons."""
    return reporting.report(building.build_with_progress(ROOT, building.PRODUCTION_SETTINGS))


@command()
def verifier(_context: Context) -> int:
    """Vérifie tout : écriture du code, architecture, automatismes, tests.

    Va jusqu’au bout même si une étape n’est pas bonne, puis montre un résumé.
    """
    return checking.verify(ROOT)


@command("test")
def tester(context: Context) -> int:
    """Lance les tests ; ce qui suit la commande est donné à pytest (./faire tester tests/french -x)."""
    return checking.run_tests(ROOT, shlex.split(context.remainder))


@command("clean", tout="efface aussi .venv : les outils seront réinstallés")
def nettoyer(_context: Context, tout: bool = False) -> int:
    """Efface ce que les commandes refont toutes seules : output/ et les caches."""
    return cleaning.clean(ROOT, everything=tout)


@command()
def verrouiller(_context: Context) -> int:
    """Refait requirements.txt et requirements-tests.txt d’après les fichiers .in (demande le réseau)."""
    return locking.lock(ROOT)


@command(
    "publish",
    "gh-pages",
    essai="va jusqu’au bout des vérifications, sans rien envoyer",
    oui="ne demande pas confirmation",
    accepter="les codes des refus que vous acceptez, séparés par des virgules",
)
def publier(_context: Context, essai: bool = False, oui: bool = False, accepter: str = "") -> int:
    """Met le site en ligne, après avoir montré ce qui va apparaître, changer et disparaître.

    S’arrête sans rien changer si quelque chose manque : fichiers pas encore enregistrés dans git,
    mentions légales à compléter, site vide ou très rétréci.
    """
    accepted = [code for code in accepter.replace(",", " ").split() if code]
    return publishing.publish(ROOT, dry_run=essai, yes=oui, accept=accepted)
