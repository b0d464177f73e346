"""Look for private things before they are committed: the repository is as public as the site."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog.loading import load_entries
from plugins.catalog.problems import Problem, format_report
from plugins.catalog.rules.privacy import CONSENTS, compared, nothing_private_is_written, told
from plugins.commands.console import say, warn
from plugins.commands.scrubbing import scrub
from plugins.french import plural
from plugins.privacy import find_private

HOOKS = ".githooks"
OWN = ("tests/", "plugins/privacy/", "plugins/catalog/guide/", "docs/problemes.md")
"""Where invented private things are written on purpose: examples of faults, and the guard's own words."""


def answer(root: Path, *, staged: bool, hook: bool, notes: bool) -> int:
    """Take hidden notes out of files, make git ask before each commit, or only look, as the options ask."""
    if notes:
        return scrub(root)
    return install(root) if hook else guard(root, staged=staged)


def guard(root: Path, *, staged: bool = False) -> int:
    """Tell what is private in the records and texts, or in what the next commit adds; return 1 when there is."""
    loaded = load_entries(root, None)
    agreed = {compared(entry.record.written) for entry in loaded.entries.get("consents", {}).values()}
    problems = [*(_staged(root, agreed) if staged else nothing_private_is_written(loaded))]
    if problems:
        warn(format_report(problems))
        return 1
    where = "dans ce qui va être enregistré" if staged else "dans data/ et content/"
    say(f"Rien de privé {where} ({plural(len(agreed), 'autorisation')}).")
    return 0


def install(root: Path) -> int:
    """Make git ask the guard before each commit, in this copy of the project."""
    _git(root, "config", "core.hooksPath", HOOKS)
    say("C’est fait : avant chaque enregistrement dans git, ./faire garde regarde ce que vous ajoutez.")
    return 0


def _staged(root: Path, agreed: set[str]) -> Iterator[Problem]:
    names = _git(root, "diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z").split("\0")
    for name in filter(None, names):
        if name.startswith(OWN) or name == CONSENTS:
            continue
        text = _git(root, "show", f":{name}")
        for leak in find_private(text) if "\0" not in text else ():
            if compared(leak.written) not in agreed:
                yield told(name, text.count("\n", 0, leak.start) + 1, leak)


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True)  # noqa: S603, S607  # git, our words
    return done.stdout.decode("utf-8", "replace")
