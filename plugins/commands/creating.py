"""Write a new file, already filled in and explained in French, and never over another one."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Template

from plugins.commands.console import ask, is_interactive, say, warn
from plugins.commands.finding import (
    DOCUMENTS,
    PLACE_FOLDERS,
    NotFoundError,
    categories,
    documents_without_record,
    place_slug,
    town_code,
)
from plugins.french import FrenchDateError, parse_date, slugify

TEMPLATES = Path(__file__).parent / "gabarits"
LONGEST_TITLE, LONGEST_SLUG = 140, 60
_DRAFT = "Quand tout est prêt, écrivez « brouillon: non »"


@dataclass(frozen=True)
class Wish:
    """Hold what a person already said on the command line; empty texts are asked for."""

    title: str = ""
    date: str = ""
    place: str = ""
    town: str = ""
    file: str = ""


@dataclass(frozen=True)
class Draft:
    """Hold what is being made: where, from which wish, and the day it is."""

    root: Path
    wish: Wish
    today: datetime.date


@dataclass(frozen=True)
class Kind:
    """Describe what can be created: its template, its path, what it asks for beside the title."""

    question: str
    template: str
    path: str
    details: Callable[[Draft], dict[str, str]]
    next_step: str


def create(root: Path, name: str, wish: Wish, today: datetime.date) -> int:
    """Write one new file; say where it is and what to do next."""
    kind = KINDS[name]
    try:
        path = write(kind, Draft(root, wish, today))
    except NotFoundError as error:
        warn(str(error))
        return 1
    except FrenchDateError as error:
        warn(f"{error.message} {error.hint}")
        return 1
    say(f"Créé : {path}\n{kind.next_step}.")
    return 0


def create_chosen(root: Path, words: str, today: datetime.date) -> int:
    """Write a new file of the kind named by the first word, or chosen in a list."""
    first, _, rest = words.strip().partition(" ")
    known = {"billet": "article", "actualite": "article", **{name: name for name in KINDS}}
    if slugify(first) in known:
        return create(root, known[slugify(first)], Wish(title=rest), today)
    if not is_interactive():
        warn(
            f"Dites ce que vous ajoutez, par exemple : ./faire nouveau sortie. Au choix : {', '.join(KINDS)}."
        )
        return 1
    numbered = dict(enumerate(KINDS, 1))
    say("\n".join(f"  {number}. {name}" for number, name in numbered.items()))
    answer = ask("Qu’est-ce que vous ajoutez ? (numéro ou nom)")
    chosen = numbered.get(int(answer)) if answer.isdigit() else known.get(slugify(answer))
    if chosen is None:
        warn("Je n’ai pas compris ce choix. Recommencez avec un numéro de la liste.")
        return 1
    return create(root, chosen, Wish(title=words.strip()), today)


def write(kind: Kind, draft: Draft) -> str:
    """Write the file and return its path; raise `NotFoundError` or `FrenchDateError` with a French sentence."""
    title = " ".join(_answer(draft.wish.title, kind.question).split())
    slug = _slug(title)
    details = kind.details(draft)
    path = kind.path.format(slug=slug, date=details.get("iso", ""), year=details.get("iso", "")[:4])
    _refuse_existing(draft.root, path, slug)
    text = Template((TEMPLATES / kind.template).read_text("utf-8"))
    target = draft.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text.substitute(details, title=quoted(title)))
    return path


def quoted(text: str) -> str:
    """Write a text between quotes, as YAML reads it back whatever its signs."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _answer(given: str, question: str, default: str = "") -> str:
    if given.strip():
        return given.strip()
    answer = ask(question, default) if is_interactive() else default
    if answer:
        return answer
    message = f"Il manque une réponse : {question[0].lower()}{question[1:]}."
    raise NotFoundError(message)


def _slug(title: str) -> str:
    if len(title) > LONGEST_TITLE:
        message = f"Ce titre est trop long : {len(title)} signes, {LONGEST_TITLE} au plus."
        raise NotFoundError(message)
    slug = slugify(title)
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    if not slug:
        message = "Ce titre n’a ni lettre ni chiffre : je ne peux pas en faire une adresse."
        raise NotFoundError(message)
    return slug


def _refuse_existing(root: Path, path: str, slug: str) -> None:
    folder = path.rpartition("/")[0]
    rivals = [f"{other}/{slug}.yaml" for other in PLACE_FOLDERS] if folder in PLACE_FOLDERS else [path]
    for rival in rivals:
        if (root / rival).exists():
            message = f"{rival} existe déjà : je n’y touche pas. Complétez-le, ou choisissez un autre titre."
            raise NotFoundError(message)


def _day(draft: Draft, question: str, default: datetime.date) -> dict[str, str]:
    day = parse_date(_answer(draft.wish.date, question, f"{default:%d/%m/%Y}"))
    return {"day": f"{day:%d/%m/%Y}", "iso": day.isoformat()}


def _article(draft: Draft) -> dict[str, str]:
    names = categories(draft.root)
    known = {"categories": ", ".join(names), "category": quoted(names[0] if names else "")}
    return _day(draft, "La date", draft.today) | known


def _outing(draft: Draft) -> dict[str, str]:
    saturday = draft.today + datetime.timedelta(days=(4 - draft.today.weekday()) % 7 + 1)
    day = _day(draft, "Le jour de la sortie", saturday)
    words = draft.wish.place
    if not words and is_interactive():
        words = ask("Le lieu (Entrée s’il n’a pas de fiche)")
    if words:
        return day | {"where": f"lieu: {place_slug(draft.root, words)}"}
    town = town_code(draft.root, _answer(draft.wish.town, "La commune", "Valence"))
    return day | {"where": f'adresse:\n  nom: "À remplir : le nom de l’endroit"\n  commune: "{town}"'}


def _document(draft: Draft) -> dict[str, str]:
    waiting = documents_without_record(draft.root)
    day = _day(draft, "La date du document", draft.today)
    if not waiting:
        message = f"Déposez d’abord le fichier dans {DOCUMENTS}, puis relancez : je le trouverai."
        raise NotFoundError(message)
    name = _answer(draft.wish.file, "Le fichier du document", waiting[0] if len(waiting) == 1 else "")
    name = Path(name).name
    if name not in waiting:
        message = f"« {name} » n’attend pas de fiche. Sans fiche dans {DOCUMENTS} : {', '.join(waiting)}."
        raise NotFoundError(message)
    return day | {"file": quoted(name)}


def _place(draft: Draft) -> dict[str, str]:
    town = town_code(draft.root, _answer(draft.wish.town, "La commune (nom ou code INSEE)"))
    return {"town": town, "day": f"{draft.today:%d/%m/%Y}"}


KINDS = {
    "article": Kind(
        "Le titre de l’actualité",
        "article.md",
        "content/billets/{year}/{date}-{slug}.md",
        _article,
        f"C’est un brouillon : écrivez le texte. {_DRAFT}",
    ),
    "sortie": Kind(
        "Le titre de la sortie",
        "sortie.yaml",
        "data/sorties/{year}/{date}-{slug}.yaml",
        _outing,
        f"C’est un brouillon : remplissez ce qui commence par « À remplir ». {_DRAFT}",
    ),
    "document": Kind(
        "Le titre du document",
        "document.yaml",
        "data/documents/{slug}.yaml",
        _document,
        f"C’est un brouillon : remplissez ce qui commence par « À remplir ». {_DRAFT}",
    ),
    "tutoriel": Kind(
        "Le titre du tutoriel",
        "tutoriel.md",
        "content/tutoriels/{slug}/index.md",
        lambda draft: _day(draft, "La date de vérification", draft.today),
        f"C’est un brouillon : écrivez les étapes, une par titre « ## ». {_DRAFT}",
    ),
    "lieu": Kind(
        "Le nom du lieu",
        "lieu.yaml",
        "data/lieux/{slug}.yaml",
        _place,
        "Complétez ce que vous savez, et dites d’où vous le savez (source)",
    ),
    "partenaire": Kind(
        "Le nom du partenaire",
        "partenaire.yaml",
        "data/partenaires/{slug}.yaml",
        _place,
        "Dites ce qui atteste le partenariat (source) : le site ne se construit pas sans",
    ),
}
