"""Usual first names in France, without accents and in lower case: they tell a person from a street or a play.

`first-names.txt` was written for this project from common knowledge; words that are also common nouns or towns
are left out (« rose », « aimé », « valence »), and so is everything that would take a place for a person.
"""

from pathlib import Path

FIRST_NAMES = frozenset(Path(__file__).with_name("first-names.txt").read_text(encoding="utf-8").split())
