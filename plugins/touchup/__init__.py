"""One edited text put in the place of the one before, without a build: what `faire construire` tries first.

Only words of plain paragraphs may have changed, in one text. Its page, and the feeds that repeat it, are those of
before but for these paragraphs; the index of the search, but for its words. What tells that it is so is looked for, never assumed: the paragraphs as they were
must be found in the page, once, as this room writes them. A doubt of any sort leaves all to a whole build.

Nothing here knows Pelican, Markdown or Jinja: importing them takes longer than the touch-up. The next build makes the
touched pages again, for what it remembers of them is no longer what stands there.

- `prose`: which paragraphs of a text have changed, and whether they are plain
- `pages`: the same change in a page, and in a feed
- `index`: the same change in the index of the search
- `answering`: from what the disk says to a site in place, and what is told
"""
