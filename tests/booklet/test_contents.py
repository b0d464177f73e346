from plugins.booklet.contents import as_data, open_contents
from tests.acronyms.samples import acronym
from tests.booklet.samples import ACRONYMS, site

CONTENTS = open_contents(site())
ENTRIES = {entry.key: entry for entry in CONTENTS.entries}


def labels(references):
    return [reference.label for reference in references]


def test_each_meaning_has_its_entry_in_alphabetical_order():
    assert [(entry.acronym, entry.expansion) for entry in CONTENTS.entries] == [
        ("ASS", "Allocation de solidarité spécifique"),
        ("ASS", "Assistant de service social"),
        ("PAD", "Point d'accès au droit"),
        ("RMI", "Revenu minimum d'insertion"),
        ("RSA", "Revenu de solidarité active"),
    ]


def test_homonyms_are_told_apart_by_their_words():
    assert labels(ENTRIES["sigle-ass-allocation"].homonyms) == ["ASS, Assistant de service social"]
    assert labels(ENTRIES["sigle-ass-assistant"].homonyms) == ["ASS, Allocation de solidarité spécifique"]


def test_a_replaced_acronym_says_since_when_and_by_what():
    rmi = ENTRIES["sigle-rmi"]
    assert (rmi.is_current, rmi.life, labels(rmi.after)) == (False, "N’a plus cours depuis 2009", ["RSA"])
    pad = ENTRIES["sigle-pad"]
    assert (pad.life, pad.heir) == ("N’a plus cours depuis 2020", "Point-justice")
    rsa = ENTRIES["sigle-rsa"]
    assert (rsa.life, labels(rsa.before), labels(rsa.related)) == ("Depuis 2009", ["RMI"], ["ASS"])


def test_what_is_to_be_checked_says_why():
    assert ENTRIES["sigle-ass-assistant"].check == "le nom du métier"
    assert ENTRIES["sigle-rsa"].check == ""


def test_an_example_is_not_in_the_booklet():
    example = acronym("zzz", "ZZZ", "Exemple", exemple=True)
    contents = open_contents(site(acronyms=(*ACRONYMS, example)))
    assert [entry.key for entry in contents.entries if entry.acronym == "ZZZ"] == []


def test_the_index_leads_from_the_words_to_the_letters():
    assert [
        (group.letter, [(line.words, line.acronym) for line in group.lines]) for group in CONTENTS.index
    ] == [
        (
            "A",
            [("Allocation de solidarité spécifique", "ASS"), ("Assistant de service social", "ASS")],
        ),
        ("C", [("Caisse d'allocations familiales", "organisme")]),
        ("P", [("Point d'accès au droit", "PAD")]),
        ("R", [("Revenu de solidarité active", "RSA"), ("Revenu minimum d'insertion", "RMI")]),
    ]


def test_a_body_answers_five_questions():
    assert [question.label for question in CONTENTS.bodies[0].questions] == [
        "À quoi ça sert ?",
        "Pour qui ?",
        "D’où vient l’argent ?",
        "Qui décide ?",
        "Comment le joindre ?",
    ]
    assert labels(CONTENTS.bodies[0].acronyms) == ["RSA"]


def test_sources_are_named_without_the_persons_who_wrote_there():
    told = {paragraph.label: paragraph.text for paragraph in CONTENTS.colophon}["D’où viennent les textes"]
    assert told.endswith("à d’autres sources : dicosigles.fr.")


def test_the_data_is_typeset_but_its_keys_are_not():
    data = as_data(CONTENTS)
    assert data["letters"][1]["entries"][0]["expansion"] == "Point d’accès au droit"
    assert data["letters"][1]["entries"][0]["key"] == "sigle-pad"
    assert data["counted"] == "5\u00a0sigles et 1\u00a0organisme"
