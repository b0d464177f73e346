"""The booklet's own words: how to read it, what its edition is, what its last page says."""

from dataclasses import dataclass

from plugins.booklet.editions import Issue, ordinal
from plugins.french import format_date, plural

ADDRESS = "/sigles/livret/"


@dataclass(frozen=True)
class Pointer:
    """Point to an entry or a body of the booklet."""

    key: str

    @property
    def address(self) -> str:
        """Return the address of its own page: `/sigles/rsa/` for « sigle-rsa »."""
        kind, _, slug = self.key.partition("-")
        return f"/{kind}s/{slug}/"


@dataclass(frozen=True)
class Paragraph:
    """Hold a few words in bold and what they introduce."""

    label: str
    text: str


HOW_TO_READ = (
    Paragraph(
        "Les sigles",
        "Ils sont rangés de A à Z. Sous le sigle, ce que veulent dire ses lettres, puis une explication en mots "
        "simples et les domaines où on le rencontre.",
    ),
    Paragraph(
        "« À vérifier »",
        "Une personne doit encore relire ce point. Le reste de l’explication se lit comme les autres.",
    ),
    Paragraph(
        "« N’a plus cours »",
        "Le sigle a été remplacé. On le garde, parce qu’on l’entend et qu’on le lit encore : l’entrée dit par quoi, "
        "et depuis quand lorsqu’on le sait.",
    ),
    Paragraph(
        "« Autre sens »",
        "Les mêmes lettres veulent parfois dire plusieurs choses. Chaque sens a son entrée, et renvoie aux autres.",
    ),
    Paragraph(
        "Les organismes",
        "Cinq questions pour chacun : à quoi ça sert, pour qui, d’où vient l’argent, qui décide, comment le joindre.",
    ),
    Paragraph(
        "L’index",
        "Vous connaissez les mots et pas le sigle ? Cherchez-les dans l’index, à la fin.",
    ),
)

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.fr"


def about_edition(issue: Issue) -> tuple[str, ...]:
    """Say which edition this is, and what is new in it."""
    rank = ordinal(issue.number)
    if issue.is_closed:
        first = f"{rank} édition, fermée le {format_date(issue.dated, 'medium')}."
    else:
        first = (
            f"{rank} édition, en préparation depuis le {format_date(issue.dated, 'medium')} : "
            "elle peut encore changer."
        )
    if issue.before is None:
        return (first, "C’est la première : rien n’y est marqué « nouveau ».")
    fresh = len(issue.new_acronyms) + len(issue.new_bodies)
    former = f"la {ordinal(issue.number - 1)} édition, du {format_date(issue.before, 'medium')}"
    told = (
        f"{plural(fresh, 'entrée nouvelle', 'entrées nouvelles')} depuis {former}."
        if fresh
        else f"Pas d’entrée nouvelle depuis {former} ; des explications ont pu changer."
    )
    return (
        first,
        told,
        *((f"{plural(issue.gone, 'entrée retirée', 'entrées retirées')}.",) * bool(issue.gone)),
    )


def colophon(issue: Issue, sources: tuple[str, ...], association: str, url: str) -> tuple[Paragraph, ...]:
    """Say who made the booklet, from what, what may be done with it, and how to tell a fault."""
    host = url.removeprefix("https://").rstrip("/")
    return (
        Paragraph("Qui l’a fait", f"{association}, à partir des fiches de son site : {host}/sigles/."),
        Paragraph(
            "D’où viennent les textes",
            "Les explications ont été écrites pour ce livret, en français simple. Ce que veulent dire les lettres a "
            "été comparé, quand c’était possible, à d’autres sources : " + " ; ".join(sources) + "."
            if sources
            else "Les explications ont été écrites pour ce livret, en français simple.",
        ),
        Paragraph(
            "Le copier, le partager",
            f"Licence {LICENCE} : vous pouvez le copier, l’imprimer, le transformer, en citant {association}.",
        ),
        Paragraph(
            "Une erreur, un changement ?",
            f"Dites-le à la personne chargée du site : {host}/association/contact/. La fiche est corrigée une fois, "
            "et toutes les formes du livret avec elle.",
        ),
        Paragraph(
            "Les autres formes",
            f"Le même livret existe en PDF accessible, en PDF à plier et agrafer, en EPUB, en page et en tableau : "
            f"{host}{ADDRESS}",
        ),
        Paragraph(
            "Cet état du livret",
            f"{issue.name[:1].upper()}{issue.name[1:]}. {issue.when}. Empreinte : {issue.fingerprint[:12]}. "
            "Deux exemplaires qui ont la même empreinte disent la même chose.",
        ),
    )
