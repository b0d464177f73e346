"""Understand the line that a person types after ./faire: which command, what is misspelt, what invoke is to be told.

Standard library only, and it parses on Python 3.6: `faire` reads it before anything is installed.
"""

from plugins.commands.menu import COMMANDS
from plugins.commands.tooling import ON_WINDOWS

HELP = ("aide", "help", "-h", "--help", "--aide", "-l", "--list")
CALL = "py faire" if ON_WINDOWS else "./faire"


def asked_build(arguments: list) -> list:
    """Return the command that builds, with its option, when that is all that is asked; else nothing."""
    name = COMMANDS[arguments[0]].name if arguments[0] in COMMANDS else ""
    is_alone = name in ("construire", "apercu") and set(arguments[1:]) <= {"--exemples"}
    return [name, *arguments[1:2]] if is_alone else []


def misspelling(arguments: list) -> str:
    """Point at the first word that is neither a command nor one of its options; say nothing if none is."""
    if arguments and arguments[0] in HELP:
        return ""
    command, value_expected = None, False
    for word in arguments:
        if value_expected:
            value_expected = False
        elif command and (command.words == "outil" or word == "--"):
            return ""
        elif word.startswith("-"):
            option, equals, _ = word.partition("=")
            known = {name.rstrip("="): name.endswith("=") for name in (command.options if command else ())}
            known.update({"--help": False, "-h": False})
            if option not in known:
                return _unknown("l’option", option, known)
            value_expected = known[option] and not equals
        elif not (command and command.words):
            if word not in COMMANDS:
                return _unknown("la commande", word, COMMANDS)
            command = COMMANDS[word]
    return ""


def for_invoke(arguments: list) -> list:
    """Write the line as invoke expects it: free words become one option, or go behind `--`."""
    kind = COMMANDS[arguments[0]].words if arguments[0] in COMMANDS else ""
    if kind == "" or {"-h", "--help"} & set(arguments):
        return arguments
    import shlex  # noqa: PLC0415  # rarely needed

    if kind == "outil":
        rest = [shlex.quote(word) for word in arguments[1:] if word != "--"]
        return [arguments[0], "--", " ".join(rest)] if rest else arguments[:1]
    options, words, left = [], [], arguments[1:]
    while left:
        size = 2 if f"{left[0]}=" in COMMANDS[arguments[0]].options else 1
        (options if left[0].startswith("--") else words).extend(left[:size])
        left = left[size:]
    if kind == "fichiers":  # several names, which may have spaces
        words = [shlex.quote(word) for word in words]
    return [arguments[0], *options, *([f"--{kind}=" + " ".join(words)] if words else [])]


def _unknown(kind: str, word: str, known: dict) -> str:
    import difflib  # noqa: PLC0415  # rarely needed

    near = difflib.get_close_matches(word, known, 1, 0.6)
    hint = f"Vouliez-vous dire « {near[0]} » ?" if near else f"Tapez {CALL} pour voir les commandes."
    return f"Je ne connais pas {kind} « {word} ». {hint}"
