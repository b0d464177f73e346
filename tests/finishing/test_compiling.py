import pytest

from plugins.catalog.models.association import Redirect
from plugins.finishing.compiling import compile_finishing
from plugins.resources import Listing
from tests.association.samples import catalog, site

HOME = Listing("/", "Accueil", None, True, "")


def finished(*, production=False, redirects=(), root=None):
    of = catalog(redirects=redirects, **({"root": root} if root else {}))
    resources = compile_finishing(site(of, production=production), (HOME,))
    return {resource.address: resource for resource in resources}


def redirect(old, new):
    return Redirect.model_validate({"slug": old, "de": old, "vers": new})


def test_the_published_site_has_these_pages_and_files_and_no_other():
    assert list(finished(production=True)) == [
        "/plan/",
        "/sitemap.xml",
        "/robots.txt",
        "/.well-known/security.txt",
        "/404.html",
    ]


def test_the_page_not_found_is_a_file_that_nobody_indexes():
    page = finished()["/404.html"]
    assert page.path == "404.html"
    assert page.template == "not-found"
    assert not page.indexed


def test_a_moved_address_leads_to_the_new_one():
    page = finished(redirects=(redirect("/livret/", "/sigles/#lettre-r"),))["/livret/"]
    assert page.template == "redirect"
    assert page.context == {"target": "/sigles/#lettre-r"}
    assert not page.indexed


@pytest.mark.parametrize(
    ("old", "path"),
    [
        ("/livret/", "livret/index.html"),
        ("/livret", "livret/index.html"),
        ("/vieux/livret.html", "vieux/livret.html"),
        ("/livret.php", "livret.php/index.html"),
    ],
)
def test_any_old_address_answers_with_html(old, path):
    paths = {resource.path for resource in finished(redirects=(redirect(old, "/sigles/"),)).values()}
    assert path in paths


def test_the_plan_is_in_the_sitemap():
    assert b"<loc>https://www.exemple.fr/plan/</loc>" in finished()["/sitemap.xml"].content


def test_components_are_shown_in_the_preview_only(tmp_path):
    folder = tmp_path / "theme" / "templates" / "components"
    folder.mkdir(parents=True)
    (folder / "tag.yaml").write_text(
        "description: Un mot mis en avant.\n"
        "parameters: {text: le mot}\n"
        "examples:\n- name: simple\n  parameters: {text: Nouveau}\n",
        encoding="utf-8",
    )
    (folder / "bare.yaml").write_text("", encoding="utf-8")
    pages = finished(root=tmp_path)
    page = pages["/patterns/"]
    assert [component.name for component in page.context["components"]] == ["bare", "tag"]
    tag = page.context["components"][1]
    assert tag.description == "Un mot mis en avant."
    assert tag.parameters == {"text": "le mot"}
    assert tag.examples == ({"name": "simple", "parameters": {"text": "Nouveau"}},)
    assert not page.indexed
    assert pages["/patterns/tag/"].context == {
        "component": tag,
        "before": page.context["components"][0],
        "after": None,
    }
    assert not pages["/patterns/tag/"].indexed
    assert [address for address in finished(root=tmp_path, production=True) if "patterns" in address] == []
