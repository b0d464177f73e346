"""The association: the life of its network, how to reach it, what the law asks it to say.

- `compiling`: every page of the section
- `meetings`: the meetings of the network, counts and never names
- `trainings`: the trainings, their cycles, how to apply
- `agenda`: the calendar of the network, meetings and trainings
- `conventions`: the conventions with towns, by state
- `sympathisers`: the college of sympathisers and its news
- `team`: who does what, role by role
- `contact`: how to reach the association
- `legal`: publisher, director, host, licences, sources; `blanks`: what is not known yet, said kindly
- `accessibility`: the grid of the RGAA, criterion by criterion
- `structured_data`: what programs read of a training
"""

from plugins.association.compiling import compile_association
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_association)
