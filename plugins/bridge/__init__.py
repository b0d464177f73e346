"""The only room that knows Pelican: it lends the catalog to Pelican, and Pelican's writer to the sections.

In build order: `get_generators` loads the catalog (here, because `initialized` is not sent again by
`pelican -r`) and opens a folder aside; `readers_init` gives Pelican our Markdown reader;
`all_generators_finalized` counts what was read; `get_writer` gives Pelican our writer; `SiteGenerator`
renders the sections; `feed_generated` finishes the feeds; `finalized` renders the pages
that waited, checks the links and swaps the folder in.

Who builds, and when:

- `once`, `resident`: a process for one build, one that stays; `late`: the libraries that wait until they are asked for
- `connecting`: our answers to Pelican's signals; `stages`: what is done at each; `build`: all that one build holds
- `clock`, `obstacles`: the day, and what of the disk would stop a build half-way
- `events`, `console`: what a build tells, what Pelican says of it

The texts that Pelican is given:

- `reading_ahead`: a first build reads them with all the cores
- `reader`, `articles`, `contents`: read by Pelican, or made again from what is kept
- `periods`, `rolls`: posts by year and month, by tag and category
- `structured_data`: what programs read of a post

Pages and files:

- `generator`, `units`: the sections, compiled when a source of theirs has changed
- `writer`, `rendering`: a page waits, then is rendered with the others by all the cores
- `environments`, `filters`: Jinja's
- `links`, `numbering`, `feeds`, `pictures`: what is particular to each

What is kept from one build to the next:

- `keeping`, `basis`, `standing_in`, `other_files`: the reasons for which each page is what it is
- `worksite`: the folders of the site; `leaving`: its texts, for `plugins.touchup`
- `warmth`, `looking`, `touching_up`: what a process that stays holds, sees and makes again at once
"""

from plugins.processes.collector import collect_rarely

collect_rarely()


def register() -> None:
    """Connect our functions to Pelican's signals."""
    from plugins.bridge import connecting  # noqa: PLC0415  # it imports Pelican, after `late` in a build

    connecting.register()
