"""What is done to the theme, the settings and the date, and what goes wrong."""

from datetime import timedelta

from tests.site.edits.project import Project


def edit_a_template(project: Project) -> None:
    """Change the frame, a page, a component or a partial."""
    path = project.pick(
        project.random.choice(("*", "partials/*", "components/*")).join(("theme/templates/", ".html"))
    )
    text = path.read_text("utf-8")
    if "{% macro" not in text and "{% extends" not in text:
        path.write_text(f"{text}<!-- {project.count} -->\n", "utf-8")
    elif "{% block content %}" in text:
        path.write_text(
            text.replace("{% block content %}", f"{{% block content %}}<i>{project.count}</i>", 1), "utf-8"
        )
    else:
        path.write_text(text.replace("%}\n", f"%}}<i>{project.count}</i>\n", 1), "utf-8")


def edit_a_style(project: Project) -> None:
    """Change a style sheet."""
    path = project.root / "theme" / "static" / "css" / "utilities.css"
    path.write_text(f"{path.read_text('utf-8')}\n.essai-{project.count} {{ order: 1; }}\n", "utf-8")


def move_the_date(project: Project) -> None:
    """Come back another day: outings end, posts appear, notices disappear."""
    project.today += timedelta(days=project.random.choice((-1, 1, 1, 2, 7)))


def change_a_setting(project: Project) -> None:
    """Change a setting, or put it back."""
    project.settings["SITESUBTITLE"] = project.random.choice(("Un", "Deux"))


def touch_a_source(project: Project) -> None:
    """Save a file without changing it."""
    project.pick("content/**/*.md").touch()


def spoil_the_output(project: Project) -> None:
    """Change, empty or remove a page of the site in place, and drop a stray file there."""
    path = project.pick("output/**/*.html")
    if path is None:
        return
    project.random.choice((path.unlink, lambda: path.write_text("abîmé"), lambda: path.write_bytes(b"")))()
    (project.root / "output" / "intrus.txt").write_text("?", "utf-8")


def spoil_the_reserve(project: Project) -> None:
    """Change and remove files of the reserve."""
    if path := project.pick(".output-reserve/**/*.html"):
        path.unlink()
        path.write_text("abîmé", "utf-8")


def break_a_link(project: Project) -> None:
    """Link to nowhere, then mend it."""
    path = project.pick("content/**/*.md")
    project.mend_later(path)
    link = project.random.choice(("/nulle-part/", "/sigles/#nulle-part", "/images/absente.png"))
    path.write_text(f"{path.read_text('utf-8')}\n[une autre page]({link})\n", "utf-8")


def break_the_markup(project: Project) -> None:
    """Write in a text what no page may hold, then mend it."""
    path = project.pick("content/**/*.md")
    project.mend_later(path)
    wrong = project.random.choice(("<script>alert(1)</script>", '<a href="javascript:1">une page</a>'))
    path.write_text(f"{path.read_text('utf-8')}\n{wrong}\n", "utf-8")


def break_a_record(project: Project) -> None:
    """Make a record that no model takes, then mend it."""
    path = project.pick("data/*/**/*.yaml")
    project.mend_later(path)
    text = path.read_text("utf-8")
    wrong = project.random.choice(
        (f"{text}\n  : [", f"{text}\ninconnu: 1\n", "", text.replace(":", " ", 1), "{% raw")
    )
    path.write_text(wrong, "utf-8")


def break_a_post(project: Project) -> None:
    """Give a post a section that does not exist, a wrong date or no header, then mend it."""
    path = project.pick("content/billets/*/*.md")
    project.mend_later(path)
    text = path.read_text("utf-8")
    wrong = project.random.choice(
        (text.replace("Sorties", "Inconnue"), text.replace("2026", "9999"), "rien", "---\n")
    )
    path.write_text(wrong, "utf-8")


def break_a_template(project: Project) -> None:
    """Read a name that nobody gives, then mend it."""
    path = project.root / "theme" / "templates" / "partials" / "footer.html"
    project.mend_later(path)
    path.write_text(f"{path.read_text('utf-8')}{{{{ nom_inconnu }}}}", "utf-8")


def leave_a_stray_file(project: Project) -> None:
    """Leave a file that would never be published, then remove it."""
    path = project.root / "content" / "billets" / "Mon texte.docx"
    path.write_bytes(b"PK")
    project.mend = path.unlink


EDITS = (
    edit_a_template,
    edit_a_style,
    move_the_date,
    change_a_setting,
    touch_a_source,
    spoil_the_output,
    spoil_the_reserve,
    break_a_link,
    break_the_markup,
    break_a_record,
    break_a_post,
    break_a_template,
    leave_a_stray_file,
)
