from datetime import date

from plugins.finishing.sitemap import robots, sitemap
from plugins.resources import Listing

PAGES = (
    Listing("/sigles/", "Sigles", None, True, "sigles"),
    Listing("/", "Accueil", None, True, ""),
    Listing("/404.html", "Introuvable", None, False, "404.html"),
    Listing("/actualites/2009/10/été&co/", "Été", date(2009, 10, 5), True, "actualites"),
)


def test_the_sitemap_lists_indexed_pages_sorted_with_the_day_of_their_change():
    assert sitemap("https://www.exemple.fr", PAGES) == (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        b"<url><loc>https://www.exemple.fr/</loc></url>\n"
        b"<url><loc>https://www.exemple.fr/actualites/2009/10/%C3%A9t%C3%A9%26co/</loc>"
        b"<lastmod>2009-10-05</lastmod></url>\n"
        b"<url><loc>https://www.exemple.fr/sigles/</loc></url>\n"
        b"</urlset>\n"
    )


def test_the_order_and_the_repetition_of_pages_do_not_count():
    assert sitemap("https://www.exemple.fr/", (*reversed(PAGES), PAGES[0])) == sitemap(
        "https://www.exemple.fr", PAGES
    )


def test_the_published_site_welcomes_robots():
    assert robots("https://www.exemple.fr", production=True) == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://www.exemple.fr/sitemap.xml\n"
    )


def test_any_other_copy_keeps_robots_away():
    assert robots("https://www.exemple.fr", production=False) == b"User-agent: *\nDisallow: /\n"
