"""What is done to the records of data/, to pictures and documents."""

import shutil
from datetime import timedelta

from PIL import Image

from tests.site.edits.project import Project, replace_line
from tests.site.edits.texts import CATEGORIES, LINKS

GENRES = ("conte", "theatre", "musique", "danse")


def add_an_outing(project: Project) -> None:
    """Announce an outing, with or without a proof that it is free."""
    day = project.today + timedelta(days=project.random.randrange(-20, 60))
    proof = project.random.choice(("  preuve: affiche\n", "  preuve: affiche\n", ""))
    path = project.root / "data" / "sorties" / "2026" / f"{day}-essai-{project.count}.yaml"
    path.write_text(
        f"titre: {project.words(4)}\nresume: {project.words()}\ndates:\n  - debut: {day:%d/%m/%Y} à 14h30\n    duree: 1h\n"
        f"lieu: salle-d-essai\ngratuite:\n  type: entree-libre\n{proof}genre: {project.random.choice(GENRES)}\n",
        "utf-8",
    )


def edit_an_outing(project: Project) -> None:
    """Change what an outing says."""
    path = project.pick("data/sorties/2026/*.yaml")
    replace_line(path, project.random.choice(("titre", "resume")), project.words(5))


def cancel_an_outing(project: Project) -> None:
    """Cancel an outing, or announce it again."""
    if path := project.pick("data/sorties/2026/*-essai-*.yaml"):
        replace_line(path, "statut", project.random.choice(("annule", "complet", "programme")))


def remove_an_outing(project: Project) -> None:
    """Remove an outing."""
    if path := project.pick("data/sorties/2026/*-essai-*.yaml"):
        path.unlink()


def edit_a_place(project: Project) -> None:
    """Give a place another name: outings, towns, calendars and data name it."""
    replace_line(project.pick("data/lieux/*.yaml"), "nom", f"Salle {project.words(2)}")


def add_a_place(project: Project) -> None:
    """Describe a place."""
    path = project.root / "data" / "lieux" / f"essai-{project.count}.yaml"
    path.write_text(f'nom: Salle {project.words(2)}\ncommune: "26362"\ntype: theatre\n', "utf-8")


def remove_a_place(project: Project) -> None:
    """Remove a place where nothing is announced."""
    if path := project.pick("data/lieux/essai-*.yaml"):
        path.unlink()


def add_an_acronym(project: Project) -> None:
    """Explain one more acronym."""
    path = project.root / "data" / "sigles" / "r.yaml"
    item = f"id: rx{project.count}\n  sigle: RX{project.count}\n  developpe: {project.words(3)}\n"
    item += f"  domaines: [protection-sociale]\n  definition: {project.words()}.\n"
    path.write_text(f"{path.read_text('utf-8')}- {item}", "utf-8")


def edit_an_acronym(project: Project) -> None:
    """Explain an acronym in other words: texts, booklet, data and pages say them."""
    path = project.root / "data" / "sigles" / "r.yaml"
    lines = path.read_text("utf-8").split("\n")
    at = project.random.choice([at for at, line in enumerate(lines) if line.startswith("  definition:")])
    lines[at] = f"  definition: {project.words()}."
    path.write_text("\n".join(lines), "utf-8")


def edit_a_body(project: Project) -> None:
    """Change what a social body does."""
    replace_line(project.root / "data" / "organismes" / "caf.yaml", "role", project.words())


def edit_the_association(project: Project) -> None:
    """Change the mission, which every page shows."""
    path = project.root / "data" / "association.yaml"
    replace_line(path, "mission", project.words(8))


def edit_a_meeting(project: Project) -> None:
    """Change the title of a meeting, which a post names."""
    replace_line(
        project.root / "data" / "rencontres" / "reunion-d-essai.yaml", "titre", f"Réunion {project.count}"
    )


def edit_a_banner(project: Project) -> None:
    """Show another notice, from a day to come."""
    day = project.today + timedelta(days=project.random.randrange(-2, 3))
    text = f"- texte: {project.words(4)}\n  du: {day:%d/%m/%Y}\n  au: {day + timedelta(days=4):%d/%m/%Y}\n"
    (project.root / "data" / "bandeaux.yaml").write_text(text, "utf-8")


def edit_a_category(project: Project) -> None:
    """Add a section to the news, or take it away."""
    names = [*CATEGORIES, *(("Ressources",) if project.random.random() < 0.5 else ())]
    rows = [f"- {{nom: {name}, description: {project.words(3)}}}" for name in names]
    (project.root / "data" / "rubriques.yaml").write_text("\n".join([*rows, ""]), "utf-8")


def edit_the_redirects(project: Project) -> None:
    """Lead an old address somewhere else."""
    text = f"- de: /ancienne-page/\n  vers: {project.random.choice(LINKS)}\n"
    more = f"- de: /vieux-{project.count}/\n  vers: /association/\n" if project.random.random() < 0.5 else ""
    (project.root / "data" / "redirections.yaml").write_text(text + more, "utf-8")


def add_a_picture(project: Project) -> None:
    """Add a picture, or the same under another name."""
    source = project.root / "content" / "images" / "point.png"
    shutil.copyfile(source, source.with_name(f"essai-{project.count}.png"))


def redraw_a_picture(project: Project) -> None:
    """Change the size of a picture that texts show."""
    size = (project.random.randrange(8, 40), 8)
    Image.new("RGB", size, "#1f5f4a").save(project.root / "content" / "images" / "point.png")


def remove_a_picture(project: Project) -> None:
    """Remove a picture that no page shows."""
    if path := project.pick("content/images/essai-*.png"):
        path.unlink()


def add_a_document(project: Project) -> None:
    """Add a document and its record, or change the bytes of the one that is there."""
    file = project.root / "content" / "documents" / "essai.csv"
    file.write_text(f"a,b\n1,{project.count}\n", "utf-8")
    record = project.root / "data" / "documents" / "essai.yaml"
    record.parent.mkdir(exist_ok=True)
    record.write_text(
        f"titre: Un tableau {project.random.randrange(2)}\ntype: rapport\nresume: Un tableau d'essai.\nlicence: cc-by-4.0\nauteur: Une association d'essai\n"
        "versions:\n  - {date: 01/09/2026, fichier: essai.csv}\n",
        "utf-8",
    )


def remove_the_document(project: Project) -> None:
    """Remove the document and its record."""
    for name in ("content/documents/essai.csv", "data/documents/essai.yaml"):
        (project.root / name).unlink(missing_ok=True)


EDITS = (
    add_an_outing,
    edit_an_outing,
    cancel_an_outing,
    remove_an_outing,
    edit_a_place,
    add_a_place,
    remove_a_place,
    add_an_acronym,
    edit_an_acronym,
    edit_a_body,
    edit_the_association,
    edit_a_meeting,
    edit_a_banner,
    edit_a_category,
    edit_the_redirects,
    add_a_picture,
    redraw_a_picture,
    remove_a_picture,
    add_a_document,
    remove_the_document,
)
