import zipfile
from pathlib import Path

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f"<Types xmlns='{_PACKAGE}/content-types'/>",
    "docProps/core.xml": (
        f"<cp:coreProperties xmlns:cp='{_PACKAGE}/metadata/core-properties' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>Elise FUSTIER</dc:creator>"
        "<cp:lastModifiedBy>Christian P</cp:lastModifiedBy></cp:coreProperties>"
    ),
    "word/document.xml": (
        f"<w:document xmlns:w='{_WORD}'><w:body><w:del w:author='Elise'><w:r>"
        "<w:delText>prix secret</w:delText></w:r></w:del></w:body></w:document>"
    ),
    "word/comments.xml": f"<w:comments xmlns:w='{_WORD}'/>",
}


def prepare(root: Path) -> None:
    with zipfile.ZipFile(root / "content/documents/conv.docx", "w") as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, text)
