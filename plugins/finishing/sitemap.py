"""Write what search engines read: sitemap.xml (sitemaps.org, protocol 0.9) and robots.txt (RFC 9309)."""

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

from plugins.resources import Listing

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemap(url: str, pages: Iterable[Listing]) -> bytes:
    """List the pages to look up, by address, with the day of their last change when it is known."""
    listed = {page.address: page for page in pages if page.indexed}
    entries = "".join(_entry(url, listed[address]) for address in sorted(listed))
    return f"{_HEAD}{entries}</urlset>\n".encode()


def robots(url: str, *, production: bool) -> bytes:
    """Welcome robots on the published site, and keep them away from any other copy."""
    if not production:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {_absolute(url, '/sitemap.xml')}\n".encode()


def _entry(url: str, page: Listing) -> str:
    changed = f"<lastmod>{page.modified:%Y-%m-%d}</lastmod>" if page.modified else ""
    return f"<url><loc>{escape(_absolute(url, page.address))}</loc>{changed}</url>\n"


def _absolute(url: str, address: str) -> str:
    return f"{url.rstrip('/')}{quote(address)}"
