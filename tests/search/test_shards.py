from plugins.search.entries import BODY, NAME, NOTE, entry
from plugins.search.shards import index_files

RSA = entry("/sigles/rsa/", "Sigle", "RSA", "Revenu de solidarité active", words="Un revenu minimum.")
SHOW = entry("/sorties/2026/11/30-conte/", "Sortie", "Conte", "lundi · Salle", ends="2026-11-30")


def test_a_word_weighs_most_in_the_title_and_least_in_the_text():
    assert RSA.weights == {
        "rsa": NAME,
        "revenu": NOTE,
        "solidarit": NOTE,
        "activ": NOTE,
        "minimum": BODY,
        "sigl": BODY,
    }


def test_a_file_holds_the_words_of_two_letters_and_all_that_they_find():
    files = index_files([SHOW, RSA])
    assert sorted(files) == ["ac", "co", "lu", "mi", "re", "rs", "sa", "si", "so"]
    assert files["rs"].address == "/recherche/index/rs.js"
    assert files["rs"].content.decode() == (
        'recherche("rs",[["sigles/rsa/","Sigle","RSA","Revenu de solidarité active"]],{"rsa":[0,9]})\n'
    )
    assert files["co"].content.decode() == (
        'recherche("co",[["sorties/2026/11/30-conte/","Sortie","Conte","lundi · Salle","2026-11-30"]],'
        '{"cont":[0,9]})\n'
    )


def test_the_order_of_the_records_does_not_count():
    twin = entry("/sigles/rse/", "Sigle", "RSE", "Responsabilité")
    one, other = index_files([RSA, twin]), index_files([twin, RSA])
    assert {name: file.content for name, file in one.items()} == {
        name: file.content for name, file in other.items()
    }


def test_a_new_record_changes_the_files_of_its_words_only():
    before = index_files([RSA, SHOW])
    after = index_files([RSA, SHOW, entry("/sigles/caf/", "Sigle", "CAF", "Allocations")])
    changed = {name for name, file in after.items() if before.get(name) != file}
    assert changed == {"ca", "al", "si"}


def test_what_ends_a_line_of_script_is_taken_out():
    (file,) = index_files([entry("/a/", "Ab", "Ab\u2028ab")]).values()
    assert file.content.count(b"\n") == 1
    assert "\u2028" not in file.content.decode()
