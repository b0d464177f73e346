"""Feeds leave the site: their links are whole addresses, and their text has its French typography."""

import re
from typing import Any

from feedgenerator import SyndicationFeed

from plugins.french import typeset_html, typeset_text
from plugins.views.annotation import without_buttons
from plugins.views.pictures import plain_pictures

_FROM_THE_ROOT = re.compile(r'(\s(?:href|src)=")/(?!/)')


def finish_feed(context: dict[str, Any], feed: SyndicationFeed) -> None:
    """Finish every item of a feed before Pelican writes it."""
    for item in feed.items:
        item["title"] = typeset_text(item["title"])
        for name in ("description", "content"):
            if item[name]:
                html = typeset_html(plain_pictures(without_buttons(item[name])))
                item[name] = _FROM_THE_ROOT.sub(rf"\g<1>{context['SITEURL']}/", html)
