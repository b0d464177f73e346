"""Publish the site to its own git branch: refuse what would harm, show what changes, ask, push."""

import os
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.commands import console
from plugins.commands import publishing_checks as checks
from plugins.commands import publishing_facts as facts
from plugins.commands.publishing_checks import Refusal
from plugins.commands.publishing_preview import Changes, compare, describe
from plugins.commands.publishing_trees import (
    PUBLISHER_MARK,
    Built,
    GitError,
    Online,
    read_built,
    read_online,
    read_tree,
    run_git,
    tracking_ref,
)

COMMITTER = "Publication du site"
_UNTOUCHED = "Le site en ligne n’a pas été touché."
_PUSH_FAILURES = (  # what git says in English, what we say, a way out
    (
        ("non-fast-forward", "fetch first", "[rejected]", "cannot lock ref"),
        "Quelqu’un d’autre a publié pendant ce temps.",
        "Relancez ./faire publier : vous verrez ce qui a changé depuis.",
    ),
    (
        (
            "Permission denied",
            "Authentication failed",
            "could not read Username",
            "denied to",
            "error: 403",
            "remote rejected",
        ),
        "Le dépôt distant ne vous laisse pas publier.",
        "Demandez un accès en écriture, ou vérifiez vos identifiants git.",
    ),
    (
        ("Could not resolve host", "unable to access", "Connection", "timed out", "not appear to be a git"),
        "Le dépôt distant ne répond plus.",
        "Vérifiez la connexion à internet, puis relancez ./faire publier.",
    ),
    (
        ("exceeds GitHub's file size limit", "GH001"),
        "Un fichier est trop lourd pour l’hébergeur.",
        "Allégez-le, puis relancez ./faire publier.",
    ),
)


@dataclass(frozen=True)
class _Target:
    """Hold where a publication goes, and which refusals the person chose to pass."""

    root: Path
    remote: str
    branch: str
    accept: frozenset[str]

    @property
    def ref(self) -> str:
        return tracking_ref(self.remote, self.branch)


def publish(
    root: Path,
    *,
    remote: str = "origin",
    branch: str = "gh-pages",
    dry_run: bool = False,
    yes: bool = False,
    accept: Collection[str] = (),
    build: Callable[[Path], object] = facts.build_for_publication,
    legal_gaps: Callable[[Path], Iterable[str]] = facts.legal_gaps,
    site_url: Callable[[Path], str] = facts.site_url,
    say: Callable[[str], None] = console.say,
    confirm: Callable[[], bool | None] | None = None,
) -> int:
    """Publish the built site and return 0, or say in French why not and return 1.

    `accept` holds the codes of the refusals that a person wants to pass. A dry run goes as far as it can,
    so that every point is told at once, and pushes nothing.
    """
    target = _Target(root, remote, branch, frozenset(accept))
    host = facts.host_of(site_url(root))
    online, refusals = _look_before_building(target, host, legal_gaps)
    if online is None or (refusals and not dry_run):
        return _tell(refusals, say)
    say("Construction du site…")
    if build(root):
        say(f"La construction s’est arrêtée. {_UNTOUCHED}")
        return 1
    built = read_built(root / "output", host)
    refusals += _look_at_the_site(target, built, online, host)
    changes = compare(online.files, built.files)
    if dry_run or not refusals:
        _show(changes, host, say)
    if refusals:
        return _tell(refusals, say)
    if dry_run or not changes:
        say("Essai terminé : rien n’a été publié." if changes else "Le site en ligne est déjà celui-ci.")
        return 0
    return _agreed(confirm or confirm_on_terminal, say, yes=yes) or _push(target, host or "", built, say)


def confirm_on_terminal() -> bool | None:
    """Ask whether to publish; None when nobody is there to answer."""
    if not console.is_interactive():
        return None
    try:
        return console.ask("Publier maintenant ? (oui ou non)", "non").lower() in {"o", "oui", "y", "yes"}
    except EOFError:
        return False


def _look_before_building(
    target: _Target, host: str | None, legal_gaps: Callable[[Path], Iterable[str]]
) -> tuple[Online | None, list[Refusal]]:
    """Gather what can be refused without a built site; without git or an answer, nothing is online."""
    root, remote = target.root, target.remote
    found = [*checks.workshop_refusals(root, remote), *checks.legal_refusals(root, legal_gaps)]
    if any(refusal.code in {"git-absent", "depot-absent", "distant-absent"} for refusal in found):
        return None, [*found, *checks.address_refusals(host, None)]
    found += checks.dirty_tree_refusals(root)
    try:
        online = read_online(root, remote, target.branch)
    except GitError as error:
        found += [*checks.address_refusals(host, None), checks.unreachable_refusal(remote, error)]
        return None, found
    cname = run_git(root, "show", f"{target.ref}:CNAME").strip() if "CNAME" in online.files else None
    current = run_git(root, "branch", "--show-current").strip() or None
    found += checks.address_refusals(host, cname)
    found += checks.branch_refusals(target.branch, current, online)
    if not any(refusal.code == "branche-des-sources" for refusal in found):
        found += checks.foreign_commit_refusals(target.branch, online)
    found += checks.sharing_refusals(root, remote, online)
    return online, _kept(found, target.accept)


def _look_at_the_site(target: _Target, built: Built, online: Online, host: str | None) -> list[Refusal]:
    """Gather what can be refused once the site is built."""
    written = target.root / "output" / "CNAME"
    cname = written.read_text("utf-8").strip() if written.is_file() else None
    found = [*checks.size_refusals(built, online), *checks.content_refusals(built, cname, host)]
    return _kept(found, target.accept)


def _kept(refusals: Iterable[Refusal], accept: frozenset[str]) -> list[Refusal]:
    return [refusal for refusal in refusals if not (refusal.waivable and refusal.code in accept)]


def _tell(refusals: list[Refusal], say: Callable[[str], None]) -> int:
    count = len(refusals)
    say(f"Avant de publier, {count} point{'s' if count > 1 else ''} à régler. {_UNTOUCHED}")
    for number, refusal in enumerate(refusals, 1):
        say("")
        say(f"{number}. {refusal.message}")
        for place in refusal.places:
            say(f"     {place}")
        say(f"   → {refusal.way_out}")
        if refusal.waivable:
            say(f"   → Si c’est bien ce que vous voulez : ./faire publier --accepter={refusal.code}")
    return 1


def _show(changes: Changes, host: str | None, say: Callable[[str], None]) -> None:
    say(f"Ce qui va changer sur {host or 'le site'} :")
    for line in describe(changes):
        say(line)


def _agreed(confirm: Callable[[], bool | None], say: Callable[[str], None], *, yes: bool) -> int:
    answer = True if yes else confirm()
    if answer is None:
        say("Personne n’est devant le clavier pour confirmer : ajoutez --oui pour publier sans question.")
    if not answer:
        say(f"Rien n’a été publié. {_UNTOUCHED}")
    return 0 if answer else 1


def _push(target: _Target, host: str, built: Built, say: Callable[[str], None]) -> int:
    source = run_git(target.root, "rev-parse", "HEAD").strip()
    message = f"Publie le site construit depuis {source[:10]}\n\nSource: {source}\n{PUBLISHER_MARK}\n"
    command = [sys.executable, "-m", "ghp_import", "-n", "-c", host, "-m", message]
    command += ["-b", target.branch, "-r", target.remote, "-p", "output"]
    # Nobody's own name and address go online with the site: the publication signs for itself.
    environment = {
        **os.environ,
        "GIT_COMMITTER_NAME": COMMITTER,
        "GIT_COMMITTER_EMAIL": f"publication@{host}",
        "LC_ALL": "C",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(  # noqa: S603  # our own words only; names come from our options
        command, cwd=target.root, env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        return _tell_failure(done.stderr.decode("utf-8", "replace"), say)
    if read_tree(target.root, target.ref) != built.files:
        say("Git a bien publié, mais la branche ne contient pas exactement le site construit.")
        say(f"   → Comparez : git diff --stat {target.ref}, puis relancez ./faire publier.")
        return 1
    say(f"C’est publié : https://{host}/ (quelques minutes peuvent passer avant de le voir).")
    return 0


def _tell_failure(error: str, say: Callable[[str], None]) -> int:
    unknown = ("La publication n’a pas pu se faire.", "Montrez ces lignes à qui vous aide pour la technique.")
    known = (entry[1:] for entry in _PUSH_FAILURES if any(sign in error for sign in entry[0]))
    message, way_out = next(known, unknown)
    say(f"{message} {_UNTOUCHED}")
    say(f"   → {way_out}")
    for line in error.strip().splitlines()[-3:]:
        say(f"     git dit : {line}")
    return 1
