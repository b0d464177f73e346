"""Write again the files that are generated from the models."""

from pathlib import Path

from plugins.catalog.schemas import write_generated
from plugins.commands.console import say
from plugins.french import plural


def regenerate(root: Path) -> int:
    """Write the schemas, the page of the data and the editor's settings; say what changed."""
    changed = write_generated(root)
    say(
        f"Fait : {plural(len(changed), 'fichier refait', 'fichiers refaits')}."
        if changed
        else "Tout était à jour."
    )
    for name in changed:
        say(f"  · {name}")
    return 0
