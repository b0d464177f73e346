"""Compile what needs to know every page of the site."""

from collections.abc import Iterator

from plugins.catalog.models.association import Redirect
from plugins.finishing.drafts import drafts_page
from plugins.finishing.patterns import patterns_pages
from plugins.finishing.plan import plan_page
from plugins.finishing.security import ADDRESS, security_txt
from plugins.finishing.sitemap import robots, sitemap
from plugins.resources import File, Listing, Page, Resource, Site


def compile_finishing(site: Site, pages: tuple[Listing, ...]) -> Iterator[Resource]:
    """Return the plan, the sitemap, robots.txt, security.txt, the page not found, the moved addresses and the patterns."""
    plan = plan_page(site, pages)
    plan_listing = Listing(plan.address, plan.title, plan.modified, plan.indexed, "plan")
    yield plan
    yield File("/sitemap.xml", sitemap(site.url, (*pages, plan_listing)))
    yield File("/robots.txt", robots(site.url, production=site.production))
    yield File(ADDRESS, security_txt(site.url, site.today))
    yield _not_found()
    yield from (_redirect(redirect) for redirect in site.catalog.redirects)
    if not site.production:
        yield drafts_page(pages)
        yield from patterns_pages(site.catalog.root)


def _not_found() -> Page:
    return Page(
        address="/404.html",
        template="not-found",
        title="Cette page n’existe pas, ou plus",
        description="L’adresse demandée ne mène à aucune page du site.",
        indexed=False,
    )


def _redirect(redirect: Redirect) -> Page:
    return Page(
        address=_servable(redirect.old),
        template="redirect",
        title="Cette page a changé d’adresse",
        description="La page demandée se trouve maintenant ailleurs.",
        context={"target": redirect.new},
        indexed=False,
    )


def _servable(address: str) -> str:
    """Return the address under which static hosts answer with HTML: a folder, unless it ends in `.html`."""
    return address if address.endswith(("/", ".html")) else f"{address}/"
