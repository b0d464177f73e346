import pytest

from plugins.commands.installing import explain


@pytest.mark.parametrize(
    ("tail", "first"),
    [
        (
            "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "Un outil téléchargé n’est pas",
        ),
        ("ERROR: No matching distribution found for x", "Un outil est introuvable"),
        ("OSError: [Errno 28] No space left on device", "Il n’y a plus de place"),
        ("anything else", "L’installation des outils n’est pas allée au bout."),
    ],
)
def test_what_pip_says_is_put_into_french(tail: str, first: str) -> None:
    assert explain(tail).startswith(first)
