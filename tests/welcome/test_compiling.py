from datetime import date

from plugins.catalog.models.event import Event
from plugins.catalog.models.series import EventSeries
from plugins.welcome.compiling import SHORTCUTS, compile_welcome
from plugins.welcome.greeting import WELCOME
from tests.acronyms.samples import acronym, body
from tests.association.samples import catalog, commune, news_item, post, site


def home(of, **options):
    (page,) = compile_welcome(site(of, **options))
    return page


def event(day, title, **fields):
    base = {
        "slug": f"{day}-{title.lower()}",
        "titre": title,
        "resume": "À voir.",
        "dates": [{"debut": day}],
        "adresse": {"nom": "Salle des fêtes", "commune": "26362"},
        "gratuite": {"type": "entree-libre", "preuve": "affiche"},
    }
    return Event.model_validate(base | fields)


def series(slug, **fields):
    base = {
        "slug": slug,
        "nom": slug.capitalize(),
        "regle": "Une fois par an.",
        "certitude_regle": "aucune",
        "gratuit": "oui",
        "disciplines": ["musique"],
    }
    return EventSeries.model_validate(base | fields)


VALENCE = commune("26362", "Valence", "valence")


def test_an_empty_site_still_has_a_home_page():
    page = home(catalog())
    assert page.address == "/"
    assert {key: value for key, value in page.context.items() if key != "described"} == {
        "greeting": WELCOME,
        "welcome": WELCOME,
        "season": "chataigne",
        "shortcuts": SHORTCUTS,
        "events": (),
        "event_count": 0,
        "series": (),
        "posts": (),
        "acronym": None,
        "counts": {"acronyms": 0, "bodies": 0, "places": 0, "communes": 0},
    }


def test_the_next_six_outings_are_shown_by_date_and_all_are_counted():
    coming = [event(f"2026-12-{day:02}", f"Sortie{day}") for day in (9, 3, 5, 4, 8, 7, 6)]
    hidden = [event("2026-11-21", "Hier"), event("2026-12-01", "Ébauche", brouillon="oui")]
    page = home(catalog(communes=[VALENCE], events=[*coming, *hidden]))
    assert [card.title for card in page.context["events"]] == [
        "Sortie3",
        "Sortie4",
        "Sortie5",
        "Sortie6",
        "Sortie7",
        "Sortie8",
    ]
    assert page.context["event_count"] == 7


def test_the_next_four_dated_series_are_shown_the_soonest_first():
    dated = [
        series(name, editions=[{"debut": day, "etat": "confirmee"}])
        for name, day in [
            ("mars", "01/03/2027"),
            ("janvier", "01/01/2027"),
            ("passee", "01/01/2026"),
            ("mai", "01/05/2027"),
            ("avril", "01/04/2027"),
            ("juin", "01/06/2027"),
        ]
    ]
    page = home(catalog(series=[series("inconnue"), *dated]))
    assert [card.name for card in page.context["series"]] == ["Janvier", "Mars", "Avril", "Mai"]


def test_the_three_latest_posts_are_shown_the_newest_first():
    posts = [post(f"2026-10-{day:02}-jour-{day}") for day in (2, 4, 1, 3)]
    page = home(catalog(posts=posts), news=tuple(news_item(found) for found in posts))
    assert [card.title for card in page.context["posts"]] == [
        "Billet jour-4",
        "Billet jour-3",
        "Billet jour-2",
    ]


def test_what_the_site_holds_is_counted():
    page = home(
        catalog(acronyms=[acronym("rsa", "RSA", "Revenu")], bodies=[body("caf", "CAF")], communes=[VALENCE])
    )
    assert page.context["counts"] == {"acronyms": 1, "bodies": 1, "places": 0, "communes": 1}
    assert page.context["acronym"].acronym == "RSA"


def test_the_day_is_given_and_changes_what_is_coming():
    of = catalog(communes=[VALENCE], events=[event("2026-12-03", "Concert")])
    assert home(of, today=date(2026, 12, 3)).context["event_count"] == 1
    assert home(of, today=date(2026, 12, 3)).context["greeting"].opening == "Cette semaine,"
    assert home(of, today=date(2026, 12, 4)).context["event_count"] == 0
