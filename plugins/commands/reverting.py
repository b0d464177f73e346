"""Put the previous version of the published site back: a new commit with the old files, nothing is erased."""

import io
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.commands import console
from plugins.commands import publishing_checks as checks
from plugins.commands.publishing import THE_PROJECT, Project, agreed, confirm_on_terminal, tell_refusals
from plugins.commands.publishing_commits import commit_tree, push, tell_failure
from plugins.commands.publishing_facts import host_of
from plugins.commands.publishing_preview import compare, describe
from plugins.commands.publishing_trees import (
    PUBLISHER_MARK,
    Commit,
    GitError,
    Online,
    read_commit,
    read_online,
    read_tree,
    run_git,
    run_git_for_bytes,
)


@dataclass(frozen=True)
class _Wish:
    """Hold what the person asked for."""

    remote: str
    branch: str
    dry_run: bool
    yes: bool
    confirm: Callable[[], bool | None]


def revert(
    root: Path,
    *,
    remote: str = "origin",
    branch: str = "gh-pages",
    dry_run: bool = False,
    yes: bool = False,
    project: Project = THE_PROJECT,
    say: Callable[[str], None] = console.say,
    confirm: Callable[[], bool | None] = confirm_on_terminal,
) -> int:
    """Put back the version that was online before, once shown and agreed; return 0, or say why not and return 1.

    Done twice, it goes back twice: what a return put back is not counted as a version of its own.
    """
    refusals = list(checks.workshop_refusals(root, remote))
    if refusals:
        return tell_refusals(refusals, say)
    try:
        online = read_online(root, remote, branch)
    except GitError as error:
        return tell_refusals([checks.unreachable_refusal(remote, error)], say)
    refusals = list(checks.branch_refusals(branch, None, online))
    if refusals:
        return tell_refusals(refusals, say)
    try:
        return _go_back(root, online, _Wish(remote, branch, dry_run, yes, confirm), project, say)
    except GitError as error:
        return tell_failure(error, say)


def _go_back(root: Path, online: Online, wish: _Wish, project: Project, say: Callable[[str], None]) -> int:
    tip = online.commit
    former = _former(root, tip) if tip else None
    if tip is None or former is None:
        say("Il n’y a pas de version d’avant : le site n’a été publié qu’une fois, ou jamais.")
        return 1
    say(f"La version publiée le {former.date} reviendrait à la place de celle du {tip.date}.")
    for line in describe(compare(online.files, read_tree(root, former.id))):
        say(line)
    refusals = list(checks.private_refusals(_pages(root, former), project.agreements(root)))
    if refusals:
        return tell_refusals(refusals, say, "revenir")
    if wish.dry_run:
        say("Essai terminé : rien n’a été remis.")
        return 0
    if code := agreed(wish.confirm, say, yes=wish.yes):
        return code
    tree = run_git(root, "rev-parse", f"{former.id}^{{tree}}").strip()
    host = host_of(project.site_url(root)) or "localhost"
    message = _message(tip, former)
    push(root, wish.remote, commit_tree(root, tree, tip.id, message, host), wish.branch)
    say(f"C’est fait : le site du {former.date} revient (quelques minutes peuvent passer avant de le voir).")
    say(
        "   → Corrigez maintenant ce qui n’allait pas. D’ici là, ./faire publier ne remettra pas la version retirée."
    )
    return 0


def _former(root: Path, tip: Commit) -> Commit | None:
    """Find the last version whose files differ from those online, before the version that is online."""
    place = tip.returned_to or tip.id
    listed = run_git(root, "log", "--first-parent", "--format=%H %T", place).splitlines()
    now = listed[0].split()[1]
    found = next((line.split()[0] for line in listed[1:] if line.split()[1] != now), None)
    return _original(root, read_commit(root, found)) if found else None


def _original(root: Path, commit: Commit) -> Commit:
    """Follow a return to the version that it put back."""
    while commit.returned_to:
        commit = read_commit(root, commit.returned_to)
    return commit


def _pages(root: Path, commit: Commit) -> Iterator[tuple[str, str]]:
    archive = run_git_for_bytes(root, "archive", "--format=tar", commit.id)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            if member.name.endswith(".html") and (file := files.extractfile(member)):
                yield member.name, file.read().decode("utf-8", "replace")


def _message(tip: Commit, former: Commit) -> str:
    withdrawn = sorted({*tip.withdrawn, *([tip.source] if tip.source and not tip.returned_to else [])})
    lines = [f"Revient au site publié le {former.date}", ""]
    lines += [f"Source: {former.source}"] if former.source else []
    lines += [f"Revient-a: {former.id}", *(f"Retire: {source}" for source in withdrawn)]
    return "\n".join([*lines, PUBLISHER_MARK, ""])
