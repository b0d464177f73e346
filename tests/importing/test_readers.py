import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.commands.importing import read
from plugins.formats.sheets import Sheet, archive
from plugins.importing import template
from plugins.importing.opening import open_file
from plugins.importing.rows import FileRefusedError, Reading
from plugins.importing.template import ods_template, write_template, xlsx_template

HEAD = "Titre;Date;Lieu;Commune;Tarif\n"


def _read(folder: Path, name: str, content: str | bytes) -> Reading:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read(open_file(folder / name))


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_csv_is_read_whatever_its_separator_and_its_encoding(tmp_path: Path, sign: str) -> None:
    text = f"{HEAD}Fête;5/12/2026;Salle;Valence;gratuit\n".replace(";", sign)
    for encoding, notes in (("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("cp1252", 1)):
        reading = _read(tmp_path, "x.csv", text.encode(encoding))
        assert reading.rows[0].values["title"] == "Fête"
        assert reading.rows[0].occurrences == ({"debut": "05/12/2026"},)
        assert len(reading.notes) == notes


def test_headings_are_found_below_a_merged_title(tmp_path: Path) -> None:
    reading = _read(
        tmp_path, "x.csv", f"Programme 2026;;;;\n;;;;\n{HEAD}Fête;5/12/2026;Salle;Valence;gratuit\n"
    )
    assert [row.label for row in reading.rows] == ["ligne 4"]


def test_columns_that_are_not_read_are_said(tmp_path: Path) -> None:
    reading = _read(tmp_path, "x.csv", "Titre;Date;;Organisatteur;Météo\nFête;5/12/2026;a;b;\n")
    assert reading.notes == (
        "La colonne C n’a pas de titre (ou son titre est fusionné avec un autre) : elle n’est pas lue.",
        "La colonne D « Organisatteur » n’est pas reprise. Vouliez-vous dire « Organisateur » ?",
    )


MODEL = "Partez du modèle : ./faire importer --modele sorties.ods"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.csv", ";;\n;;\n", f"Cette feuille est vide.\n{MODEL}"),
        ("x.csv", "Quoi;Quand\nFête;demain\n", f"Je ne trouve pas la ligne des titres de colonnes : il faut au moins « Titre », « Date », « Lieu », « Tarif ».\nLa première ligne dit : « Quoi », « Quand ».\n{MODEL}"),
        ("x.csv", "Titre;Nom;Date\n", "Deux colonnes disent la même chose : « Titre » et « Nom ».\nGardez-en une."),
        ("x.csv", HEAD + "a;b;c;d;e\n" * 2001, "Ce fichier a 2001 lignes : 2000 au plus sont lues à la fois.\nVérifiez que c’est le bon fichier, ou coupez-le en plusieurs."),
        ("x.csv", HEAD + "a;b;c;d;e\n" * 100_000, "Ce fichier a 100001 lignes : 2000 au plus sont lues à la fois.\nVérifiez que c’est le bon fichier, ou coupez-le en plusieurs."),
        ("x.json", '{"events": [', "Ce fichier JSON est incomplet ou abîmé, à la ligne 1. Téléchargez l’export de nouveau."),
        ("x.json", "[" * 100_000, "Ce fichier JSON n’est pas un export d’agenda : il ne peut pas être lu. Téléchargez-le de nouveau."),
        ("x.json", '{"nom": 1}', "Ce fichier JSON n’est pas un export d’OpenAgenda : je n’y trouve pas de liste « events ».\nDans OpenAgenda, exportez l’agenda au format JSON (v2), puis enregistrez la page entière."),
        ("x.json", json.dumps([{}] * 2001), "Ce fichier a 2001 lignes : 2000 au plus sont lues à la fois.\nVérifiez que c’est le bon fichier, ou coupez-le en plusieurs."),
        ("x.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nCOUPÉ", "Cet agenda .ics est incomplet ou abîmé. Téléchargez-le de nouveau, sans l’ouvrir ailleurs."),
        ("x.ics", "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 2001, "Ce fichier a 2001 lignes : 2000 au plus sont lues à la fois.\nVérifiez que c’est le bon fichier, ou coupez-le en plusieurs."),
        ("x.xlsx", archive({"xl/workbook.xml": "<workbook/>"}), "Ce classeur est abîmé, ou protégé par un mot de passe : il ne s’ouvre pas.\nEnregistrez-le de nouveau."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_in_french(
    tmp_path: Path, name: str, content: str | bytes, told: str
) -> None:
    with pytest.raises(FileRefusedError) as refused:
        _read(tmp_path, name, content)
    assert str(refused.value) == told


@pytest.mark.parametrize("suffix", [".ods", ".xlsx", ".csv"])
def test_a_template_is_read_back_and_holds_nothing_to_import(
    tmp_path: Path, importing: Callable, suffix: str
) -> None:
    write_template(tmp_path / f"sorties{suffix}")
    told, steps = importing(f"sorties{suffix}", (tmp_path / f"sorties{suffix}").read_bytes())
    assert [step.why for step in steps] == ["c’est la ligne d’exemple du modèle"]
    assert told.endswith("\nIl n’y a rien à importer.")


@pytest.mark.parametrize("suffix", [".ods", ".xlsx", ".csv"])
def test_the_example_of_a_template_is_right_once_its_mark_is_gone(
    tmp_path: Path, importing: Callable, suffix: str
) -> None:
    write_template(tmp_path / f"x{suffix}")
    content = (tmp_path / f"x{suffix}").read_bytes()
    if suffix == ".csv":
        content = content.replace(b"Exemple : contes", b"Contes")
    else:
        maker = {".ods": ods_template, ".xlsx": xlsx_template}[suffix]
        row = ["Contes du soir", *template._outings().rows[1][1:]]
        filled = Sheet(template.SHEET, [template._outings().rows[0], row])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(template, "_outings", lambda: filled)
            content = maker()
    _, steps = importing(f"x{suffix}", content)
    assert [(step.fate, step.path, step.notes) for step in steps] == [
        ("new", "data/sorties/2026/2026-12-05-contes-du-soir.yaml", ())
    ]


def test_a_template_is_the_same_bytes_every_time_and_never_overwrites(tmp_path: Path) -> None:
    assert ods_template() == ods_template()
    assert xlsx_template() == xlsx_template()
    assert ods_template()[30:38] == b"mimetype"
    (tmp_path / "a.ods").write_text("à moi")
    with pytest.raises(FileRefusedError, match="existe déjà : je n’y touche pas"):
        write_template(tmp_path / "a.ods")
    with pytest.raises(FileRefusedError, match=r"le nom du modèle finit par \.ods, \.xlsx ou \.csv"):
        write_template(tmp_path / "a.pdf")
    with pytest.raises(FileRefusedError, match="vérifiez que le dossier existe"):
        write_template(tmp_path / "rien" / "a.ods")


MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def test_real_dates_and_hours_of_a_workbook_are_understood(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="{}" office:{}="{}"><text:p>x</text:p></table:table-cell>'
    day, hour = (
        cell.format("date", "date-value", "2026-12-05"),
        cell.format("time", "time-value", "PT20H30M00S"),
    )
    heads = "".join(f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>' for name in ("Titre", "Date", "Heure"))  # fmt: skip
    title = '<table:table-cell office:value-type="string"><text:p>Fête</text:p></table:table-cell>'
    spaces = "office:1 table:1 text:1".replace(":1", "").split()
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in spaces)
    content = (
        f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="A">'
        f"<table:table-row>{heads}</table:table-row><table:table-row>{title}{day}{hour}</table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    reading = _read(
        tmp_path,
        "x.ods",
        archive({"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": MANIFEST}, {"mimetype"}),
    )
    assert reading.rows[0].occurrences == ({"debut": "05/12/2026 20h30"},)


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//essai//FR
BEGIN:VEVENT
UID:a@exemple.fr
SUMMARY:Atelier\\, le samedi
DTSTART;TZID=Europe/Paris:20261205T140000
DURATION:PT2H
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=Europe/Paris:20261212T140000
LOCATION:Maison pour tous\\, 1 rue Verte\\, 26000 Valence\\, France
DESCRIPTION:Entrée libre.
ORGANIZER;CN=Une Personne:mailto:personne@exemple.fr
END:VEVENT
BEGIN:VEVENT
UID:b@exemple.fr
SUMMARY:Exposition
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261214
LOCATION:Théâtre de Privas
DESCRIPTION:Gratuit
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:a@exemple.fr
RECURRENCE-ID;TZID=Europe/Paris:20261219T140000
SUMMARY:Atelier
DTSTART;TZID=Europe/Paris:20261219T150000
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_a_calendar_gives_its_dates_its_rule_and_its_place_and_nobody(importing: Callable) -> None:
    _, steps = importing("agenda.ics", ICS)
    workshop, exhibition, exception = steps
    assert (workshop.fate, exhibition.fate) == ("new", "new")
    assert "  - {debut: 05/12/2026 14h00, fin: 05/12/2026 16h00}\n" in workshop.text
    assert "repetition:\n  regle: FREQ=WEEKLY;COUNT=3\n  sauf: [12/12/2026]\n" in workshop.text
    assert '  nom: Maison pour tous\n  commune: "26362"\n  adresse: "1 rue Verte"\n' in workshop.text
    assert "Personne" not in workshop.text
    assert "personne@" not in workshop.text
    assert "  - {debut: 05/12/2026, fin: 13/12/2026}\n" in exhibition.text
    assert "statut: annule\n" in exhibition.text
    assert str(exception.refusal) == "c’est une exception d’une sortie qui se répète."


EVENT = {
    "uid": 111,
    "title": {"fr": "Contes\nau coin du feu", "en": "Tales"},
    "description": {"fr": "Une heure d’<em>histoires</em>."},
    "conditions": {"fr": "Gratuit, sur inscription"},
    "keywords": {"fr": ["feu", "conte"]},
    "registration": [{"type": "phone", "value": "04 75 00 00 00"}, "pas une adresse"],
    "accessibility": {"mi": True, "hi": False},
    "age": {"min": 6, "max": None},
    "timings": [{"begin": "2026-12-05T20:00:00.000+01:00", "end": "2026-12-05T21:30:00.000+01:00"}],
    "location": {"name": "Salle des fêtes", "address": "1 place Verte, 26000 Valence", "postalCode": "26000", "city": "Valence", "insee": "26362"},
    "status": 1, "state": 2, "attendanceMode": 1, "member": {"name": "Une Personne"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "fate", "told"),
    [
        ({}, "new", ""),
        ({"state": 0}, "aside", "pas encore publiée sur OpenAgenda"),
        ({"attendanceMode": 2}, "refused", "cette sortie se passe en ligne."),
        ({"status": 4}, "refused", "cette sortie est reportée, sans nouvelle date."),
        ({"timings": []}, "refused", "aucun horaire n’est écrit."),
        ({"timings": [{"begin": "demain"}]}, "refused", "un horaire n’est pas compris : il manque l’heure après la date « demain »."),
        ({"timings": EVENT["timings"] * 401}, "refused", "cette sortie a 401 horaires, 400 au plus sont repris."),
        ({"conditions": "<p>12 <b>euros</b></p>"}, "refused", "le prix contredit « gratuit »."),
        ({"conditions": "gratuit pour les habitants,"}, "new", ""),
        ({"conditions": "12 euros"}, "refused", "le prix contredit « gratuit »."),
        ({"title": "x" * 141}, "refused", "ce titre a 141 signes."),
        ({"title": ""}, "refused", "le titre manque."),
        ({"age": {"min": 12, "max": 6}}, "refused", "l’âge minimum dépasse l’âge maximum."),
        ({"timings": [{"begin": "2025-12-05T20:00:00Z", "end": "2025-12-05T21:00:00Z"}]}, "aside", "elle est déjà passée (vendredi 5 décembre 2025)"),
    ],
)  # fmt: skip
def test_an_export_of_openagenda_is_taken_or_refused(
    importing: Callable, changes: dict, fate: str, told: str
) -> None:
    _, (step,) = importing("export.json", json.dumps({"events": [EVENT | changes]}))
    said = (step.refusal.message if step.refusal else step.why).replace("\u00a0", " ")
    assert (step.fate, said.split(" pas comprise")[0]) == (fate, told) or said.startswith(
        told.split("il manque", maxsplit=1)[0]
    )
    assert step.fate == fate


@pytest.mark.parametrize(
    "event", [3, None, {"title": 3, "timings": 4, "location": [], "age": "x", "registration": 5}]
)
def test_an_export_of_anything_is_refused_without_a_traceback(importing: Callable, event: object) -> None:
    _, (step,) = importing("export.json", json.dumps([event]))
    assert step.fate == "refused"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("DTSTART;TZID=Europe/Paris:20261205T140000", "DTSTART;TZID=Europe/Paris:2026", "une date ou une répétition est abîmée."),
        ("DURATION:PT2H", "DURATION:deux heures", "une date ou une répétition est abîmée."),
        ("EXDATE;TZID=Europe/Paris:20261212T140000", "EXDATE:demain", "une date ou une répétition est abîmée."),
        ("RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=WEEKLY", "cette répétition n’a pas de fin."),
        ("DURATION:PT2H", "DTEND;VALUE=DATE:20261206", "le début et la fin ne sont pas écrits de la même façon."),
        ("20261205T140000\r\nDURATION:PT2H", "20270328T023000\r\nDURATION:PT2H", None),
        ("SUMMARY:Atelier", "SUMMARY:Atelier\r\n <script>x</script>", None),
        ("UID:a@", "UID:a\x1b@", None),
    ],
)  # fmt: skip
def test_a_damaged_event_is_refused_alone_without_a_traceback(
    importing: Callable, before: str, after: str, told: str | None
) -> None:
    _, steps = importing("agenda.ics", ICS.replace(before, after, 1))
    assert steps[1].fate == "new"
    if told:
        assert steps[0].refusal.message == told


@pytest.mark.parametrize(
    ("changes", "fate"),
    [
        ({"status": []}, "new"),
        ({"status": {"id": 6}}, "new"),
        ({"uid": "a\x1bb"}, "new"),
        ({"age": {"min": 1e400}}, "new"),
    ],
)
def test_an_unexpected_value_that_does_not_matter_does_not_stop_an_export(
    importing: Callable, changes: dict, fate: str
) -> None:
    _, (step,) = importing("export.json", json.dumps({"events": [EVENT | changes]}))
    assert step.fate == fate
