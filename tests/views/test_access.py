from plugins.catalog.models.place import Access
from plugins.views.access import NEEDS, open_agenda_codes


def test_each_need_has_its_code_of_open_agenda():
    assert {need.slug: need.open_agenda for need in NEEDS} == {
        "fauteuil": "mi",
        "audition": "hi",
        "vision": "vi",
        "comprehension": "ii",
        "calme": "pi",
    }


def test_only_what_is_said_has_a_code():
    access = Access.model_validate({"fauteuil": "oui : de plain-pied", "audition": "non"})
    assert open_agenda_codes(access) == {"mi": True, "hi": False}
    assert open_agenda_codes(Access()) == {}
