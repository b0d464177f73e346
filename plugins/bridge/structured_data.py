"""What programs read of a post and of a tutorial: schema.org's BlogPosting and HowTo."""

import re
from datetime import timedelta

from plugins.catalog.models.association import Association
from plugins.catalog.models.post import Post, Tutorial
from plugins.views.outline import headings
from plugins.views.structured_data import CC_BY, SCHEMA, Data, known, publisher

HEADLINE = 110
"""In characters (Google Search Central, « Article structured data »)."""

_NUMBER = re.compile(r"^\d+\.\s*")


def blog_posting(post: Post, association: Association, url: str) -> Data:
    """Return a post; the association signs it, since no person is named."""
    ours = publisher(association, url)
    return known(
        {
            "@context": SCHEMA,
            "@type": "BlogPosting",
            "@id": f"{url}{post.address}#billet",
            "headline": post.title[:HEADLINE],
            "description": post.summary,
            "url": f"{url}{post.address}",
            "mainEntityOfPage": f"{url}{post.address}",
            "inLanguage": "fr",
            "datePublished": post.date.isoformat(),
            "dateModified": post.modified_on.isoformat() if post.modified_on else None,
            "author": ours,
            "publisher": ours,
            "articleSection": post.category,
            "keywords": list(post.tags),
            "license": CC_BY,
            "isAccessibleForFree": True,
        }
    )


def how_to(tutorial: Tutorial, html: str, association: Association, url: str) -> Data:
    """Return a tutorial with the name and the anchor of each step, which its HTML holds."""
    return known(
        {
            "@context": SCHEMA,
            "@type": "HowTo",
            "@id": f"{url}{tutorial.address}#tutoriel",
            "name": tutorial.title,
            "description": tutorial.summary,
            "url": f"{url}{tutorial.address}",
            "inLanguage": "fr",
            "dateModified": (tutorial.modified_on or tutorial.verified_on).isoformat(),
            "totalTime": _iso(tutorial.duration) if tutorial.duration else None,
            "tool": [{"@type": "HowToTool", "name": need} for need in tutorial.needs],
            "publisher": publisher(association, url),
            "license": CC_BY,
            "step": [
                {
                    "@type": "HowToStep",
                    "position": position,
                    "name": _NUMBER.sub("", step.label),
                    "url": f"{url}{tutorial.address}{step.address}",
                }
                for position, step in enumerate(headings(html), 1)
            ],
        }
    )


def _iso(duration: timedelta) -> str:
    """Return a duration as ISO 8601 writes it: « PT1H30M », « P3D »."""
    minutes = round(duration.total_seconds() / 60)
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    time = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (rest, "M")) if count)
    return f"P{f'{days}D' if days else ''}{f'T{time}' if time else ''}"
