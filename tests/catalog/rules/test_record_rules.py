from collections.abc import Callable

import pytest

from plugins.catalog import Catalog, Problem

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]
Load = Callable[[dict[str, str]], Catalog]
Problems = Callable[[dict[str, str]], tuple[Problem, ...]]


def _acronym(slug: str, letters: str, *rows: str) -> str:
    fields = [
        f"- id: {slug}",
        f"sigle: {letters}",
        "developpe: Des mots",
        "domaines: [culture]",
        "definition: Un sens.",
        *rows,
    ]
    return "\n  ".join(fields) + "\n"


def _acronyms(*texts: str) -> dict[str, str]:
    return {"data/sigles/a.yaml": "".join(texts)}


def test_homonyms_that_name_each_other_are_right(told: Told) -> None:
    assert (
        told(
            _acronyms(
                _acronym("ass-a", "ASS", "homonymes: [ass-b]"), _acronym("ass-b", "ASS", "homonymes: [ass-a]")
            )
        )
        == []
    )


def test_homonyms_that_do_not_name_each_other_are_told_on_both_sides(told: Told) -> None:
    message = "le sigle « ASS » a un autre sens, qui n’est pas signalé."
    assert told(_acronyms(_acronym("ass-a", "ASS"), _acronym("ass-b", "ASS"))) == [
        (2, "homonyme", message),
        (7, "homonyme", message),
    ]


def test_years_in_order_are_right(told: Told) -> None:
    assert told(_acronyms(_acronym("rmi", "RMI", "depuis: 1988", "jusqu_a: 2009"))) == []


def test_an_acronym_replaced_before_it_exists_is_told(told: Told) -> None:
    assert told(_acronyms(_acronym("rmi", "RMI", "depuis: 1988", "jusqu_a: 1908"))) == [
        (7, "annees", "le sigle serait remplacé avant d’exister.")
    ]


def test_a_chain_of_replacements_is_right(told: Told) -> None:
    assert (
        told(
            _acronyms(
                _acronym("a", "A", "remplace_par: [b, c]"),
                _acronym("b", "B", "remplace_par: [c]"),
                _acronym("c", "C"),
            )
        )
        == []
    )


def test_a_loop_of_replacements_is_told_on_each_of_its_acronyms(told: Told) -> None:
    message = "de remplaçant en remplaçant, ce sigle finit par se remplacer lui-même."
    assert told(
        _acronyms(_acronym("a", "A", "remplace_par: [b]"), _acronym("b", "B", "remplace_par: [a]"))
    ) == [(6, "remplacement", message), (12, "remplacement", message)]


def test_an_unknown_acronym_is_told_with_the_one_that_was_meant(problems: Problems) -> None:
    (problem,) = problems(
        _acronyms(_acronym("mdph", "MDPH"), _acronym("cdaph", "CDAPH", "voir_aussi: [mdhp]"))
    )
    assert (problem.line, problem.code, problem.hint) == (
        11,
        "reference-inconnue",
        "vouliez-vous écrire « mdph » ?",
    )


# Places, partners


PARTNER = 'nom: A\ncommune: "26362"\nfamille: culturel\npartenariat:\n  source: convention\n'


def test_a_partner_with_a_name_of_its_own_is_right(told: Told) -> None:
    assert told({"data/partenaires/comedie.yaml": PARTNER}) == []


def test_a_partner_that_is_still_a_place_is_told(told: Told) -> None:
    assert told({"data/partenaires/salle.yaml": PARTNER}) == [
        (1, "doublon", "ce partenaire a aussi une fiche de lieu.")
    ]


def test_a_point_in_the_territory_is_right(told: Told) -> None:
    assert told({"data/lieux/a.yaml": 'nom: A\ncommune: "26362"\nlat: 44.93\nlon: 4.89\n'}) == []


def test_swapped_coordinates_are_told_on_both_lines(told: Told) -> None:
    message = "ce point n’est ni en Drôme ni en Ardèche."
    assert told({"data/lieux/a.yaml": 'nom: A\ncommune: "26362"\nlat: 4.89\nlon: 44.93\n'}) == [
        (3, "coordonnees", message),
        (4, "coordonnees", message),
    ]


def test_an_unknown_town_is_not_guessed(problems: Problems) -> None:
    (problem,) = problems({"data/lieux/a.yaml": 'nom: A\ncommune: "26363"\n'})
    assert (problem.line, problem.code, problem.expected, problem.hint) == (
        2,
        "reference-inconnue",
        "le code INSEE d’une commune de data/communes.yaml",
        "cherchez le nom de la commune dans data/communes.yaml : son code est au début de la ligne",
    )


@pytest.mark.parametrize("postcode", ["26000", "26904"])
def test_a_postcode_of_the_town_or_of_its_cedex_is_right(told: Told, postcode: str) -> None:
    assert told({"data/lieux/a.yaml": f'nom: A\ncommune: "26362"\ncode_postal: {postcode}\n'}) == []


def test_a_postcode_of_another_place_is_told(told: Told) -> None:
    assert told({"data/lieux/a.yaml": 'nom: A\ncommune: "07186"\ncode_postal: 26000\n'}) == [
        (3, "code-postal", "ce code postal n’est pas celui de Privas.")
    ]


# Notices, moved addresses


def test_a_notice_of_one_day_is_right(told: Told) -> None:
    assert told({"data/bandeaux.yaml": "- {texte: A, du: 02/01/2027, au: 02/01/2027}\n"}) == []


def test_a_notice_may_come_back(told: Told) -> None:
    rows = "- {texte: A, du: 02/01/2027, au: 03/01/2027}\n- {texte: A, du: 02/02/2027, au: 03/02/2027}\n"
    assert told({"data/bandeaux.yaml": rows}) == []


def test_a_notice_that_ends_before_it_begins_is_told(told: Told) -> None:
    rows = "- texte: A\n  du: 02/01/2027\n  au: 01/01/2027\n"
    assert told({"data/bandeaux.yaml": rows}) == [(3, "bandeau", "le bandeau finirait avant de commencer.")]


def test_a_moved_address_that_leads_to_a_page_is_right(told: Told) -> None:
    assert told({"data/redirections.yaml": "- {de: /a/, vers: /sorties/}\n"}) == []


@pytest.mark.parametrize("new", ["/a/", "/b/", "/b/#bas", "/b/?x=1"])
def test_a_moved_address_that_leads_to_a_moved_address_is_told(told: Told, new: str) -> None:
    rows = f"- de: /a/\n  vers: {new}\n- de: /b/\n  vers: /sorties/\n"
    assert told({"data/redirections.yaml": rows}) == [
        (2, "redirection", "cette nouvelle adresse est elle-même l’ancienne adresse d’une redirection.")
    ]


@pytest.mark.parametrize("old", ["/a/?x=1", "/a/#bas"])
def test_a_moved_address_that_no_page_can_have_is_told(told: Told, old: str) -> None:
    message = "une ancienne adresse avec « ? » ou « # » ne peut pas être renvoyée ailleurs."
    assert told({"data/redirections.yaml": f"- de: {old}\n  vers: /sorties/\n"}) == [
        (1, "redirection", message)
    ]


# Documents


def _document(*rows: str) -> dict[str, str]:
    versions = "".join(f"  - {row}\n" for row in rows)
    head = "titre: A\ntype: livret\nresume: B\nlicence: cc-by-4.0\nauteur: C\n"
    return {"data/documents/livret.yaml": f"{head}versions:\n{versions}"}


def test_a_document_with_its_files_is_right(told: Told) -> None:
    files = {"content/documents/a.txt": "x", "content/documents/b.txt": "x"}
    record = _document("{fichier: a.txt, date: 01/11/2026}", "{fichier: b.txt, date: 02/11/2026}")
    assert told({**record, **files}) == []


def test_two_versions_of_one_day_are_told(told: Told) -> None:
    files = {"content/documents/a.txt": "x", "content/documents/b.txt": "x"}
    record = _document("{fichier: a.txt, date: 01/11/2026}", "{fichier: b.txt, date: 01/11/2026}")
    assert told({**record, **files}) == [(8, "versions", "deux versions portent la même date.")]


def test_a_file_that_is_not_there_is_told_with_the_one_that_was_meant(problems: Problems) -> None:
    record = _document("{fichier: Livret.TXT, date: 01/11/2026}")
    found = problems({**record, "content/documents/livret.txt": "x"})
    assert [(problem.file, problem.line, problem.code, problem.hint) for problem in found] == [
        ("data/documents/livret.yaml", 7, "fichier-absent", "vouliez-vous écrire « livret.txt » ?"),
    ]


def test_the_files_of_a_faulty_record_are_not_told_a_second_time(told: Told) -> None:
    record = _document("{fichier: livret.txt, date: hier}")
    assert [code for _, code, _ in told({**record, "content/documents/livret.txt": "x"})] == [
        "date-incomprise"
    ]


def test_the_files_of_an_unreadable_record_are_not_told_a_second_time(told: Told) -> None:
    record = {"data/documents/livret.yaml": "titre: [\n"}
    assert [code for _, code, _ in told({**record, "content/documents/livret.txt": "x"})] == ["yaml"]


@pytest.mark.parametrize("name", ["tout.zip", "livret.txt.exe", "tuto.html"])
def test_a_file_that_is_not_a_document_is_told(told: Told, name: str) -> None:
    assert told({f"content/documents/{name}": "x"}) == [
        (0, "type-de-fichier", "ce genre de fichier ne se publie pas comme document.")
    ]


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "desktop.ini", "~$livret.docx", ".~lock.livret.odt#", "sources/livret.typ"],
)
def test_what_other_programs_leave_and_the_sources_of_documents_are_ignored(told: Told, name: str) -> None:
    assert told({f"content/documents/{name}": "x"}) == []


def test_a_document_put_in_a_folder_is_not_lost_in_silence(load: Load) -> None:
    (notice,) = load({"content/documents/2026/a.txt": "x"}).notices
    assert (notice.file, notice.code) == ("content/documents/2026/a.txt", "document-sans-fiche")
    assert notice.message == "ce fichier n’a pas de fiche : il n’est pas publié."


def test_two_documents_with_the_same_bytes_are_said_and_stop_nothing(load: Load) -> None:
    record = _document("{fichier: a.txt, date: 01/11/2026}", "{fichier: b.txt, date: 02/11/2026}")
    (notice,) = load({**record, "content/documents/a.txt": "x", "content/documents/b.txt": "x"}).notices
    assert (notice.file, notice.code) == ("content/documents/b.txt", "document-en-double")
    assert notice.message == "ce fichier est le même que « a.txt », à l’octet près."


def test_a_file_that_is_not_sound_is_told_with_its_name(told: Told) -> None:
    record = _document("{fichier: a.pdf, date: 01/11/2026}")
    assert told({**record, "content/documents/a.pdf": ""}) == [
        (0, "fichier-vide", "ce fichier est vide : il ne contient pas un seul octet.")
    ]


def test_two_files_that_differ_only_by_capitals_are_told(told: Told) -> None:
    record = _document("{fichier: A.txt, date: 01/11/2026}", "{fichier: a.txt, date: 02/11/2026}")
    files = {"content/documents/A.txt": "x", "content/documents/a.txt": "x"}
    assert [code for _, code, _ in told({**record, **files})] == ["nom-de-fichier"]
