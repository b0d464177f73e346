import pytest

from plugins.formats.plain import PlainGroup, encode_plain

FRIDAY = PlainGroup("vendredi", ("* Concert\n  Valence", "* Bal"))
SUNDAY = PlainGroup("dimanche", ("* Conte",))


def tell(left: int) -> str:
    return f"… et {left} de plus"


def test_a_short_list_is_written_whole_under_its_headings():
    assert encode_plain("Les sorties", [FRIDAY, SUNDAY], tell).decode() == (
        "Les sorties\n\nvendredi\n--------\n* Concert\n  Valence\n* Bal\n\ndimanche\n--------\n* Conte\n"
    )


def test_what_does_not_fit_is_counted_and_no_heading_stays_alone():
    whole = len(encode_plain("Les sorties", [FRIDAY, SUNDAY], tell))
    text = encode_plain("Les sorties", [FRIDAY, SUNDAY], tell, whole - 1).decode()
    assert text == "Les sorties\n\nvendredi\n--------\n* Concert\n  Valence\n* Bal\n\n… et 1 de plus\n"


@pytest.mark.parametrize("limit", range(40, 90))
def test_the_limit_holds_to_the_octet(limit):
    assert len(encode_plain("Les sorties", [FRIDAY, SUNDAY], tell, limit)) <= limit


def test_an_empty_list_says_its_head():
    assert encode_plain("Rien", [], tell) == b"Rien\n"


def test_a_head_that_does_not_fit_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="Les sorties"):
        encode_plain("Les sorties", [FRIDAY], tell, 20)


def test_what_was_not_even_given_is_counted_too():
    assert encode_plain("Les sorties", [SUNDAY], tell, unseen=7).decode() == (
        "Les sorties\n\ndimanche\n--------\n* Conte\n\n… et 7 de plus\n"
    )
