"""Compile the page of the booklet and its files: one content, in the form that each reader needs."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.booklet.binding import bind_booklet, kept_cover
from plugins.booklet.contents import SUBTITLE, TITLE, Contents, as_data, open_contents
from plugins.booklet.drawing import count_pages, count_sheets, draw_booklet, draw_sheets
from plugins.booklet.leaves import PRINTED, parts_of
from plugins.booklet.words import ADDRESS
from plugins.french import format_date, format_size, plural
from plugins.resources import Crumb, File, MadeDocument, Page, Resource, Site

ACRONYMS = Crumb("Sigles", "/sigles/")
BOOKLET = Crumb("Livret", ADDRESS)
PDF = "/sigles/livret.pdf"
SHEETS = "/sigles/livret-a-imprimer.pdf"
EPUB = "/sigles/livret.epub"
COVER = "/sigles/livret.png"
CSV = "/sigles/sigles.csv"
JSON = "/donnees/sigles.json"


@dataclass(frozen=True)
class Form:
    """Hold one form of the booklet: what its button says, and what it is good for."""

    address: str
    name: str
    details: str
    purpose: str


def compile_booklet(site: Site) -> Iterator[Resource]:
    """Return the page and the leaves, the PDF to read, the PDF to print, the EPUB; nothing when there is no acronym."""
    contents = open_contents(site)
    if not contents.entries:
        return
    data = as_data(contents)
    pdf = draw_booklet(data, contents)
    pages = count_pages(pdf)
    files = (
        File(PDF, pdf),
        File(SHEETS, draw_sheets(data, contents, pages)),
        File(EPUB, bind_booklet(data, contents, pdf)),
    )
    yield _page(contents, files, pages)
    yield from files
    yield File(COVER, kept_cover(pdf))
    yield from _printed_pages(contents)


def list_booklet(_site: Site) -> Iterator[MadeDocument]:
    """Return what the library says of the booklet."""
    yield MadeDocument(
        address=ADDRESS,
        title=TITLE,
        summary=SUBTITLE,
        details="PDF accessible, PDF à imprimer et à agrafer, EPUB, tableau",
    )


def _page(contents: Contents, files: tuple[File, File, File], pages: int) -> Page:
    issue = contents.issue
    return Page(
        address=ADDRESS,
        template="booklet",
        title=TITLE,
        description=f"{SUBTITLE} : {contents.counted}, en PDF, à imprimer, en EPUB et en tableau.",
        context={
            "subtitle": f"{SUBTITLE}.",
            "counted": contents.counted,
            "issue": f"{issue.name[:1].upper()}{issue.name[1:]}",
            "dated": format_date(issue.dated, "medium"),
            "edition": contents.edition,
            "new": tuple(_new(contents)),
            "cover": COVER,
            "forms": tuple(_forms(contents, files, pages)),
        },
        breadcrumbs=(ACRONYMS,),
        modified=issue.dated,
    )


def _printed_pages(contents: Contents) -> Iterator[Page]:
    """Return the leaves made for paper and their list; search engines have a page for each acronym."""
    issue = contents.issue
    parts = tuple(parts_of(contents))
    leaves = tuple(leaf for part in parts for leaf in part.leaves)
    yield Page(
        address=PRINTED,
        template="booklet-print",
        title=f"{TITLE}, feuille par feuille",
        description=f"{SUBTITLE} : {contents.counted}, feuille par feuille, à lire à l’écran ou à imprimer en A4.",
        context={
            "subtitle": f"{SUBTITLE}.",
            "issue": f"{issue.name[:1].upper()}{issue.name[1:]}",
            "contents": contents,
            "files": (Crumb("Le livret à lire (PDF)", PDF), Crumb("Le livret à imprimer (PDF)", SHEETS)),
            "parts": parts,
        },
        breadcrumbs=(ACRONYMS, BOOKLET),
        modified=issue.dated,
        indexed=False,
    )
    for before, leaf, after in zip((None, *leaves), leaves, (*leaves[1:], None), strict=False):
        yield Page(
            address=leaf.address,
            template="booklet-leaf",
            title=f"{TITLE} : {leaf.label}",
            description=f"{TITLE}, une feuille à lire à l’écran ou à imprimer en A4 : {leaf.label}, {leaf.span}.",
            context={"leaf": leaf, "before": before, "after": after},
            breadcrumbs=(ACRONYMS, BOOKLET, Crumb("Feuille par feuille", PRINTED)),
            modified=issue.dated,
            indexed=False,
        )


def _forms(contents: Contents, files: tuple[File, File, File], pages: int) -> Iterator[Form]:
    read, printed, book = (format_size(len(file.content)) for file in files)
    lines = plural(len(contents.entries), "ligne")
    sheets = plural(count_sheets(pages), "feuille")
    yield Form(
        PDF,
        "le livret à lire (PDF)",
        f"PDF accessible, A5, {plural(pages, 'page')}, {read}",
        "Pour lire à l’écran, chercher un mot, écouter avec un lecteur d’écran, garder longtemps.",
    )
    yield Form(
        SHEETS,
        "le livret à imprimer (PDF)",
        f"PDF, A4 recto verso, {sheets}, {printed}",
        "Pour le papier : deux pages par face, déjà dans l’ordre. Imprimez en recto verso, en retournant sur le petit "
        "bord, pliez, agrafez. Un lecteur d’écran n’y trouvera pas son chemin : le PDF à lire est fait pour cela.",
    )
    yield Form(
        EPUB,
        "le livret pour liseuse (EPUB)",
        f"EPUB 3, {book}",
        "Pour un téléphone ou une liseuse : la taille des lettres et le fond sont ceux que vous choisissez.",
    )
    yield Form(CSV, "le tableau des sigles (CSV)", f"CSV, {lines}", "Pour un tableur.")
    yield Form(JSON, "les sigles pour un programme (JSON)", f"JSON, {lines}", "Pour un autre site.")


def _new(contents: Contents) -> Iterator[Crumb]:
    for reference in contents.new:
        yield Crumb(reference.label, reference.address)
