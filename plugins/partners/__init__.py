"""The places, the partners and the towns.

- `compiling`: every page of the section
- `territory`: what is in each town and at each place, and which towns are nearest
- `places`, `partners`, `towns`: the lists and the pages of each
- `partner_lists`: the partners by family, town, action and audience
- `campaign`: the letter that asks each partner for its season
- `atlas`: the maps
- `structured_data`: what programs read of a place and of a partner
- `questions`: « votre fiche est-elle juste ? »
- `facts`: the rows shared by a place's and a partner's page
- `opening_hours`: the hours of OpenStreetMap, in French
"""

from plugins.partners.compiling import compile_partners
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_partners)
