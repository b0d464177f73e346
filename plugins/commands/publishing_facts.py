"""Say what publishing needs to know of the project: how to build it, its address, what the law still asks."""

import subprocess
import sys
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from lxml import html

from plugins.catalog import load_catalog
from plugins.catalog.rules.privacy import compared
from plugins.commands.building import PRODUCTION_SETTINGS, build_with_progress
from plugins.commands.reporting import report

ASSOCIATION_FILE = "data/association.yaml"
_UTF_8 = html.HTMLParser(encoding="utf-8")
_PRINT_SITEURL = (
    "import runpy, sys; sys.path.insert(0, '.'); "
    f"sys.stdout.write(str(runpy.run_path({PRODUCTION_SETTINGS!r}).get('SITEURL', '')))"
)


def build_for_publication(root: Path, day: date) -> int:
    """Build the site of that day with the production settings, and say how it ended."""
    return report(build_with_progress(root, PRODUCTION_SETTINGS, day=day))


def legal_gaps(root: Path) -> Iterable[str]:
    """Name the legal fields of the association that are still empty."""
    return load_catalog(root).association.missing_legal_fields()


def agreements(root: Path) -> Collection[str]:
    """Give what people agreed to see published, as the guard compares it."""
    return {compared(consent.written) for consent in load_catalog(root).consents.values()}


def withdrawn_addresses(root: Path, day: date) -> Collection[str]:
    """Give the addresses of the posts and outings that their own file takes off on a date that has come."""
    catalog = load_catalog(root)
    records = (*catalog.posts.values(), *catalog.events.values())
    return {record.address for record in records if record.withdraw_on and record.withdraw_on <= day}


def text_of(page: str) -> str:
    """Give what a person reads in an HTML page, one piece a line."""
    if not page.strip():
        return ""
    tree = html.document_fromstring(page.encode(), parser=_UTF_8)
    pieces = tree.xpath("//text()[not(parent::script or parent::style)]")
    return "\n".join(text for piece in pieces if (text := piece.strip()))


def site_url(root: Path) -> str:
    """Read SITEURL in the production settings, in another process: settings are code with side effects."""
    command = [sys.executable, "-c", _PRINT_SITEURL]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False, encoding="utf-8")  # noqa: S603  # ours
    return done.stdout.strip() if done.returncode == 0 else ""


def host_of(url: str) -> str | None:
    """Give the host of an address, or nothing when it is not the public address of a site."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    is_public = parts.scheme in {"http", "https"} and "." in host and not host.replace(".", "").isdigit()
    return host if is_public else None


def place_of(root: Path, key: str) -> str:
    """Tell where a dotted key is written in the association's file, or where it should be."""
    try:
        node = yaml.compose((root / ASSOCIATION_FILE).read_text("utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ASSOCIATION_FILE
    line = None
    for name in key.split("."):
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        found = next(((mark, value) for mark, value in pairs if mark.value == name), None)
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return f"{ASSOCIATION_FILE}:{line}" if line else ASSOCIATION_FILE
