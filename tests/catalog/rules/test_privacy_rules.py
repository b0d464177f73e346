from collections.abc import Callable

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]
POST = "content/billets/2026/2026-11-20-essai.md"
HEAD = "---\ntitre: Essai\ndate: 20/11/2026\nrubrique: Sorties\n---\n\nBonjour.\n\n"
CONSENTS = "data/autorisations.yaml"
AGREED = (
    '- ecrit: "06 39 98 01 02"\n  role: astreinte\n  accord: la personne, par courriel\n  le: 12/11/2026\n'
)


def _codes(told: Told, files: dict[str, str]) -> list[tuple[int, str]]:
    mine = {"donnee-personnelle", "autorisation-inutile"}
    return [(line, code) for line, code, *_ in told(files) if code in mine]


def test_a_private_number_is_told_with_its_line(told: Told) -> None:
    assert _codes(told, {POST: f"{HEAD}Appelez le 06.39.98.01.02.\n"}) == [(9, "donnee-personnelle")]


def test_a_header_is_read_too(told: Told) -> None:
    post = HEAD.replace("titre: Essai", "titre: Appelez le 06 39 98 01 02")
    assert _codes(told, {POST: post}) == [(2, "donnee-personnelle")]


def test_what_the_person_agreed_to_may_be_written(told: Told) -> None:
    assert _codes(told, {POST: f"{HEAD}Astreinte : 0639980102\n", CONSENTS: AGREED}) == []


def test_an_agreement_is_for_one_number_only(told: Told) -> None:
    files = {POST: f"{HEAD}Astreinte : 06 39 98 01 03\n", CONSENTS: AGREED}
    assert _codes(told, files) == [(9, "donnee-personnelle")]


def test_an_agreement_about_what_nothing_stops_is_told(told: Told) -> None:
    useless = AGREED.replace('"06 39 98 01 02"', "le standard")
    assert _codes(told, {CONSENTS: useless}) == [(1, "autorisation-inutile")]
