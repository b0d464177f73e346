import struct
import zlib
from collections.abc import Callable

import pytest

from plugins.catalog import Catalog

Told = Callable[[dict[str, str | bytes]], list[tuple[int, str, str]]]
Load = Callable[[dict[str, str | bytes]], Catalog]

FILE = "content/tutoriels/chercher/index.md"
HEADER = "---\ntitre: Chercher\npour: [visiteur]\nverifie_le: 22/11/2026\n---\n"


def _png(size: int) -> bytes:
    """Return a grey picture of so many bytes (at least 70), one point high and not compressed."""
    start = b"\x89PNG\r\n\x1a\n"
    width = size - 69  # what the signature, three chunks, the filter of the line and zlib's own bytes take
    points = zlib.compress(bytes(1 + width), 0)
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)), (b"IDAT", points), (b"IEND", b""))
    return start + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _tutorial(body: str, header: str = HEADER) -> dict[str, str | bytes]:
    return {FILE: f"{header}\n{body}"}


def test_steps_that_follow_each_other_tell_nothing(told: Told) -> None:
    assert (
        told(
            _tutorial(
                "Avant.\n\n## 1. Ouvrir\n\nOuvrez la page.\n\n### Bon à savoir\n\nx\n\n## 2. Lire\n\nx\n"
            )
        )
        == []
    )


def test_a_tutorial_without_a_step_is_told_unless_it_is_a_draft(told: Told) -> None:
    assert told(_tutorial("Du texte.\n")) == [(2, "etapes", "ce tutoriel n’a pas d’étape.")]
    assert told(_tutorial("Du texte.\n", HEADER.replace("pour", "brouillon: oui\npour"))) == []


@pytest.mark.parametrize("second", ["## 3. Lire", "## Lire", "## 2 Lire"])
def test_a_step_out_of_order_is_told_at_its_line(told: Told, second: str) -> None:
    assert told(_tutorial(f"## 1. Ouvrir\n\nx\n\n{second}\n\nx\n")) == [
        (11, "etapes", "les étapes se suivent : 1, 2, 3…")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ouvrez la page. Elle montre les sorties. Vous la lisez.",
        "Ouvrez la page. Regardez le haut. Vérifiez le jour.",
        "Ouvrez la page. N’écrivez jamais de nom.",
        "Avez-vous un téléphone ? Voulez-vous essayer ?\n\nOuvrez la page.",
        "Ouvrez la page « Copiez ceci ».",
        "Tapez :\n\n```\nOuvrez ceci.\n```",
        "Si vous savez, passez à l’étape 4. Touchez le titre.",
    ],
)
def test_one_action_and_its_explanations_are_right(load: Load, text: str) -> None:
    assert load(_tutorial(f"## 1. Faire\n\n{text}\n")).notices == ()


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Ouvrez la page. Copiez l’adresse.", "ouvrez, copiez"),
        ("Ouvrez la page, puis copiez l’adresse.", "ouvrez, copiez"),
        ("Ouvrez la page et touchez le titre.", "ouvrez, touchez"),
        ("- Ouvrez la page\n- Touchez le titre", "ouvrez, touchez"),
        (
            "**Ouvrez** la page.\n\nEnsuite, [touchez](/sorties/) le titre.\n\nFermez.",
            "ouvrez, touchez, fermez",
        ),
    ],
)
def test_a_step_of_several_actions_is_told_with_its_verbs_and_stops_nothing(
    load: Load, text: str, verbs: str
) -> None:
    count = verbs.count(",") + 1
    notices = load(_tutorial(f"## 1. Faire\n\n{text}\n")).notices
    assert [(notice.line, notice.code, notice.message) for notice in notices] == [
        (7, "plusieurs-actions", f"cette étape demande {count} actions : {verbs}.")
    ]


def test_a_draft_may_still_have_several_actions_in_a_step(load: Load) -> None:
    header = HEADER.replace("pour", "brouillon: oui\npour")
    assert load(_tutorial("## 1. Faire\n\nOuvrez. Copiez.\n", header)).notices == ()


SHOWN = "## 1. Voir\n\n![La page](etape-1.png)\n"
PICTURE = "content/tutoriels/chercher/etape-1.png"


def test_a_picture_beside_its_text_is_right(told: Told) -> None:
    assert told({**_tutorial(SHOWN), PICTURE: _png(40_000)}) == []


def test_a_picture_that_is_not_there_is_told(told: Told) -> None:
    assert told(_tutorial(SHOWN)) == [
        (9, "fichier-absent", "l’image « etape-1.png » n’est pas dans le dossier du tutoriel.")
    ]


def test_a_picture_that_no_step_shows_is_told(told: Told) -> None:
    assert told({**_tutorial("## 1. Voir\n\nx\n"), PICTURE: _png(80)}) == [
        (0, "image-sans-place", "aucune étape ne montre cette image.")
    ]


def test_a_heavy_picture_is_told(told: Told) -> None:
    assert told({**_tutorial(SHOWN), PICTURE: _png(40_001)}) == [
        (0, "image-trop-lourde", "cette image est trop lourde pour un vieux téléphone.")
    ]


def test_a_picture_without_words_is_told(told: Told) -> None:
    assert (9, "image-sans-mots", "cette image n’a pas de description.") in told(
        {**_tutorial("## 1. Voir\n\n![](etape-1.png)\n"), PICTURE: _png(80)}
    )


def test_an_unknown_tutorial_to_read_before_is_told(told: Told) -> None:
    header = HEADER.replace("pour", "avant: [cherche]\npour")
    assert told(_tutorial("## 1. Voir\n\nx\n", header)) == [
        (3, "reference-inconnue", "« cherche » ne correspond à aucune fiche.")
    ]
