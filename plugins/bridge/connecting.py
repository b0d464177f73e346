"""Which of our functions answers which of Pelican's signals; they are module-level ones, as blinker holds none for us."""

from pelican import signals

from plugins.bridge import contents, environments, feeds, periods, pictures, reader, rolls, stages, writer


def register() -> None:
    """Connect each function to its signal, in build order."""
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
