"""The files of the section, compiled from a catalog made by hand, and read as a visitor's program would."""

import csv
import io
import json
from datetime import date
from typing import Any

from plugins.catalog import Catalog
from plugins.opendata.compiling import compile_open_data
from plugins.resources import File, Page
from tests.association.samples import site
from tests.views.samples import SUNDAY


def compiled(
    catalog: Catalog, today: date = SUNDAY, *, production: bool = True
) -> tuple[Page, dict[str, bytes]]:
    """Return the page, and every file by its name."""
    resources = list(compile_open_data(site(catalog, today=today, production=production)))
    [page] = [found for found in resources if isinstance(found, Page) and found.address == "/donnees/"]
    files = {found.address: found.content for found in resources if isinstance(found, File)}
    assert len({found.address for found in resources}) == len(resources)
    return page, {address.removeprefix("/donnees/"): content for address, content in files.items()}


def table(content: bytes) -> list[dict[str, str]]:
    """Read a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def tree(content: bytes) -> Any:
    """Read a JSON file."""
    return json.loads(content)
