"""Read the two trees that a publication compares: what is online in git, what was just built."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PUBLISHER_MARK = "Publie-par: faire publier"
MANIFEST = "manifeste.txt"
_SOURCE_LINE = re.compile(r"^Source: ([0-9a-f]{40,64})$", re.MULTILINE)
_RETURNED_LINE = re.compile(r"^Revient-a: ([0-9a-f]{40,64})$", re.MULTILINE)
_WITHDRAWN_LINE = re.compile(r"^Retire: ([0-9a-f]{40,64})$", re.MULTILINE)
_SCRIPTS_AND_STYLES = frozenset({".css", ".js", ".mjs", ".wasm"})
_MARKED_TAG = re.compile(rb"<[a-z][^<>]*\sdata-(?:exemple|brouillon)[\s=/>]", re.IGNORECASE)
_MARKED_TEXT = re.compile(rb"data-(?:exemple|brouillon)\b")
_DRAFT_FOLDERS = frozenset({"drafts", "brouillons"})


class GitError(Exception):
    """Carry what git answered when it could not do what was asked."""


@dataclass(frozen=True)
class Commit:
    """Hold what is worth knowing of the last commit of the published branch."""

    id: str
    date: str
    author: str
    message: str

    @property
    def is_ours(self) -> bool:
        """Tell whether our own publisher made this commit."""
        return PUBLISHER_MARK in self.message

    @property
    def source(self) -> str | None:
        """Give the commit of the sources that this publication was built from."""
        found = _SOURCE_LINE.search(self.message)
        return found.group(1) if found else None

    @property
    def returned_to(self) -> str | None:
        """Give the publication that this commit put back (`./faire revenir`)."""
        found = _RETURNED_LINE.search(self.message)
        return found.group(1) if found else None

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Give the commits of the sources whose site was withdrawn when an older one was put back."""
        return tuple(_WITHDRAWN_LINE.findall(self.message))


@dataclass(frozen=True)
class Online:
    """Hold the remote's side: its main branch, and the published branch's last commit and files.

    `tips` are the commits that a publication would build upon or replace: the remote's, and the local
    branch's when the remote does not have it. `files` maps each path to its git blob id.
    """

    default_branch: str | None = None
    commit: Commit | None = None
    tips: tuple[Commit, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    local_files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Built:
    """Hold the built site: each path's git blob id, size in bytes and SHA-256, and what needs a second look.

    `added` are the bytes of the files that publishing adds to what is in the output folder, `source` is the commit
    of the sources.
    """

    files: Mapping[str, str]
    sizes: Mapping[str, int]
    digests: Mapping[str, str] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()
    added: Mapping[str, bytes] = field(default_factory=dict)
    source: str = ""

    @property
    def pages(self) -> int:
        """Count the HTML pages."""
        return count_pages(self.files)


def run_git(
    root: Path, *arguments: str, stdin: bytes | None = None, env: Mapping[str, str] | None = None
) -> str:
    """Run git without a question asked to an absent person, and give its output or raise GitError."""
    return run_git_for_bytes(root, *arguments, stdin=stdin, env=env).decode("utf-8", "surrogateescape")


def run_git_for_bytes(
    root: Path, *arguments: str, stdin: bytes | None = None, env: Mapping[str, str] | None = None
) -> bytes:
    """Run git as above and give its output as it is."""
    environment = {**os.environ, "LC_ALL": "C", **(env or {})}
    if not sys.stdin or not sys.stdin.isatty():
        environment["GIT_TERMINAL_PROMPT"] = "0"
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    given = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment, **given)  # noqa: S603  # our own words only; names come from our options
    except OSError as error:
        raise GitError(str(error)) from error
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def git_agrees(root: Path, *arguments: str) -> bool:
    """Tell whether a git question is answered by yes."""
    try:
        run_git(root, *arguments)
    except GitError:
        return False
    return True


def tracking_ref(remote: str, branch: str) -> str:
    """Name the local mirror of a remote branch."""
    return f"refs/remotes/{remote}/{branch}"


def read_online(root: Path, remote: str, branch: str) -> Online:
    """Fetch the published branch and the main one, and read them; raise GitError when out of reach."""
    default_branch, exists = _ask_remote(root, remote, branch)
    wanted = [name for name in {default_branch, branch if exists else None} if name]
    if wanted:
        specs = [f"+refs/heads/{name}:{tracking_ref(remote, name)}" for name in sorted(wanted)]
        run_git(root, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", remote, *specs)
    mirror, local = tracking_ref(remote, branch), f"refs/heads/{branch}"
    if not exists and git_agrees(root, "rev-parse", "--verify", "--quiet", mirror):
        run_git(root, "update-ref", "-d", mirror)
    has_local = git_agrees(root, "rev-parse", "--verify", "--quiet", local)
    online = read_commit(root, mirror) if exists else None
    tips = [online] if online else []
    if has_local and not (online and git_agrees(root, "merge-base", "--is-ancestor", local, mirror)):
        tips.append(read_commit(root, local))
    return Online(
        default_branch=default_branch,
        commit=online,
        tips=tuple(tips),
        files=read_tree(root, mirror) if exists else {},
        local_files=read_tree(root, local) if has_local else {},
    )


def read_tree(root: Path, ref: str) -> dict[str, str]:
    """List every file of a commit with its blob id."""
    listing = run_git(root, "ls-tree", "-r", "-z", "--full-tree", ref)
    entries = (entry.split("\t", 1) for entry in listing.split("\0") if entry)
    return {path: head.split()[2] for head, path in entries}


def read_built(output: Path, host: str | None) -> Built:
    """Read the built site as git will keep it, with the CNAME and .nojekyll that publishing adds."""
    contents = {
        path.relative_to(output).as_posix(): path for path in sorted(output.rglob("*")) if path.is_file()
    }
    added = {".nojekyll": b"", **({"CNAME": host.encode()} if host else {})} if contents else {}
    files: dict[str, str] = {}
    sizes: dict[str, int] = {}
    digests: dict[str, str] = {}
    unfinished: list[str] = []
    for name in sorted({*contents, *added}):
        data = added[name] if name in added else contents[name].read_bytes()
        files[name], sizes[name], digests[name] = blob_id(data), len(data), hashlib.sha256(data).hexdigest()
        if _is_unfinished(name, data):
            unfinished.append(name)
    return Built(files, sizes, digests, tuple(unfinished), added)


def blob_id(data: bytes) -> str:
    """Give the name under which git keeps these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def count_pages(paths: Mapping[str, str]) -> int:
    """Count the HTML pages of a tree."""
    return sum(path.endswith(".html") for path in paths)


def read_commit(root: Path, ref: str) -> Commit:
    """Read one commit; raise GitError when there is none of that name."""
    fields = run_git(root, "log", "-1", "--date=short", "--format=%H%x00%cd%x00%an%x00%B", ref)
    return Commit(*fields.rstrip("\n").split("\0", 3))


def _ask_remote(root: Path, remote: str, branch: str) -> tuple[str | None, bool]:
    answer = run_git(root, "ls-remote", "--symref", remote, "HEAD", f"refs/heads/{branch}")
    default = re.search(r"^ref: refs/heads/(\S+)\tHEAD$", answer, re.MULTILINE)
    exists = re.search(rf"^[0-9a-f]+\trefs/heads/{re.escape(branch)}$", answer, re.MULTILINE)
    return (default.group(1) if default else None), bool(exists)


def _is_unfinished(name: str, data: bytes) -> bool:
    """Tell a draft or an example: by its folder, a tag's attribute, or a mark in a data file.

    Styles and scripts may name the mark without showing anything.
    """
    suffix = Path(name).suffix.lower()
    if name.split("/", 1)[0] in _DRAFT_FOLDERS:
        return True
    if suffix in _SCRIPTS_AND_STYLES:
        return False
    return bool((_MARKED_TAG if suffix in {".html", ".htm", ".svg"} else _MARKED_TEXT).search(data))
