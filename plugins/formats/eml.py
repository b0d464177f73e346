"""Write an e-mail to open in a mail program (RFC 5322, MIME multipart/alternative), the same bytes every time.

It has no recipient and no Message-ID: the program that sends it gives both. `X-Unsent` opens it as a draft in
Outlook. A sender whose address is not known is an empty group, which RFC 6854 lets stand in « From ».
"""

from datetime import UTC, date, datetime, time
from email import policy
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.utils import format_datetime

BOUNDARY = "=_texte-et-html"
"""Never found in a quoted-printable body, where « = » is always followed by two digits (RFC 2045, 6.7)."""
NOON = time(12)


def encode_eml(subject: str, text: str, html: str, sender: tuple[str, str], made_on: date) -> bytes:
    """Encode a letter in its two forms; `sender` is a name and an address, empty when it is not known."""
    message = EmailMessage(policy=policy.SMTP)
    name, address = sender
    message["From"] = Address(name, addr_spec=address) if address else Group(name, ())
    message["Date"] = format_datetime(datetime.combine(made_on, NOON, UTC))
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.set_boundary(BOUNDARY)
    return message.as_bytes()
