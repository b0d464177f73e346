import pytest

from plugins.bridge.structured_data import blog_posting, how_to
from plugins.catalog.models.post import Post, Tutorial
from tests.association.samples import association

URL = "https://www.exemple.fr"
OURS = {
    "@type": "NGO",
    "@id": "https://www.exemple.fr/#association",
    "name": "Cultures du Cœur Drôme-Ardèche",
    "url": "https://www.exemple.fr/",
}


def test_a_post_is_signed_by_the_association_and_says_its_days():
    post = Post.model_validate(
        {
            "slug": "2026-11-20-essai",
            "titre": "Essai",
            "date": "20/11/2026",
            "modifie_le": "21/11/2026",
            "rubrique": "Sorties",
            "mots_cles": ["sigles"],
        }
    )
    told = blog_posting(post, association(), URL)
    assert told["@type"] == "BlogPosting"
    assert told["url"] == "https://www.exemple.fr/actualites/2026/11/essai/"
    assert (told["datePublished"], told["dateModified"]) == ("2026-11-20", "2026-11-21")
    assert told["author"] == told["publisher"] == OURS
    assert told["keywords"] == ["sigles"]
    assert "description" not in told


@pytest.mark.parametrize(
    ("written", "told"), [("1h30", "PT1H30M"), ("45 min", "PT45M"), ("3 jours", "P3D"), ("2h", "PT2H")]
)
def test_a_tutorial_tells_its_steps_its_tools_and_its_time(written, told):
    tutorial = Tutorial.model_validate(
        {
            "slug": "essai",
            "titre": "Essai",
            "pour": ["visiteur"],
            "verifie_le": "01/11/2026",
            "duree": written,
            "prerequis": ["un téléphone"],
        }
    )
    found = how_to(
        tutorial, '<h2 id="ouvrir"><span>1<span>.</span></span> Ouvrir la page</h2>', association(), URL
    )
    assert found["totalTime"] == told
    assert found["dateModified"] == "2026-11-01"
    assert found["tool"] == [{"@type": "HowToTool", "name": "un téléphone"}]
    assert found["step"] == [
        {
            "@type": "HowToStep",
            "position": 1,
            "name": "Ouvrir la page",
            "url": "https://www.exemple.fr/tutoriels/essai/#ouvrir",
        }
    ]
