"""What programs read of the association and of its site: schema.org's NGO and WebSite."""

from plugins.catalog.models.association import Association
from plugins.views.structured_data import CC_BY, SCHEMA, Data, known

LOGO = "/theme/images/icone-180.png"


def home_data(association: Association, url: str) -> Data:
    """Return who publishes, and what: fields that are still empty in data/association.yaml are left out."""
    seat = association.seat
    address = {
        "@type": "PostalAddress",
        "streetAddress": seat.street,
        "postalCode": seat.postcode,
        "addressLocality": seat.town,
        "addressCountry": "FR",
    }
    ours = {
        "@type": "NGO",
        "@id": f"{url}/#association",
        "name": association.name,
        "description": association.mission,
        "url": f"{url}/",
        "logo": f"{url}{LOGO}",
        "areaServed": [{"@type": "AdministrativeArea", "name": name} for name in association.departments],
        "telephone": association.phone,
        "email": association.email,
        "address": known(address) if seat.town else None,
    }
    site = {
        "@type": "WebSite",
        "@id": f"{url}/#site",
        "name": association.name,
        "url": f"{url}/",
        "inLanguage": "fr",
        "license": CC_BY,
        "publisher": {"@id": f"{url}/#association"},
    }
    return {"@context": SCHEMA, "@graph": [known(ours), site]}
