"""The page tells the files that are written, all of them, and the catalogue tells the same."""

from plugins.opendata.compiling import compile_open_data
from plugins.resources import Page
from tests.association.samples import site
from tests.opendata.samples import compiled, tree
from tests.views.samples import agenda, outing

FILES = [
    "sorties.csv",
    "sorties.json",
    "lieux.csv",
    "lieux.geojson",
    "partenaires.json",
    "sigles.csv",
    "sigles.json",
    "organismes.json",
    "rendez-vous.json",
]


def test_the_files_of_the_page_are_the_files_written_with_their_catalogue():
    page, files = compiled(agenda())
    told = [
        file.address.removeprefix("/donnees/") for block in page.context["blocks"] for file in block.files
    ]
    assert told == FILES
    assert list(files) == ["catalogue.json", *FILES, "/sigles/sigles.csv"]
    assert files["/sigles/sigles.csv"] == files["sigles.csv"]


def test_the_catalogue_tells_the_licence_the_day_and_the_files_of_each_set():
    _, files = compiled(agenda())
    told = tree(files["catalogue.json"])
    assert (told["@context"], told["@type"]) == ("https://schema.org", "DataCatalog")
    links = [file["contentUrl"] for found in told["dataset"] for file in found["distribution"]]
    assert links == [f"https://www.exemple.fr/donnees/{name}" for name in FILES]
    assert {found["dateModified"] for found in told["dataset"]} == {"2026-11-22"}
    assert [found["license"].split("/")[2] for found in told["dataset"]] == [
        "creativecommons.org",
        "www.etalab.gouv.fr",
        "creativecommons.org",
        "creativecommons.org",
        "creativecommons.org",
        "creativecommons.org",
    ]
    sizes = [int(file["contentSize"]) for found in told["dataset"] for file in found["distribution"]]
    assert sizes == [len(files[name]) for name in FILES]


def test_every_set_explains_its_columns_and_says_how_many_it_holds():
    page, _ = compiled(agenda(outing("2026-12-05-bal", "05/12/2026")))
    counted = [block.facts[0].value for block in page.context["blocks"]]
    assert counted == [
        "1\u00a0sortie, 1\u00a0date",
        "1\u00a0lieu",
        "aucun pour le moment",
        "0\u00a0sigle",
        "0\u00a0organisme",
        "0\u00a0rendez-vous",
    ]
    assert all(column.value for block in page.context["blocks"] for column in block.columns)


def test_the_columns_of_a_table_are_those_that_the_page_explains():
    page, files = compiled(agenda())
    for block in page.context["blocks"]:
        content = files.get(f"{block.anchor}.csv")
        if content:
            header = content.decode("utf-8-sig").split("\r\n")[0]
            assert header == ",".join(f'"{column.label}"' for column in block.columns)


def test_the_order_of_the_catalog_changes_no_byte():
    events = [outing(f"2026-12-0{day}-bal", f"0{day}/12/2026") for day in range(1, 6)]
    assert compiled(agenda(*events))[1] == compiled(agenda(*reversed(events)))[1]


def test_each_set_has_a_page_that_explains_it_to_people_and_to_machines():
    pages = [found for found in compile_open_data(site(agenda())) if isinstance(found, Page)]
    assert [page.address for page in pages] == [
        "/donnees/",
        "/donnees/sorties/",
        "/donnees/lieux/",
        "/donnees/partenaires/",
        "/donnees/sigles/",
        "/donnees/organismes/",
        "/donnees/rendez-vous/",
    ]
    _, files = compiled(agenda(), production=False)
    for page, said in zip(pages[1:], tree(files["catalogue.json"])["dataset"], strict=True):
        told = dict(page.context["described"])
        assert told.pop("@context") == "https://schema.org"
        assert told.pop("includedInDataCatalog")["@id"] == "https://www.exemple.fr/donnees/"
        assert told == said


def test_the_page_names_to_machines_the_sets_that_the_catalogue_describes():
    page, files = compiled(agenda())
    named, described = page.context["described"], tree(files["catalogue.json"])
    assert {key: value for key, value in named.items() if key != "dataset"} == {
        key: value for key, value in described.items() if key != "dataset"
    }
    assert named["dataset"] == [
        {key: found[key] for key in ("@type", "@id", "name")} for found in described["dataset"]
    ]
