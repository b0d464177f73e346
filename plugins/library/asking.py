"""How to ask for a document in a form that one can read (RGAA; law of 11 February 2005, article 47)."""

from plugins.catalog.models.document import Document
from plugins.resources import Site
from plugins.views.writing import Invitation, write_to

OTHERWISE = "Dites-nous ce qui vous convient : en gros caractères, en page web, lu à voix haute…"


def other_form(document: Document, site: Site) -> Invitation:
    """Return the invitation to ask for another form, its e-mail ready to send."""
    body = (
        f"Bonjour,\n\nJe voudrais lire « {document.title} » sous une autre forme :\n"
        f"{site.url}{document.address}\n\nLa forme qui me convient :\n"
    )
    return Invitation(
        title="Besoin d’une autre forme ?",
        text=document.other_format or OTHERWISE,
        label="Demander une autre forme",
        address=write_to(site.catalog.association, f"Une autre forme : {document.title}", body),
    )
