"""What a file to publish is made of, told from its bytes alone: sound, safe, and silent about persons.

Everything here is a pure function of a name and of bytes. The catalog refuses what is told here as a
fault, and only mentions the rest; the sections publish the cleaned bytes.

- `documents`: the files of `content/documents`; `pictures`: those of `content/images`
- `camera`: what the notes of a camera tell of a person
- `signatures`: what a file really is, whatever its name says
- `pdf`, `office`, `drawings`: what is looked for in each family of files
- `archives`: opening a zip that may lie; `tables`, `words`: what a file says
- `persons`: lists of people in a text
- `markup`: the HTML of a text, cleaned; `plain_markup`: which need not be
- `findings`: what is told; `limits`: which files are pictures, how heavy a file may be

`inspection.documents` and `inspection.pictures` are imported when they are asked for: a site may have no file to open.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.inspection import documents, pictures

LATE = ("documents", "pictures")
__all__ = ["documents", "pictures"]


def __getattr__(name: str) -> Any:
    """Import one of the modules above when it is asked for (PEP 562); raise `AttributeError` for any other."""
    if name not in LATE:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
