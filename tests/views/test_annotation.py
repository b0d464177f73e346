"""The first use of an acronym is explained, and nothing else: one sentence a line, expectations in full.

In what is expected, `{RSA=rsa}` stands for the letters with their note, which leads to /sigles/rsa/.
"""

import re

import pytest

from plugins.views.annotation import Annotator, without_buttons
from tests.acronyms.samples import acronym
from tests.association.samples import catalog

ACRONYMS = (
    acronym("rsa", "RSA", "Revenu de solidarité active", depuis="2009"),
    acronym("rmi", "RMI", "Revenu minimum d’insertion", depuis="1988", jusqu_a="2009", remplace_par=["rsa"]),
    acronym("api", "API", "Allocation de parent isolé", jusqu_a="2009", remplace_par=["rsa"]),
    acronym("aah", "AAH", "Allocation aux adultes handicapés"),
    acronym("ase", "ASE", "Aide sociale à l’enfance"),
    acronym("esat", "ESAT", "Établissement et service d’accompagnement par le travail"),
    acronym("ccas", "CCAS", "Centre communal d’action sociale"),
    acronym("caf", "CAF", "Caisse d’allocations familiales"),
    acronym("msa", "MSA", "Mutualité sociale agricole"),
    acronym("mdph", "MDPH", "Maison départementale des personnes handicapées", depuis="2006"),
    acronym("aes", "AES", "Allocation d’éducation spéciale", jusqu_a="2006", homonymes=["aes-metier"]),
    acronym("aes-metier", "AES", "Accompagnant éducatif et social", depuis="2016", homonymes=["aes"]),
    acronym("cra", "CRA", "Centre de ressources autisme", homonymes=["cra-retention"]),
    acronym("cra-retention", "CRA", "Centre de rétention administrative", homonymes=["cra"]),
    acronym("cmu", "CMU", "Couverture maladie universelle", jusqu_a="2016"),
    acronym("cmu-c", "CMU-C", "Couverture maladie universelle complémentaire", jusqu_a="2019"),
    acronym("cd", "CD", "Conseil départemental"),
    acronym("cegidd", "CeGIDD", "Centre gratuit d’information, de dépistage et de diagnostic"),
    acronym("acse", "ACSÉ", "Agence nationale pour la cohésion sociale", jusqu_a="2014"),
    acronym("cmi", "CMI", "Carte mobilité inclusion"),
    acronym("gip-fep", "GIP FEP", "Groupement pour l’éducation permanente"),
    acronym("france-services", "France services", "France services"),
    acronym("pass", "PASS", "Permanence d’accès aux soins de santé"),
    acronym("e2c", "E2C", "École de la deuxième chance"),
)
ANNOTATOR = Annotator(catalog(acronyms=ACRONYMS))
NOTE = re.compile(
    r'<button class="sigle" type="button" popovertarget="sigle--([a-z0-9-]+)">([^<]*)</button>'
    r'<span class="sigle-note" id="sigle--\1" popover> \(<a href="/sigles/\1/">[^<]*</a>\)</span>'
)


def explained(html: str, year: int | None = None, chosen: tuple[str, ...] = ()) -> str:
    return NOTE.sub(r"{\2=\1}", ANNOTATOR.annotate(html, year, chosen))


SENTENCES = [
    # first use, and only the first
    ("Elle touche le RSA.", "Elle touche le {RSA=rsa}."),
    ("Le RSA, puis encore le RSA.", "Le {RSA=rsa}, puis encore le RSA."),
    ("<p>Le RSA.</p><p>Le RSA.</p>", "<p>Le {RSA=rsa}.</p><p>Le RSA.</p>"),
    ("La CAF et la MSA.", "La {CAF=caf} et la {MSA=msa}."),
    ("CAF ou CCAS ?", "{CAF=caf} ou {CCAS=ccas} ?"),
    ("RSA", "{RSA=rsa}"),
    # plurals
    ("Les ESATs de Valence.", "Les {ESATs=esat} de Valence."),
    ("Les ESAT de Valence.", "Les {ESAT=esat} de Valence."),
    ("Avec des CCAS voisins.", "Avec des {CCAS=ccas} voisins."),
    ("Les CAFs, puis la CAF.", "Les {CAFs=caf}, puis la CAF."),
    ("Les MDPHS sont mal écrites.", "Les MDPHS sont mal écrites."),
    # elision, with both apostrophes
    ("Il touche l’AAH.", "Il touche l’{AAH=aah}."),
    ("Il touche l'AAH.", "Il touche l’{AAH=aah}."),
    ("Un éducateur d’ASE.", "Un éducateur d’{ASE=ase}."),
    ("Un éducateur d'ASE.", "Un éducateur d’{ASE=ase}."),
    ("L’ESAT qu’ESAT il y a.", "L’{ESAT=esat} qu’ESAT il y a."),
    ("L'AAH d'abord.", "L’{AAH=aah} d'abord."),
    # brackets, quotes and stops
    ("Une aide (RSA).", "Une aide ({RSA=rsa})."),
    ("Une aide (le RSA ou l’AAH).", "Une aide (le {RSA=rsa} ou l’{AAH=aah})."),
    ("Une aide [RSA].", "Une aide [{RSA=rsa}]."),
    ("Le « RSA », dit-on.", "Le « {RSA=rsa} », dit-on."),
    ("Le “RSA”.", "Le “{RSA=rsa}”."),
    ("RSA, AAH ; CAF : MSA !", "{RSA=rsa}, {AAH=aah} ; {CAF=caf} : {MSA=msa} !"),
    ("RSA… et la suite", "{RSA=rsa}… et la suite"),
    ("La CAF/MSA.", "La {CAF=caf}/{MSA=msa}."),
    ("La CAF – la MSA.", "La {CAF=caf} – la {MSA=msa}."),
    # said in full by the author
    ("Le revenu de solidarité active (RSA). Le RSA.", "Le revenu de solidarité active (RSA). Le RSA."),
    ("Le RSA (revenu de solidarité active).", "Le RSA (revenu de solidarité active)."),
    ("L’ASE, l’aide sociale à l’enfance.", "L’ASE, l’aide sociale à l’enfance."),
    ("L'aide sociale à l'enfance (ASE).", "L'aide sociale à l'enfance (ASE)."),
    ("Les centres communaux d’action sociale (CCAS).", "Les centres communaux d’action sociale (CCAS)."),
    ("Les caisses d’allocations familiales [CAF].", "Les caisses d’allocations familiales [CAF]."),
    ("Le <b>revenu de solidarité active</b> (RSA).", "Le <b>revenu de solidarité active</b> (RSA)."),
    ("CAF : caisse d’allocations familiales.", "CAF : caisse d’allocations familiales."),
    ("Un centre de rétention administrative (CRA).", "Un centre de rétention administrative (CRA)."),
    ("Un centre de ressources autisme (CRA), le CRA.", "Un centre de ressources autisme (CRA), le CRA."),
    ("L’Association Scoute Européenne (ASE).", "L’Association Scoute Européenne (ASE)."),
    ("L’ASE (Association Scoute Européenne).", "L’ASE (Association Scoute Européenne)."),
    # never inside these
    ('<a href="/x/">Le RSA</a> et le RSA.', '<a href="/x/">Le RSA</a> et le {RSA=rsa}.'),
    ('<a href="/RSA/">ici</a>', '<a href="/RSA/">ici</a>'),
    ('<img src="/x.jpg" alt="La CAF">', '<img src="/x.jpg" alt="La CAF">'),
    ('<span title="Le RSA > tout">x</span>', '<span title="Le RSA > tout">x</span>'),
    ("<h2>Le RSA</h2><p>Le RSA.</p>", "<h2>Le RSA</h2><p>Le {RSA=rsa}.</p>"),
    ("<h3>La CAF</h3>", "<h3>La CAF</h3>"),
    ("<p><code>RSA</code> puis RSA.</p>", "<p><code>RSA</code> puis {RSA=rsa}.</p>"),
    ("<pre><code>le RSA\n</code></pre>", "<pre><code>le RSA\n</code></pre>"),
    ('<abbr title="x">RSA</abbr>', '<abbr title="x">RSA</abbr>'),
    ("<kbd>CAF</kbd>", "<kbd>CAF</kbd>"),
    ("<!-- la CAF -->", "<!-- la CAF -->"),
    ('<a href="/x/"><em>La CAF</em></a>', '<a href="/x/"><em>La CAF</em></a>'),
    ("Écrivez à contact@CAF.fr.", "Écrivez à contact@CAF.fr."),
    ("Voyez www.CAF.fr.", "Voyez www.CAF.fr."),
    ("Voyez https://exemple.fr/CAF.", "Voyez https://exemple.fr/CAF."),
    ("Le dossier RSA_2026.", "Le dossier RSA_2026."),
    # but inside these
    ("Le <strong>RSA</strong>.", "Le <strong>{RSA=rsa}</strong>."),
    ("<ul><li>le RSA</li><li>la CAF</li></ul>", "<ul><li>le {RSA=rsa}</li><li>la {CAF=caf}</li></ul>"),
    ("<table><tr><td>CAF</td></tr></table>", "<table><tr><td>{CAF=caf}</td></tr></table>"),
    ("<blockquote><p>La CAF.</p></blockquote>", "<blockquote><p>La {CAF=caf}.</p></blockquote>"),
    ("La CAF &amp; la MSA", "La {CAF=caf} &amp; la {MSA=msa}"),
    # capitals that are no acronym of the booklet
    ("LES AIDES DE LA CAF", "LES AIDES DE LA CAF"),
    ("OUVERTURE DU CCAS EN MAI", "OUVERTURE DU CCAS EN MAI"),
    ("Le PASS CULTURE", "Le PASS CULTURE"),
    ("Un as : AS, et un roi.", "Un as : AS, et un roi."),
    ("Un CD de musique.", "Un CD de musique."),
    ("Le fichier ICS, le PDF et le SMS.", "Le fichier ICS, le PDF et le SMS."),
    ("Louis XIV et le XIXe siècle.", "Louis XIV et le XIXe siècle."),
    ("Le tome CMI des archives.", "Le tome CMI des archives."),
    ("Elle a une CMI.", "Elle a une {CMI=cmi}."),
    ("M. CAF et Mme PASS.", "M. CAF et Mme PASS."),
    ("Un livre de J. CAF.", "Un livre de J. CAF."),
    ("C.A.F. avec des points.", "C.A.F. avec des points."),
    ("RSAX, XRSA et RSA2.", "RSAX, XRSA et RSA2."),
    ("La norme RSA-4096.", "La norme RSA-4096."),
    ("Une caf, un rsa.", "Une caf, un rsa."),
    ("France services ouvre.", "France services ouvre."),
    # letters that are not only capitals
    ("La CMU-C, et la CMU.", "La {CMU-C=cmu-c}, et la {CMU=cmu}."),
    ("Le CeGIDD de Privas.", "Le {CeGIDD=cegidd} de Privas."),
    ("L’ACSE et l’ACSÉ.", "L’{ACSE=acse} et l’ACSÉ."),
    ("Le GIP FEP.", "Le {GIP FEP=gip-fep}."),
    ("Une E2C à Valence.", "Une {E2C=e2c} à Valence."),
    # homonyms and hints
    ("Le CRA ferme.", "Le CRA ferme."),
    ('Le <a href="sigle:cra">CRA</a>.', "Le {CRA=cra}."),
    ('<a href="sigle:cra">CRA</a>, puis le CRA.', "{CRA=cra}, puis le CRA."),
    ('Le CRA, un <a href="sigle:cra">CRA</a>.', "Le {CRA=cra}, un CRA."),
    (
        'Un <a href="sigle:cra">CRA</a>, un <a href="sigle:cra-retention">CRA</a>.',
        "Un {CRA=cra}, un {CRA=cra-retention}.",
    ),
    ('Le <a href="sigle:non">PASS</a>.', "Le PASS."),
    ('Le <a href="sigle:cd">CD</a>.', "Le {CD=cd}."),
    ('<h2><a href="sigle:cra">CRA</a></h2>', "<h2>CRA</h2>"),
    ('Le <a href="sigle:aah">revenu d\'AAH</a>.', "Le {revenu d'AAH=aah}."),
    ('L\'<a href="sigle:aah">AAH</a>.', "L’{AAH=aah}."),
]

DATED = [
    # the meaning of the day: what was replaced later, what did not exist yet
    (2026, "Le RSA.", "Le {RSA=rsa}."),
    (2009, "Le RSA.", "Le {RSA=rsa}."),
    (2008, "Le RSA.", "Le RSA."),
    (2008, "Le RMI.", "Le {RMI=rmi}."),
    (2026, "Le RMI.", "Le {RMI=rmi}."),
    (1980, "Le RMI.", "Le RMI."),
    (2005, "L’AES.", "L’{AES=aes}."),
    (2006, "L’AES.", "L’{AES=aes}."),
    (2026, "L’AES.", "L’{AES=aes-metier}."),
    (None, "L’AES.", "L’{AES=aes-metier}."),
    (2010, "L’AES.", "L’{AES=aes}."),
    (2005, "La MDPH.", "La MDPH."),
    (2026, 'L’<a href="sigle:aes">AES</a> de 2005.', "L’{AES=aes} de 2005."),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_is_explained_as_expected(sentence: str, expected: str) -> None:
    assert explained(sentence) == expected


@pytest.mark.parametrize(("year", "sentence", "expected"), DATED)
def test_an_acronym_has_the_meaning_of_its_day(year: int | None, sentence: str, expected: str) -> None:
    assert explained(sentence, year) == expected


def test_there_are_eighty_sentences_at_least() -> None:
    assert len({sentence for sentence, _ in SENTENCES}) >= 80


def test_the_header_picks_a_meaning_for_the_whole_text() -> None:
    assert explained("Le CRA.", 2026, ("cra-retention",)) == "Le {CRA=cra-retention}."
    assert explained("Le CD.", 2026, ("cd",)) == "Le {CD=cd}."


def test_what_a_page_explains_already_is_not_explained_again() -> None:
    assert NOTE.sub("!", ANNOTATOR.annotate("Le RSA, la CAF.", told=("rsa",))) == "Le RSA, la !."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("RSA", "Revenu de solidarité active"),
        ("RMI", "Revenu minimum d’insertion\u00a0; depuis 2009\u00a0: RSA"),
        ("CMU", "Couverture maladie universelle\u00a0; n’est plus utilisé depuis 2016"),
    ],
)
def test_the_note_says_the_words_and_what_they_became(sentence: str, words: str) -> None:
    assert f">{words}</a>)</span>" in ANNOTATOR.annotate(sentence)


def test_a_feed_has_the_note_in_brackets_and_no_button() -> None:
    html = without_buttons(ANNOTATOR.annotate("Le RSA."))
    assert html == 'Le RSA (<a href="/sigles/rsa/">Revenu de solidarité active</a>).'


def test_a_text_without_acronym_is_given_back_as_it_is() -> None:
    html = '<p>Un texte, <a href="/x/">un lien</a>, 3 > 2 &amp; 1 < 2.</p>\n'
    assert ANNOTATOR.annotate(html) == html
