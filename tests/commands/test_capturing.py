import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.catalog import load_catalog
from plugins.commands import capturing
from plugins.commands.building import BuildResult
from plugins.commands.capturing import CaptureError, Shot, disagreements, lighten, read_manifest
from plugins.commands.protocol import Built

ROOT = Path(__file__).parents[2]
LINE = "- image: chercher/etape-1.png\n  page: /sorties/\n  cadre: [.card]\n"


def png(size: tuple[int, int] = (4, 4)) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, "#8f0e2e").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "tutoriels" / "chercher"
    folder.mkdir(parents=True)
    (folder.parent / "captures.yaml").write_text(LINE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Take the place of a build; note how it was asked for, and which pictures stood there."""
    calls: list[dict[str, object]] = []

    def build(root: Path, **options: object) -> BuildResult:
        there = [path.name for path in root.rglob("*.png")]
        calls.append({"there": there, "day": str(options["day"]), "examples": options["examples"]})
        return BuildResult(0, Built(1, 1, 1.0, "site", "2026-11-22"), (), (), 1.0)

    monkeypatch.setattr(capturing, "build", build)
    return calls


def test_the_manifest_is_read_in_order(root: Path) -> None:
    assert read_manifest(root) == [Shot("chercher/etape-1.png", "/sorties/", (".card",))]


def test_a_picture_that_is_not_wholly_described_is_told(root: Path) -> None:
    (root / capturing.MANIFEST).write_text(LINE + "- image: a/b.png\n  page: /\n", encoding="utf-8")
    with pytest.raises(
        CaptureError, match=r"^content/tutoriels/captures\.yaml, image n° 2 : il manque « cadre »\.$"
    ):
        read_manifest(root)


def test_pictures_are_made_from_the_examples_of_a_fixed_day(root, built, capsys) -> None:
    assert capturing.capture(root, lambda _site, shots: ((shot, png()) for shot in shots)) == 0
    assert built == [{"there": ["etape-1.png"], "day": "2026-11-22", "examples": True}]
    assert (root / "content/tutoriels/chercher/etape-1.png").read_bytes() == png()
    assert "1\u00a0image de tutoriels, dont 1 à regarder" in capsys.readouterr().out
    assert capturing.capture(root, lambda _site, shots: ((shot, png()) for shot in shots)) == 0
    assert "dont 0 à regarder" in capsys.readouterr().out


def test_a_picture_that_could_not_be_made_leaves_nothing_behind(root, built, capsys) -> None:
    def shoot(_site: Path, _shots: list[Shot]) -> object:
        raise CaptureError("Pas de Chromium.")

    assert capturing.capture(root, shoot) == 1
    assert built
    assert list(root.rglob("*.png")) == []
    assert "Pas de Chromium." in capsys.readouterr().err


def test_without_a_browser_the_way_out_is_said_in_french(root, built, monkeypatch, capsys) -> None:
    monkeypatch.setattr(capturing.shutil, "which", lambda _name: None)
    assert capturing.capture(root) == 1
    assert built
    assert capsys.readouterr().err == (
        "Pas de Chromium sur cet ordinateur : il fait les images. "
        "Installez l’un de ceux-ci : chromium, chromium-browser, google-chrome.\n"
    )


def test_a_picture_that_the_command_does_not_make_is_told(root: Path) -> None:
    (root / "content/tutoriels/chercher/photo.png").write_bytes(png())
    told = list(disagreements(root, read_manifest(root)))
    manifest = "aucune ligne de content/tutoriels/captures.yaml ne refait cette image"
    assert told == [f"content/tutoriels/chercher/photo.png : {manifest}. Ajoutez-la, ou retirez l’image."]


def test_a_picture_is_lightened_and_carries_no_note() -> None:
    light = lighten(png((800, 600)), "a.png")
    with Image.open(BytesIO(light)) as image:
        assert (image.size, image.mode, image.info) == ((800, 600), "P", {})
    assert len(light) < 3000


def test_a_picture_that_stays_too_heavy_is_told() -> None:
    noise = Image.effect_noise((900, 900), 90).convert("RGB")
    buffer = BytesIO()
    noise.save(buffer, "PNG")
    with pytest.raises(CaptureError, match=r"^a\.png : l’image dépasse 40 ko\. Resserrez son cadre"):
        lighten(buffer.getvalue(), "a.png")


def test_tutorials_and_the_manifest_name_the_same_pictures() -> None:
    shots = read_manifest(ROOT)
    named = {
        f"{slug}/{file}"
        for slug, found in load_catalog(ROOT).tutorials.items()
        for file in re.findall(r"!\[[^\]]*\]\(([^/)][^)]*)\)", found.body)
    }
    assert named == {shot.image for shot in shots}
    assert list(disagreements(ROOT, shots)) == []


def test_what_shows_examples_says_so() -> None:
    shown = {
        shot.image
        for shot in read_manifest(ROOT)
        if shot.page.startswith("/sorties/") or "exemple" in shot.page
    }
    for slug, found in load_catalog(ROOT).tutorials.items():
        for words, file in re.findall(r"!\[([^\]]*)\]\(([^/)][^)]*)\)", found.body):
            assert words.startswith("Exemple") == (f"{slug}/{file}" in shown), file
