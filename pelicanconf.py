"""Pelican's settings for the copy made on this computer: it opens by double-click, and shows drafts.

`publishconf.py` changes what differs online. Only `plugins/bridge` reads these settings.
"""

import os

from jinja2 import StrictUndefined

from plugins.bridge.filters import FILTERS
from plugins.bridge.reader import newest_first
from plugins.french import slugify

SITENAME = "Cultures du Cœur Drôme-Ardèche"
SITESUBTITLE = "La culture, accessible à tous en Drôme et en Ardèche"
SITEURL = "https://www.culturesducoeur26-07.org"
AUTHOR = SITENAME
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
LOCALE = ("C",)  # French dates are written by plugins/french: no computer's language changes a byte

# What this copy is.
PRODUCTION = False
LOCAL_LINKS = True  # links are relative, with index.html: pages open without a server
EXAMPLES = os.environ.get("EXEMPLES") == "1"  # the labelled examples of data/exemples

# Where things are. Unknown files in these folders are refused by plugins/catalog.
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
ARTICLE_PATHS = ["billets", *(["../data/exemples/billets"] if EXAMPLES else [])]
PAGE_PATHS = ["pages", "tutoriels"]
STATIC_PATHS: list[str] = []  # plugins/pictures publishes content/images, cleaned
THEME_STATIC_PATHS = ["static/images"]
THEME_STATIC_DIR = "theme/images"
IGNORE_FILES = [".*", "README.md", "__pycache__", "*~", "Thumbs.db"]
CACHE_PATH = ".cache/pelican"
DELETE_OUTPUT_DIRECTORY = False  # plugins/bridge builds aside and swaps the folder in

# By dotted path: named otherwise, tests would import a second copy of each plugin.
PLUGIN_PATHS = ["."]
PLUGINS = [
    "plugins.bridge",
    "plugins.welcome",
    "plugins.events",
    "plugins.posters",
    "plugins.partners",
    "plugins.acronyms",
    "plugins.booklet",
    "plugins.library",
    "plugins.pictures",
    "plugins.association",
    "plugins.opendata",
    "plugins.followup",
    "plugins.search",
    "plugins.finishing",
]

# The menu of every page: words, address.
MENU = (
    ("Accueil", "/"),
    ("Sorties", "/sorties/"),
    ("Actualités", "/actualites/"),
    ("Documents", "/documents/"),
    ("Sigles", "/sigles/"),
    ("Tutoriels", "/tutoriels/"),
    ("Partenaires", "/partenaires/"),
    ("Référents", "/referents/"),
    ("L’association", "/association/"),
)

# Addresses: French, lower case, trailing slash.
ARTICLE_URL = "actualites/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = "actualites/{date:%Y}/{date:%m}/{slug}/index.html"
DRAFT_URL = "brouillons/{slug}/"
DRAFT_SAVE_AS = "brouillons/{slug}/index.html"
CATEGORY_URL = "actualites/rubrique/{slug}/"
CATEGORY_SAVE_AS = "actualites/rubrique/{slug}/index.html"
TAG_URL = "actualites/mot-cle/{slug}/"
TAG_SAVE_AS = "actualites/mot-cle/{slug}/index.html"
YEAR_ARCHIVE_URL = "actualites/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "actualites/{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "actualites/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "actualites/{date:%Y}/{date:%m}/index.html"
AUTHOR_SAVE_AS = ""  # no person is named on the site
DIRECT_TEMPLATES = ["actualites"]
ACTUALITES_URL = "actualites/"
ACTUALITES_SAVE_AS = "actualites/index.html"
PAGINATED_TEMPLATES = {"actualites": 10, "category": 10, "tag": 10}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

# One feed of the news, whole texts, twenty posts. Languages are not guessed from file names.
FEED_ALL_ATOM = "actualites/atom.xml"
FEED_MAX_ITEMS = 20
TRANSLATION_FEED_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None

# Headers are read by plugins/catalog: nothing is guessed from a path, and publication has its own dates.
FILENAME_METADATA = ""
PATH_METADATA = ""
WITH_FUTURE_DATES = True
ARTICLE_ORDER_BY = newest_first  # Pelican reads a set: posts of one day would come in any order
SUMMARY_MAX_LENGTH = None
SLUG_REGEX_SUBSTITUTIONS = []  # plugins/bridge gives every slug

MARKDOWN = {
    "extensions": ["extra", "sane_lists", "toc"],
    "extension_configs": {"toc": {"slugify": lambda words, _separator: slugify(words), "permalink": False}},
    "output_format": "html5",
}

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "cache_size": -1,  # every template is kept, without sorting them by their last use
    "auto_reload": False,  # each build has its own environment: no template is looked at twice on the disk
}
JINJA_FILTERS = FILTERS
