from plugins.ledger.hashing import digest_of


def test_the_digest_of_some_parts_is_always_the_same():
    assert digest_of() == "cae66941d9efbd404e4d88758ea67670"
    assert digest_of("ab", "c") == "709cf327ef95531b685902e50b513a88"


def test_where_a_part_ends_counts():
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of("ab") == digest_of(b"ab")


def test_a_text_counts_as_its_bytes_even_where_it_is_no_text():
    assert digest_of("é") == digest_of(b"\xc3\xa9")
    assert digest_of("\udce9") == digest_of(b"\xed\xb3\xa9")
