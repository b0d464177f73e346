from pathlib import Path

import pytest

from plugins.french.stems import without_targets
from plugins.ledger.stamps import scan
from plugins.search.entries import entry
from plugins.search.shards import index_files
from plugins.touchup.index import Texts, touch_index
from plugins.touchup.standing import Standing

ADDRESS = "/actualites/recit/"
OTHERS = (
    entry("/a/", "Page", "Une rencontre", words="théâtre thé rentrée solidaire"),
    entry("/b/", "Page", "Le thé", words="salade conte conter"),
)


def _index(body: str) -> dict[str, bytes]:
    files = index_files(
        [*OTHERS, entry(ADDRESS, "Actualité", "Un récit", "12 mai", words=f"{without_targets(body)} danse")]
    )
    return {file.path: file.content for file in files.values()}


def _touched(tmp_path: Path, before: str, after: str) -> dict[str, bytes] | None:
    """Return the index after a touch-up of a text whose header has a tag, « danse »; None when it declines."""
    for path, content in _index(before).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    site = Standing(tmp_path, scan(tmp_path))
    if not touch_index(site, ADDRESS, Texts("titre: Un récit\nmots-cles: [danse]", before, after)):
        return None
    return {path: site.read(path) for path in scan(tmp_path)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Un conte de rentrée", "Un conte de solidaires"),
        ("Un conte de rentrée", "Un conte solidaire au théâtre"),
        ("Un conte de rentrée au théâtre", "Un conte de rentrée"),
        ("Un conte de rentrée", "Des contes de rentrée"),
        ("Un conte de rentrée", "Un récit de rentrée, en mai"),
        ("Un conte de rentrée", "Un conte de rentrée, de la danse"),
        ("Un conte de [rentrée](/salade/)", "Un conte de [rentrée](/conter/)"),
    ],
)
def test_the_index_is_the_one_that_a_build_would_write(tmp_path, before, after):
    assert _touched(tmp_path, before, after) == _index(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Un conte de rentrée", "Un conte zinzolin"),
        ("Un conte ondoyant", "Un conte"),
        ("Un conte de danse", "Un conte"),
    ],
)
def test_a_file_that_would_come_or_go_and_a_word_of_the_header_are_left_to_a_build(tmp_path, before, after):
    assert _touched(tmp_path, before, after) is None


def test_a_text_that_the_index_does_not_show_is_left_to_a_build(tmp_path):
    _touched(tmp_path, "Un conte", "Un conte")
    site = Standing(tmp_path, scan(tmp_path))
    assert not touch_index(site, "/brouillons/recit/", Texts("", "Un conte", "Un thé"))


def test_a_site_without_an_index_has_nothing_to_change(tmp_path):
    assert touch_index(Standing(tmp_path, {}), ADDRESS, Texts("", "Un conte", "Un thé"))


def test_a_file_that_is_no_index_is_refused(tmp_path):
    path = tmp_path / "recherche" / "index" / "th.js"
    path.parent.mkdir(parents=True)
    path.write_text("alert(1)")
    with pytest.raises(ValueError, match="alert"):
        touch_index(Standing(tmp_path, scan(tmp_path)), ADDRESS, Texts("", "Un conte", "Un thé"))
