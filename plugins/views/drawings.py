"""Our drawings, one line of pen each: what kind of outing or of place it is, for who reads little or sees from afar.

Each is the path of a square of 48 (https://www.w3.org/TR/SVG2/paths.html), drawn by its outline in the colour of
the words around it. Pages show them as `components/drawing.html` does, the pictures of shared links as
`plugins/pictures/bill.py` does.
"""

from plugins.catalog.models.event import Genre
from plugins.catalog.models.place import PlaceType

SIDE = 48

BOOK = "M24 13C19 9 13 8 5 9v28c8-1 14 0 19 4 5-4 11-5 19-4V9c-8-1-14 0-19 4zm0 0v28M11 17q4 0 7 2m-7 6q4 0 7 2m19-10q-4 0-7 2m7 6q-4 0-7 2"
BOX = "M5 8h38v10H5zm4 10v22h30V18M19 26h10"
BUBBLES = "M5 7h26v17H17l-7 7v-7H5zm31 9h7v17h-5v7l-7-7H20v-4"
CLAPPER = "M6 21h36v21H6zl-2-8 36-9 2 8zM15 10l4 8m7-11 4 8M20 26l9 5-9 5z"
CURTAIN = "M4 8h40M7 8v32m34-32v32M4 40h40M7 8c0 14 3 20 12 23M41 8c0 14-3 20-12 23M14 8c0 9 2 14 6 18m14-18c0 9-2 14-6 18M17 40l7-6 7 6"
FLAGS = "M4 9q20 13 40 0M9 12l3 9 6-6m3 .5 3 8.5 3-8.5m3-.5 6 6 3-9M24 28l2.5 5 5.5.8-4 4 1 5.7-5-2.7-5 2.7 1-5.7-4-4 5.5-.8z"
FRAME = "M24 4l-9 10m9-10 9 10M6 14h36v28H6zm5 22 8-10 6 7 4-4 8 7zm22-13a2.5 2.5 0 1 0 .01 0z"
HANDS = "M15 7a6 6 0 1 0 .01 0zm19 3a5 5 0 1 0 .01 0zM4 40c0-11 4-17 11-17s10 5 11 10m-2 7c0-8 3-14 10-14s10 6 10 14M12 33l7 5 11-2"
MASKS = "M6 10q10 4 20 0c1 11-1 21-10 25C7 31 5 21 6 10zm5 8q2-2 4 0m3 0q2-2 4 0m-11 6q5 5 10 0M31 16q6 0 11-2c1 11-1 21-10 25q-5-2-7-5m8-11q2-2 4 0m-9 11q3-4 8-2"
PIN = "M24 44C14 32 9 25 9 18a15 15 0 0 1 30 0c0 7-5 14-15 26zm0-31a5 5 0 1 0 .01 0z"
TEMPLE = "M5 18 24 6l19 12zm1 26h36M9 39h30M12 18v21m8-21v21m8-21v21m8-21v21"
TENT = "M24 12V4l8 3-8 3M24 12c-5 6-11 9-20 11q20 6 40 0c-9-2-15-5-20-11zM8 25v18h32V25M24 27q0 10-8 16m8-16q0 10 8 16"
TICKET = "M5 15l33-6 2 7a4 4 0 0 0 2 8l2 8-33 6-2-8a4 4 0 0 0-2-8zM31 11l1 3m1 4 1 3m1 4 1 3M20 29c-5-3-7-5-6-8 1-2 4-2 5 0 1-3 4-3 5-1 1 3-1 6-4 9z"
NOTES = "M17 36V11l22-5v25M17 18l22-5M12 31.5a5 4.5 0 1 0 .01 0zm22-5a5 4.5 0 1 0 .01 0z"
PALETTE = "M24 6C13 6 5 13 5 23s8 18 17 18c4 0 4-3 3-6-1-4 1-6 5-6h5c5 0 8-3 8-7C43 13 35 6 24 6zM14 20a2 2 0 1 0 .01 0zm7-8a2 2 0 1 0 .01 0zm10 1a2 2 0 1 0 .01 0zM14 29a2 2 0 1 0 .01 0z"
JUGGLER = "M24 17a4 4 0 1 0 .01 0zM10 20q3 9 14 9t14-9M24 29v8l-6 8m6-8 6 8M11 11a2 2 0 1 0 .01 0zm13-7a2 2 0 1 0 .01 0zm13 7a2 2 0 1 0 .01 0z"

OUTINGS: dict[Genre, str] = {
    Genre.THEATRE: MASKS,
    Genre.DANCE: "M27 4a4 4 0 1 0 .01 0zM8 19q10 2 17-3t15-12M25 16q0 7-4 12M21 28q-9 2-12 10 14-5 27-1-4-8-15-9zM26 36l3 10m-9-9-8 8",
    Genre.MUSIC: NOTES,
    Genre.CIRCUS: TENT,
    Genre.STREET_ARTS: JUGGLER,
    Genre.TALES: "M24 43C19 39 13 38 5 39V23c8-1 14 0 19 4 5-4 11-5 19-4v16c-8-1-14 0-19 4zm0 0V27M28 4a8 8 0 1 0 7 11 7 7 0 0 1-7-11zM12 8v8m-4-4h8",
    Genre.PUPPETS: "M11 7h26M24 3v8M13 7l2 22M35 7l-2 22M24 11v4m0 0a5 5 0 1 0 .01 0zM24 25v11M15 29l9 2 9-2M24 36l-6 9m6-9 6 9",
    Genre.CINEMA: CLAPPER,
    Genre.EXHIBITION: FRAME,
    Genre.VISIT: "M23 4v41M14 45h18M23 8h15l5 5-5 5H23zm0 14H10l-5 5 5 5h13",
    Genre.WORKSHOP: PALETTE,
    Genre.READING: BOOK,
    Genre.HERITAGE: "M8 44V11h7v5h6v-5h7v5h6v-5h6v33zM19 44V34a5 5 0 0 1 10 0v10M8 23h32",
    Genre.TALK: BUBBLES,
    Genre.PARTY: "M16 5a9 10 0 1 0 .01 0zm18 5a7 8 0 1 0 .01 0zM16 25q5 9 4 20m14-19q-9 6-14 19M11 14q1-4 4-5",
    Genre.FESTIVAL: FLAGS,
    Genre.OTHER: TICKET,
}
"""The drawing of each kind of outing."""

PLACES: dict[PlaceType, str] = {
    PlaceType.ARCHIVES: BOX,
    PlaceType.LIBRARY: BOOK,
    PlaceType.ART_CENTRE: FRAME,
    PlaceType.CULTURAL_CENTRE: CURTAIN,
    PlaceType.CINEMA: CLAPPER,
    PlaceType.CIRCUS: TENT,
    PlaceType.FESTIVAL: FLAGS,
    PlaceType.YOUTH_CENTRE: PALETTE,
    PlaceType.MUSIC_VENUE: NOTES,
    PlaceType.MUSEUM: TEMPLE,
    PlaceType.HERITAGE: OUTINGS[Genre.HERITAGE],
    PlaceType.STREET_ARTS: JUGGLER,
    PlaceType.ARTS_VENUE: CURTAIN,
    PlaceType.THEATRE: MASKS,
    PlaceType.SOCIAL_STRUCTURE: HANDS,
    PlaceType.TOWN_HALL: TEMPLE,
    PlaceType.OTHER: PIN,
}
"""The drawing of each kind of place."""
