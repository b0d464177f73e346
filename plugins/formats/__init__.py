"""The files that software reads: values in, bytes out, without a clock, a catalog or a setting.

- `ics`: calendars (RFC 5545)
- `feed`: what feeds show, whatever their format
- `atom`, `jsonfeed`: feeds (RFC 4287, JSON Feed 1.1)
- `plain`: lists in plain text, for the smallest connections
"""
