import pytest

from plugins.french import at_town, of_town

TOWNS = [
    ("Valence", "de Valence", "à Valence"),
    ("Annonay", "d’Annonay", "à Annonay"),
    ("Étoile-sur-Rhône", "d’Étoile-sur-Rhône", "à Étoile-sur-Rhône"),
    ("Uzer", "d’Uzer", "à Uzer"),
    ("Le Teil", "du Teil", "au Teil"),
    ("le Pouzin", "du Pouzin", "au Pouzin"),
    ("Le Cheylard", "du Cheylard", "au Cheylard"),
    ("Les Vans", "des Vans", "aux Vans"),
    ("Les Ollières-sur-Eyrieux", "des Ollières-sur-Eyrieux", "aux Ollières-sur-Eyrieux"),
    ("La Voulte-sur-Rhône", "de La Voulte-sur-Rhône", "à La Voulte-sur-Rhône"),
    ("L’Épervière", "de L’Épervière", "à L’Épervière"),
    ("L'Épervière", "de L’Épervière", "à L’Épervière"),
    ("Hauterives", "d’Hauterives", "à Hauterives"),
    ("Hostun", "d’Hostun", "à Hostun"),
    ("Le Havre", "du Havre", "au Havre"),
    ("Honfleur", "de Honfleur", "à Honfleur"),
    ("Lespinasse", "de Lespinasse", "à Lespinasse"),
    ("Lemps", "de Lemps", "à Lemps"),
    ("Lachapelle-sous-Aubenas", "de Lachapelle-sous-Aubenas", "à Lachapelle-sous-Aubenas"),
    ("  Le   Teil ", "du Teil", "au Teil"),
]


@pytest.mark.parametrize(("name", "of", "at"), TOWNS)
def test_a_town_contracts_with_its_article_and_elides(name, of, at):
    assert (of_town(name), at_town(name)) == (of, at)
