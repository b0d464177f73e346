"""A site with more than a hundred faults: each is told once, where it is, in words a volunteer understands."""

from pathlib import Path

import pytest

from plugins.catalog import DataError, load_catalog

BROKEN = Path(__file__).parents[1] / "sites" / "broken"

FAULTS = [
    ("content/2026-12-05-egare.md", 0, "fichier-inconnu"),
    ("content/billets/2026/2026-12-05-americain.md", 3, "date-incomprise"),
    ("content/billets/2026/2026-12-05-americain.md", 5, "champ-calcule"),
    ("content/billets/2026/2026-12-05-americain.md", 6, "champ-inconnu"),
    ("content/billets/2026/2026-12-05-ancien-style.md", 4, "statut"),
    ("content/billets/2026/2026-12-05-bloc-notes.md.txt", 0, "nom-de-fichier"),
    ("content/billets/2026/2026-12-05-coupe.md", 5, "entete"),
    ("content/billets/2026/2026-12-05-cp1252.md", 2, "encodage"),
    ("content/billets/2026/2026-12-05-deux-titres.md", 2, "cle-repetee"),
    ("content/billets/2026/2026-12-05-mot-cle.md", 5, "mot-cle-voisin"),
    ("content/billets/2026/2026-12-05-rubrique.md", 4, "rubrique-inconnue"),
    ("content/billets/2026/2026-12-05-sans-entete.md", 1, "entete"),
    ("content/billets/2026/2026-12-05-sans-fin.md", 1, "entete"),
    ("content/billets/2026/2026-12-05-sans-titre.md", 2, "champ-manquant"),
    ("content/billets/2026/2026-12-05-sans-titre.md", 4, "champ-inconnu"),
    ("content/billets/2026/2026-12-05-texte.md", 9, "image-sans-mots"),
    ("content/billets/2026/2026-12-05-texte.md", 9, "image-sans-mots"),
    ("content/billets/2026/2026-12-05-texte.md", 13, "image-d-ailleurs"),
    ("content/billets/2026/2026-12-05-texte.md", 15, "code-interdit"),
    ("content/billets/2026/2026-12-05-texte.md", 17, "lien-interdit"),
    ("content/billets/2026/2026-12-05-texte.md", 19, "code-interdit"),
    ("content/billets/2026/2026-12-05-vide.md", 2, "texte-vide"),
    ("content/billets/2026/2026-12-06-autre-jour.md", 3, "date-et-nom-de-fichier"),
    ("content/billets/2026/2026-12-06-temoin.md", 2, "adresse-prise"),
    ("content/documents/affiche.pdf", 0, "fichier-abime"),
    ("content/documents/livret.pdf", 0, "fichier-abime"),
    ("content/documents/tout.zip", 0, "type-de-fichier"),
    ("content/pages/benevoles.md", 2, "champ-manquant"),
    ("content/tutoriels/chercher/index.md", 2, "champ-manquant"),
    ("content/tutoriels/chercher/index.md", 3, "valeur-inconnue"),
    ("content/tutoriels/chercher/index.md", 4, "duree-incomprise"),
    ("data/association.yaml", 5, "telephone"),
    ("data/association.yaml", 6, "cle-repetee"),
    ("data/bandeaux.yaml", 3, "bandeau"),
    ("data/bandeaux.yaml", 7, "adresse-du-site"),
    ("data/communes.yaml", 3, "forme"),
    ("data/communes.yaml", 3, "nombre"),
    ("data/communes.yaml", 3, "nombre"),
    ("data/communes.yaml", 4, "valeur-inconnue"),
    ("data/documents/livret.yaml", 11, "forme"),
    ("data/documents/programme.yaml", 5, "fichier-absent"),
    ("data/documents/programme.yaml", 7, "fichier-absent"),
    ("data/documents/programme.yaml", 8, "versions"),
    ("data/lieux/Theatre Municipal.yaml", 0, "nom-de-fichier"),
    ("data/lieux/bidi.yaml", 1, "caractere-invisible"),
    ("data/lieux/bombe.yaml", 1, "signe-yaml"),
    ("data/lieux/bombe.yaml", 2, "signe-yaml"),
    ("data/lieux/code-postal.yaml", 3, "code-postal"),
    ("data/lieux/commune-en-mots.yaml", 2, "forme"),
    ("data/lieux/commune-en-mots.yaml", 3, "champ-inconnu"),
    ("data/lieux/conflit.yaml", 1, "conflit"),
    ("data/lieux/deux-fiches.yaml", 3, "yaml"),
    ("data/lieux/deux-points.yaml", 1, "yaml"),
    ("data/lieux/diese.yaml", 1, "diese"),
    ("data/lieux/etoile.yaml", 1, "yaml"),
    ("data/lieux/guillemet.yaml", 1, "yaml"),
    ("data/lieux/insecable.yaml", 1, "yaml"),
    ("data/lieux/inverse.yaml", 5, "horaires"),
    ("data/lieux/latin1.yaml", 1, "encodage"),
    ("data/lieux/liste-a-la-place.yaml", 1, "groupe-attendu"),
    ("data/lieux/mojibake.yaml", 1, "accents-abimes"),
    ("data/lieux/nom-en-liste.yaml", 1, "texte-attendu"),
    ("data/lieux/nom-vide.yaml", 1, "vide"),
    ("data/lieux/nom-vide.yaml", 3, "liste-attendue"),
    ("data/lieux/nom-vide.yaml", 4, "nombre"),
    ("data/lieux/nom-vide.yaml", 5, "champ-calcule"),
    ("data/lieux/octet-nul.yaml", 1, "caractere-invisible"),
    ("data/lieux/point-inverse.yaml", 3, "coordonnees"),
    ("data/lieux/point-inverse.yaml", 4, "coordonnees"),
    ("data/lieux/retrait.yaml", 2, "yaml"),
    ("data/lieux/site-piege.yaml", 3, "adresse-web"),
    ("data/lieux/site-piege.yaml", 4, "telephone"),
    ("data/lieux/site-piege.yaml", 6, "acces"),
    ("data/lieux/tabulation.yaml", 3, "yaml"),
    ("data/lieux/utf16.yaml", 1, "encodage"),
    ("data/lieux/virgule.yaml", 1, "virgule"),
    ("data/notes.yaml", 0, "fichier-inconnu"),
    ("data/organismes/ccas.yaml", 3, "vide"),
    ("data/organismes/ccas.yaml", 4, "vide"),
    ("data/partenaires/comedie.yaml", 1, "doublon"),
    ("data/partenaires/salle-des-fetes.yaml", 3, "valeur-inconnue"),
    ("data/partenaires/salle-des-fetes.yaml", 6, "siret"),
    ("data/partenaires/salle-des-fetes.yaml", 7, "courriel"),
    ("data/partenaires/salle-des-fetes.yaml", 10, "prix"),
    ("data/redirections.yaml", 2, "redirection"),
    ("data/redirections.yaml", 4, "redirection"),
    ("data/redirections.yaml", 5, "adresse-du-site"),
    ("data/rencontres/automne.yaml", 6, "nombre"),
    ("data/rencontres/automne.yaml", 7, "champ-inconnu"),
    ("data/rencontres/printemps.yaml", 5, "reference-inconnue"),
    ("data/rencontres/printemps.yaml", 6, "reference-inconnue"),
    ("data/rencontres/printemps.yaml", 7, "reference-inconnue"),
    ("data/rendez-vous/fete.yaml", 6, "nombre"),
    ("data/rendez-vous/fete.yaml", 7, "liste-attendue"),
    ("data/sigles/a.yaml", 2, "homonyme"),
    ("data/sigles/a.yaml", 9, "valeur-inconnue"),
    ("data/sigles/a.yaml", 18, "homonyme"),
    ("data/sigles/r.yaml", 7, "annees"),
    ("data/sigles/r.yaml", 8, "remplacement"),
    ("data/sigles/r.yaml", 14, "remplacement"),
    ("data/sigles/r.yaml", 15, "doublon"),
    ("data/sorties/2026/2026-10-25-heure-double.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-05-concert.yaml", 1, "doublon"),
    ("data/sorties/2026/2026-12-06-annee-courte.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-06-demain.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-06-fin-avant.yaml", 5, "fin"),
    ("data/sorties/2026/2026-12-06-fin-et-duree.yaml", 6, "fin"),
    ("data/sorties/2026/2026-12-06-fin-trop-loin.yaml", 5, "fin"),
    ("data/sorties/2026/2026-12-06-heure-25.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-06-jour-faux.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-06-minuit.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-06-sans-annee.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-06-sans-date.yaml", 4, "champ-manquant"),
    ("data/sorties/2026/2026-12-06-trente-fevrier.yaml", 4, "date-incomprise"),
    ("data/sorties/2026/2026-12-07-autre-jour.yaml", 3, "date-et-nom-de-fichier"),
    ("data/sorties/2026/2026-12-08-ages.yaml", 10, "age"),
    ("data/sorties/2026/2026-12-08-balise.yaml", 1, "balise-html"),
    ("data/sorties/2026/2026-12-08-condition.yaml", 7, "gratuite"),
    ("data/sorties/2026/2026-12-08-deux-lieux.yaml", 9, "lieu"),
    ("data/sorties/2026/2026-12-08-gratuite-oui.yaml", 6, "groupe-attendu"),
    ("data/sorties/2026/2026-12-08-image.yaml", 10, "fichier-absent"),
    ("data/sorties/2026/2026-12-08-injection.yaml", 1, "une-ligne"),
    ("data/sorties/2026/2026-12-08-lieu-inconnu.yaml", 5, "reference-inconnue"),
    ("data/sorties/2026/2026-12-08-long.yaml", 1, "trop-long"),
    ("data/sorties/2026/2026-12-08-payant.yaml", 8, "gratuite"),
    ("data/sorties/2026/2026-12-08-repetition.yaml", 10, "repetition"),
    ("data/sorties/2026/2026-12-08-reporte.yaml", 9, "ancienne-date"),
    ("data/sorties/2026/2026-12-08-retrait.yaml", 10, "retrait"),
    ("data/sorties/2026/2026-12-08-sans-lieu.yaml", 1, "lieu"),
    ("data/sorties/2026/2026-12-08-statut.yaml", 9, "valeur-inconnue"),
    ("data/sorties/2026/2026-12-08-virgule.yaml", 9, "valeur-inconnue"),
    ("data/sorties/2026/2026-12-08-virgule.yaml", 10, "oui-non"),
    ("data/sorties/2026/2027-03-28-heure-absente.yaml", 4, "date-incomprise"),
]


@pytest.fixture(scope="module")
def error() -> DataError:
    with pytest.raises(DataError) as caught:
        load_catalog(BROKEN)
    return caught.value


def test_every_fault_is_told_once_with_its_file_its_line_and_its_code(error: DataError) -> None:
    assert [(problem.file, problem.line, problem.code) for problem in error.problems] == FAULTS


def test_the_report_is_the_one_that_was_read_and_approved(error: DataError) -> None:
    assert f"{error}\n".encode() == (BROKEN / "rapport.txt").read_bytes()


def test_every_problem_gives_a_way_out(error: DataError) -> None:
    assert [problem for problem in error.problems if not problem.hint] == []


def test_messages_begin_in_lower_case_and_speak_no_english(error: DataError) -> None:
    for problem in error.problems:
        assert problem.message[0].islower() or problem.message[0] == "«", problem.message
        assert not {"should", "must", "input", "valid", "expected"} & set(problem.message.lower().split())


def test_faulty_bytes_have_survived_git() -> None:
    places = BROKEN / "data" / "lieux"
    assert (places / "latin1.yaml").read_bytes().startswith(b"nom: Th\xe9\xe2tre")
    assert (places / "utf16.yaml").read_bytes().startswith(b"\xff\xfen\x00o\x00m\x00")
    assert b"\x00" in (places / "octet-nul.yaml").read_bytes()
    assert b"\xa0" in (places / "insecable.yaml").read_bytes()
