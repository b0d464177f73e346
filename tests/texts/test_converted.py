import os
from datetime import date
from pathlib import Path

import pytest

from plugins.catalog import Catalog, load_catalog
from plugins.catalog.models.post import Post
from plugins.french import slugify
from plugins.ledger.digests import Digester
from plugins.ledger.shelf import written
from plugins.ledger.traces import NEVER, Sources
from plugins.resources import Crumb, Site
from plugins.texts.conversion import seen_of
from plugins.texts.converted import Conversion, Texts, Told, key_of, seen_in

MINI = Path(__file__).parents[1] / "sites" / "mini"
SETTINGS = {
    "extensions": ["extra", "toc"],
    "extension_configs": {"toc": {"slugify": lambda words, _: slugify(words)}},
    "output_format": "html5",
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(MINI)


def texts(catalog: Catalog, file: Path, basis: str = "b1") -> Texts:
    sources = Sources(Digester(), {"catalog.root": lambda: "r1"})
    sources.give("catalog", catalog)
    site = Site(catalog, (), date(2026, 11, 22), "", True)
    return Texts(site, SETTINGS, sources, file, basis, shown=lambda _: "")


def posts(count: int) -> list[Post]:
    return [
        Post.model_validate(
            {"slug": f"2026-01-01-{number}", "titre": "T", "date": "2026-01-01", "rubrique": "R",
             "corps": f"## Partie {number}\n\nDes mots.", "chemin": f"content/billets/{number}.md"}
        )
        for number in range(count)
    ]  # fmt: skip


def test_a_text_is_converted_once_for_all_builds(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (post,) = posts(1)
    first = texts(catalog, tmp_path / "t.sqlite")
    assert first.of(post).html == '<h2 id="partie-0">Partie 0</h2>\n<p>Des mots.</p>'
    first.write_down([post])
    second = texts(catalog, tmp_path / "t.sqlite")
    monkeypatch.setattr("plugins.texts.converted.Converter.convert", None)
    assert second.of(post) == first.of(post)
    assert {"catalog.acronyms", "texts.basis"} <= second.reads


@pytest.mark.parametrize("basis", ["b2", NEVER])
def test_another_program_converts_anew(catalog: Catalog, tmp_path: Path, basis: str):
    (post,) = posts(1)
    first = texts(catalog, tmp_path / "t.sqlite")
    first.of(post)
    first.write_down([post])
    assert texts(catalog, tmp_path / "t.sqlite", basis)._shelf.keys == frozenset()


def test_a_change_of_the_words_of_the_file_of_what_it_shows_or_of_the_meanings_is_another_text():
    (post,) = posts(1)
    changes = ({"body": "x"}, {"file": "y.md"}, {"meanings": ("rsa",)}, {"date": date(2025, 1, 1)})
    keys = {
        key_of(post, ""),
        key_of(post, "a"),
        *(key_of(post.model_copy(update=change), "") for change in changes),
    }
    assert len(keys) == 6
    assert key_of(post, "") == key_of(post.model_copy(update={"title": "Un autre titre"}), "")


def test_a_picture_whose_address_is_hidden_in_the_words_makes_the_whole_folder_count(catalog: Catalog):
    (post,) = posts(1)
    for source, counts in (("/images/point.png", False), ("/im&#97;ges/point.png", True)):
        conversion = Conversion(catalog, SETTINGS)
        told = conversion.told(
            post.model_copy(update={"body": f'Voici <img src="{source}" alt="Un point">.'})
        )
        assert 'width="1"' in told[0]
        assert ("catalog.root" in conversion.reads) is counts


def test_many_texts_are_the_same_by_one_process_or_by_three(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    found = []
    for hands in ("1", "3"):
        monkeypatch.setenv("COEURS", hands)
        made = texts(catalog, tmp_path / f"{hands}.sqlite")
        made.convert(posts(300))
        found.append([made.of(post) for post in posts(300)])
        found.append(made.reads)
    assert found[:2] == found[2:]


@pytest.mark.parametrize(("are_held", "in_memory"), [(False, 0), (True, 3)])
def test_texts_converted_before_the_build_are_taken_and_held_by_a_process_that_stays_alone(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, are_held: bool, in_memory: int
):
    conversion, told = Conversion(catalog, SETTINGS), Told()
    for post in posts(3):
        told.add(key_of(post, ""), written(conversion.told(post)), seen_in(conversion.told(post)))
    made = texts(catalog, tmp_path / "t.sqlite")
    made.take(told, conversion.reads, are_held=are_held)
    assert len(made._shelf._new) == in_memory
    monkeypatch.setattr("plugins.texts.converted.Converter.convert", None)
    made.convert(posts(3))
    found = [made.of(post) for post in posts(3)]
    assert found[2].html == '<h2 id="partie-2">Partie 2</h2>\n<p>Des mots.</p>'
    made.write_down(posts(3))
    again = texts(catalog, tmp_path / "t.sqlite")
    assert [again.of(post) for post in posts(3)] == found
    assert "catalog.acronyms" in again.reads


def test_texts_that_were_taken_are_left_even_by_a_build_that_fails_afterwards(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    conversion, told, (post,) = Conversion(catalog, SETTINGS), Told(), posts(1)
    told.add(key_of(post, ""), written(conversion.told(post)), seen_in(conversion.told(post)))
    made = texts(catalog, tmp_path / "t.sqlite")
    made.take(told, conversion.reads, are_held=False)
    made.leave_those_taken()
    made.close()
    monkeypatch.setattr("plugins.texts.converted.Converter.convert", None)
    assert (
        texts(catalog, tmp_path / "t.sqlite").of(post).html
        == '<h2 id="partie-0">Partie 0</h2>\n<p>Des mots.</p>'
    )


def test_the_texts_of_no_record_go_when_they_are_too_many(catalog: Catalog, tmp_path: Path):
    file = tmp_path / "t.sqlite"
    for kept in (9, 3, 3):
        made = texts(catalog, file)
        for post in posts(kept):
            made.of(post)
        made.write_down(posts(kept))
    assert len(texts(catalog, file)._shelf.keys) == 3


def test_a_text_that_cannot_be_converted_fails_when_it_is_asked_for(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def convert(_self: object, _record: Post) -> None:
        raise RecursionError(f"{os.getpid()}")

    monkeypatch.setattr("plugins.texts.converted.Converter.convert", convert)
    made = texts(catalog, tmp_path / "t.sqlite")
    made.convert(posts(200))
    with pytest.raises(RecursionError, match=f"{os.getpid()}"):
        made.of(posts(1)[0])


def test_what_stands_for_a_text_that_was_converted_before_is_known_without_it(
    catalog: Catalog, tmp_path: Path
):
    known, other = posts(2)
    found = texts(catalog, tmp_path / "t.sqlite")
    conversion, told = Conversion(catalog, SETTINGS), Told()
    told.add(key_of(known, ""), "[]", seen_in(conversion.told(known)))
    found.take(told, conversion.reads, are_held=True)
    text = texts(catalog, tmp_path / "none.sqlite").of(known)
    assert found.seen(known) == seen_of(text.html, text.outline)
    assert found.seen(other) is None


def test_what_stands_for_a_text_says_its_words_and_its_headings():
    crumb = Crumb("Un", "#un")
    seen = {
        seen_of(html, outline)
        for html in ("<p>a</p>", "<p>b</p>")
        for outline in ((), (crumb,), (crumb, crumb))
    }
    assert len(seen) == 6
    assert len({one.outline for one in seen}) == 3
