"""One edited text put in the place of the one before, without a build: what `faire construire` tries first.

Only words may have changed: of plain paragraphs, or between others in a row. Its page, and the feeds that repeat it, are those of
before but for these words; the index of the search, but for its words. What tells that it is so is looked for, never assumed: the words as they were
must be found in the page, once, as this room writes them. A doubt of any sort leaves all to a whole build.

Nothing here knows Pelican, Markdown or Jinja: importing them takes longer than the touch-up. The next build makes the
touched pages again, for what it remembers of them is no longer what stands there.

- `change`: what has changed, and what may make the same words mean something else
- `prose`: which paragraphs of a text have changed, and whether they are plain
- `words`: which words of one row have changed, whatever stands around them
- `standing`: the site that stands, with the files that are about to change
- `pages`: the same change in a page, and in a feed
- `index`: the same change in the index of the search
- `asking`: whether anything is to be done at all
- `answering`: from what the disk says to a site in place, and what is told
"""
