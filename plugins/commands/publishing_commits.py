"""Make a commit out of the built site and send it, without touching a branch nor a file of this folder.

Nothing here moves before the remote does: an interruption leaves a few objects that git sweeps by itself.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.commands.publishing_trees import Built, GitError, run_git

COMMITTER = "Publication du site"
SCRATCH = "site"  # the one branch of the repository where ghp-import works
UNTOUCHED = "Le site en ligne n’a pas été touché."
_PUSH_FAILURES = (  # what git says in English, what we say, a way out
    (
        ("non-fast-forward", "fetch first", "[rejected]", "cannot lock ref", "reference already exists"),
        "Quelqu’un d’autre a publié pendant ce temps.",
        "Relancez la même commande : vous verrez ce qui a changé depuis.",
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
        "Vérifiez la connexion à internet, puis relancez la même commande.",
    ),
    (
        ("exceeds GitHub's file size limit", "GH001"),
        "Un fichier est trop lourd pour l’hébergeur.",
        "Allégez-le, puis relancez la même commande.",
    ),
    (
        ("No space left", "Disk quota", "File too large"),
        "Il n’y a plus de place sur le disque.",
        "Libérez de la place (./faire nettoyer en rend un peu), puis relancez la même commande.",
    ),
)


def commit_site(root: Path, built: Built, parent: str | None, message: str, host: str) -> str:
    """Have ghp-import make the commit of the built site after `parent`, and return its name.

    It works in an empty repository of its own, that shares the objects of this one and nothing else: no branch
    moves here. Raise GitError when git refuses, or when the commit does not hold the files that were looked at.
    """
    with tempfile.TemporaryDirectory() as folder:
        room = _empty_repository(root, Path(folder, "depot.git")) | _signature(host)
        if parent:
            run_git(root, "update-ref", f"refs/heads/{SCRATCH}", parent, env=room)
        site = Path(folder, "site")
        _gather(root / "output", built, site)
        _import(site, message, room)
        commit = run_git(root, "rev-parse", f"refs/heads/{SCRATCH}", env=room).strip()
    if _files_of(root, commit) != built.files:
        raise GitError("output/ a changé pendant la publication")
    return commit


def _empty_repository(root: Path, folder: Path) -> dict[str, str]:
    """Make a repository beside this one, and return the environment in which git works there."""
    run_git(root, "init", "--quiet", "--bare", str(folder))
    objects = Path(root, run_git(root, "rev-parse", "--git-path", "objects").strip()).resolve()
    return {"GIT_DIR": str(folder), "GIT_OBJECT_DIRECTORY": str(objects)}


def _gather(output: Path, built: Built, site: Path) -> None:
    """Put in one folder what is published: the built files, and those that go online only."""
    for name in built.files:
        place = site / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if name in built.added:
            place.write_bytes(built.added[name])
        else:
            shutil.copyfile(output / name, place)


def _import(site: Path, message: str, room: Mapping[str, str]) -> None:
    line = [sys.executable, "-m", "ghp_import", "-b", SCRATCH, "-m", message, str(site)]
    done = subprocess.run(line, env={**os.environ, **room}, capture_output=True, check=False)  # noqa: S603  # our own words
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())


def _files_of(root: Path, commit: str) -> dict[str, str]:
    entries = run_git(root, "ls-tree", "-r", "-z", commit).split("\0")
    pairs = (entry.partition("\t") for entry in entries if entry)
    return {path: facts.split()[2] for facts, _, path in pairs}


def write_tree(root: Path, files: Mapping[str, str], base: str | None = None) -> str:
    """Return the tree that holds these files (path → blob id), over those of `base` when it is given."""
    entries = "".join(f"100644 {blob}\t{path}\0" for path, blob in files.items())
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        if base:
            run_git(root, "read-tree", base, env=index)
        listing = entries.encode("utf-8", "surrogateescape")
        run_git(root, "update-index", "--add", "-z", "--index-info", stdin=listing, env=index)
        return run_git(root, "write-tree", env=index).strip()


def commit_tree(root: Path, tree: str, parent: str | None, message: str, host: str) -> str:
    """Make a commit and return its name; nobody's own name and address go online with the site."""
    parents = ("-p", parent) if parent else ()
    return run_git(root, "commit-tree", tree, *parents, stdin=message.encode(), env=_signature(host)).strip()


def _signature(host: str) -> dict[str, str]:
    return {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", COMMITTER), ("EMAIL", f"publication@{host}"))
    }


def push(root: Path, remote: str, commit: str, branch: str) -> None:
    """Make the remote branch that commit, only if it follows what is there; raise GitError otherwise."""
    run_git(root, "push", "--quiet", "--no-verify", remote, f"{commit}:refs/heads/{branch}")


def tell_failure(error: GitError, say: Callable[[str], None]) -> int:
    """Put git's refusal in French with a way out, and return 1."""
    unknown = ("La publication n’a pas pu se faire.", "Montrez ces lignes à qui vous aide pour la technique.")
    known = (entry[1:] for entry in _PUSH_FAILURES if any(sign in str(error) for sign in entry[0]))
    message, way_out = next(known, unknown)
    say(f"{message} {UNTOUCHED}")
    say(f"   → {way_out}")
    for line in str(error).strip().splitlines()[-3:]:
        say(f"     git dit : {line}")
    return 1
