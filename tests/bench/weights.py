"""What each kind of page weighs and how soon it is there, in Chromium as a phone on a slow network, beside the budgets.

The phone is the one of Lighthouse: a processor four times slower, « slow 4G » (150 ms, 1.6 Mb/s). Bytes are those
that went over the network, compressed; pictures are apart, for no page needs them.
"""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, sync_playwright

from plugins.french import format_number
from tests.browser import chromium
from tests.browser.budgets import MOST, budget, sizes
from tests.browser.hosting import hosted
from tests.browser.kinds import KINDS
from tests.site.building import MORNING, ROOT, build

TEXTS = ("document", "stylesheet", "script", "font")
PATIENCE = (
    1.5  # seconds: a paint later than its budget is measured again, on a computer that does something else
)
TRIES = 3
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 204_800,
    "uploadThroughput": 96_000,
}  # bytes a second
SLOWER = 4  # times
WATCH = """() => new Promise(tell => {
  let shift = 0, paint = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { shift += one.hadRecentInput ? 0 : one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver(list => list.getEntries().forEach(one => { paint = one.startTime; }))
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => tell([shift, paint]), 300);
})"""
NO_BROWSER = (
    "Chromium est absent : les requêtes, le décalage (CLS) et le temps d’affichage (LCP) ne sont pas mesurés."
)


@dataclass(frozen=True)
class Weight:
    """Hold what a page costs: bytes of each kind, requests without pictures, layout shift, largest paint in seconds."""

    sizes: dict[str, int]
    requests: int | None = None
    shift: float | None = None
    paint: float | None = None

    @property
    def total(self) -> int:
        """Add HTML, styles, scripts and fonts, as the budget does."""
        return sum(self.sizes.get(kind, 0) for kind in TEXTS)


def measure_weights() -> str:
    """Build the site with its examples, weigh a page of each kind, and return the table in French."""
    with tempfile.TemporaryDirectory() as folder, _site(Path(folder)) as site, hosted(site) as address:
        path = chromium.installed()
        found = (
            _in_chromium(path, address)
            if path
            else {kind: Weight(sizes(site, site / KINDS[kind])) for kind in KINDS}
        )
    return as_markdown(found) + ("" if path else f"\n{NO_BROWSER}\n")


@contextmanager
def _site(folder: Path) -> Iterator[Path]:
    for name in ("content", "data", "theme/templates/components"):
        shutil.copytree(ROOT / name, folder / name)
    result = build(folder, None, {"EXEMPLES": "1"})
    if result.returncode:
        raise SystemExit(result.stderr)
    yield folder / "output"


def _in_chromium(path: str, address: str) -> dict[str, Weight]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        found = {kind: _weigh(browser, address + KINDS[kind].removesuffix("index.html")) for kind in KINDS}
        browser.close()
    return found


def _weigh(browser: Browser, address: str) -> Weight:
    """Visit a page; one that paints late is visited again, and the soonest paint counts."""
    found = _visit(browser, address)
    for _ in range(TRIES - 1):
        if found.paint is not None and found.paint > PATIENCE:
            found = min(found, _visit(browser, address), key=lambda visit: visit.paint or 0)
    return found


def _visit(browser: Browser, address: str) -> Weight:
    """Open a page as for the first time, on the phone."""
    context = browser.new_context(**PHONE)
    page, asked = context.new_page(), list[Request]()
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108  # Playwright refuses a builtin
    _slow_down(page)
    page.clock.set_fixed_time(MORNING)  # the day of the build: nothing has ended yet
    page.goto(address, wait_until="load")
    shift, paint = page.evaluate(WATCH)
    found: dict[str, int] = defaultdict(int)
    for request in asked:
        found[request.resource_type] += request.sizes()["responseBodySize"]
    context.close()
    count = sum(request.resource_type in TEXTS for request in asked)
    return Weight(dict(found), count, shift, paint / 1000)


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def as_markdown(found: dict[str, Weight]) -> str:
    """Write the table: one line a kind, the heaviest first."""
    lines = [
        "| genre de page | HTML | CSS | JS | polices | en tout | budget | images | requêtes | CLS | LCP |",
        "|---|" + "--:|" * 10,
    ]
    ranked = sorted(found.items(), key=lambda one: (-one[1].total, one[0]))
    lines += [_line(kind, weight) for kind, weight in ranked]
    return "\n".join([*lines, ""])


def _line(kind: str, weight: Weight) -> str:
    texts = (format_number(weight.sizes.get(name, 0)) for name in TEXTS)
    pictures = format_number(weight.sizes.get("image", 0))
    speed = ("–", "–", "–")
    if weight.paint is not None and weight.shift is not None:
        shift, paint = round(weight.shift, 3), round(weight.paint, 2)
        speed = (str(weight.requests), format_number(shift), f"{format_number(paint)} s")
    most = f"{format_number(budget(kind))}{'' if budget(kind) == MOST else ' *'}"
    return f"| `{kind}` | {' | '.join(texts)} | **{format_number(weight.total)}** | {most} | {pictures} | {' | '.join(speed)} |"
