"""In the expected texts ⍽ stands for U+00A0 and ‿ for U+202F, so that they can be seen."""

import pytest

from plugins.french import typeset_html, typeset_text

NARROW = "\u202f"
NO_BREAK = "\u00a0"

CHANGED_TEXTS = [
    ("Bonjour ! Ça va ?", "Bonjour‿! Ça va‿?"),
    ("Bonjour! Ça va?", "Bonjour‿! Ça va‿?"),
    ("Bonjour   !", "Bonjour‿!"),
    (f"Bonjour{NO_BREAK}!", "Bonjour‿!"),
    ("gratuit ; vraiment", "gratuit‿; vraiment"),
    ("gratuit; vraiment", "gratuit‿; vraiment"),
    ("Quoi ?!", "Quoi‿?!"),
    ("Quoi?!", "Quoi‿?!"),
    ("Bravo !!!", "Bravo‿!!!"),
    ("(vraiment ?)", "(vraiment‿?)"),
    ("(vraiment?)", "(vraiment‿?)"),
    ("Vraiment…?", "Vraiment…‿?"),
    ("En 2026 ?", "En 2026‿?"),
    ("En 2026?", "En 2026‿?"),
    ("Yahoo !", "Yahoo‿!"),
    ("Attention : danger", "Attention⍽: danger"),
    ("Attention: danger", "Attention⍽: danger"),
    (f"Attention{NARROW}: danger", "Attention⍽: danger"),
    ("Tarif :", "Tarif⍽:"),
    ("Étape 3 : lire", "Étape 3⍽: lire"),
    ("lundi: 9h; mardi: 10h", "lundi⍽: 9h‿; mardi⍽: 10h"),
    ("à 20:30 ?", "à 20:30‿?"),
    ("Voir https://a.fr/?b=c ?", "Voir https://a.fr/?b=c‿?"),
    ("« bonjour »", "«‿bonjour‿»"),
    ("«bonjour»", "«‿bonjour‿»"),
    ("«  bonjour  »", "«‿bonjour‿»"),
    ("« Ça va ? »", "«‿Ça va‿?‿»"),
    ("«Ça va?»", "«‿Ça va‿?‿»"),
    ("« bonjour »!", "«‿bonjour‿»‿!"),
    ("« a » et « b ».", "«‿a‿» et «‿b‿»."),
    ("« a « b » c »", "«‿a «‿b‿» c‿»"),
    ('Il dit "bonjour".', "Il dit «‿bonjour‿»."),
    ('"Un" et "deux"', "«‿Un‿» et «‿deux‿»"),
    ('("mot")', "(«‿mot‿»)"),
    ('l\'"atelier"', "l’«‿atelier‿»"),
    ("l'école d'été", "l’école d’été"),
    ("aujourd'hui", "aujourd’hui"),
    ("L'ÉTÉ", "L’ÉTÉ"),
    ("d'1 h", "d’1⍽h"),
    ("l'« atelier »", "l’«‿atelier‿»"),
    ("l'A.R.S.", "l’A.R.S."),
    ("l'invité(e)", "l’invité(e)"),
    ("Attendez...", "Attendez…"),
    ("(...)", "(…)"),
    ("danse, chant...", "danse, chant…"),
    ("5 km", "5⍽km"),
    ("20 %", "20⍽%"),
    ("20%", "20⍽%"),
    ("5 €", "5⍽€"),
    ("5€", "5⍽€"),
    (f"5{NARROW}€", "5⍽€"),
    ("2,50€", "2,50⍽€"),
    ("C'est 5€!", "C’est 5⍽€‿!"),
    ("-5%", "-5⍽%"),
    ("(50%)", "(50⍽%)"),
    ("20 h 30", "20⍽h⍽30"),
    ("20 h", "20⍽h"),
    ("de 9 h à 17 h", "de 9⍽h à 17⍽h"),
    ("45 min", "45⍽min"),
    ("de 6 à 12 ans", "de 6 à 12⍽ans"),
    ("30 m²", "30⍽m²"),
    ("1,2 Mo", "1,2⍽Mo"),
    ("12 °C", "12⍽°C"),
    ("n° 5", "n°⍽5"),
    ("N° 5", "N°⍽5"),
    ("M. Dupont et Mme Durand", "M.⍽Dupont et Mme⍽Durand"),
    ("Où ?\nIci !", "Où‿?\nIci‿!"),
    ("Où ?\r\nIci !\r\n", "Où‿?\r\nIci‿!\r\n"),
]

UNTOUCHED_TEXTS = [
    "",
    "Bonjour.",
    "http://a.fr",
    "https://a.fr/l'eau?x=1;y=2",
    "www.a.fr/l'eau",
    "o'neil@a.fr",
    "l'affiche.pdf",
    "L'AFFICHE.PDF",
    "fichier.pdf?",
    "10:30",
    "20h30",
    "20:30",
    "de 20:30 à 22:15",
    "20:30!",
    "3 : 2",
    "Salle 2: concert",
    "1er décembre",
    "INSEE:26362",
    "clé:valeur",
    "https: refusé",
    "C: disque",
    "C:\\dossier",
    "std::vector",
    "a :: b",
    "oui :)",
    "oui :-)",
    "oui ;)",
    "oui ;-)",
    ":D",
    "x!=y",
    "!important",
    "?page=2",
    "(?)",
    "?",
    "! x",
    "c++;",
    "foo();",
    "x=1; y",
    "nom_de_variable?",
    "et/ou?",
    "a@b.fr?",
    "personne(s)?",
    "R&D; x",
    "&nbsp; x",
    "5 l'",
    "100%25",
    "width:100%",
    "%20",
    "le 5 mars",
    "5 minimum",
    "1...10",
    "../dossier/...",
    "....",
    "rock 'n' roll",
    "5'",
    "les amis' ",
    'Un écran de 12" et un de 14"',
    '"a "b" c"',
    'print("x")',
    '{"a": "b"}',
    'classe="x"',
    'Il dit "bonjour',
    '« Il dit "bonjour" »'.replace("« ", f"«{NARROW}").replace(" »", f"{NARROW}»"),
    "“mot”",
    "«»",
    "« »",
    "mot \n? x",
    "« \nx",
    "Mme. X",
    "04 75 00 00 00",
    "07000 Privas",
    "\x00 ? \x01 ?",
]

CHANGED_PAGES = [
    ("<p>Ça va ?</p>", "<p>Ça va‿?</p>"),
    ("<p><em>mot</em> ?</p>", "<p><em>mot</em>‿?</p>"),
    ("<p><em>mot </em>?</p>", "<p><em>mot</em>‿?</p>"),
    ("<p><em>mot</em>?</p>", "<p><em>mot</em>‿?</p>"),
    ("<p><strong>Lieu</strong>: Valence</p>", "<p><strong>Lieu</strong>⍽: Valence</p>"),
    ("<p><strong>Lieu :</strong> Valence</p>", "<p><strong>Lieu⍽:</strong> Valence</p>"),
    ("<p>« <a>x</a> »</p>", "<p>«‿<a>x</a>‿»</p>"),
    ("<p>«<a>x</a>»</p>", "<p>«‿<a>x</a>‿»</p>"),
    ("<p><em>« x »</em>!</p>", "<p><em>«‿x‿»</em>‿!</p>"),
    ('<p>"<em>mot</em>"</p>', "<p>«‿<em>mot</em>‿»</p>"),
    ("<p>l'<em>eau</em>, <b>l'</b>air</p>", "<p>l’<em>eau</em>, <b>l’</b>air</p>"),
    ("<p>l'<code>x</code></p>", "<p>l’<code>x</code></p>"),
    ("<p><b>5</b> €</p>", "<p><b>5</b>⍽€</p>"),
    ("<p>1<sup>er</sup> ?</p>", "<p>1<sup>er</sup>‿?</p>"),
    ("<p><code>a ?</code> ?</p>", "<p><code>a ?</code>‿?</p>"),
    ("<p>mot\n  ? oui</p>", "<p>mot‿? oui</p>"),
    ("<p>5\nkm</p>", "<p>5⍽km</p>"),
    ("<p>mot&nbsp;?</p>", "<p>mot‿?</p>"),
    ("<p>mot&#160;!</p>", "<p>mot‿!</p>"),
    ("<p>mot&#xA0;: x</p>", "<p>mot⍽: x</p>"),
    ("<p>l&#39;eau, l&#x27;air, l&apos;ami</p>", "<p>l’eau, l’air, l’ami</p>"),
    ("<p>&quot;mot&quot;</p>", "<p>«‿mot‿»</p>"),
    ("<p>&laquo;&nbsp;mot&nbsp;&raquo;</p>", "<p>«‿mot‿»</p>"),
    ("<p>5&euro;</p>", "<p>5⍽€</p>"),
    ("<p>l&#39;&eacute;t&eacute; ?</p>", "<p>l’&eacute;t&eacute;‿?</p>"),
    ("<p>Jeu &amp; musique ?</p>", "<p>Jeu &amp; musique‿?</p>"),
    ("<p>&lt;b&gt; ?</p>", "<p>&lt;b&gt;‿?</p>"),
    ("<title>Où ? L'été</title>", "<title>Où‿? L’été</title>"),
    ("<p>a <!-- b ? --> c ?</p>", "<p>a <!-- b ? --> c‿?</p>"),
    ("<p>c<!-- ' -->?</p>", "<p>c<!-- ' -->‿?</p>"),
    ("<li>Un?</li><li>Deux!</li>", "<li>Un‿?</li><li>Deux‿!</li>"),
    ("<p>a < b ?</p>", "<p>a < b‿?</p>"),
    ("<a title=\"a ? b > c\" data-x='>'>d ?</a>", "<a title=\"a ? b > c\" data-x='>'>d‿?</a>"),
    ("<IMG ALT='a ?'> x ?", "<IMG ALT='a ?'> x‿?"),
    ("<pre>a ?</pre> b ?", "<pre>a ?</pre> b‿?"),
    ("<svg><text>a ?</text><svg/></svg><p>b ?</p>", "<svg><text>a ?</text><svg/></svg><p>b‿?</p>"),
    ("<script>a ? '<p>' : b</script><p>c ?</p>", "<script>a ? '<p>' : b</script><p>c‿?</p>"),
    ("<SCRIPT>a ?</script><p>c ?</p>", "<SCRIPT>a ?</script><p>c‿?</p>"),
    ("<style>a ? b</style>c ?", "<style>a ? b</style>c‿?"),
    ("<textarea>a ?</textarea>c ?", "<textarea>a ?</textarea>c‿?"),
    ("<div data-brut><div>a ?</div> b ?</div> c ?", "<div data-brut><div>a ?</div> b ?</div> c‿?"),
    ("<p translate='no'>a ?</p><p>b ?</p>", "<p translate='no'>a ?</p><p>b‿?</p>"),
    ("<p translate='yes'>a ?</p>", "<p translate='yes'>a‿?</p>"),
    ("<div lang=en>a ?<div>b ?</div>c ?</div>d ?", "<div lang=en>a ?<div>b ?</div>c ?</div>d‿?"),
    (
        '<div lang="en"><p>a ?</p><p lang="fr">b ?</p><p>c ?</p></div><p>d ?</p>',
        '<div lang="en"><p>a ?</p><p lang="fr">b‿?</p><p>c ?</p></div><p>d‿?</p>',
    ),
    (
        '<div data-brut><p lang="fr">a ?</p></div><p>b ?</p>',
        '<div data-brut><p lang="fr">a ?</p></div><p>b‿?</p>',
    ),
    ('<html lang="fr"><body>a ?</body></html>', '<html lang="fr"><body>a‿?</body></html>'),
    ('<p lang="fr-FR">a ?</p>', '<p lang="fr-FR">a‿?</p>'),
    ("<a hreflang='en' data-lang='en'>a ?</a>", "<a hreflang='en' data-lang='en'>a‿?</a>"),
    ("<p title='lang=\"en\" data-brut'>a ?</p>", "<p title='lang=\"en\" data-brut'>a‿?</p>"),
    ("<input data-brut> a ?", "<input data-brut> a‿?"),
]

UNTOUCHED_PAGES = [
    "",
    "<p>R&amp;D; &lt;a&gt;; &eacute;;</p>",
    "<p>&amp;nbsp; x</p>",
    "<p>&#109;&#64;&#97;</p>",
    "<p>&inconnu;</p>",
    "<p>a</p><p>?</p>",
    "<p>a<br>? b</p>",
    "<p> ? b</p>",
    "<code>l'eau ?</code>",
    "<kbd>a ?</kbd>",
    "<samp>a ?</samp>",
    "<pre><code>l'eau « x »</code> ?</pre>",
    "<script>if (a ? b : c) { d('e') }</script>",
    "<script>jamais fermé ?",
    '<script type="application/ld+json">{"name": "L\'école !"}</script>',
    "<style>a::before { content: '?' }</style>",
    '<html lang="en"><p>Really ?</p></html>',
    '<p lang="">a ?</p>',
    '<p LANG="en">a ?</p>',
    "<p translate=no>a ?</p>",
    "<p data-brut='oui'>a ?</p>",
    '<meta content="Où ? L\'été">',
    "<a href=\"/l'eau/?a=b\" title='Ça va ?'>mot</a>",
    "<!-- l'eau ? -->",
    "<!doctype html>",
    "<p>\x00 ?</p>",
]


def visible(text: str) -> str:
    return text.replace(NO_BREAK, "⍽").replace(NARROW, "‿")


@pytest.mark.parametrize(("text", "expected"), CHANGED_TEXTS)
def test_a_text_is_typeset(text, expected):
    assert visible(typeset_text(text)) == expected


@pytest.mark.parametrize("text", UNTOUCHED_TEXTS)
def test_a_doubtful_text_stays_as_it_is(text):
    assert typeset_text(text) == text


@pytest.mark.parametrize(("page", "expected"), CHANGED_PAGES)
def test_the_words_of_a_page_are_typeset_through_its_tags(page, expected):
    assert visible(typeset_html(page)) == expected


@pytest.mark.parametrize("page", UNTOUCHED_PAGES)
def test_what_is_not_french_prose_in_a_page_stays_as_it_is(page):
    assert typeset_html(page) == page


@pytest.mark.parametrize("text", [text for text, _ in CHANGED_TEXTS])
def test_a_typeset_text_stays_the_same_when_typeset_again(text):
    once = typeset_text(text)
    assert typeset_text(once) == once


@pytest.mark.parametrize("page", [page for page, _ in CHANGED_PAGES])
def test_a_typeset_page_stays_the_same_when_typeset_again(page):
    once = typeset_html(page)
    assert typeset_html(once) == once


def test_a_long_run_of_broken_markup_stays_as_it_is():
    page = "<a " * 20_000 + '"' * 20_001 + "&" * 20_000
    assert typeset_html(page) == page
