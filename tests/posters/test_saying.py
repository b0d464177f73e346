from plugins.posters.saying import answering_script, text_messages
from plugins.views.gsm import septets
from tests.posters.samples import URL, in_valence, many
from tests.views.samples import agenda, outing

US = "Cultures du Cœur Drôme-Ardèche"


def _script(*events: object) -> str:
    return (
        answering_script(in_valence(*events), agenda(*events), US, URL)
        .replace("\u202f", " ")
        .replace("\u00a0", " ")
    )


def test_the_script_is_read_aloud_with_hours_and_days_in_full():
    script = _script(
        outing("2026-11-24-contes", "24/11/2026 17h30", "1/12/2026 17h30", titre="Contes du soir")
    )
    assert "Mardi 24 novembre :" in script
    assert "À 17 heures 30 : Contes du soir." in script
    assert "C’est à Valence, Théâtre de la Ville. Entrée libre. Aussi : mardi 1er décembre." in script
    assert "exemple point fr" in script


def test_a_cancelled_outing_is_told_before_its_title():
    assert "Attention, cette sortie est annulée. À 20 heures : Sortie x." in _script(
        outing("2026-11-24-x", "24/11/2026 20h", statut="annule")
    )


def test_the_script_stays_one_page_long():
    script = _script(*many(30))
    assert len(script.splitlines()) <= 45
    assert "Et 20 autres sorties encore." in script


def test_there_is_one_text_message_a_line():
    lines = text_messages(in_valence(*many(3)), agenda(*many(3)), URL).splitlines()
    assert len(lines) == 3
    assert all((septets(line) or 999) <= 160 for line in lines)
