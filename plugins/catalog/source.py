"""Read a file as text, or say in French why it cannot be read as text."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog.problems import Problem

LARGEST_FILE = 1_000_000  # bytes; the longest honest post weighs a hundredth of it

_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf©¨ª«´®¯»¢§]|â€[™œ\x9d¦“”]")


class UnreadableFileError(Exception):
    """Carry the problems of a file whose text cannot be trusted."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.message for problem in problems))


def read_text(path: Path, name: str) -> str:
    r"""Return the text of a UTF-8 file, in NFC, with `\n` line ends and no byte-order mark.

    `name` is the file's name in messages. Raise `UnreadableFileError` when the bytes are not such a text.
    """
    if path.is_symlink():
        raise UnreadableFileError(_link(name))
    if path.stat().st_size > LARGEST_FILE:
        raise UnreadableFileError(_too_large(path, name))
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_not_utf8(data, error, name)) from None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    problems = tuple(_faults(text, name))
    if problems:
        raise UnreadableFileError(*problems)
    return text


def _link(name: str) -> Problem:
    return Problem(
        name,
        0,
        "lien-symbolique",
        "ce fichier est un lien vers un autre endroit de l’ordinateur.",
        expected="un vrai fichier",
        hint="copiez le fichier lui-même dans le dossier",
    )


def _too_large(path: Path, name: str) -> Problem:
    return Problem(
        name,
        0,
        "fichier-trop-gros",
        "ce fichier de texte est trop gros pour être juste.",
        written=f"{path.stat().st_size:,} octets".replace(",", " "),
        expected="1 000 000 octets au plus",
        hint="une image ou un document collé dans le texte ? déposez-le dans content/images ou content/documents",
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    row = data.splitlines()[line - 1] if data.splitlines() else b""
    return Problem(
        name,
        line,
        "encodage",
        "les accents de ce fichier ne sont pas enregistrés en UTF-8.",
        written=row.decode("cp1252", "replace").replace("\x00", ""),
        expected="un fichier enregistré en UTF-8",
        hint="dans l’éditeur : « Enregistrer sous… », puis choisissez l’encodage UTF-8",
    )


def _faults(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if _CONFLICT.match(line):
            yield Problem(
                name,
                number,
                "conflit",
                "deux versions du fichier ont été mélangées.",
                written=line,
                hint="gardez une seule version, et effacez les lignes <<<<<<<, ======= et >>>>>>>",
            )
        if found := _INVISIBLE.search(line):
            yield Problem(
                name,
                number,
                "caractere-invisible",
                "cette ligne contient un caractère invisible qui peut tromper.",
                written=f"{line.replace(found[0], '␣')} (caractère U+{ord(found[0]):04X})",
                hint="effacez la ligne et retapez-la",
            )
        if _MOJIBAKE.search(line):
            yield Problem(
                name,
                number,
                "accents-abimes",
                "les accents de cette ligne ont été abîmés par une conversion.",
                written=line,
                hint="retapez les mots abîmés (« Ã© » était sans doute « é »)",
            )
