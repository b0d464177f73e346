"""What one build remembers for the next: digests of what was read, stamps of what was written.

Nothing here knows Pelican. A thing is kept when, and only when, everything it was made from has the digest it
had; a doubt of any sort (an unknown type, a damaged file, a stamp too young) means that it is made again.

- `hashing`: the digest of bytes; `digests`: one digest for each value that a page shows
- `program`: the digest of the program, of Python and of the libraries
- `stamps`: what the disk says of a file without reading it
- `fingerprints`: the digest of a file, read again only when its stamp may lie
- `templates`: what a template reads
- `traces`: a `Site` that notes what is read of it, and the digest of each thing that a section may read
- `memory`: what was written and why, and the file that keeps it
- `shelf`: values kept under the digest of what each was made from, one row each
- `inputs`: the sources of a build, and which of them were saved again since
- `sights`: what the disk said of the site once in place, and says of it still as the reserve
- `generations`: the folder of the new site, made of what is new and of what is kept
- `turn`: one build at a time for a folder; `readying`: the site looked at and the reserve made meanwhile
- `originals`: the texts as the site shows them, for `plugins.touchup`
- `unchanged`: whether anything has changed at all, answered before any other module is imported
"""
