"""The association: its meetings, how to reach it, what the law asks it to say.

- `compiling`: every page of the section
- `meetings`: the meetings of the network, counts and never names
- `contact`: how to reach the association
- `legal`: publisher, director, host, licences, sources
"""

from plugins.association.compiling import compile_association
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_association)
