"""Build the published site again from the sources that it names, and compare it to the byte."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from plugins.commands import console
from plugins.commands import publishing_checks as checks
from plugins.commands.building import PRODUCTION_SETTINGS, build
from plugins.commands.publishing import tell_refusals
from plugins.commands.publishing_checks import first_places
from plugins.commands.publishing_commits import tell_failure
from plugins.commands.publishing_manifest import Manifest, read_manifest
from plugins.commands.publishing_trees import (
    MANIFEST,
    GitError,
    git_agrees,
    read_built,
    read_online,
    read_tree,
    run_git,
    tracking_ref,
)
from plugins.commands.reporting import report
from plugins.french import format_date, plural


def build_there(root: Path, day: date) -> int:
    """Build the site of that day, as it goes online, from the sources in this folder."""
    return report(build(root, PRODUCTION_SETTINGS, day=day))


def reproduce(
    root: Path,
    wanted: str = "",
    *,
    remote: str = "origin",
    branch: str = "gh-pages",
    build: Callable[[Path, date], object] = build_there,
    say: Callable[[str], None] = console.say,
) -> int:
    """Build again what was published from a tag or a commit (the last one without a wish); return 0 if all is equal."""
    refusals = list(checks.workshop_refusals(root, remote))
    if refusals:
        return tell_refusals(refusals, say)
    try:
        read_online(root, remote, branch)
        publication = _publication(root, tracking_ref(remote, branch), wanted)
        if publication is None:
            say(f"Rien n’a été publié depuis « {wanted} »." if wanted else "Rien n’a encore été publié.")
            return 1
        manifest = _manifest(root, publication)
        if manifest is None:
            say(f"Cette publication n’a pas de {MANIFEST} : elle est d’avant, ou il a été abîmé.")
            return 1
        return _compare(root, publication, manifest, build, say)
    except GitError as error:
        return tell_failure(error, say)


def _publication(root: Path, ref: str, wanted: str) -> str | None:
    """Return the last publication, or the last one made from the commit or the tag that is wanted."""
    if not git_agrees(root, "rev-parse", "--verify", "--quiet", ref):
        return None
    if not wanted:
        return run_git(root, "rev-parse", ref).strip()
    if not git_agrees(root, "rev-parse", "--verify", "--quiet", f"{wanted}^{{commit}}"):
        return None
    source = run_git(root, "rev-parse", f"{wanted}^{{commit}}").strip()
    found = run_git(root, "log", "-1", "--format=%H", f"--grep=^Source: {source}$", ref).strip()
    return found or None


def _manifest(root: Path, publication: str) -> Manifest | None:
    if not git_agrees(root, "cat-file", "-e", f"{publication}:{MANIFEST}"):
        return None
    return read_manifest(run_git(root, "show", f"{publication}:{MANIFEST}"))


def _compare(
    root: Path,
    publication: str,
    manifest: Manifest,
    build: Callable[[Path, date], object],
    say: Callable[[str], None],
) -> int:
    online = read_tree(root, publication)
    host = run_git(root, "show", f"{publication}:CNAME").strip() if "CNAME" in online else None
    day = format_date(manifest.day)
    say(f"Le site publié vient de {manifest.commit[:10]} et du {day}. Je le refais dans un dossier à part…")
    with _sources(root, manifest.commit) as folder:
        if build(folder, manifest.day):
            say("Ces sources ne se construisent pas ici : regardez le message ci-dessus.")
            return 1
        built = read_built(folder / "output", host)
    different = {
        name
        for name in (built.files.keys() | online.keys() | manifest.digests.keys()) - {MANIFEST}
        if manifest.digests.get(name) != built.digests.get(name) or online.get(name) != built.files.get(name)
    }
    if not different:
        count = plural(len(manifest.digests), "fichier")
        say(f"Tout est pareil, à l’octet près : {count}, en ligne, dans {MANIFEST} et ici.")
        return 0
    say(
        f"{plural(len(different), 'fichier')} à regarder : ce qui est en ligne n’est pas ce que font ces sources."
    )
    for place in first_places(sorted(different)):
        say(f"     {place}")
    say(
        f"   → Les outils ont pu changer (requirements.txt de ce moment-là, Python {manifest.python}). Sinon, quelqu’un a modifié la branche."
    )
    return 1


@contextmanager
def _sources(root: Path, commit: str) -> Iterator[Path]:
    """Give a clean folder with the sources of a commit; it is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "sources")
        run_git(root, "worktree", "prune")
        run_git(root, "worktree", "add", "--quiet", "--detach", str(folder), commit)
        try:
            yield folder
        finally:
            run_git(root, "worktree", "remove", "--force", str(folder))
