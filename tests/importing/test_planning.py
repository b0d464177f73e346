import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalog import DataError, load_catalog
from plugins.catalog.yaml_source import read_yaml
from plugins.importing import planning
from plugins.importing.planning import apply
from plugins.importing.rows import FileRefusedError
from plugins.importing.writing import new_text, scalar, updated_text
from tests.importing.test_readers import EVENT

PATH = "data/sorties/2026/2026-12-05-contes-au-coin-du-feu.yaml"
FILE = """\
# Importée : relisez, remplissez « preuve », puis écrivez « brouillon: non ».
titre: Contes au coin du feu
resume: Une heure d’histoires.
dates:
  - {debut: 05/12/2026 20h00, fin: 05/12/2026 21h30}
adresse:
  nom: Salle des fêtes
  commune: "26362"
  adresse: "1 place Verte"
  code_postal: "26000"
# Ajoutez ici « preuve: » (page, affiche, courriel) et « verifie_le: ». Sans preuve, rien n’est montré.
gratuite:
  type: sur-reservation
genre: conte
age:
  min: 6
acces:
  fauteuil: oui
reservation:
  tel: "04 75 00 00 00"
source: import de export.json
brouillon: oui
# Pour l’import suivant : il ne met à jour que ce que personne n’a changé. Ne touchez pas à ces lignes.
origine:
  systeme: openagenda
  id: 111
  empreintes: acces=d0b47dff adresse=dfd0fc0c age=c7c8a6b7 dates=8c8e1d60 genre=4feb4e18 gratuite=32f697fb reservation=ffffffff resume=ffffffff titre=18db09bf
"""
CSV = """\
Titre;Date;Heure;Lieu;Commune;Tarif;Genre
"Noël
au théâtre";samedi 5 décembre 2026;20h30;Théâtre de Privas;;gratuit;theatre
Concert;31/11/2026;20h;Salle des fêtes;Valence;entrée libre;musique
Bal;12/12/2026;;Salle des fêtes;Valence;5 €;danse
=HYPERLINK("x");14/12/2026;;Salle;Valence;gratuit;
Fête;13/12/2026;;Salle;07000;0;fête
Vieille fête;13/12/2025;;Salle;Valence;0;fête
Noël au théâtre;5/12/2026;20:30;Théâtre de Privas;;gratuit;theatre
Samedi
"""
REPORT = """\
Import de « programme.csv » (tableau CSV) : essai, rien n’est écrit.

À créer (1)
  ligne 2 : « Noël au théâtre » → data/sorties/2026/2026-12-05-noel-au-theatre.yaml
      arrangé : le titre était sur plusieurs lignes : il est sur une seule
      arrangé : le résumé manque : il est à écrire

Laissées de côté (2)
  ligne 7 : « Vieille fête » : elle est déjà passée (samedi 13 décembre 2025)
  ligne 8 : « Noël au théâtre » : elle est déjà dans ce fichier (ligne 2)

Refusées (5)
  ligne 3 : « Concert » : novembre 2026 compte 30 jours, pas 31.
      écrit   : 31/11/2026
      conseil : vérifiez le jour et le mois
  ligne 4 : « Bal » : le prix contredit « gratuit ».
      écrit   : 5 €
      attendu : une sortie gratuite
      conseil : si c’est un reste à payer (adhésion, transport), mettez-le dans « Frais restants » ; si l’entrée est payante, retirez la ligne
  ligne 5 : « =HYPERLINK("x") » : une cellule contient une formule, pas sa valeur.
      écrit   : =HYPERLINK("x")
      attendu : un texte, une date ou un nombre
      conseil : dans le tableur, copiez la cellule, puis collez « les valeurs seulement »
  ligne 6 : « Fête » : ce code postal sert 2 communes : je ne choisis pas à votre place.
      écrit   : 07000
      attendu : l’une d’elles : 07186 (Privas), 07072 (Coux)
      conseil : écrivez le nom de la commune, ou son code INSEE (data/communes.yaml)
  ligne 9 : « Samedi » : cette ligne n’a qu’un titre.
      écrit   : Samedi
      attendu : au moins la date, le lieu et le tarif
      conseil : si c’est un intertitre, retirez-la

Bilan : 8 lignes lues : 1 nouvelle, 2 laissées de côté, 5 refusées. 1 ligne arrangée.
Pour écrire 1 fichier : ./faire importer programme.csv --ecrire"""


def _export(**changes: object) -> str:
    return json.dumps({"events": [EVENT | changes]})


def _tree(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((project / "data/sorties").rglob("*.yaml"))}


def test_the_report_says_everything_before_anything_is_written(importing: Callable, project: Path) -> None:
    told, _ = importing("programme.csv", CSV)
    assert told == REPORT
    assert not (project / "data/sorties").exists()


def test_a_written_outing_reads_like_one_written_by_hand(importing: Callable, project: Path) -> None:
    importing("export.json", _export(), write=True)
    assert (project / PATH).read_text("utf-8").rpartition("  empreintes:")[0] == FILE.rpartition(
        "  empreintes:"
    )[0]
    event = load_catalog(project).events[Path(PATH).stem]
    assert event.draft
    assert not event.is_proven
    assert event.origin.identity == "111"


@pytest.mark.parametrize(("name", "content"), [("a.csv", CSV), ("a.json", _export())])
def test_importing_twice_changes_nothing(importing: Callable, project: Path, name: str, content: str) -> None:
    importing(name, content, write=True)
    before = _tree(project)
    told, steps = importing(name, content, write=True)
    assert "Tout est déjà à jour : rien à écrire." in told
    assert "same" in [step.fate for step in steps]
    assert _tree(project) == before


def test_an_update_changes_what_nobody_touched_and_nothing_else(importing: Callable, project: Path) -> None:
    importing("export.json", _export(), write=True)
    text = (project / PATH).read_text("utf-8")
    mine = text.replace("type: sur-reservation", "type: sur-reservation\n  preuve: l’affiche").replace(
        "Une heure", "Deux heures"
    )
    (project / PATH).write_text(mine.replace("genre: conte", "# à moi\ngenre: conte"), "utf-8")
    told, _ = importing(
        "export.json", _export(description="Autre résumé", keywords={"fr": ["fête"]}, age={}), write=True
    )
    assert "      changé : genre, age\n      gardé comme une personne l’a écrit : resume\n" in told
    after = (project / PATH).read_text("utf-8")
    assert "resume: Deux heures d’histoires.\n" in after
    assert "  preuve: l’affiche\n" in after
    assert "# à moi\ngenre: fete\nacces:" in after


def test_a_draft_whose_day_changes_takes_another_name(importing: Callable, project: Path) -> None:
    importing("export.json", _export(), write=True)
    later = [{"begin": "2026-12-06T20:00:00+01:00", "end": "2026-12-06T21:30:00+01:00"}]
    importing("export.json", _export(timings=later), write=True)
    assert list(_tree(project)) == ["2026-12-06-contes-au-coin-du-feu.yaml"]
    told, _ = importing("export.json", _export(timings=later), write=True)
    assert "Tout est déjà à jour" in told


def test_a_published_outing_whose_day_changes_keeps_its_address_and_is_postponed(
    importing: Callable, project: Path
) -> None:
    importing("export.json", _export(), write=True)
    text = (project / PATH).read_text("utf-8").replace("brouillon: oui", "brouillon: non")
    (project / PATH).write_text(text, "utf-8")
    later = _export(timings=[{"begin": "2026-12-06T20:00:00+01:00", "end": "2026-12-06T21:30:00+01:00"}])
    told, _ = importing("export.json", later, write=True)
    assert "elle est dite « reportée », l’ancienne date gardée" in told
    assert "statut: reporte\nancien_debut: 05/12/2026 20h00\n" in (project / PATH).read_text("utf-8")
    assert "Tout est déjà à jour" in importing("export.json", later, write=True)[0]


def test_a_row_that_becomes_wrong_points_at_the_file_that_was_written(importing: Callable) -> None:
    importing("export.json", _export(), write=True)
    told, _ = importing("export.json", _export(conditions="8 €"))
    assert f"      à savoir : cette sortie a déjà une fiche, laissée telle quelle : {PATH}\n" in told


def test_an_outing_that_is_already_announced_is_recognised(importing: Callable) -> None:
    importing("export.json", _export(), write=True)
    row = (
        "Titre;Date;Lieu;Commune;Tarif\nCONTES au coin du feu;5/12/2026 20h;salle des fetes;Valence;gratuit\n"
    )
    _, (step,) = importing("autre.csv", row)
    assert (step.fate, step.why) == ("aside", f"elle est déjà annoncée : {PATH}")


def test_two_outings_of_one_name_and_day_have_two_files(importing: Callable) -> None:
    row = "Titre;Date;Lieu;Commune;Tarif;Identifiant\nBal;5/12/2026;Salle;Valence;0;1\nBal;5/12/2026;Salle;Privas;0;2\n"
    _, steps = importing("a.csv", row)
    assert [step.path.rpartition("/")[2] for step in steps] == [
        "2026-12-05-bal.yaml",
        "2026-12-05-bal-privas.yaml",
    ]


def test_what_the_catalog_refuses_is_taken_back(
    importing: Callable, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, steps = importing("export.json", _export())
    monkeypatch.setattr(planning, "load_catalog", _refuse)
    with pytest.raises(DataError):
        apply(project, steps)
    assert _tree(project) == {}


def _refuse(_root: Path) -> None:
    raise DataError([])


def test_a_file_that_has_appeared_is_never_overwritten(importing: Callable, project: Path) -> None:
    _, steps = importing("export.json", _export())
    (project / PATH).parent.mkdir(parents=True)
    (project / PATH).write_text("à moi", "utf-8")
    with pytest.raises(FileExistsError):
        apply(project, steps)
    assert (project / PATH).read_text("utf-8") == "à moi"


@pytest.mark.parametrize(
    "text",
    [
        "oui : non",
        "#5",
        "- a",
        "12:30",
        "{a}",
        'dit "ça" \\',
        "a\nb",
        "null",
        "1e3",
        "",
        "é",
        "20h30",
        "a, b]",
    ],
)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert read_yaml(f"titre: {scalar(text)}\nautre: a\n", "x").data["titre"] == text
    written = new_text({"titre": "x", "dates": [{"debut": text}], "public": [text]}, "tableur", "x", "x")
    data = read_yaml(written, "x").data
    assert (data["dates"], data["public"]) == ([{"debut": text}], [text])


def test_a_field_may_come_or_go_in_a_file_without_a_final_line_end() -> None:
    text = new_text({"titre": "x", "genre": "conte"}, "tableur", "1", "s").rstrip("\n")
    change = updated_text(text, {"titre": "x", "age": {"min": "6"}}, "tableur", "1")
    assert change.updated == ("genre", "age")
    assert read_yaml(change.text, "x").data["age"] == {"min": "6"}
    assert "genre" not in read_yaml(change.text, "x").data


def test_a_whole_file_that_is_refused_writes_nothing(importing: Callable, project: Path) -> None:
    with pytest.raises(FileRefusedError):
        importing("vide.csv", "", write=True)
    assert not (project / "data/sorties").exists()
