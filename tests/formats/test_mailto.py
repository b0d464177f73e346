from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.formats.mailto import LONGEST, mailto


def opened(link):
    """Read a link as a mail program does: percent-encoding only, a plus is a plus."""
    parts = urlsplit(link)
    fields = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    return parts.path, {name: values[0] for name, values in fields.items()}


def test_a_mail_program_reads_the_words_that_were_meant():
    link = mailto(
        "contact@exemple.fr", "Une fiche à corriger & relire", "Bonjour,\nC’est 100 % faux + vieux ?"
    )
    assert opened(link) == (
        "contact@exemple.fr",
        {
            "subject": "Une fiche à corriger & relire",
            "body": "Bonjour,\r\nC’est 100 % faux + vieux ?",
        },
    )


def test_spaces_and_accents_are_percent_encoded_and_line_breaks_are_two_characters():
    assert (
        mailto("a@b.fr", "été 1", "x\ny\r\nz")
        == "mailto:a@b.fr?subject=%C3%A9t%C3%A9%201&body=x%0D%0Ay%0D%0Az"
    )


def test_a_subject_never_opens_another_header():
    assert mailto("a@b.fr", "Bonjour\nBcc: z@z.fr") == "mailto:a@b.fr?subject=Bonjour%20Bcc:%20z@z.fr"


def test_an_address_cannot_add_a_field():
    assert mailto("a?bcc=z@z.fr", "x") == "mailto:a%3Fbcc%3Dz@z.fr?subject=x"


def test_without_recipient_the_reader_chooses_one():
    assert mailto("", "Votre saison") == "mailto:?subject=Votre%20saison"


def test_a_link_too_long_is_refused_rather_than_cut():
    most = LONGEST - len("mailto:?subject=x&body=")
    assert len(mailto("", "x", "a" * most)) == LONGEST
    with pytest.raises(ValueError, match="2001 characters: x"):
        mailto("", "x", "a" * (most + 1))
