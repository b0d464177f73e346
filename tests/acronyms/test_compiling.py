from plugins.acronyms.compiling import compile_acronyms
from plugins.resources import Crumb
from plugins.views.cards import Chip, Fact
from tests.acronyms.samples import acronym, body
from tests.association.samples import catalog, site

RMI = acronym("rmi", "RMI", "Revenu minimum d’insertion", jusqu_a="2009", remplace_par=["rsa"], depuis="1988")
RSA = acronym("rsa", "RSA", "Revenu de solidarité active", "protection-sociale", "lutte-contre-la-pauvrete")
CEJ = acronym("cej", "CEJ", "Contrat d’engagement jeune", "insertion-et-emploi")
CEJ_CHILD = acronym("cej-enfance", "CEJ", "Contrat enfance jeunesse", "enfance-et-famille", homonymes=["cej"])
CAF = body("caf", "Caisse d’allocations familiales", sigles=["rsa"])


def compiled(*acronyms, bodies=()):
    return {page.address: page for page in compile_acronyms(site(catalog(acronyms=acronyms, bodies=bodies)))}


def names(cards):
    return [card.acronym for card in cards]


def test_a_page_is_titled_with_the_letters_and_what_they_mean():
    page = compiled(RMI, RSA)["/sigles/rsa/"]
    assert page.title == "RSA\u00a0: Revenu de solidarité active"
    assert page.description == "RSA\u00a0: Revenu de solidarité active. Ce que veut dire RSA."
    assert page.breadcrumbs == (Crumb("Sigles", "/sigles/"),)


def test_a_word_that_is_no_acronym_is_not_said_twice():
    plain = acronym("centre-de-sante", "Centre de santé", "Centre de santé")
    assert compiled(plain)["/sigles/centre-de-sante/"].title == "Centre de santé"


def test_what_was_replaced_and_what_replaces_it_point_at_each_other():
    pages = compiled(RMI, RSA)
    assert names(pages["/sigles/rmi/"].context["after"]) == ["RSA"]
    assert names(pages["/sigles/rmi/"].context["before"]) == []
    assert names(pages["/sigles/rsa/"].context["before"]) == ["RMI"]
    assert names(pages["/sigles/rsa/"].context["after"]) == []


def test_an_acronym_replaced_twice_shows_the_whole_chain_in_order_of_time():
    pages = compiled(
        acronym("anpe", "ANPE", "Agence nationale pour l’emploi", remplace_par=["pe"]),
        acronym("pe", "PE", "Pôle emploi", remplace_par=["ft"]),
        acronym("ft", "FT", "France Travail"),
    )
    after = pages["/sigles/anpe/"].context["after"]
    assert [(card.acronym, card.current) for card in after] == [("PE", False), ("FT", True)]
    assert names(pages["/sigles/ft/"].context["before"]) == ["ANPE", "PE"]
    assert names(pages["/sigles/pe/"].context["before"]) == ["ANPE"]


def test_what_replaces_comes_after_all_that_it_replaces():
    pages = compiled(
        acronym("fasild", "FASILD", "Fonds d’action", remplace_par=["acse"]),
        acronym("acse", "ACSÉ", "Agence pour la cohésion", remplace_par=["cget", "anct"]),
        acronym("cget", "CGET", "Commissariat général", remplace_par=["anct"]),
        acronym("anct", "ANCT", "Agence des territoires"),
    )
    assert names(pages["/sigles/fasild/"].context["after"]) == ["ACSÉ", "CGET", "ANCT"]
    assert names(pages["/sigles/anct/"].context["before"]) == ["FASILD", "ACSÉ", "CGET"]


def test_homonyms_are_told_apart():
    pages = compiled(CEJ, CEJ_CHILD)
    assert pages["/sigles/cej/"].title == "CEJ\u00a0: Contrat d’engagement jeune"
    assert [card.expansion for card in pages["/sigles/cej/"].context["homonyms"]] == [
        "Contrat enfance jeunesse"
    ]
    assert [card.expansion for card in pages["/sigles/cej-enfance/"].context["homonyms"]] == [
        "Contrat d’engagement jeune"
    ]


def test_letters_that_differ_by_an_accent_only_are_homonyms():
    plain, accented = acronym("ase", "ASE", "Aide sociale"), acronym("ase-2", "ASÉ", "Autre sens")
    assert names(compiled(plain, accented)["/sigles/ase/"].context["homonyms"]) == ["ASÉ"]


def test_what_the_page_already_shows_is_not_shown_as_related():
    rmi = acronym(
        "rmi", "RMI", "Revenu minimum", remplace_par=["rsa"], voir_aussi=["rsa", "cej", "cej", "rmi"]
    )
    assert names(compiled(rmi, RSA, CEJ)["/sigles/rmi/"].context["related"]) == ["CEJ"]


def test_an_acronym_names_the_bodies_that_use_it():
    pages = compiled(RSA, bodies=[CAF])
    assert [card.name for card in pages["/sigles/rsa/"].context["bodies"]] == [
        "Caisse d’allocations familiales"
    ]
    assert names(pages["/organismes/caf/"].context["acronyms"]) == ["RSA"]


def test_facts_say_the_years_and_where_the_meaning_was_found():
    checked = acronym(
        "rmi",
        "RMI",
        "Revenu minimum",
        depuis="1988",
        jusqu_a="2009",
        remplace_par_texte="le RSA",
        site="https://www.caf.fr/",
        recoupe_dans=["Légifrance", "service-public.fr"],
        verifie_le="22/11/2026",
    )
    page = compiled(checked)["/sigles/rmi/"]
    assert page.context["facts"] == (
        Fact("Depuis", "1988"),
        Fact("Jusqu’en", "2009"),
        Fact("Remplacé par", "le RSA"),
        Fact("Site", "caf.fr", "https://www.caf.fr/"),
        Fact("Recoupé dans", "Légifrance\u00a0; service-public.fr"),
        Fact("Vérifié le", "22\u00a0novembre 2026"),
    )
    assert page.modified.isoformat() == "2026-11-22"


def test_domains_link_to_their_page_and_mark_the_current_one():
    pages = compiled(RSA, CEJ)
    page = pages["/sigles/domaine/insertion-et-emploi/"]
    assert page.title == "Sigles\u00a0: Insertion et emploi"
    assert names(page.context["acronyms"]) == ["CEJ"]
    assert page.context["domains"] == (
        Chip("Protection sociale", "/sigles/domaine/protection-sociale/", 1),
        Chip("Lutte contre la pauvreté", "/sigles/domaine/lutte-contre-la-pauvrete/", 1),
        Chip("Insertion et emploi", "/sigles/domaine/insertion-et-emploi/", 1, current=True),
    )
    assert "/sigles/domaine/justice/" not in pages


def test_a_large_domain_goes_on_over_the_next_pages_and_loses_nothing():
    many = [acronym(f"z{number:02}", f"Z{number:02}", f"Sens {number}", "justice") for number in range(70)]
    pages = compiled(*many, bodies=[body("spip", "Service pénitentiaire", "justice")])
    first, second = pages["/sigles/domaine/justice/"], pages["/sigles/domaine/justice/2/"]
    assert names(first.context["acronyms"] + second.context["acronyms"]) == [
        f"Z{number:02}" for number in range(70)
    ]
    assert (len(first.context["acronyms"]), first.context["count"]) == (35, 70)
    assert [page.span for page in first.context["more"]] == ["de Z35 à Z69"]
    assert [page.address for page in second.context["more"]] == ["/sigles/domaine/justice/"]
    assert (len(first.context["bodies"]), second.context["bodies"]) == (1, ())
    assert first.title != second.title
    assert "/sigles/domaine/justice/3/" not in pages


def test_a_domain_that_only_a_body_has_gets_its_page():
    pages = compiled(bodies=[body("spip", "Service pénitentiaire", "justice")])
    page = pages["/sigles/domaine/justice/"]
    assert [card.name for card in page.context["bodies"]] == ["Service pénitentiaire"]
    assert page.context["acronyms"] == ()


def test_a_body_answers_five_questions():
    page = compiled(RSA, bodies=[CAF])["/organismes/caf/"]
    assert [(question.label, question.answer) for question in page.context["questions"]] == [
        ("À quoi ça sert\u00a0?", "<p>Il verse des aides.</p>"),
        ("Pour qui\u00a0?", "<p>Tout le monde.</p>"),
        ("D’où vient l’argent\u00a0?", "<p>Les cotisations.</p>"),
        ("Qui décide\u00a0?", "<p>Un conseil.</p>"),
        ("Comment le joindre\u00a0?", "<p>Par téléphone.</p>"),
    ]
    assert page.breadcrumbs == (Crumb("Sigles", "/sigles/"), Crumb("Organismes", "/organismes/"))


def test_bodies_are_listed_under_each_of_their_domains_and_counted_once():
    page = compiled(bodies=[body("ccas", "CCAS", "personnes-agees", "lutte-contre-la-pauvrete")])[
        "/organismes/"
    ]
    assert [(group.label, group.anchor) for group in page.context["groups"]] == [
        ("Lutte contre la pauvreté", "lutte-contre-la-pauvrete"),
        ("Personnes âgées", "personnes-agees"),
    ]
    assert page.context["count"] == 1


def test_the_answers_of_a_body_explain_an_acronym_once_and_never_its_own():
    told = body("caf", "Caisse", sigles=["rsa"], role="Elle paie le RSA & l'RMI.", public="Avec le RMI.")
    role, public, *_ = compiled(RMI, RSA, bodies=[told])["/organismes/caf/"].context["questions"]
    assert role.answer.startswith('<p>Elle paie le RSA &amp; l’<button class="sigle"')
    assert public.answer == "<p>Avec le RMI.</p>"


def test_an_acronym_that_nobody_has_read_again_says_so():
    assert compiled(RSA)["/sigles/rsa/"].context["facts"] == (Fact("Relu par une personne", "pas encore"),)


def test_an_empty_booklet_has_its_indexes():
    assert sorted(compiled()) == ["/organismes/", "/sigles/", "/sigles/histoire/", "/sigles/liste.txt"]


def test_each_letter_has_its_page_and_the_index_keeps_its_old_anchors():
    pages = compiled(RMI, RSA, CEJ)
    (c, r) = pages["/sigles/"].context["letters"]
    assert [(letter.label, letter.anchor, letter.address) for letter in (c, r)] == [
        ("C", "lettre-c", "/sigles/lettre/c/"),
        ("R", "lettre-r", "/sigles/lettre/r/"),
    ]
    page = pages["/sigles/lettre/r/"]
    assert (page.title, page.context["more"]) == ("Les sigles en R", ())
    assert page.description == "2\u00a0sigles du secteur social, de RMI à RSA."
    assert names(page.context["acronyms"]) == ["RMI", "RSA"]


def test_a_long_letter_has_several_pages_that_know_each_other():
    pages = compiled(*(acronym(f"a{n:02}", f"A{n:02}", f"Aide {n}") for n in range(70)))
    first, second = pages["/sigles/lettre/a/"], pages["/sigles/lettre/a/2/"]
    assert (first.title, second.title) == (
        "Les sigles en A, de A00 à A34",
        "Les sigles en A, de A35 à A69",
    )
    assert [page.address for page in first.context["more"]] == ["/sigles/lettre/a/2/"]
    assert len(names(first.context["acronyms"]) + names(second.context["acronyms"])) == 70


def test_one_light_text_holds_every_acronym():
    text = compiled(RMI, RSA, CEJ)["/sigles/liste.txt"].content.decode()
    assert text == (
        "CEJ\u00a0: Contrat d’engagement jeune\n"
        "RMI\u00a0: Revenu minimum d’insertion (ancien)\n"
        "RSA\u00a0: Revenu de solidarité active\n"
    )


def test_history_files_each_replacement_under_its_year_the_last_first():
    api = acronym("api", "API", "Allocation", jusqu_a="2009", remplace_par=["rsa"])
    pe = acronym("pe", "PE", "Pôle emploi", jusqu_a="2024", remplace_par=["ft"])
    ft = acronym("ft", "FT", "France Travail")
    paio = acronym("paio", "PAIO", "Permanence", remplace_par_texte="mission locale")
    years = compiled(RMI, RSA, api, pe, ft, paio)["/sigles/histoire/"].context["years"]
    assert [
        (year.label, year.anchor, [(change.acronym, change.became) for change in year.changes])
        for year in years
    ] == [
        ("2024", "annee-2024", [("PE", "France Travail")]),
        ("2009", "annee-2009", [("API", "RSA"), ("RMI", "RSA")]),
        ("Année à retrouver", "annee-inconnue", [("PAIO", "mission locale")]),
    ]
