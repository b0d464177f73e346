"""What the guard tells: which kind of private thing, and where it stands in the text."""

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """Name the kinds of private things; each has its words, what to do, and the source of the rule."""

    PHONE = ("telephone", "un numéro de téléphone personnel", "mettez celui du standard, ou retirez-le")
    EMAIL = ("courriel", "une adresse de courriel personnelle", "mettez celle d’un service, ou retirez-la")
    HOME = ("adresse", "l’adresse d’une personne", "retirez-la : la commune suffit, et souvent rien du tout")
    BIRTH = ("naissance", "une date de naissance", "retirez-la ; un âge arrondi suffit, s’il est utile")
    SOCIAL_SECURITY = ("securite-sociale", "un numéro de sécurité sociale", "retirez-le")
    CASE = (
        "dossier",
        "un numéro qui n’est qu’à une personne (allocataire, dossier, titre, plaque)",
        "retirez-le",
    )
    BANK = ("banque", "un compte bancaire ou une carte", "retirez-le")
    PASSWORD = (
        "mot-de-passe",
        "un mot de passe ou une clé",
        "retirez-le, et changez-le : il a été écrit ici",
    )
    LIST = ("liste", "une liste de personnes", "dites combien elles étaient, jamais qui")
    PERSON = ("personne", "le nom d’une personne", "dites son rôle (« une référente »), ou retirez-le")

    def __init__(self, slug: str, words: str, way_out: str) -> None:
        self.slug = slug
        self.words = words
        self.way_out = way_out


class Leak(NamedTuple):
    """Hold one private thing: its kind, where it begins and ends (characters), and what is written."""

    kind: Kind
    start: int
    end: int
    written: str
