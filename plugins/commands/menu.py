"""The menu of ./faire: every command with its options, as a person types them.

Standard library only, and it parses on Python 3.6: `faire` reads it before anything is installed.
"""

from collections import namedtuple

Command = namedtuple("Command", "name summary aliases options words tests")
"""A command: an option ending in "=" takes a value; `words` names what free words become: "titre" gathers them into
--titre (or "fichier"; "fichiers": each quoted), "outil" hands them over, "" refuses them; `tests`: needs the test tools."""
Command.__new__.__defaults__ = (
    (),
    (),
    "",
    False,
)  # `defaults=` is not known of Python 3.6, nor is `typing` quick

DATED, LOCATED = ("--titre=", "--date="), ("--titre=", "--commune=")
MENU = {
    "Écrire": (
        Command("nouvel-article", "écrire une actualité", (), DATED, "titre"),
        Command("nouvelle-sortie", "annoncer une sortie gratuite", (), (*DATED, "--lieu=", "--commune="), "titre"),
        Command("nouveau-document", "ajouter un document", (), (*DATED, "--fichier="), "titre"),
        Command("nouveau-tutoriel", "écrire un tutoriel", (), DATED, "titre"),
        Command("nouveau-lieu", "ajouter un lieu", (), LOCATED, "titre"),
        Command("nouveau-partenaire", "ajouter un partenaire", (), LOCATED, "titre"),
        Command("nouveau", "choisir dans une liste ce qu’on ajoute", (), ("--titre=",), "titre"),
        Command("numeros", "donner aux sorties leur numéro, à dire au téléphone"),
        Command("edition", "fermer l’édition du livret des sigles"),
        Command("importer", "reprendre un tableur, un agenda .ics, OpenAgenda, un compte rendu Word", (), ("--fichier=", "--ecrire", "--gratuit=", "--modele="), "fichier"),
        Command("retours", "additionner les fiches de retour de présence, sans aucun nom", (), ("--fichiers=", "--ecrire", "--remplacer"), "fichiers"),
        Command("rappel", "écrire la « piqûre de rappel » du trimestre, sans l’envoyer", (), ("--titre=", "--dossier=", "--exemples"), "titre"),
        Command("lettre", "écrire la lettre du mois, sans l’envoyer", (), ("--titre=", "--dossier=", "--exemples"), "titre"),
        Command("etat", "brouillons, échéances, ce qui reste à vérifier", ("status",), ("--tout",)),
    ),
    "Voir": (
        Command("voir", "voir le site ici, toujours à jour", ("serve", "livereload"), ("--exemples", "--port=")),
        Command("construire", "construire le site dans output/", ("build",), ("--exemples",)),
        Command("affiche", "faire les affiches à imprimer, le script du répondeur, les SMS", (), ("--titre=", "--semaine", "--mois", "--du=", "--format=", "--dossier=", "--exemples"), "titre"),
        Command("apercu", "construire comme en ligne, sans les brouillons", ("preview",)),
    ),
    "Vérifier": (
        Command("verifier", "tout vérifier : code, règles, tests", tests=True),
        Command("garde", "chercher ce qui dirait trop d’une personne", (), ("--ajoutes", "--installer", "--nettoyer")),
        Command("tester", "lancer les tests seulement", ("test",), words="outil", tests=True),
        Command("nettoyer", "effacer ce qui se refait tout seul", ("clean",), ("--tout",)),
        Command("mesurer", "mesurer la construction du site et le poids des pages", words="outil", tests=True),
        Command("captures", "refaire les images des tutoriels, dans un vrai navigateur", tests=True),
        Command("regarder", "photographier chaque genre de page, pour les regarder ensemble", words="outil", tests=True),
        Command("comparer", "comparer sa vitesse à celle de Hugo, d’Eleventy et de Pelican seul", words="outil"),
        Command("regenerer", "refaire docs/donnees.md et les schémas d’après les modèles"),
        Command("verrouiller", "refaire la liste exacte des outils installés"),
    ),
    "Publier": (
        Command("publier", "mettre le site en ligne", ("publish", "gh-pages"), ("--essai", "--oui", "--accepter=")),
        Command("revenir", "remettre en ligne la version d’avant", (), ("--essai", "--oui")),
        Command("reproduire", "refaire à part le site publié, et comparer", (), ("--titre=",), "titre"),
        Command("inventaire", "écrire la liste des outils et leurs empreintes", (), ("--fichier=",), "fichier"),
    ),
}  # fmt: skip
COMMANDS = {name: command for group in MENU.values() for command in group for name in (command.name, *command.aliases)}  # fmt: skip


def shown(call: str) -> str:
    """Show every command with what it does, by group; `call` is how `faire` is called here."""
    width = max(map(len, COMMANDS))
    lines = [f"Le site de Cultures du Cœur Drôme-Ardèche. Écrivez : {call} <commande>"]
    for group, commands in MENU.items():
        lines += ["", group, *(f"  {command.name.ljust(width)}  {command.summary}" for command in commands)]
    return "\n".join([*lines, "", f"Le détail d’une commande : {call} voir --help"])
