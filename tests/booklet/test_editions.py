from datetime import date

from plugins.booklet.editions import content_digest, current_issue
from plugins.catalog.models.edition import Edition
from tests.acronyms.samples import acronym
from tests.booklet.samples import ACRONYMS, TODAY, catalog

BEFORE = catalog(acronyms=ACRONYMS[:4])


def edition(number: int, found=BEFORE, **fields: object) -> Edition:
    base = {
        "slug": str(number),
        "numero": number,
        "ouverte_le": "22/11/2026",
        "fermee_le": "30/11/2026",
        "empreinte": content_digest(found),
        "sigles": sorted(found.acronyms),
        "organismes": sorted(found.bodies),
    }
    return Edition.model_validate({**base, **fields})


def opened(number: int) -> Edition:
    return Edition.model_validate({"slug": str(number), "numero": number, "ouverte_le": "22/11/2026"})


def told(found, *editions: Edition) -> tuple[str, str, list[str]]:
    known = {one.slug: one for one in editions}
    fields = {name: getattr(found, name) for name in found.__dataclass_fields__}
    issue = current_issue(type(found)(**{**fields, "editions": known}), TODAY)
    return issue.name, issue.when.replace("\u00a0", " "), sorted(issue.new_acronyms)


def test_the_first_edition_is_being_prepared_and_nothing_in_it_is_new():
    assert told(BEFORE, opened(1)) == (
        "1re édition, en préparation",
        "Commencée le 22 novembre 2026",
        [],
    )


def test_a_project_without_any_edition_prepares_its_first():
    assert told(BEFORE) == ("1re édition, en préparation", "Commencée le 1er décembre 2026", [])


def test_a_closed_edition_keeps_its_number_while_not_a_word_changes():
    assert told(BEFORE, edition(1)) == ("1re édition", "Fermée le 30 novembre 2026", [])


def test_what_was_added_since_is_new_in_the_next_edition():
    assert told(catalog(), edition(1)) == (
        "2e édition, en préparation",
        "Commencée le 30 novembre 2026",
        ["pad"],
    )


def test_one_word_changed_makes_the_next_edition_and_is_not_new():
    changed = acronym("rsa", "RSA", "Revenu de solidarité active", definition="Autre chose.")
    found = catalog(acronyms=(*ACRONYMS[:3], changed))
    assert told(found, edition(1)) == ("2e édition, en préparation", "Commencée le 30 novembre 2026", [])


def test_a_closed_edition_still_says_what_it_brought():
    second = edition(2, catalog(), ouverte_le="30/11/2026", fermee_le="15/12/2026")
    assert told(catalog(), edition(1), second) == ("2e édition", "Fermée le 15 décembre 2026", ["pad"])


def test_what_was_taken_away_is_counted():
    found = catalog(acronyms=ACRONYMS[:3])
    fields = {name: getattr(found, name) for name in found.__dataclass_fields__}
    issue = current_issue(type(found)(**{**fields, "editions": {"1": edition(1)}}), TODAY)
    assert (issue.gone, issue.before) == (1, date(2026, 11, 30))
