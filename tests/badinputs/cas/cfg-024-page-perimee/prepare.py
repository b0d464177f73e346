"""Leave in the site the page of a post that is not there any more."""

from pathlib import Path


def prepare(root: Path) -> None:
    former = root / "output/actualites/2009/11/perimee/index.html"
    former.parent.mkdir(parents=True)
    former.write_text("<p>Une page d’hier</p>", encoding="utf-8")
