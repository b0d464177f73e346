"""Tell how long a page of 20 kB takes to typeset: `python tests/french/time_typography.py`."""

import sys
import timeit
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from plugins.french import typeset_html

CARD = """<article class="event-card"><h3><a href="/sorties/2026/11/12-l-ecole/">L'école des femmes : une soirée !</a></h3>
<p><time datetime="2026-11-12T20:30">jeudi 12 novembre 2026 à 20 h 30</time></p><p>C'est gratuit ? Oui, pour
tous ; l'entrée coûte 0 € au lieu de 12 €. Rendez-vous à 5 km d'Annonay, <strong>devant la mairie</strong>.
« Un <em>grand</em> moment », dit la presse... On rit, on chante &amp; on danse.</p></article>
"""


def main() -> None:
    page = f'<!doctype html><html lang="fr"><body>{CARD * 40}</body></html>'[:20_000]
    runs = timeit.repeat(lambda: typeset_html(page), number=10, repeat=10)
    sys.stdout.write(f"{len(page)} characters: {min(runs) * 100:.1f} ms\n")


if __name__ == "__main__":
    main()
