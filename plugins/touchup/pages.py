"""The same change in what shows a text: its page, and the feeds that repeat it whole."""

from html import escape

from plugins.french import typeset_html
from plugins.touchup.prose import Change
from plugins.touchup.standing import Standing


def touch_page(site: Standing, path: str, change: Change) -> bool:
    """Put the paragraphs of now in a page; tell false unless those of before stand there once."""
    before, after = map(_as_html, change)
    return site.replace(path, before, after)


def touch_feed(site: Standing, path: str, change: Change) -> bool:
    """Put the paragraphs of now in a feed; tell false unless those of before stand there once."""
    before, after = (escape(_as_html(paragraphs), quote=False) for paragraphs in change)
    return site.replace(path, before, after)


def _as_html(paragraphs: tuple[str, ...]) -> str:
    return typeset_html("\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
