"""The settings of a blog that has the pages of the others and nothing more: no section, a plain theme."""

from plugins.bridge.reader import newest_first
from plugins.french import slugify

SITENAME = "Le blog"
SITEURL = "https://example.org"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
LOCALE = ("C",)
PRODUCTION = True
LOCAL_LINKS = False
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
ARTICLE_PATHS = ["billets"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
CACHE_PATH = ".cache/pelican"
PLUGIN_PATHS = ["."]
PLUGINS = ["plugins.bridge"]
CATEGORIES = ("Alpha", "Bravo", "Charlie", "Delta", "Écho", "Fox", "Golf", "Hôtel")
MENU = tuple((f"Rubrique {name}", f"/categories/rubrique-{slugify(name)}/") for name in CATEGORIES)
ARTICLE_URL = "actualites/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = "actualites/{date:%Y}/{date:%m}/{slug}/index.html"
CATEGORY_URL = "categories/{slug}/"
CATEGORY_SAVE_AS = "categories/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "categories", "sitemap"]
TAGS_SAVE_AS = "tags/index.html"
CATEGORIES_SAVE_AS = "categories/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = 10
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_ALL_ATOM = "atom.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None
FILENAME_METADATA = PATH_METADATA = ""
WITH_FUTURE_DATES = True
ARTICLE_ORDER_BY = newest_first
SUMMARY_MAX_LENGTH = None
SLUG_REGEX_SUBSTITUTIONS: list[tuple[str, str]] = []
MARKDOWN = {
    "extensions": ["extra", "sane_lists", "toc"],
    "extension_configs": {"toc": {"slugify": lambda words, _separator: slugify(words), "permalink": False}},
    "output_format": "html5",
}
