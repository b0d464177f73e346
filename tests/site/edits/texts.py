"""What is done to posts, pages and tutorials."""

from datetime import timedelta

from tests.site.edits.project import Project, replace_line

TAGS = ("ouverture", "théâtre", "conte", "musique", "été")
CATEGORIES = ("Vie de l'association", "Sorties")
LINKS = ("/sigles/rsa/", "/association/", "/lieux/salle-d-essai/", "/sorties/")


def edit_a_text(project: Project) -> None:
    """Add a paragraph, with a link, to a post, a page or a tutorial."""
    path = project.pick("content/**/*.md")
    link = project.random.choice(LINKS)
    path.write_text(
        f"{path.read_text('utf-8')}\n{project.words()} ([le détail numéro {project.count}]({link})), du RSA.\n",
        "utf-8",
    )


def edit_a_title(project: Project) -> None:
    """Give a post, a page or a tutorial another title."""
    replace_line(
        project.pick("content/**/index.md") or project.pick("content/**/*.md"), "titre", project.words(4)
    )


def retitle_a_post(project: Project) -> None:
    """Give a post another title: every list that names it changes."""
    if path := project.pick("content/billets/2026/*-essai-*.md"):
        replace_line(path, "titre", project.words(4))


def add_a_post(project: Project) -> None:
    """Write a post, published or not."""
    day = project.today + timedelta(days=project.random.choice((-400, -40, -3, -2, -1, 0, 1, 3)))
    tags = ", ".join(sorted(project.random.sample(TAGS, 2)))
    draft = project.random.choice(("", "", "brouillon: oui\n"))
    category = project.random.choice(CATEGORIES)
    header = (
        f"titre: {project.words(4)}\ndate: {day:%d/%m/%Y}\nrubrique: {category}\nmots-cles: [{tags}]\n{draft}"
    )
    path = project.root / "content" / "billets" / f"{day:%Y}" / f"{day}-essai-{project.count}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\n{header}---\n\n{project.words(9)}\n\n## {project.words(2)}\n", "utf-8")


def change_the_tags_of_a_post(project: Project) -> None:
    """Give a post other tags."""
    if path := project.pick("content/billets/*/*-essai-*.md"):
        tags = ", ".join(project.random.sample(TAGS, project.random.randrange(3)))
        replace_line(path, "mots-cles", f"[{tags}]")


def rename_a_post(project: Project) -> None:
    """Give a post another address."""
    if path := project.pick("content/billets/*/*-essai-*.md"):
        path.rename(path.with_name(f"{path.name[:10]}-essai-renomme-{project.count}.md"))


def remove_a_post(project: Project) -> None:
    """Remove a post."""
    if path := project.pick("content/billets/*/*-essai-*.md"):
        path.unlink()


def add_a_page(project: Project) -> None:
    """Write a page."""
    path = project.root / "content" / "pages" / f"essai-{project.count}.md"
    path.write_text(f"---\ntitre: {project.words(4)}\n---\n\n{project.words()}\n", "utf-8")


def rename_a_page(project: Project) -> None:
    """Give a page another address."""
    if path := project.pick("content/pages/essai-*.md"):
        path.rename(path.with_name(f"essai-renomme-{project.count}.md"))


def remove_a_page(project: Project) -> None:
    """Remove a page."""
    if path := project.pick("content/pages/essai-*.md"):
        path.unlink()


EDITS = (
    edit_a_text,
    edit_a_title,
    retitle_a_post,
    add_a_post,
    change_the_tags_of_a_post,
    rename_a_post,
    remove_a_post,
    add_a_page,
    rename_a_page,
    remove_a_page,
)
