"""The articles of a site of many texts: each lets its text go once it is kept on the disk, and reads it when asked."""

from typing import Any

from pelican.contents import Article

from plugins.bridge.articles import is_plain
from plugins.bridge.build import current


class LateArticle(Article):
    """An article as Pelican has made it, whose text is read each time that somebody asks for it, and not held."""

    @property
    def _content(self) -> str:
        return current().text_of(self.record).html

    def get_content(self, siteurl: str) -> str:
        """Return the text; Pelican's own way would hold it."""
        return self._update_content(self._content, siteurl)

    def get_static_links(self) -> set[str]:
        """Return nothing: a text with links of Pelican's own is not let go."""
        return set()


def let_text_go(article: Any) -> None:
    """Let the text of an article go, when it is kept where it can be read again and Pelican has nothing to do in it."""
    if type(article) is Article and current().texts.are_on_disk and is_plain(article):
        del article._content
        article.__class__ = LateArticle
