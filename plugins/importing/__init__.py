"""What comes from elsewhere: a saved export, a calendar or a spreadsheet becomes files of `data/sorties`.

In the order a row travels:

- `opening`: which kind of file it is, and whether it is safe to open
- `openagenda`, `calendar`, `sheets`: the three readers; `rows`: what each of them gives
- `tables`: the cells of a spreadsheet; `texts`: texts of elsewhere made plain
- `columns`: the headings of a spreadsheet; `template`: an empty one
- `scheduling`, `gratuity`, `vocabulary`, `matching`: dates, price, words and places, refused rather than guessed
- `mapping`: a row becomes the French fields of an outing
- `checking`: the catalog's own models and rules have the last word
- `writing`: the YAML text of a file, and its update without touching what a person wrote
- `planning`: what each row becomes (new, updated, same, left aside, refused)
- `report`: the French list of all that

The minutes of a meeting become the draft of a post:

- `docx`, `odt`: the two readers; each gives `blocks.Block` values, and counts what it leaves behind
- `blocks`: their Markdown; `minutes`: the draft, and what a person must know of it

Nothing here writes on the disk but `planning.apply`.
"""
