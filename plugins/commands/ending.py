"""How a command that was stopped ends: with a French word, and the exit code that shells know."""

from plugins.commands.console import warn

INTERRUPTED = 130
"""128 and the number of SIGINT, as shells write it."""


def interrupted() -> int:
    """Say that the command was stopped as somebody asked; return the exit code."""
    warn("\nArrêté à votre demande. Rien n’est perdu.")
    return INTERRUPTED
