"""The register of every address ever published: one that was printed or shared never dies in silence.

`data/adresses.txt` holds one address a line, sorted. An address that is no longer built needs a page that leads
elsewhere (`data/redirections.yaml`), or the reason of its end, written after « # » on its line.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from plugins.commands.publishing_checks import Refusal, first_places, in_number
from plugins.commands.publishing_trees import GitError, run_git

REGISTER = "data/adresses.txt"
_HEAD = (
    "# Toutes les adresses qui ont été en ligne, notées par ./faire publier. Une adresse qui disparaît arrête la\n"
    "# publication : dites où elle mène maintenant dans data/redirections.yaml, ou, si rien ne la remplace,\n"
    "# écrivez pourquoi sur sa ligne, après « # ». Par exemple : /une-page/ # l’action s’est arrêtée en 2026\n"
)
_ENTRY = re.compile(r"(/\S*)(?:\s+#\s*(\S.*))?")
_SUBSCRIBED = re.compile(r"(^|/)(agenda\.ics|atom\.xml|feed\.json)$")
_PASSING = re.compile(
    r"sorties/(a|genre|pour|acces|affiches)/.*|sorties/\d{4}/\d{2}/|404\.html"
    r"|actualites/(mot-cle/.*|\d{4}/(\d{2}/)?|(.*/)?\d+/)"
)
"""Lists that come and go with the calendar; what subscribes to them, and what they list, stays."""


def lasting(files: Iterable[str]) -> set[str]:
    """Give the addresses that must answer for ever: pages and subscriptions, without the lists of a moment."""
    found = set()
    for name in files:
        if name.endswith(".html"):
            address = re.sub(r"(^|/)index\.html$", r"\1", name)
            if not _PASSING.fullmatch(address):
                found.add(f"/{address}")
        elif _SUBSCRIBED.search(name):
            found.add(f"/{name}")
    return found


def read_register(text: str) -> tuple[dict[str, str], list[int]]:
    """Read each address with the reason of its end (often empty), and the lines that say nothing clear."""
    entries: dict[str, str] = {}
    unclear = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _ENTRY.fullmatch(line.strip())
        if found:
            entries[found[1]] = found[2] or ""
        else:
            unclear.append(number)
    return entries, unclear


def write_register(entries: Mapping[str, str]) -> str:
    """Write the register: its head, then one sorted address a line."""
    lines = (f"{address} # {reason}" if reason else address for address, reason in sorted(entries.items()))
    return _HEAD + "".join(f"{line}\n" for line in lines)


def register_refusals(
    root: Path, online: Iterable[str], built: Iterable[str], withdrawn: Collection[str]
) -> Iterator[Refusal]:
    """Refuse that an address ever published vanish without saying where it leads, or why it ends."""
    path = root / REGISTER
    entries, unclear = read_register(path.read_text("utf-8") if path.is_file() else "")
    if unclear:
        lines = ("ligne n’est pas claire", "lignes ne sont pas claires")
        yield Refusal(
            "registre-illisible",
            f"{in_number(len(unclear), *lines)} dans le registre des adresses.",
            "Une ligne est une adresse, comme /sigles/rsa/ ; après elle, « # » et la raison si elle n’existe plus.",
            first_places(f"{REGISTER}:{number}" for number in unclear),
        )
    ended = {address for address, reason in entries.items() if reason}
    vanished = (entries.keys() | lasting(online)) - lasting(built) - ended - set(withdrawn)
    if vanished:
        yield Refusal(
            "adresse-disparue",
            f"{in_number(len(vanished), 'adresse déjà publiée ne mènerait', 'adresses déjà publiées ne mèneraient')} plus à rien.",
            f"Dites où elle mène dans data/redirections.yaml. Si rien ne la remplace, écrivez pourquoi dans {REGISTER}, "
            f"par exemple : {min(vanished)} # l’action s’est arrêtée",
            first_places(sorted(vanished)),
        )


def completed_register(root: Path, ref: str, built: Iterable[str]) -> str | None:
    """Return the register of a commit with the addresses of the built site, or None when all are there."""
    try:
        text = run_git(root, "show", f"{ref}:{REGISTER}")
    except GitError:
        text = ""
    entries, unclear = read_register(text)
    missing = lasting(built) - entries.keys()
    if unclear or not missing:
        return None
    return write_register({**dict.fromkeys(missing, ""), **entries})
