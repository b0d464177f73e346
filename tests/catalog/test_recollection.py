"""What a process that stays remembers of the catalog changes nothing of what is told."""

from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.catalog import Recollection, load_catalog

POST = "content/billets/2026/2026-11-02-bonjour.md"
HEAD = "---\ntitre: Bonjour\ndate: 02/11/2026\nrubrique: Sorties\n---\n\n"


def test_advice_is_given_again_until_the_text_changes(lay: Callable[[Mapping[str, str]], Path]):
    known = Recollection()
    root = lay({POST: f"{HEAD}Bonjour.\n\n## Un\n\n#### Trop bas\n"})
    told = [[notice.code for notice in load_catalog(root, None, known).notices] for _ in range(2)]
    assert told == [["niveau-de-titre"], ["niveau-de-titre"]]
    lay({POST: f"{HEAD}Bonjour.\n\n## Un\n\n### Juste dessous\n"})
    assert load_catalog(root, None, known).notices == ()
