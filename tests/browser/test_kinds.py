from tests.browser.kinds import KINDS, NO_PAGE_OF_ITS_OWN
from tests.site.building import ROOT


def test_each_template_of_a_page_has_its_page_here():
    templates = {path.stem for path in (ROOT / "theme" / "templates").glob("*.html")}
    assert set(KINDS) == templates - NO_PAGE_OF_ITS_OWN
