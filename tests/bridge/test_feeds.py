from feedgenerator import Atom1Feed

from plugins.bridge.feeds import finish_feed


def test_links_of_a_feed_are_whole_and_its_text_is_typeset():
    feed = Atom1Feed("t", "https://a.fr/", "d")
    feed.add_item(
        title="Bienvenue : c'est ouvert !",
        link="https://a.fr/x/",
        description=None,
        content='<p>Voir <a href="/sigles/">les sigles</a> !</p><img src="/images/a.png" alt="a">',
    )
    finish_feed({"SITEURL": "https://a.fr"}, feed)
    assert feed.items[0]["title"] == "Bienvenue\u00a0: c’est ouvert\u202f!"
    assert feed.items[0]["content"] == (
        '<p>Voir <a href="https://a.fr/sigles/">les sigles</a>\u202f!</p><img src="https://a.fr/images/a.png" alt="a">'
    )
