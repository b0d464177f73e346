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
    """Connect the module-level functions below to Pelican's signals, in build order."""
    from pelican import signals  # noqa: PLC0415  # `once` says what of Pelican is to be imported, before all else

    from plugins.bridge import (  # noqa: PLC0415  # they import Pelican
        contents,
        environments,
        feeds,
        periods,
        pictures,
        reader,
        rolls,
        stages,
        writer,
    )

    signals.get_generators.connect(stages.begin)
    signals.generator_init.connect(environments.share_environment)
    signals.article_generator_init.connect(contents.keep_contents)
    signals.article_generator_init.connect(periods.sort_at_once)
    signals.page_generator_init.connect(contents.keep_contents)
    signals.readers_init.connect(reader.use_our_reader)
    signals.article_generator_finalized.connect(rolls.call_the_rolls)
    signals.static_generator_init.connect(pictures.copy_through_our_writer)
    signals.all_generators_finalized.connect(stages.take_census)
    signals.get_writer.connect(writer.use_our_writer)
    signals.feed_generated.connect(feeds.finish_feed)
    signals.finalized.connect(stages.finish)
