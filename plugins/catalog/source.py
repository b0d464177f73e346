"""Read a file as text, or say in French why it cannot be read as text."""

import os
import re
import stat
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path

from plugins.catalog.problems import Problem

BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change line ends."""

LARGEST_FILE = 1_000_000  # bytes; the longest honest post weighs a hundredth of it

_CONFLICT = re.compile(r"^(<{7}|>{7})( |$)")
_UNSEEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
INVISIBLE = re.compile(rf"[{_UNSEEN}]")
"""Controls, line ends that editors hide, zero-width spaces, signs that turn the reading direction around."""

_MOJIBAKE = re.compile(r"Ã[\x80-\xbf©¨ª«´®¯»¢§‰€‡ˆŠ]|â€[™œ\x9d¦“”\x99]|Å“|Â[\xa0«»°]|\ufffd")
_SUSPECT = re.compile(rf"[{_UNSEEN}Ã€ÅÂ\ufffd]")
"""What both patterns above need one of, sought for both at once: few texts hold any."""

_RELATIVE_DAY = re.compile(r"\{J([+-]\d{1,3})\}")


class UnreadableFileError(Exception):
    """Carry the problems of a file whose text cannot be trusted."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.message for problem in problems))


def raw_bytes(path: str | Path) -> bytes | None:
    """Return the bytes of a file; None when it is a link, too large, or cannot be read."""
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_FILE:
            return None
        file = os.open(
            path, os.O_RDONLY | BINARY
        )  # thousands of files: `open` asks the system three times more
        try:
            content = os.read(file, found.st_size + 1)
        finally:
            os.close(file)
        return (
            content if len(content) == found.st_size else Path(path).read_bytes()
        )  # it grows at this moment
    except OSError:
        return None


def read_text(path: Path, name: str) -> str:
    r"""Return the text of a UTF-8 file, in NFC, with `\n` line ends and no byte-order mark.

    `name` is the file's name in messages. Raise `UnreadableFileError` when the bytes are not such a text.
    """
    if path.is_symlink():
        raise UnreadableFileError(link(name))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE)
    except OSError:
        raise UnreadableFileError(_closed(name)) from None
    if size > LARGEST_FILE:
        raise UnreadableFileError(_too_large(size, data, name))
    return text_of(data, name)


def text_of(data: bytes, name: str) -> str:
    r"""Return the text that the bytes of a file are, as `read_text` does; raise `UnreadableFileError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_not_utf8(data, error, name)) from None
    text = _settled(text)
    problems = tuple(_faults(text, name))
    if problems:
        raise UnreadableFileError(*problems)
    return text


def text_again(data: bytes) -> str:
    """Return the text that some bytes are, which `text_of` has found right before."""
    return _settled(data.removeprefix(BOM_UTF8).decode())


def _settled(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def digest_of(path: str, content: bytes, examples_on: date | None) -> str:
    """Return the digest of all that a file says: its name, its bytes, the day from which an example is dated."""
    head = f"{path}\0{examples_on or ''}\0".encode("utf-8", "surrogatepass")
    return blake2b(head + content, digest_size=16).hexdigest()


def digest_of_words(text: str) -> str:
    """Return the digest of a text by itself."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def dated(text: str, examples_on: date | None) -> str:
    """Return a text where the days of an example, counted from `examples_on`, are written."""
    if examples_on is None:
        return text
    return _RELATIVE_DAY.sub(lambda found: f"{examples_on + timedelta(days=int(found[1]))}", text)


def link(name: str) -> Problem:
    """Refuse a symbolic link, to a file or a folder: what it leads to may be private, or absent elsewhere."""
    return Problem(
        name,
        0,
        "lien-symbolique",
        "ce n’est qu’un lien vers un autre endroit de l’ordinateur.",
        expected="le fichier ou le dossier lui-même",
        hint="retirez le lien, et copiez à sa place ce qu’il désigne",
    )


def _closed(name: str) -> Problem:
    return Problem(
        name,
        0,
        "fichier-ferme",
        "l’ordinateur refuse d’ouvrir ce fichier.",
        hint="vérifiez qu’il existe encore, et que vous avez le droit de le lire",
    )


def _too_large(size: int, beginning: bytes, name: str) -> Problem:
    length, line = max((len(row), number) for number, row in enumerate(beginning.split(b"\n"), start=1))
    return Problem(
        name,
        line if length > LARGEST_FILE // 10 else 0,
        "fichier-trop-gros",
        "ce fichier de texte est trop gros pour être juste.",
        written=f"{size:,} octets".replace(",", " "),
        expected="1 000 000 octets au plus",
        hint="une image ou un document collé dans le texte ? déposez-le dans content/images ou content/documents",
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        line, row = 1, data.decode("utf-16", "replace").split("\n")[0].strip()
    else:
        line = data.count(b"\n", 0, error.start) + 1
        row = data.split(b"\n")[line - 1].decode("cp1252", "replace").strip()
    return Problem(
        name,
        line,
        "encodage",
        "les accents de ce fichier ne sont pas enregistrés en UTF-8.",
        written=row or None,
        expected="un fichier enregistré en UTF-8",
        hint="dans l’éditeur : « Enregistrer sous… », puis choisissez l’encodage UTF-8",
    )


def _may_be_faulty(text: str) -> bool:
    """Tell whether a text is worth looking at line by line: none of what is looked for spans two lines."""
    if "<" * 7 in text or ">" * 7 in text:
        return True
    return bool(_SUSPECT.search(text) and (_MOJIBAKE.search(text) or INVISIBLE.search(text)))


def _faults(text: str, name: str) -> Iterator[Problem]:
    if not _may_be_faulty(text):
        return
    mixed = False
    for number, line in enumerate(text.split("\n"), start=1):
        if (mark := _CONFLICT.match(line)) and not (mixed and mark[1][0] == ">"):
            mixed = True
            yield Problem(
                name,
                number,
                "conflit",
                "deux versions du fichier ont été mélangées.",
                written=line,
                hint="gardez une seule version, et effacez les lignes <<<<<<<, ======= et >>>>>>>",
            )
        if _MOJIBAKE.search(line):
            yield Problem(
                name,
                number,
                "accents-abimes",
                "les accents de cette ligne ont été abîmés par une conversion.",
                written=line,
                hint="retapez les mots abîmés : « Ã© » était sans doute « é »",
            )
        elif INVISIBLE.search(line):
            yield Problem(
                name,
                number,
                "caractere-invisible",
                "cette ligne contient un caractère invisible qui peut tromper.",
                written=f"{INVISIBLE.sub('␣', line).strip()} (il est à la place de ␣)",
                hint="effacez la ligne entière et retapez-la, sans la coller",
            )
