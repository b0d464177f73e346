"""A fault never reaches the site: the build stops, says why in French, and the old site stays to the byte."""

import shutil
from pathlib import Path

import pytest

from plugins.ledger.turn import take_turn
from tests.site.building import MINI, ONLINE, build, digests

BROKEN = MINI.parent / "broken"

POST = """---
titre: Un billet
date: 21/11/2026
rubrique: Sorties
---

{body}
"""


@pytest.fixture
def standing(mini_root):
    output = mini_root / "output"
    output.mkdir()
    (output / "index.html").write_text("le bon site", encoding="utf-8")
    return mini_root


def _refused(root, settings=None):
    before = digests(root / "output")
    result = build(root, settings if settings is not None else ONLINE)
    assert result.returncode != 0
    assert digests(root / "output") == before
    assert not (root / ".output-neuf").exists()
    take_turn(root / "output", wait=False).close()
    return result.stderr


def _post(root, body, name="2026-11-21-billet.md"):
    (root / "content" / "billets" / "2026" / name).write_text(POST.format(body=body), encoding="utf-8")


def test_a_wrong_date_stops_the_build_in_french(standing):
    (standing / "data/sorties/2026/2026-11-28-conte.yaml").write_text(
        "titre: Un conte\nresume: Une histoire.\ndates:\n  - debut: mardi 28 novembre 2026\n"
        "lieu: salle-d-essai\ngratuite:\n  type: entree-libre\n  preuve: affiche\n",
        encoding="utf-8",
    )
    report = _refused(standing)
    assert "data/sorties/2026/2026-11-28-conte.yaml, ligne 4 : " in report
    assert "le 28 novembre 2026 est un samedi, pas un mardi." in report
    assert "Traceback" not in report


def test_a_dead_link_names_the_file_and_the_line(standing):
    _post(standing, "Première ligne.\n\nVoir [le RSA](/sigles/rssa/).")
    report = _refused(standing)
    assert (
        "content/billets/2026/2026-11-21-billet.md, ligne 9 : ce lien ne mène à aucune page du site."
        in report
    )
    assert "vouliez-vous écrire « /sigles/rsa/ » ?" in report
    assert "Traceback" not in report


def test_a_dead_anchor_is_told(standing):
    _post(standing, "Voir [la lettre](/sigles/#nulle-part).")
    assert "la page existe, mais pas l’endroit nommé après « # »." in _refused(standing)


def test_two_pages_never_share_an_address(standing):
    page = "---\ntitre: Mes sigles\n---\n\nUn texte.\n"
    (standing / "content/pages/sigles.md").write_text(page, encoding="utf-8")
    report = _refused(standing)
    assert "l’adresse /sigles/ est déjà prise." in report
    assert "content/pages/sigles.md" in report


def test_a_file_that_would_never_be_published_is_told(standing):
    (standing / "content/billets/2026/Mon Billet.docx").write_bytes(b"PK")
    assert "content/billets/2026/Mon Billet.docx : le nom de ce fichier" in _refused(standing)


def test_every_problem_of_every_file_comes_at_once(standing):
    _post(standing, "![](/images/a.png)")
    (standing / "data/lieux/salle-d-essai.yaml").write_text(
        "nom: Salle\ncommune: '99999'\n", encoding="utf-8"
    )
    report = _refused(standing)
    assert "2026-11-21-billet.md, ligne 7" in report
    assert "data/lieux/salle-d-essai.yaml, ligne 2" in report


def test_a_template_that_reads_an_unknown_name_stops_the_build(standing, tmp_path):
    theme = tmp_path / "gabarits"
    theme.mkdir()
    (theme / "page.html").write_text("{{ nom_inconnu }}", encoding="utf-8")
    report = _refused(standing, {**ONLINE, "THEME_TEMPLATES_OVERRIDES": [str(theme)]})
    assert "nom_inconnu" in report


def test_a_plugin_that_fails_to_register_stops_the_build(standing):
    assert "plugins.absent" in _refused(standing, {**ONLINE, "PLUGINS": ["plugins.bridge", "plugins.absent"]})


def test_a_site_with_faults_everywhere_is_told_whole_and_leaves_the_old_site_to_the_byte(tmp_path):
    root = Path(shutil.copytree(BROKEN, tmp_path / "site"))
    shutil.copytree(MINI / "data", root / "output" / "vieux")
    assert _refused(root).strip() == (BROKEN / "rapport.txt").read_text(encoding="utf-8").strip()


def test_when_all_is_mended_the_new_site_takes_the_place_of_the_old_one(standing):
    result = build(standing, ONLINE)
    assert result.returncode == 0, result.stderr
    assert "le bon site" not in (standing / "output" / "index.html").read_text(encoding="utf-8")
    assert not (standing / ".output-ancien").exists()
