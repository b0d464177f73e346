"""Walk through a page with the Tab key; the page itself notes, at each step, what one sees of where one is."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.colours import contrast, parse

_REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled).length"""
# Noted as the next key goes down, once the page has scrolled: nothing when one is nowhere, or has left the page.
_NOTE = """() => {
  window.steps = [];
  window.note = () => {
    const one = document.activeElement;
    if (!one || one === document.body) return window.steps.push(null);
    const style = getComputedStyle(one);
    let behind = one.parentElement;
    while (behind && !getComputedStyle(behind).backgroundColor.startsWith("rgb(")) behind = behind.parentElement;
    const [width, height] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
    const isOnTop = (x, y) => {
      if (x < 0 || y < 0 || x >= width || y >= height) return false;
      const top = document.elementFromPoint(x, y);
      return top && (one.contains(top) || top.contains(one) && getComputedStyle(top).position === "static");
    };
    const seen = [...one.getClientRects()].some(box => [1, 5, 9].some(across => [1, 5, 9].some(down =>
      isOnTop(box.left + box.width * across / 10, box.top + box.height * down / 10))));
    window.steps.push({
      what: one.outerHTML.slice(0, 120), line: style.outlineStyle, width: parseFloat(style.outlineWidth),
      ink: style.outlineColor, ground: behind && getComputedStyle(behind).backgroundColor, seen,
    });
  };
  addEventListener("keydown", window.note, true);
}"""
_LAST = "() => { window.note(); return window.steps.slice(1); }"


@dataclass(frozen=True)
class Walk:
    """Hold what was met: the steps that were expected, and one more, which leaves the page."""

    steps: tuple[dict[str, object] | None, ...]

    @property
    def strays(self) -> list[str]:
        """Tell where one was caught, or left too soon: the last step is outside, or at the top again; no other is."""
        first, *between, last = self.steps
        tops = [step["what"] for step in between if step and first and step["what"] == first["what"]]
        left = ["out of the page too soon" for step in (first, *between) if step is None]
        caught = [] if last in (None, first) else [f"not out of the page: {last['what']}"]
        return [*tops, *left, *caught]

    @property
    def faint(self) -> list[object]:
        """List what has the focus and has no outline that stands out (WCAG 2.2, 2.4.7 and 1.4.11)."""
        return [
            step["what"]
            for step in self.steps[:-1]
            if step and (step["line"] == "none" or step["width"] < 2 or _is_dim(step))
        ]

    @property
    def hidden(self) -> list[object]:
        """List what has the focus behind something else, or off the screen (WCAG 2.2, 2.4.11)."""
        return [step["what"] for step in self.steps[:-1] if step and not step["seen"]]


def walk(page: Page) -> Walk:
    """Press Tab as many times as there are things to reach, and once more; the page has just been opened."""
    if page.locator("[data-partage]").count():  # its other buttons come at the first sign of life
        page.evaluate("dispatchEvent(new Event('scroll'))")
        page.wait_for_selector("[data-partage] + button", state="attached")
    number = page.evaluate(_REACHABLE)
    page.evaluate(_NOTE)
    for _ in range(number + 1):
        page.keyboard.down("Tab")
    return Walk(tuple(page.evaluate(_LAST)))


def _is_dim(step: dict[str, object]) -> bool:
    return contrast(parse(str(step["ink"])), parse(str(step["ground"]))) < 3
