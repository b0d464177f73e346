import pytest

from plugins.french import elide, enumerate_fr, initial, slugify, sort_key

ELISIONS = [
    ("Annonay", "de", "d’Annonay"),
    ("Valence", "de", "de Valence"),
    ("école", "la", "l’école"),
    ("homme", "le", "l’homme"),
    ("il", "que", "qu’il"),
    ("œuvre", "la", "l’œuvre"),
    ("Étoile-sur-Rhône", "de", "d’Étoile-sur-Rhône"),
    ("huile", "de", "d’huile"),
    ("héroïne", "de", "d’héroïne"),
    ("handicap", "de", "de handicap"),
    ("handicapés", "de", "de handicapés"),
    ("haut-parleur", "de", "de haut-parleur"),
    ("hip-hop", "de", "de hip-hop"),
    ("héros", "le", "le héros"),
    ("hors", "de", "de hors"),
    ("onze", "de", "de onze"),
    ("huit", "le", "le huit"),
    ("yaourt", "de", "de yaourt"),
    ("yeux", "de", "d’yeux"),
    ("Yssingeaux", "de", "d’Yssingeaux"),
    ("A", "de", "de A"),
    ("", "de", "de "),
]


@pytest.mark.parametrize(("word", "particle", "expected"), ELISIONS)
def test_a_particle_is_elided_before_a_vowel_or_a_mute_h_only(word, particle, expected):
    assert elide(word, particle) == expected


@pytest.mark.parametrize(
    ("items", "conjunction", "expected"),
    [
        ([], "et", ""),
        (["a"], "et", "a"),
        (["a", "b"], "et", "a et b"),
        (["a", "b", "c"], "et", "a, b et c"),
        (["a", "b", "c"], "ou", "a, b ou c"),
        (iter(["a", "b"]), "ou", "a ou b"),
    ],
)
def test_items_are_listed_with_a_conjunction_before_the_last(items, conjunction, expected):
    assert enumerate_fr(items, conjunction) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("École", "E"),
        ("école", "E"),
        ("ça", "C"),
        ("œuvre", "O"),
        ("Æthusa", "A"),
        ("3e lieu", "0-9"),
        ("« Bonjour »", "B"),
        ("’tit", "T"),
        ("ß", "S"),
        ("", "#"),
        ("—", "#"),
    ],
)
def test_the_heading_of_an_index_is_an_unaccented_capital(word, expected):
    assert initial(word) == expected


@pytest.mark.parametrize(
    "ordered",
    [
        ["cote", "coté", "côte", "côté", "coteau"],
        ["eau", "Épervière", "épi", "zoé"],
        ["odeur", "oeillet", "œuvre", "offre"],
        ["Ardèche", "ardéchois", "Art"],
        ["Saint-Agrève", "Saint Paul", "saint-péray"],
        ["l’art", "L’Épervière", "la rue"],
        ["AAH", "ARS", "ARS", "ÂS"],
    ],
)
def test_words_sort_in_french_alphabetical_order(ordered):
    backwards = list(reversed(ordered))
    assert sorted(backwards, key=sort_key) == ordered


def test_texts_that_differ_never_share_a_sort_key():
    assert len({sort_key(text) for text in ["ete", "été", "Été", "ETE", "é-té"]}) == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Étoile-sur-Rhône", "etoile-sur-rhone"),
        ("L’Œuvre d'été à Valence !", "l-oeuvre-d-ete-a-valence"),
        ("ex æquo", "ex-aequo"),
        ("n° 5 — « Ça »", "n-5-ca"),
        ("  a__b  ", "a-b"),
        ("Saison 2026/2027", "saison-2026-2027"),
        ("1ᵉʳ acte", "1er-acte"),
        ("ÉTÉ", "ete"),
        ("déjà\u00a0vu", "deja-vu"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_a_slug_is_lower_case_ascii_with_hyphens(text, expected):
    assert slugify(text) == expected
