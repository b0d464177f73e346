"""Publish the site to its own git branch: refuse what would harm, show what changes, ask, push."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.commands import clock, console
from plugins.commands import publishing_checks as checks
from plugins.commands import publishing_facts as facts
from plugins.commands.publishing_addresses import REGISTER, completed_register, register_refusals
from plugins.commands.publishing_checks import Refusal
from plugins.commands.publishing_commits import (
    UNTOUCHED,
    commit_site,
    commit_tree,
    push,
    tell_failure,
    write_tree,
)
from plugins.commands.publishing_manifest import with_manifest
from plugins.commands.publishing_preview import Changes, compare, describe
from plugins.commands.publishing_trees import (
    PUBLISHER_MARK,
    Built,
    GitError,
    Online,
    read_built,
    read_online,
    run_git,
    tracking_ref,
)
from plugins.ledger.turn import put_back


@dataclass(frozen=True)
class Project:
    """Hold what publishing asks of the project; each answer is asked for when it is needed."""

    build: Callable[[Path, date], object] = facts.build_for_publication
    legal_gaps: Callable[[Path], Iterable[str]] = facts.legal_gaps
    site_url: Callable[[Path], str] = facts.site_url
    agreements: Callable[[Path], Collection[str]] = facts.agreements
    withdrawn: Callable[[Path, date], Collection[str]] = facts.withdrawn_addresses


THE_PROJECT = Project()


@dataclass(frozen=True)
class _Target:
    """Hold where a publication goes, and which refusals the person chose to pass."""

    root: Path
    remote: str
    branch: str
    accept: frozenset[str]
    day: date
    project: Project

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
    day: date | None = None,
    project: Project = THE_PROJECT,
    say: Callable[[str], None] = console.say,
    confirm: Callable[[], bool | None] | None = None,
) -> int:
    """Publish the built site and return 0, or say in French why not and return 1.

    `accept` holds the codes of the refusals that a person wants to pass. A dry run goes as far as it can,
    so that every point is told at once, and pushes nothing.
    """
    target = _Target(root, remote, branch, frozenset(accept), day or clock.today(), project)

    def agree() -> int:
        return agreed(confirm or confirm_on_terminal, say, yes=yes)

    put_back(root / "output")
    try:
        return _publish(target, None if dry_run else agree, say)
    except GitError as error:
        return tell_failure(error, say)


def confirm_on_terminal() -> bool | None:
    """Ask whether to publish; None when nobody is there to answer."""
    if not console.is_interactive():
        return None
    try:
        return console.ask("Publier maintenant ? (oui ou non)", "non").lower() in {"o", "oui", "y", "yes"}
    except EOFError:
        return False


def agreed(confirm: Callable[[], bool | None], say: Callable[[str], None], *, yes: bool) -> int:
    """Ask for an agreement unless it was given; return 0 when there is one, or say that nothing was done."""
    answer = True if yes else confirm()
    if answer is None:
        say("Personne n’est devant le clavier pour confirmer : ajoutez --oui pour publier sans question.")
    if not answer:
        say(f"Rien n’a été publié. {UNTOUCHED}")
    return 0 if answer else 1


def tell_refusals(refusals: list[Refusal], say: Callable[[str], None], command: str = "publier") -> int:
    """Tell the refusals in order, each with its places and its way out, and return 1."""
    count = len(refusals)
    say(f"Avant de publier, {count} point{'s' if count > 1 else ''} à régler. {UNTOUCHED}")
    for number, refusal in enumerate(refusals, 1):
        say("")
        say(f"{number}. {refusal.message}")
        for place in refusal.places:
            say(f"     {place}")
        say(f"   → {refusal.way_out}")
        if refusal.waivable:
            say(f"   → Si c’est bien ce que vous voulez : ./faire {command} --accepter={refusal.code}")
    return 1


def _publish(target: _Target, agree: Callable[[], int] | None, say: Callable[[str], None]) -> int:
    """Go through the publication; without `agree` it is a dry run."""
    host = facts.host_of(target.project.site_url(target.root))
    online, refusals = _look_before_building(target, host)
    if online is None or (refusals and agree):
        return tell_refusals(refusals, say)
    built = _build(target, host, say)
    if built is None:
        return 1
    refusals += _look_at_the_site(target, built, online, host)
    changes = compare(online.files, built.files)
    if not agree or not refusals:
        _show(changes, host, say)
    if refusals:
        return tell_refusals(refusals, say)
    if not agree or not changes:
        say("Essai terminé : rien n’a été publié." if changes else "Le site en ligne est déjà celui-ci.")
    elif code := agree():
        return code
    else:
        _send(target, host or "", built, online)
        say(f"C’est publié : https://{host}/ (quelques minutes peuvent passer avant de le voir).")
    if agree:
        _note_addresses(target, host or "", built, online, say)
    return 0


def _look_before_building(target: _Target, host: str | None) -> tuple[Online | None, list[Refusal]]:
    """Gather what can be refused without a built site; without git or an answer, nothing is online."""
    root, remote = target.root, target.remote
    found = [*checks.workshop_refusals(root, remote), *checks.legal_refusals(root, target.project.legal_gaps)]
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
    found += checks.cname_refusals(host, online)
    found += checks.branch_refusals(target.branch, current, online)
    if not any(refusal.code == "branche-des-sources" for refusal in found):
        found += checks.foreign_commit_refusals(target.branch, online)
    found += checks.sharing_refusals(root, remote, online)
    found += checks.withdrawn_refusals(root, online)
    return online, _kept(found, target.accept)


def _build(target: _Target, host: str | None, say: Callable[[str], None]) -> Built | None:
    say("Construction du site…")
    if target.project.build(target.root, target.day):
        say(f"La construction s’est arrêtée. {UNTOUCHED}")
        return None
    source = run_git(target.root, "rev-parse", "HEAD").strip()
    return with_manifest(read_built(target.root / "output", host), source, target.day)


def _look_at_the_site(target: _Target, built: Built, online: Online, host: str | None) -> list[Refusal]:
    """Gather what can be refused once the site is built."""
    output = target.root / "output"
    written = output / "CNAME"
    cname = written.read_text("utf-8").strip() if written.is_file() else None
    found = [*checks.name_refusals(output), *checks.size_refusals(built, online)]
    found += [*checks.content_refusals(built, cname, host)]
    withdrawn = target.project.withdrawn(target.root, target.day)
    found += register_refusals(target.root, online.files, built.files, withdrawn)
    found += checks.private_refusals(_pages(output, built), target.project.agreements(target.root))
    return _kept(found, target.accept)


def _pages(output: Path, built: Built) -> Iterator[tuple[str, str]]:
    for name in built.files:
        if name.endswith(".html"):
            yield name, (output / name).read_text("utf-8", "replace")


def _kept(refusals: Iterable[Refusal], accept: frozenset[str]) -> list[Refusal]:
    return [refusal for refusal in refusals if not (refusal.waivable and refusal.code in accept)]


def _show(changes: Changes, host: str | None, say: Callable[[str], None]) -> None:
    say(f"Ce qui va changer sur {host or 'le site'} :")
    for line in describe(changes):
        say(line)


def _send(target: _Target, host: str, built: Built, online: Online) -> None:
    """Make the commit of the site and push it; the remote is the old site or the new one, whatever happens."""
    message = (
        f"Publie le site construit depuis {built.source[:10]}\n\nSource: {built.source}\n{PUBLISHER_MARK}\n"
    )
    parent = online.commit.id if online.commit else None
    commit = commit_site(target.root, built, parent, message, host)
    push(target.root, target.remote, commit, target.branch)


def _note_addresses(
    target: _Target, host: str, built: Built, online: Online, say: Callable[[str], None]
) -> None:
    """Add the new addresses to the register of the main branch; what fails is done by the next publication.

    Nothing is forgotten meanwhile: what is online is compared with what is built, register or not.
    """
    root, main = target.root, online.default_branch
    if main is None:
        return
    ref = tracking_ref(target.remote, main)
    try:
        text = completed_register(root, ref, built.files)
        if text is None:
            return
        blob = run_git(root, "hash-object", "-w", "--stdin", stdin=text.encode()).strip()
        tree = write_tree(root, {REGISTER: blob}, base=ref)
        tip = run_git(root, "rev-parse", ref).strip()
        commit = commit_tree(root, tree, tip, "Note les adresses publiées\n", host)
        push(root, target.remote, commit, main)
    except GitError:
        say(f"Les adresses nouvelles seront notées dans {REGISTER} à la prochaine publication.")
        return
    try:
        if run_git(root, "branch", "--show-current").strip() == main:
            run_git(root, "merge", "--quiet", "--ff-only", commit)
        say(f"Les adresses nouvelles sont notées dans {REGISTER}, sur la branche {main}.")
    except GitError:
        say(f"Les adresses nouvelles sont notées dans {REGISTER} : récupérez-les (git pull).")
