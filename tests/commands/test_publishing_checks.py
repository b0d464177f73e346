"""Each reason not to publish is told in French, and nothing moves online."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.commands.publishing_trees import GitError
from tests.commands.publishing_workshop import HOST, SITE, Workshop, git, open_workshop, refused


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return open_workshop(tmp_path, monkeypatch)


def test_work_that_git_does_not_have_is_listed(workshop: Workshop) -> None:
    workshop.write("content/a.md", "Titre : B\n")
    workshop.write("content/été.md", "Titre : Été\n")
    refused(
        workshop,
        workshop.publish(),
        "2 fichiers ne sont pas encore dans git.",
        "     modifié : content/a.md",
        "     nouveau : content/été.md",
    )
    assert "Construction du site…" not in workshop.said


def test_missing_legal_fields_are_told_with_their_line(workshop: Workshop) -> None:
    workshop.gaps = ("hebergeur.telephone", "directeur_de_publication")
    refused(
        workshop,
        workshop.publish(),
        "2 renseignements légaux manquent encore.",
        "     data/association.yaml:4 : hebergeur.telephone",
        "     data/association.yaml : directeur_de_publication",
    )


def test_a_folder_without_git_is_told(tmp_path: Path, workshop: Workshop) -> None:
    workshop.root = tmp_path / "dossier"
    workshop.root.mkdir()
    refused(workshop, workshop.publish(), "Ce dossier n’est pas un dépôt git", "git clone")


def test_a_machine_without_git_is_told(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    refused(workshop, workshop.publish(), "Le programme git n’a pas été trouvé.", "git-scm.com")


def test_an_unknown_remote_is_told(workshop: Workshop) -> None:
    refused(
        workshop,
        workshop.publish(remote="ailleurs"),
        "dépôt distant nommé « ailleurs »",
        "git remote add ailleurs",
    )


def test_a_remote_that_does_not_answer_is_told(workshop: Workshop, tmp_path: Path) -> None:
    git(workshop.root, "remote", "set-url", "origin", str(tmp_path / "disparu.git"))
    refused(workshop, workshop.publish(), "Le dépôt distant « origin » ne répond pas.", "git dit :")


def test_a_branch_that_holds_sources_is_never_replaced(workshop: Workshop) -> None:
    git(workshop.root, "push", "--quiet", "origin", "main:vieux-projet")
    refused(
        workshop,
        workshop.publish(branch="vieux-projet", accept=["branche-des-sources"]),
        "La branche « vieux-projet » contient des sources : publier les effacerait.",
        "     content",
    )


def test_a_local_branch_that_holds_sources_is_never_published(workshop: Workshop) -> None:
    git(workshop.root, "branch", "gh-pages", "main")
    refused(workshop, workshop.publish(), "La branche « gh-pages » contient des sources")


def test_the_branch_one_works_on_is_never_replaced(workshop: Workshop) -> None:
    git(workshop.root, "checkout", "--quiet", "-b", "essai")
    refused(workshop, workshop.publish(branch="essai"), "La branche « essai » porte les sources")


def test_somebody_elses_commit_online_is_not_lost_unseen(workshop: Workshop) -> None:
    workshop.publish()
    workshop.put_online_by_hand({"ajout.txt": "à la main"})
    refused(
        workshop,
        workshop.publish(),
        "un enregistrement qui ne vient pas de ./faire publier.",
        "par Camille Benevole : Retouche à la main",
        "--accepter=publication-etrangere",
    )
    assert workshop.publish(accept=["publication-etrangere"]) == 0
    assert "  - /ajout.txt" in workshop.said
    assert "ajout.txt" not in workshop.online


def test_a_commit_only_on_the_local_branch_is_not_lost_unseen(workshop: Workshop) -> None:
    workshop.publish()
    tree = git(workshop.root, "rev-parse", "origin/gh-pages^{tree}").strip()
    other = git(workshop.root, "commit-tree", tree, "-p", "origin/gh-pages", "-m", "Essai local").strip()
    git(workshop.root, "update-ref", "refs/heads/gh-pages", other)
    refused(workshop, workshop.publish(), "par Camille Benevole : Essai local")


def test_a_late_clone_does_not_erase_newer_work_from_the_site(workshop: Workshop) -> None:
    start = git(workshop.root, "rev-parse", "HEAD").strip()
    workshop.write("content/b.md", "Titre : B\n")
    workshop.commit()
    workshop.publish()
    git(workshop.root, "reset", "--quiet", "--hard", start)
    refused(workshop, workshop.publish(), "vient d’un travail que ce dossier n’a pas", "git pull")


def test_work_that_was_not_shared_is_not_published(workshop: Workshop) -> None:
    git(workshop.root, "commit", "--quiet", "--allow-empty", "-m", "Ici seulement")
    refused(workshop, workshop.publish(), "pas encore dans le dépôt commun", "git push origin main")
    assert workshop.publish(accept=["travail-non-partage"]) == 0


def test_an_empty_site_is_not_published(workshop: Workshop) -> None:
    workshop.site = {"robots.txt": "User-agent: *"}
    refused(workshop, workshop.publish(), "n’a pas de page d’accueil (0 page en tout).")


def test_a_site_that_lost_more_than_a_fifth_of_its_pages_waits_for_a_wish(workshop: Workshop) -> None:
    workshop.withdrawn = tuple(f"/p{number}.html" for number in range(9))
    workshop.site = {"index.html": "A", **{f"p{number}.html": "B" for number in range(9)}}
    workshop.publish()
    workshop.site = {"index.html": "A", **{f"p{number}.html": "B" for number in range(7)}}
    assert workshop.publish() == 0
    workshop.site = {"index.html": "A", **{f"p{number}.html": "B" for number in range(5)}}
    refused(
        workshop,
        workshop.publish(),
        "a beaucoup rétréci : 6 pages au lieu de 8 en ligne (25 % de moins).",
        "./faire publier --accepter=site-retreci",
    )
    assert workshop.publish(accept=["site-retreci"]) == 0


def test_the_address_of_the_site_does_not_change_unseen(workshop: Workshop) -> None:
    workshop.publish()
    workshop.url = "https://autre.exemple.org"
    refused(workshop, workshop.publish(), f"répond à {HOST}, publishconf.py dit autre.exemple.org.")


@pytest.mark.parametrize("url", ["", "http://localhost:8000", "http://127.0.0.1:8000", "/site"])
def test_an_address_that_is_not_public_is_not_published(workshop: Workshop, url: str) -> None:
    workshop.url = url
    refused(workshop, workshop.publish(), "publishconf.py ne donne pas d’adresse publique")


def test_a_built_cname_that_says_otherwise_is_told(workshop: Workshop) -> None:
    workshop.site = {**SITE, "CNAME": "faux.exemple.org\n"}
    refused(workshop, workshop.publish(), "CNAME construit dit « faux.exemple.org »")


def test_a_built_cname_that_agrees_is_kept(workshop: Workshop) -> None:
    workshop.site = {**SITE, "CNAME": f"{HOST}\n"}
    assert workshop.publish() == 0
    assert git(workshop.bare, "show", "gh-pages:CNAME").strip() == HOST


def test_a_link_in_the_site_is_never_followed(workshop: Workshop) -> None:
    workshop.write("secret.txt", "à moi seule")
    workshop.commit()

    def build_with_a_link(root: Path, _day: object) -> None:
        workshop.build(root)
        (root / "output" / "lien.txt").symlink_to(root / "secret.txt")

    refused(workshop, workshop.publish(build=build_with_a_link), "contient 1 lien", "     lien.txt")
    assert workshop.branches == ["main"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_with_a_line_break_stays_at_home(workshop: Workshop) -> None:
    workshop.site = {**SITE, "deux\nlignes.html": "a"}
    refused(workshop, workshop.publish(), "1 fichier a un nom illisible", r"'deux\nlignes.html'")
    assert workshop.branches == ["main"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sorties/x/index.html", '<article class="a" data-exemple="oui">'),
        ("sorties/y.html", "<article\n  data-exemple>"),
        ("sorties/z.html", "<article data-brouillon>"),
        ("agenda.atom", "&lt;article data-exemple&gt;"),
        ("brouillons/x.html", "<p>Brouillon</p>"),
    ],
)
def test_examples_and_drafts_stay_at_home(workshop: Workshop, name: str, content: str) -> None:
    workshop.site = {**SITE, name: content}
    refused(workshop, workshop.publish(), "1 fichier contient un exemple ou un brouillon.", f"     {name}")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("theme/a.css", "[data-exemple] { border: 1px dashed }"),
        ("aide/index.html", "<p>Le code <code>data-exemple</code> marque un exemple.</p>"),
    ],
)
def test_speaking_of_examples_is_allowed(workshop: Workshop, name: str, content: str) -> None:
    workshop.site = {**SITE, name: content}
    assert workshop.publish() == 0


def test_a_file_too_heavy_for_an_old_phone_is_told(workshop: Workshop) -> None:
    workshop.site = {**SITE, "documents/gros.pdf": bytes(26 * 1024 * 1024)}
    refused(workshop, workshop.publish(), "1 fichier pèse plus de 25 Mo.", "     documents/gros.pdf : 26 Mo")


@pytest.mark.parametrize(
    "page",
    [
        "<p>Appelez Léa au 06 12 34 56 78</p>",
        "<p>Né le 12/03/1981</p>",
        "<ul><li>IBAN : FR76 3000 6000 0112 3456 7890 189</li></ul>",
    ],
)
def test_pages_that_say_too_much_of_a_person_stay_at_home(workshop: Workshop, page: str) -> None:
    workshop.site = {**SITE, "a/index.html": page}
    refused(
        workshop,
        workshop.publish(accept=["donnee-personnelle"]),
        "1 passage semble dire trop d’une personne.",
        "     a/index.html : ",
        "data/autorisations.yaml",
    )
    assert "34 56 78" not in workshop.text


def test_what_a_person_agreed_to_and_what_programs_read_are_published(workshop: Workshop) -> None:
    workshop.site = {
        **SITE,
        "a/index.html": "<p>Astreinte : 06 12 34 56 78</p><script>var n='06 98 76 54 32'</script>",
    }
    workshop.agreed = ("0612345678",)
    assert workshop.publish() == 0


def test_a_site_that_lost_its_cname_online_is_told(workshop: Workshop) -> None:
    workshop.publish()
    tree = git(workshop.root, "ls-tree", "origin/gh-pages")
    kept = "".join(line for line in tree.splitlines(keepends=True) if not line.endswith("CNAME\n"))
    made = subprocess.run(
        ["git", "-C", workshop.root, "mktree"], input=kept, capture_output=True, text=True, check=True
    )
    message = git(workshop.root, "log", "-1", "--format=%B", "origin/gh-pages")
    commit = git(workshop.root, "commit-tree", made.stdout.strip(), "-p", "origin/gh-pages", "-m", message)
    git(workshop.root, "push", "--quiet", "origin", f"{commit.strip()}:refs/heads/gh-pages")
    refused(workshop, workshop.publish(), "n’a plus de fichier CNAME", "--accepter=cname-absent")
    assert workshop.publish(accept=["cname-absent"]) == 0
    assert git(workshop.bare, "show", "gh-pages:CNAME") == HOST


def test_a_disk_that_is_full_is_told(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> str:
        raise GitError("error: unable to write file: No space left on device")

    monkeypatch.setattr("plugins.commands.publishing.commit_site", no_room)
    refused(workshop, workshop.publish(), "Il n’y a plus de place sur le disque.")
