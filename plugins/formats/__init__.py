"""The files that software reads: values in, bytes out, without a clock, a catalog or a setting.

- `ics`: calendars (RFC 5545)
- `feed`: what feeds show, whatever their format
- `atom`, `jsonfeed`: feeds (RFC 4287, JSON Feed 1.1)
- `prose`: the HTML of a text, as data that Typst sets
- `colours`: the colours of the theme, for what is drawn outside of pages
- `pdf`: PDF of Typst sources (ISO 14289-1, ISO 19005-2); `imposing`: two pages a sheet, to fold and staple;
  `enlarging`: the same on a larger paper
- `press`: the process that sets them, `typesetter`, and when it is let go
- `epub`: books for reading devices (EPUB 3.3)
- `kept`: bytes kept from one build to the next
- `stylesheets`: the styles of the site, as they are sent
- `search_index`: a file of the index of the search
- `plain`: lists in plain text, for the smallest connections
- `qr`: the codes that a phone reads, on pages and posters
"""
