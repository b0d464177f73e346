"""Find, in a text, what says too much of a person: the site and its repository are both public.

`find_private` reads plain text, `private_rows` the rows of a table; neither knows of files; who calls it tells where
the text comes from.

- `guard`: every kind of private thing; `leak`: what it tells
- `contacts`, `identity`, `people`, `secrets`: the kinds; `tables`: persons in a table
- `first_names`, `words`: what tells a person from a street, however it is written
- `signs`: what is looked for first: the patterns are compiled when one of them is there (`plugins.regexes`)
"""

from plugins.privacy.guard import find_private
from plugins.privacy.leak import Kind, Leak
from plugins.privacy.tables import private_rows

__all__ = ["Kind", "Leak", "find_private", "private_rows"]
