"""Pelican's settings for the site that goes online: no draft, no example, addresses from the root."""

from pelicanconf import *  # noqa: F403  # Pelican's own way: the same settings, then what differs

PRODUCTION = True
LOCAL_LINKS = False
EXAMPLES = False
ARTICLE_PATHS = ["billets"]
