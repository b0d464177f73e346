"""A touch-up gives the bytes of a build that keeps nothing, or does nothing at all, whatever is written."""

import os
import shutil
from pathlib import Path
from random import Random

from plugins.ledger.sights import note_site
from plugins.ledger.stamps import scan
from plugins.ledger.unchanged import input_stamps, told_of, write_note
from plugins.touchup.asking import said_at_once
from plugins.touchup.prose import is_plain
from tests.bench.rivals.posts import body, make_post
from tests.site.building import MINI, Resident, digests

STEPS = int(os.environ.get("PAS", "60")) * 2 // 3
SEED = os.environ.get("GRAINE", "2611")
DAY = (0.0, 2.0)
NOW = 1.0
SAID = "Site construit : 3 pages en 4,2\u00a0s dans output/"

RICH = """Chaque automne, la compagnie ouvre ses répétitions aux habitants du quartier, sans rien demander en échange.

- **Toutes les familles** peuvent venir librement, avec des enfants ou sans, et repartir avant la dernière scène.
- Un *carnet de bord* garde la trace des rencontres passées ; il circule ensuite parmi les bénévoles.

> « On croyait que le théâtre restait réservé aux autres », raconte une spectatrice devant la porte du fond.

Le [livret](/sigles/rsa/) explique comment demander une place gratuite, puis comment prévenir quand on renonce finalement.

1. D’abord, choisir tranquillement une date qui convient vraiment à tout le monde.
2. Ensuite, appeler la structure qui accompagne votre famille depuis plusieurs mois.

Le revenu de solidarité active (RSA) n’est jamais demandé à la porte des salles partenaires. Personne ne vérifie.
"""
WORDS = [
    "les",
    "familles",
    "préparent",
    "une",
    "sortie",
    "théâtre",
    "voisins",
    "semaine",
    "entrée",
    "sœur",
    "aujourd'hui",
    "déjà",
    "où",
    "œuvre",
    "Valence",
    "dimanche",
    "20",
    "heures",
    "12",
    "gratuit",
    "solidarité",
    "RSA",
    "(MDPH)",
    "l’après-midi",
    ":",
    "«",
    "ici",
    "»",
    ";",
    "loin,",
    "l'ami",
    "active",
]
SENTENCES = (
    "Le spectacle dure une heure.",
    "On vient à 20 h 30 : c'est gratuit !",
    "Qui vient ? Tout le monde (ou presque).",
    "Le revenu de solidarité active y donne droit.",
    "Le RSA suffit.",
    "Voir [la page](/sigles/rsa/).",
    "Voir [rien](/nulle-part/).",
    "Un mot *fort*.",
    "- une liste",
    "1. une liste",
    ": une définition",
    "Titre : rien",
    "Mise à jour du jour : rien ne change.",
    "Appelez le 06 12 34 56 78.",
    "À remplir",
    "## Un intertitre",
    "    du code",
    "Une ligne\net la suite\nencore",
    "<b>gras</b>",
    'Il dit "bonjour" & part.',
    "« Entre guillemets », dit-elle.",
    "Ouvert de 9 h à 12 h ; puis 50 % – voire plus…",
    "A | B\n--|--\n1 | 2",
    "Un titre\n========",
    "Jean-Pierre l'a vu.",
    "MDPH",
    "```",
    "*[MJC]: une maison",
    "La mission de la maison pour tous, la MPT, ouvre.",
)


def test_after_each_edit_of_a_text_the_site_is_that_of_a_cold_build(tmp_path: Path, monkeypatch) -> None:
    """`PAS=1000 GRAINE=7 ./faire tester tests/touchup` goes further, from another seed."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    draw = Random(SEED)  # noqa: S311  # the same draws each time
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    warm, cold = Resident(root), Resident(root, "froid")
    written = [_write_post(root, number) for number in range(4)]
    touched = 0
    try:
        _build(root, warm)
        for step in range(STEPS):
            path = draw.choice(sorted(root.glob("content/**/*.md")) + written * 3 + written[3:] * 12)
            before = path.read_text("utf-8")
            path.write_text(_edited(before, draw), "utf-8")
            said = said_at_once(root, "construire", NOW)
            code, problems, _ = cold.build(forget=True)
            about = (step, path.name, path.read_text("utf-8"))
            if said:
                assert (code, problems) == (0, []), about
            elif code or draw.random() < 0.95:  # what is refused once would be refused for ever
                path.write_text(before, "utf-8")
                code, problems, _ = cold.build(forget=True)
            if not said:
                _build(root, warm)
            assert digests(root / "output") == digests(root / "froid"), about
            touched += said.startswith("Seuls")
    finally:
        warm.close()
        cold.close()
    assert touched > STEPS / 20


def _write_post(root: Path, number: int) -> Path:
    post = make_post(number, 4)
    path = root / "content" / "billets" / "2026" / f"2026-11-1{number}-recit-{number}.md"
    head = f'---\ntitre: "{post.title}"\ndate: 1{number}/11/2026\nrubrique: Sorties\nresume: "{post.summary}"\n---\n\n'
    path.write_text(head + (RICH if number == 3 else body(post, "/sigles/rsa/")), "utf-8")
    return path


def _build(root: Path, resident: Resident) -> None:
    inputs = input_stamps(root)
    assert resident.build(forget=True)[0] == 0
    note_site(root / "output", scan(root / "output"))
    write_note(root, "construire", told_of(inputs), DAY, SAID)


def _edited(text: str, draw: Random) -> str:
    """Change a text below its header: most often a word, at times a paragraph that comes, goes or is another."""
    head, mark, body = text.partition("\n\n") if not text.startswith("---") else _split(text)
    paragraphs = body.split("\n\n")
    plain = [place for place, paragraph in enumerate(paragraphs) if is_plain(paragraph.strip("\n"))]
    place = draw.choice(plain if plain and draw.random() < 0.5 else range(len(paragraphs)))
    kind = draw.random()
    if kind < 0.65:
        words = paragraphs[place].split(" ")
        words[draw.randrange(len(words))] = draw.choice(WORDS[:10] if draw.random() < 0.6 else WORDS)
        paragraphs[place] = " ".join(words)
    elif kind < 0.75:
        paragraphs[place] = draw.choice(SENTENCES)
    elif kind < 0.9:
        paragraphs.insert(place + draw.randrange(2), draw.choice(SENTENCES))
    elif len(paragraphs) > 1:
        del paragraphs[place]
    return head + mark + "\n\n".join(paragraphs)


def _split(text: str) -> tuple[str, str, str]:
    head, mark, body = text.rpartition("\n---\n")
    return head, mark, body
