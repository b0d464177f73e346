"""What stands for Pelican's objects in a digest: all that a template can read of them.

A list of posts shows no text: where no template of a page names an attribute that leads to one, the texts are
left out of its digest, and a corrected word makes one page again, not ten.
"""

from typing import Any

from pelican.contents import Content
from pelican.urlwrappers import URLWrapper

from plugins.bridge.articles import KeptArticle
from plugins.bridge.numbering import NumberedPage
from plugins.catalog.models.post import MarkdownRecord
from plugins.ledger.digests import Digester
from plugins.ledger.templates import Needs
from plugins.texts.conversion import seen_of

TEXTS = frozenset({"content", "get_content", "_content", "body", "body_line", "summary_html", "metadata"})
"""The attributes that lead to the text of a post."""

_TEXT_FIELDS = frozenset({"body", "body_line"})


def digesters() -> tuple[Digester, Digester]:
    """Return the digester of pages that show texts, and the one of pages that only name them."""
    shared = {URLWrapper: _wrapper, MarkdownRecord: _record}
    cards = Digester({Content: _card, **shared})

    def whole(content: Content) -> tuple[Any, ...]:
        html = content.seen.html if isinstance(content, KeptArticle) else seen_of(content.content, ()).html
        return (cards.encode(content), html, getattr(content, "record", None))

    return Digester({Content: whole, **shared}), cards


def shows_texts(needs: Needs) -> bool:
    """Tell whether a page may show the text of a post, or any attribute whatever."""
    return needs.is_open or bool(needs.words & TEXTS)


def lists_contents(value: Any) -> bool:
    """Tell whether a value leads to several posts or pages, be they listed by category or by tag."""
    if isinstance(value, list | tuple):
        return any(isinstance(item, Content) or lists_contents(item) for item in value)
    return isinstance(value, NumberedPage)


def _card(content: Content) -> tuple[Any, ...]:
    is_kept = isinstance(content, KeptArticle)
    metadata = dict(sorted((content.header if is_kept else content.metadata).items()))
    outline = content.seen.outline if is_kept else seen_of("", metadata.pop("outline", ())).outline
    record = metadata.pop("record", None)
    fields = type(record).model_fields if record is not None else ()
    shown = {name: getattr(record, name) for name in fields if name not in _TEXT_FIELDS}
    place = (content.url, content.save_as, content.template, content.status)
    return (type(record), shown, metadata, outline, *place)


def _record(record: MarkdownRecord) -> tuple[Any, ...]:
    fields = type(record).model_fields
    return (*(getattr(record, name) for name in fields if name != "body"), record.body_digest)


def _wrapper(wrapper: URLWrapper) -> tuple[Any, ...]:
    return (type(wrapper), wrapper.name, wrapper.slug, wrapper.url)
