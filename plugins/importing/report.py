"""Tell in French what an import does, or did: each row, what was mended, what is refused and the way out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.french import plural
from plugins.importing.planning import Fate, Step
from plugins.importing.rows import Reading

LONGEST = 600


class Words(NamedTuple):
    """Hold the heading of a group before and after writing, and the words of its count."""

    planned: str
    done: str
    one: str
    many: str


GROUPS = {
    Fate.NEW: Words("À créer", "Créées", "nouvelle", "nouvelles"),
    Fate.UPDATED: Words("À mettre à jour", "Mises à jour", "mise à jour", "mises à jour"),
    Fate.SAME: Words("Inchangées", "Inchangées", "inchangée", "inchangées"),
    Fate.ASIDE: Words("Laissées de côté", "Laissées de côté", "laissée de côté", "laissées de côté"),
    Fate.REFUSED: Words("Refusées", "Refusées", "refusée", "refusées"),
}


def report(name: str, reading: Reading, steps: Sequence[Step], *, written: bool) -> str:
    """Write the whole list, with a closing count and what to do next."""
    lines = [f"Import de « {name} » ({reading.described}){'' if written else ' : essai, rien n’est écrit'}."]
    lines += [f"  {note}" for note in reading.notes]
    for fate, words in GROUPS.items():
        group = [step for step in steps if step.fate is fate]
        if group:
            lines += ["", f"{words.done if written else words.planned} ({len(group)})"]
            for step in group:
                lines += _step(step)
    text = "\n".join([*lines, "", *_closing(name, steps, written=written)])
    return text.replace("\u00a0", " ")  # read in a terminal, and searched for


def _step(step: Step) -> Iterator[str]:
    where = f" → {step.path}" if step.path else ""
    refusal = step.refusal
    why = refusal.message if refusal else step.why
    yield f"  {step.row.label} : « {_cut(step.row.name, 90)} »{f' : {why}' if why else ''}{where}"
    for note in step.notes:
        yield f"      arrangé : {note}" if step.fate is Fate.NEW else f"      {note}"
    if refusal:
        details = (("écrit", refusal.written), ("attendu", refusal.expected), ("conseil", refusal.hint))
        yield from (f"      {label:<7} : {_cut(text, LONGEST)}" for label, text in details if text)
        if step.why:
            yield f"      à savoir : {step.why}"


def _closing(name: str, steps: Sequence[Step], *, written: bool) -> Iterator[str]:
    counts = {fate: sum(step.fate is fate for step in steps) for fate in GROUPS}
    told = [f"{count} {_agreed(fate, count)}" for fate, count in counts.items() if count]
    mended = sum(bool(step.notes) for step in steps if step.fate is Fate.NEW)
    read = plural(len(steps), "ligne lue", "lignes lues") if steps else "aucune ligne à lire"
    arranged = f" {plural(mended, 'ligne arrangée', 'lignes arrangées')}." if mended else ""
    yield f"Bilan : {' : '.join([read, *([', '.join(told)] if told else [])])}.{arranged}"
    to_write = counts[Fate.NEW] + counts[Fate.UPDATED]
    if not to_write:
        yield (
            "Il n’y a rien à importer." if not counts[Fate.SAME] else "Tout est déjà à jour : rien à écrire."
        )
    elif written:
        yield "Ce sont des brouillons : dans chaque fichier, remplissez la preuve de gratuité, puis écrivez « brouillon: non »."
    else:
        yield f"Pour écrire {plural(to_write, 'fichier', 'fichiers')} : ./faire importer {_quoted(name)} --ecrire"


def _agreed(fate: Fate, count: int) -> str:
    return GROUPS[fate].one if count == 1 else GROUPS[fate].many


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _cut(text: str, length: int) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= length else f"{one_line[: length - 1]}…"
