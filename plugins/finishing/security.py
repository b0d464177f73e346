"""Say whom to tell of a weakness of the site: security.txt (RFC 9116)."""

from datetime import date

ADDRESS = "/.well-known/security.txt"
CONTACT = "/association/contact/"
MONTHS_AHEAD = 11


def security_txt(url: str, today: date) -> bytes:
    """Return the file: how to write to the role that answers, until when that holds, in which language.

    RFC 9116 asks for a term under a year. This one is the first of a month, so that the file of a site
    rebuilt every day changes once a month.
    """
    site = url.rstrip("/")
    lines = (
        "# Une faille de sécurité sur ce site ? Merci de nous le dire, en français si possible.",
        f"Contact: {site}{CONTACT}",
        f"Expires: {_term(today):%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages: fr",
        f"Canonical: {site}{ADDRESS}",
    )
    return "\n".join((*lines, "")).encode()


def _term(today: date) -> date:
    months = today.year * 12 + today.month - 1 + MONTHS_AHEAD
    return date(months // 12, months % 12 + 1, 1)
