"""Name the media type of a file by its ending, the same on every computer."""

from mimetypes import MimeTypes
from pathlib import PurePosixPath

PAGE = "text/html; charset=utf-8"
_OWN = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".epub": "application/epub+zip",
    ".geojson": "application/geo+json",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_TABLE = MimeTypes(filenames=())  # Python's own table: the system's differs from one computer to the next


def media_type(name: str) -> str:
    """Return the media type of a file, with its charset for what is text."""
    kind = (
        _OWN.get(PurePosixPath(name).suffix.lower())
        or _TABLE.guess_type(name)[0]
        or "application/octet-stream"
    )
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml")) or kind == "image/svg+xml"
    return f"{kind}; charset=utf-8" if is_text else kind
