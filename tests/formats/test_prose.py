from plugins.formats.prose import plain_words, read_prose

SITE = "https://www.exemple.fr"


def read(html, **pictures):
    return read_prose(html, {f"/{name}.png": content for name, content in pictures.items()}, SITE)


def words(text):
    return {"sorte": "texte", "texte": text}


def test_words_and_their_marks_become_nodes():
    assert read("<p>Une sortie <strong>gratuite</strong>, ce soir.</p>") == [
        {
            "sorte": "p",
            "dedans": [
                words("Une sortie"),
                words(" "),
                {"sorte": "strong", "dedans": [words("gratuite")]},
                words(", ce soir."),
            ],
        }
    ]


def test_what_would_be_an_order_to_typst_stays_a_word():
    nodes = read("<p>#let x = 1 *gras* $a$ \\ @note &lt;b&gt; &amp; « // »</p>")
    assert nodes == [{"sorte": "p", "dedans": [words("#let x = 1 *gras* $a$ \\ @note <b> & « // »")]}]


def test_a_link_is_completed_and_an_anchor_is_only_words():
    assert read('<a href="/sorties/">sorties</a>') == [
        {"sorte": "a", "adresse": "https://www.exemple.fr/sorties/", "dedans": [words("sorties")]}
    ]
    assert read('<a href="#suite">suite</a>') == [words("suite")]


def test_lists_keep_their_items_and_their_first_number():
    (found,) = read('<ol start="3">\n<li>un</li>\n<li>deux</li>\n</ol>')
    assert found["numero"] == 3
    assert [plain_words([item]) for item in found["dedans"]] == ["un", "deux"]


def test_a_block_of_code_keeps_its_lines():
    (found,) = read('<pre><code class="language-yaml">titre: a\n  date: b\n</code></pre>')
    lines = [{**words("titre: a"), "retrait": 0}, {"sorte": "ligne"}, {**words("date: b"), "retrait": 2}]
    assert found == {"sorte": "pre", "dedans": lines}


def test_a_picture_comes_with_its_bytes_and_its_words():
    (found,) = read('<p><img alt="Une liste" src="/a.png"></p>', a=b"\x89P")
    assert found["dedans"] == [{"sorte": "image", "image": [137, 80], "mots": "Une liste"}]
    assert read('<p><img alt="Absente" src="/b.png"></p>') == [{"sorte": "p", "dedans": []}]


def test_what_is_only_for_a_screen_is_left_out():
    html = "<p>Le RSA<span hidden>une <b>bulle</b></span> aide.<script>x</script></p>"
    assert plain_words(read(html)) == "Le RSA aide."


def test_the_note_of_an_acronym_is_read_after_it_without_an_address():
    html = (
        '<p>L’<button class="sigle" popovertarget="s">AAH</button>'
        '<span class="sigle-note" id="s" popover> (<a href="/sigles/aah/">Allocation aux adultes handicapés</a>)</span>'
        " aide.</p>"
    )
    (found,) = read(html)
    assert plain_words([found]) == "L’AAH (Allocation aux adultes handicapés) aide."
    assert {node["sorte"] for node in found["dedans"]} == {"texte"}


def test_elements_without_a_meaning_on_paper_give_their_place_to_what_they_hold():
    assert read("<section><div><p>ici</p></div></section>") == [{"sorte": "p", "dedans": [words("ici")]}]


def test_ends_that_close_nothing_are_harmless():
    assert plain_words(read("<p>un</em></p></div><p>deux")) == "undeux"
