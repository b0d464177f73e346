"""The only room that knows Pelican: it lends the catalog to Pelican, and Pelican's writer to the sections.

In build order: `get_generators` loads the catalog (here, because `initialized` is not sent again by
`pelican -r`) and opens a folder aside; `readers_init` gives Pelican our Markdown reader;
`all_generators_finalized` counts what was read; `get_writer` gives Pelican our writer; `SiteGenerator`
renders the sections; `feed_generated` finishes the feeds; `finalized` renders the pages
that waited, checks the links and swaps the folder in.
"""

from plugins.bridge.collector import collect_rarely

collect_rarely()


def register() -> None:
    """Connect our functions to Pelican's signals."""
    from plugins.bridge import connecting  # noqa: PLC0415  # it imports Pelican, after `late` in a build

    connecting.register()
