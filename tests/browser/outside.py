"""Notice, and stop, each request that leaves the site."""

import re

from playwright.sync_api import BrowserContext, Route

_OUTSIDE = re.compile(r"^(?!file:|data:|about:|http://127\.0\.0\.1[:/])")


def outside_requests(context: BrowserContext) -> list[str]:
    """Stop what goes elsewhere than to the site's files or to this computer; the list fills as it happens."""
    seen: list[str] = []

    def stop(route: Route) -> None:
        seen.append(route.request.url)
        route.abort()

    context.route(_OUTSIDE, stop)
    return seen
