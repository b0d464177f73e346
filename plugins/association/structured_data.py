"""What programs read of a training: schema.org's Course, and CourseInstance for each cycle to come."""

from plugins.catalog import Catalog
from plugins.catalog.models.training import Cycle, Training
from plugins.resources import Site
from plugins.views.structured_data import SCHEMA, Data, known, publisher


def course(training: Training, site: Site) -> Data:
    """Return a training with the cycles that are neither over nor cancelled.

    Source: Google Search Central, « Course list structured data » (required: name, description, provider).
    """
    cycles = sorted(training.cycles, key=lambda cycle: cycle.first_day)
    return known(
        {
            "@context": SCHEMA,
            "@type": "Course",
            "@id": f"{site.url}{training.address}#formation",
            "name": training.title,
            "description": training.summary,
            "url": f"{site.url}{training.address}",
            "inLanguage": "fr",
            "provider": publisher(site.catalog.association, site.url),
            "hasCourseInstance": [
                _instance(cycle, site.catalog)
                for cycle in cycles
                if not cycle.is_over(site.today) and not cycle.cancelled
            ],
        }
    )


def _instance(cycle: Cycle, catalog: Catalog) -> Data:
    town = catalog.communes.get(cycle.commune or "")
    where = {
        "@type": "Place",
        "name": cycle.place or (town.name if town else None),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": town.name,
            "addressRegion": town.department.label,
            "addressCountry": "FR",
        }
        if town
        else None,
    }
    return known(
        {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "startDate": cycle.first_day.isoformat(),
            "endDate": max(cycle.dates).isoformat(),
            "location": known(where) if where["name"] else None,
        }
    )
