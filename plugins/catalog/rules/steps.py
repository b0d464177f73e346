"""Rules of tutorials: numbered steps, one action each, pictures that are there and light."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.problems import Problem
from plugins.catalog.rules.texts import prose_rows

FOLDER = "content/tutoriels"
HEAVIEST = 40_000  # bytes: a page of ten pictures is still read on an old phone

_HEADING = re.compile(r"^##\s+(?P<title>.+?)\s*#*$")
_NUMBERED = re.compile(r"(?P<number>\d+)\.\s+\S")
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*(?P<file>[^/)\s][^)\s]*)")
_MARKS = re.compile(r"^\s*(?:[-*+]|\d+\.|>)\s+|!\[[^\]]*\]\([^)]*\)|\[|\]\([^)]*\)|\*\*?|«[^»]*»")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_ACTION = re.compile(
    r"(?:^|\b(?:puis|et)\s+|^(?:Ensuite|Enfin|Puis),?\s+)(?P<verb>[A-Za-zÀ-ÿœ]+ez)\b(?!-vous)"
)
_NO_ACTION = re.compile(
    r"assez|attendez|avez|chez|comparez|êtes|lisez|nez|pouvez|relisez|regardez|sachez|savez|vérifiez|verrez|voulez|voyez"
)
"""What ends like an order and is none, and the orders to look: one looks at each step."""


def steps_are_numbered(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """The sections of a tutorial are its steps: « ## 1. », « ## 2. », and so on."""
    headings = list(_headings(entry))
    if not headings and entry.record.body.strip() and not entry.record.draft:
        yield entry.origin.problem(
            (),
            "etapes",
            "ce tutoriel n’a pas d’étape.",
            expected="des intertitres numérotés : ## 1. Ouvrir la page",
            hint="écrivez un intertitre devant chaque action",
        )
    for number, (line, title) in enumerate(headings, 1):
        found = _NUMBERED.match(title)
        if not found or int(found["number"]) != number:
            yield Problem(
                entry.origin.file,
                line,
                "etapes",
                "les étapes se suivent : 1, 2, 3…",
                f"## {title}",
                f"## {number}. {title.removeprefix(found[0][:-1]) if found else title}",
                "renumérotez les étapes ; un intertitre qui n’est pas une étape commence par ###",
            )


def a_step_is_one_action(entry: Entry) -> Iterator[Problem]:
    """A step asks for one action: a person who does not find the button knows where they are.

    It is said and stops nothing: orders are counted by the ending of verbs, which may be wrong. Drafts may wait.
    """
    if entry.record.draft:
        return
    for line, title, rows in _steps(entry):
        verbs = [verb for row in rows for verb in _actions(row)]
        if len(verbs) > 1:
            yield Problem(
                entry.origin.file,
                line,
                "plusieurs-actions",
                f"cette étape demande {len(verbs)} actions : {', '.join(verbs)}.",
                f"## {title}",
                "une action par étape",
                "coupez l’étape en deux ; ce qui n’est qu’une explication se dit sans donner d’ordre",
            )


def pictures_and_texts_agree(loaded: Loaded, root: Path) -> Iterator[Problem]:
    """A picture that a step names is in the tutorial's folder, is light, and each picture there is named."""
    for slug, entry in loaded.entries.get("tutorials", {}).items():
        folder = root / FOLDER / slug
        present = sorted(path.name for path in folder.glob("*.*") if path.suffix in {".png", ".webp", ".jpg"})
        named = dict(_pictures(entry))
        for name, line in named.items():
            if name not in present:
                yield _no_picture(entry.origin.file, line, name, present)
        for name in present:
            if name not in named:
                yield _no_place(f"{FOLDER}/{slug}/{name}")
            elif (folder / name).stat().st_size > HEAVIEST:
                yield _too_heavy(f"{FOLDER}/{slug}/{name}", (folder / name).stat().st_size)


def _rows(entry: Entry) -> Iterator[tuple[int, str, str]]:
    yield from prose_rows(entry.record.body, entry.record.body_line)


def _headings(entry: Entry) -> Iterator[tuple[int, str]]:
    for line, row, _ in _rows(entry):
        if found := _HEADING.match(row):
            yield line, found["title"]


def _steps(entry: Entry) -> Iterator[tuple[int, str, list[str]]]:
    steps: list[tuple[int, str, list[str]]] = []
    for line, row, prose in _rows(entry):
        if found := _HEADING.match(row):
            steps.append((line, found["title"], []))
        elif steps:
            steps[-1][2].append(prose)
    yield from steps


def _actions(row: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(_MARKS.sub("", _MARKS.sub("", row)).strip()):
        if sentence.endswith("?"):
            continue
        verbs = (found["verb"].lower() for found in _ACTION.finditer(sentence))
        yield from (verb for verb in verbs if not _NO_ACTION.fullmatch(verb))


def _pictures(entry: Entry) -> Iterator[tuple[str, int]]:
    for line, _, prose in _rows(entry):
        yield from ((found["file"], line) for found in _PICTURE.finditer(prose) if "://" not in found["file"])


def _no_picture(file: str, line: int, name: str, present: list[str]) -> Problem:
    guess = near_miss(name, present)
    return Problem(
        file,
        line,
        "fichier-absent",
        f"l’image « {name} » n’est pas dans le dossier du tutoriel.",
        name,
        "le nom exact d’une image, majuscules comprises",
        f"vouliez-vous écrire « {guess} » ?" if guess else "déposez l’image à côté de index.md",
    )


def _no_place(path: str) -> Problem:
    return Problem(
        path,
        0,
        "image-sans-place",
        "aucune étape ne montre cette image.",
        expected=f"une ligne ![Ce que l’on voit]({Path(path).name}) dans une étape",
        hint="ajoutez cette ligne, ou retirez l’image",
    )


def _too_heavy(path: str, size: int) -> Problem:
    return Problem(
        path,
        0,
        "image-trop-lourde",
        "cette image est trop lourde pour un vieux téléphone.",
        f"{size // 1000} ko",
        f"{HEAVIEST // 1000} ko au plus",
        "réduisez sa largeur à 800 points, ou enregistrez-la en JPEG",
    )


STEP_RULES = (steps_are_numbered,)
STEP_ADVICE = (a_step_is_one_action,)
