"""Turn plain text into HTML: paragraphs, and nothing else."""

from markupsafe import Markup


def paragraphs(text: str) -> Markup:
    """Return one paragraph for each group of lines; everything in the text is escaped."""
    groups = (" ".join(group.split()) for group in text.split("\n\n"))
    return Markup("").join(Markup("<p>{}</p>").format(group) for group in groups if group)
