"""Encode Atom feeds (RFC 4287)."""

from collections.abc import Sequence
from html import escape
from xml.sax.saxutils import quoteattr

from plugins.formats.feed import FeedEntry, FeedHead, instant, printable


def encode_atom(head: FeedHead, entries: Sequence[FeedEntry], encoded: Sequence[bytes]) -> bytes:
    """Put encoded entries in a feed; it is as old as its latest change."""
    updated = max((entry.updated for entry in entries), default=head.updated)
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
        f"<title>{_words(head.title)}</title>",
        f"<subtitle>{_words(head.description)}</subtitle>",
        f"<id>{_words(head.url)}</id>",
        f"<updated>{instant(updated)}</updated>",
        f"<author><name>{_words(head.author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(head.url)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(head.home)}/>',
    )
    return b"".join((*(f"{line}\n".encode() for line in lines), *encoded, b"</feed>\n"))


def encode_entry(entry: FeedEntry) -> bytes:
    """Encode one entry, once for all the feeds that hold it."""
    content = "".join(f"<p>{_words(paragraph)}</p>" for paragraph in entry.paragraphs)
    lines = [
        "<entry>",
        f"<title>{_words(entry.title)}</title>",
        f"<id>{_words(entry.url)}</id>",
        f"<updated>{instant(entry.updated)}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(entry.url)}/>',
        *(f"<category term={quoteattr(printable(tag))}/>" for tag in entry.tags),
        f"<summary>{_words(entry.summary)}</summary>",
        f'<content type="html">{_words(content)}</content>',
        "</entry>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _words(text: str) -> str:
    return escape(printable(text), quote=False)
