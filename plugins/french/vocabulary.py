"""The words of the French calendar and the one time zone of the site.

Written here rather than read from babel: parsing and formatting share one table, and a new release of CLDR
cannot change a page. The tests compare the table with CLDR.
"""

from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")

NO_BREAK_SPACE = "\u00a0"
NARROW_SPACE = "\u202f"

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WEEKDAYS_SHORT = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MONTHS_SHORT = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)
