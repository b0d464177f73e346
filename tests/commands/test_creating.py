import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.catalog import load_catalog
from plugins.catalog.yaml_source import read_yaml
from plugins.commands import creating
from plugins.commands.creating import KINDS, TEMPLATES, Wish, create, create_chosen, quoted
from plugins.commands.finding import NotFoundError, documents_without_record, place_slug, town_code
from tests.library.samples import put_pdf

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 22)  # a Sunday
COMMUNES = """\
- {insee: "26362", nom: Valence, departement: "26", codes_postaux: ["26000"], population: 64483, lat: 44.93, lon: 4.89}
- {insee: "26161", nom: Lemps, departement: "26", codes_postaux: ["26510"], population: 81, lat: 44.34, lon: 5.41}
- {insee: "07140", nom: Lemps, departement: "07", codes_postaux: ["07610"], population: 834, lat: 45.02, lon: 4.79}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for folder in ("data/lieux", "data/partenaires", "data/documents", "content/documents"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("association", "rubriques"):
        shutil.copy(ROOT / "data" / f"{name}.yaml", tmp_path / "data")
    (tmp_path / "data" / "communes.yaml").write_text(COMMUNES, "utf-8")
    theatre = 'nom: Théâtre de la Ville\ncommune: "26362"\ntype: theatre\n'
    (tmp_path / "data" / "lieux" / "theatre-de-la-ville-valence.yaml").write_text(theatre, "utf-8")
    monkeypatch.setattr(creating, "is_interactive", lambda: False)
    return tmp_path


WISHES = {
    "article": (Wish(title='Le « b.a.-ba » : "retour" sur #1'), "content/billets/2026/2026-11-22-le-b-a-ba-retour-sur-1.md"),
    "sortie": (Wish(title="Noël au théâtre", date="samedi 5 décembre 2026"), "data/sorties/2026/2026-12-05-noel-au-theatre.yaml"),
    "document": (Wish(title="Livret"), "data/documents/livret.yaml"),
    "tutoriel": (Wish(title="S’abonner à l’agenda"), "content/tutoriels/s-abonner-a-l-agenda/index.md"),
    "lieu": (Wish(title="La Gare", town="valence"), "data/lieux/la-gare.yaml"),
    "partenaire": (Wish(title="Le Train", town="26362"), "data/partenaires/le-train.yaml"),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_each_new_file_is_accepted_by_the_catalog(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if name == "document":
        put_pdf(project, "livret.pdf")
    wish, path = WISHES[name]
    assert create(project, name, wish, TODAY) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"Créé : {path}"
    written = project / path
    if name == "partenaire":  # the one answer that nobody can give in advance
        written.write_text(
            written.read_text("utf-8").replace("  source:\n", "  source: convention de 2026\n", 1), "utf-8"
        )
    catalog = load_catalog(project)
    field = {"article": "posts", "sortie": "events", "document": "documents", "tutoriel": "tutorials",
             "lieu": "places", "partenaire": "partners"}[name]  # fmt: skip
    slug = re.sub(r"/index\.md$|\.\w+$", "", path).rpartition("/")[2]
    record = getattr(catalog, field)[slug]
    assert (record.name if name in {"lieu", "partenaire"} else record.title) == wish.title
    if hasattr(record, "draft"):
        assert record.draft


def test_a_title_keeps_all_its_signs(project: Path) -> None:
    wish, path = WISHES["article"]
    create(project, "article", wish, TODAY)
    assert load_catalog(project).posts[Path(path).stem].title == 'Le « b.a.-ba » : "retour" sur #1'
    assert read_yaml(f"titre: {quoted(chr(92) + chr(34))}", "x").data == {"titre": '\\"'}


def test_an_outing_can_name_its_place(project: Path) -> None:
    create(project, "sortie", Wish(title="Conte", date="5/12/2026", place="Théâtre de la Ville"), TODAY)
    event = load_catalog(project).events["2026-12-05-conte"]
    assert (event.place, event.elsewhere) == ("theatre-de-la-ville-valence", None)


def test_the_next_saturday_is_proposed_for_an_outing(project: Path) -> None:
    create(project, "sortie", Wish(title="Conte"), TODAY)
    assert (project / "data/sorties/2026/2026-11-28-conte.yaml").is_file()
    create(project, "sortie", Wish(title="Conte"), datetime.date(2026, 11, 28))
    assert (project / "data/sorties/2026/2026-12-05-conte.yaml").is_file()


@pytest.mark.parametrize("name", ["lieu", "partenaire"])
def test_nothing_is_ever_overwritten(project: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "data" / "lieux" / "theatre-de-la-ville-valence.yaml"
    before = path.read_bytes()
    wish = Wish(title="Théâtre de la Ville, Valence", town="Valence")
    assert create(project, name, wish, TODAY) == 1
    assert path.read_bytes() == before
    assert capsys.readouterr().err == (
        "data/lieux/theatre-de-la-ville-valence.yaml existe déjà : je n’y touche pas. "
        "Complétez-le, ou choisissez un autre titre.\n"
    )


@pytest.mark.parametrize(
    ("name", "wish", "message"),
    [
        ("article", Wish(), "Il manque une réponse : le titre de l’actualité."),
        ("article", Wish(title="…"), "Ce titre n’a ni lettre ni chiffre"),
        ("article", Wish(title="a" * 141), "Ce titre est trop long : 141 signes, 140 au plus."),
        ("article", Wish(title="x", date="31/02/2026"), "Février 2026 compte 28 jours, pas 31. Vérifiez le jour et le mois."),
        ("lieu", Wish(title="x", town="Valense"), "Je ne trouve pas la commune « Valense » en Drôme ni en Ardèche. Peut-être : Valence ?"),
        ("document", Wish(title="x"), "Déposez d’abord le fichier dans content/documents"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_told(
    project: Path, name: str, wish: Wish, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(project.rglob("*"))
    assert create(project, name, wish, TODAY) == 1
    assert message in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


def test_questions_are_asked_when_somebody_is_there(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"Le titre de la sortie": "Bal", "Le jour de la sortie": "05/12/2026", "La commune": "07140"}
    asked: list[str] = []

    def answer(question: str, default: str = "") -> str:
        asked.append(question)
        return answers.get(question, default)

    monkeypatch.setattr(creating, "is_interactive", lambda: True)
    monkeypatch.setattr(creating, "ask", answer)
    assert create(project, "sortie", Wish(), TODAY) == 0
    assert asked == [
        "Le titre de la sortie",
        "Le jour de la sortie",
        "Le lieu (Entrée s’il n’a pas de fiche)",
        "La commune",
    ]
    assert load_catalog(project).events["2026-12-05-bal"].elsewhere.commune == "07140"


def test_the_kind_can_be_the_first_word_or_chosen(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert create_chosen(project, "tutoriel Imprimer le programme", TODAY) == 0
    assert (project / "content/tutoriels/imprimer-le-programme/index.md").is_file()
    assert create_chosen(project, "", TODAY) == 1
    assert "article, sortie, document, tutoriel, lieu, partenaire" in capsys.readouterr().err
    monkeypatch.setattr(creating, "is_interactive", lambda: True)
    monkeypatch.setattr(creating, "ask", lambda _question, default="": default or "1")
    assert create_chosen(project, "", TODAY) == 0
    assert (project / "content/billets/2026/2026-11-22-1.md").is_file()


def test_a_town_is_found_by_its_name_its_code_or_its_postcode(project: Path) -> None:
    assert {town_code(project, words) for words in ("Valence", " VALENCE", "26362", "26000")} == {"26362"}


def test_two_towns_of_one_name_are_told_apart(project: Path) -> None:
    with pytest.raises(NotFoundError, match=r"26161 \(Lemps\), 07140 \(Lemps\)"):
        town_code(project, "Lemps")


def test_a_place_is_found_by_some_of_its_words(project: Path) -> None:
    assert place_slug(project, "théâtre Valence") == "theatre-de-la-ville-valence"
    with pytest.raises(NotFoundError, match="Je ne trouve pas de lieu « la lune »"):
        place_slug(project, "la lune")


def test_only_documents_without_record_wait(project: Path) -> None:
    for name in ("a.pdf", "b.pdf", "README.md", ".gitkeep"):
        (project / "content" / "documents" / name).touch()
    (project / "data" / "documents" / "a.yaml").write_text("versions:\n  - fichier: a.pdf\n", "utf-8")
    assert documents_without_record(project) == ("b.pdf",)


@pytest.mark.parametrize("template", [kind.template for kind in KINDS.values()])
def test_comments_stand_on_their_own_lines(template: str) -> None:
    lines = (TEMPLATES / template).read_text("utf-8").split("\n---\n")[0].splitlines()
    assert [line for line in lines if "#" in line and not line.lstrip().startswith("#")] == []
