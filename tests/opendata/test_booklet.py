"""The acronyms, the bodies and the rendezvous, with all their fields."""

from tests.acronyms.samples import acronym, body
from tests.opendata.samples import compiled, table, tree
from tests.views.samples import agenda, rendezvous

ANPE = acronym("anpe", "ANPE", "Agence nationale pour l'emploi", remplace_par=["pole-emploi"], jusqu_a="2008")
FIELDS = [
    "id",
    "sigle",
    "developpe",
    "domaines",
    "definition",
    "depuis",
    "jusqu_a",
    "remplace_par",
    "remplace_par_texte",
    "homonymes",
    "voir_aussi",
    "exemple_local",
    "site",
    "recoupe_dans",
    "source",
    "a_verifier",
    "verifie_le",
    "page",
]


def test_an_acronym_has_all_its_fields_in_the_table_and_in_the_tree():
    _, files = compiled(agenda(acronyms=(ANPE,)))
    [row] = table(files["sigles.csv"])
    assert list(row) == FIELDS
    assert (row["remplace_par"], row["jusqu_a"], row["page"]) == (
        "pole-emploi",
        "2008",
        "https://www.exemple.fr/sigles/anpe/",
    )
    said = tree(files["sigles.json"])
    assert said["licence"] == "https://creativecommons.org/licenses/by/4.0/deed.fr"
    assert said["mise_a_jour"] == "2026-11-22"
    [record] = said["sigles"]
    assert list(record) == FIELDS
    assert (record["remplace_par"], record["jusqu_a"], record["site"]) == (["pole-emploi"], 2008, None)


def test_a_body_tells_who_decides_and_how_to_reach_it():
    _, files = compiled(agenda(bodies=(body("caf", "Caisse d'allocations familiales"),)))
    [record] = tree(files["organismes.json"])["organismes"]
    assert record["id"] == "caf"
    assert record["qui_decide"] == "Un conseil."
    assert record["comment_contacter"] == "Par téléphone."


def test_a_date_of_a_rendezvous_keeps_how_it_is_known():
    fete = rendezvous(
        "fete",
        repetition="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21",
        certitude_regle="fixe",
        editions=[{"debut": "21/06/2027", "etat": "calculee"}, {"annee": "2028", "etat": "inconnue"}],
    )
    _, files = compiled(agenda(series=(fete,)))
    [record] = tree(files["rendez-vous.json"])["rendez_vous"]
    assert (record["certitude_regle"], record["certitude_regle_en_clair"]) == (
        "fixe",
        "la date suit une règle sûre",
    )
    assert [(found["debut"], found["etat"], found["etat_en_clair"]) for found in record["editions"]] == [
        ("2027-06-21", "calculee", "date calculée, à confirmer"),
        (None, "inconnue", "date pas encore connue"),
    ]
