"""How an outing is passed on: by its number, a text message, a QR, and the data that programs read."""

from dataclasses import dataclass
from typing import Any

from plugins.catalog.models.event import Event
from plugins.events.calendar import Season
from plugins.events.codes import spelled
from plugins.events.structured_data import structured_data
from plugins.formats.qr import QrCode, draw_qr
from plugins.views.calendar import is_past, shown_occurrence
from plugins.views.text_message import sms_link, text_message


@dataclass(frozen=True)
class Invitation:
    """Hold what one gives to somebody; `number` is empty while the outing has none."""

    number: str
    spelled: str
    message: str
    sms: str
    qr: QrCode


@dataclass(frozen=True)
class Sharing:
    """Hold what the page of an outing gives to programs, and to people as long as it is not over."""

    data: dict[str, Any]
    invitation: Invitation | None = None


def share(event: Event, season: Season, url: str) -> Sharing:
    """Gather what passes an outing on; `url` is the address of the site."""
    data = structured_data(event, season, url)
    is_over = is_past(shown_occurrence(event, season.today), season.today)
    return Sharing(data) if is_over else Sharing(data, invite(event, season, url))


def invite(event: Event, season: Season, url: str) -> Invitation:
    """Gather what one gives to somebody: nobody is invited to what has been."""
    number = season.catalog.number_of(event)
    message = text_message(event, shown_occurrence(event, season.today), season.catalog, url)
    return Invitation(
        number=number,
        spelled=spelled(number),
        message=message,
        sms=sms_link(message),
        qr=draw_qr(f"{url}/{number}/" if number else f"{url}{event.address}"),
    )
