"""Write e-mails that a link opens ready to send (RFC 6068): recipient, subject, body.

A link too long is cut in silence by some programs, so it is refused here, where it can still be shortened.
"""

import re
from urllib.parse import quote

LONGEST = 2000
"""Characters of a whole link: Windows hands at most 2048 of them to a mail program, and we keep a margin."""

_UNESCAPED = "-._~!$'()*,;:@"
"""What RFC 6068 lets stand in the address, the subject and the body: its `qchar`."""
_BREAK = re.compile(r"\r\n|\r|\n")


def mailto(to: str, subject: str, body: str = "") -> str:
    """Return the link; without `to`, the reader chooses whom to write to. Raise `ValueError` when it is too long.

    A line break of the body is CRLF (section 5); one in the subject would open another header, so it is a space.
    """
    fields = {"subject": _BREAK.sub(" ", subject), "body": _BREAK.sub("\r\n", body)}
    query = "&".join(f"{name}={quote(value, safe=_UNESCAPED)}" for name, value in fields.items() if value)
    link = f"mailto:{quote(to, safe='@')}?{query}"
    if len(link) > LONGEST:
        raise ValueError(f"{len(link)} characters: {subject}")
    return link
