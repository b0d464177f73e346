from pelican.paginator import PaginationRule

from plugins.bridge.numbering import ListPlace, numbered_pages

RULES = (
    PaginationRule(1, "{url}", "{save_as}"),
    PaginationRule(2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
NEWS = ListPlace("actualites/index.html", "actualites/", RULES)


def pages(count: int, size: int = 4) -> list[tuple[int, list[int]]]:
    newest_first = list(range(count, 0, -1))
    return [(page.number, list(page.object_list)) for page in numbered_pages(newest_first, size, NEWS)]


def test_a_short_list_is_on_one_page():
    assert pages(0) == [(1, [])]
    assert pages(1) == [(1, [1])]
    assert pages(5) == [(1, [5, 4, 3, 2, 1])]


def test_a_full_page_is_left_behind_once_the_newest_has_become_too_long():
    assert pages(6) == [(2, [6, 5]), (1, [4, 3, 2, 1])]
    assert pages(9) == [(2, [9, 8, 7, 6, 5]), (1, [4, 3, 2, 1])]
    assert pages(10) == [(3, [10, 9]), (2, [8, 7, 6, 5]), (1, [4, 3, 2, 1])]


def test_pages_of_one_item_never_leave_an_empty_newest_one():
    assert pages(3, size=1) == [(3, [3]), (2, [2]), (1, [1])]


def test_a_full_page_stays_what_it_is_whatever_comes():
    full: dict[int, list[int]] = {}
    for count in range(60):
        newest, *others = pages(count)
        assert count < 2 or 2 <= len(newest[1]) <= 5
        for number, items in others:
            assert full.setdefault(number, items) == items
    assert full[1] == [4, 3, 2, 1]
    assert len(full) == 14


def test_the_newest_page_has_the_address_of_the_list_and_each_leads_to_its_neighbours():
    newest, middle, oldest = numbered_pages(list(range(10)), 4, NEWS)
    assert (newest.url, newest.save_as) == ("actualites/", "actualites/index.html")
    assert (newest.is_newest, newest.newer, newest.older) == (True, "", "actualites/page/2/")
    assert (middle.url, middle.save_as) == ("actualites/page/2/", "actualites/page/2/index.html")
    assert (middle.is_newest, middle.newer, middle.older) == (False, "actualites/", "actualites/page/1/")
    assert (oldest.is_newest, oldest.newer, oldest.older) == (False, "actualites/page/2/", "")


def test_the_words_of_an_address_are_those_of_pelican():
    rules = (
        PaginationRule(1, "/{url}", "/{save_as}"),
        PaginationRule(2, "{name}-{number}{extension}", "{name}"),
    )
    assert ListPlace("a/liste.html", "a/liste.html", rules).where(1, is_newest=True) == (
        "a/liste.html",
        "a/liste.html",
    )
    assert ListPlace("a/liste.html", None, rules).where(3, is_newest=False) == ("a/liste-3.html", "a/liste")
    assert ListPlace("index.html", "", RULES).where(2, is_newest=False) == ("page/2/", "page/2/index.html")
