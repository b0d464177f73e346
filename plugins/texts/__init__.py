"""From the words of a text to its HTML, and what is kept of each text: the only room that knows Markdown.

- `conversion`: the HTML of a text: a function of its record, the catalog and the settings
- `extensions`, `headings`, `mending`: what is asked of Markdown, and what is mended of the words
- `lines`, `blocks`, `inline`, `phrases`: what a text is spared of Markdown, to the same bytes

What need not be asked again of the same words, from one build to the next:

- `converted`: their HTML; `shown_files`: the pictures on which it depends
- `readings`: what they say; `silences`: that no rule has anything to say of them
- `clean_texts`: that nothing in them is private
"""
