"""What is asked of a page that is open, in its own language; each question gives the list of its faults."""

# What goes beyond the sides of the screen.
BEYOND_THE_SCREEN = """() => {
  const width = document.documentElement.clientWidth;
  const pageWidth = document.documentElement.scrollWidth;
  const told = pageWidth > width ? [`the page is ${pageWidth} wide`] : [];
  for (const element of document.querySelectorAll("body *:not(pre *)")) {
    const box = element.getBoundingClientRect();
    if (element.checkVisibility() && box.width && (box.right > width + .5 || box.left < -.5)) told.push(element.outerHTML.slice(0, 120));
  }
  return told;
}"""
# A text belongs to the nearest box that one sees: a background, or a border on its four sides.
BEYOND_ITS_BOX = """() => {
  const isSeen = style => style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none"
    || ["Top", "Right", "Bottom", "Left"].every(side => style[`border${side}Width`] !== "0px");
  const boxes = new Map();
  const boxOf = element => {
    if (!boxes.has(element)) {
      const style = getComputedStyle(element);
      const own = isSeen(style) || style.overflow !== "visible" || element === document.body;
      boxes.set(element, own ? element : boxOf(element.parentElement));
    }
    return boxes.get(element);
  };
  const told = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || text.parentElement.closest(".hidden, pre")) continue;
    if (!text.parentElement.checkVisibility()) continue;
    range.selectNodeContents(text);
    const box = boxOf(text.parentElement).getBoundingClientRect();
    for (const line of range.getClientRects()) {
      if (line.left < box.left - 1 || line.right > box.right + 1
        || line.top < box.top - 4 || line.bottom > box.bottom + 4) {
        told.push(`${text.data.trim()} : ${text.parentElement.outerHTML.slice(0, 120)}`);
        break;
      }
    }
  }
  return told;
}"""
# What one touches: at least 44 CSS pixels each way (WCAG 2.2, 2.5.5), for old phones and old hands. The
# recommendation's own exceptions: a link inside a sentence; a dot of the map, whose town is also in the list below.
TOO_SMALL = """() => {
  const shown = element => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const inSentence = element => {
    if (!getComputedStyle(element).display.startsWith("inline")) return false;
    const block = element.closest("p, li, dd, td, th, figcaption, summary, .pattern__stage");
    const words = text => (text.match(/[\\p{L}\\p{N}]{2,}/gu) || []).length;
    return block && words(block.textContent) > words(element.textContent);
  };
  const covers = element => getComputedStyle(element, "::after").position === "absolute";
  return [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter(one => shown(one) && !one.closest("svg, .hidden") && !inSentence(one) && !covers(one))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
    .map(([one, box]) => `${Math.round(box.width)} × ${Math.round(box.height)} : ${one.outerHTML.slice(0, 120)}`);
}"""
# What would move although the device asks for calm (WCAG 2.3.3).
MOVING = """() => [...document.querySelectorAll("*")].flatMap(one => ["", "::before", "::after"].map(part => {
  const style = getComputedStyle(one, part || null);
  const still = style.animationName === "none" && parseFloat(style.transitionDuration) === 0
    && style.scrollBehavior === "auto";
  return still ? "" : one.outerHTML.slice(0, 120);
})).filter(told => told)"""
# The ways to any page, outside the menu: they are at the same place everywhere.
WAYS = """() => [".header__inner > a[href$='recherche/index.html']", "footer a[href$='plan/index.html']"]
  .flatMap(way => [...document.querySelectorAll(way)])
  .map(link => link.getAttribute("aria-label") || link.innerText)"""
# What would open a window of its own.
OPENING = "[...document.querySelectorAll('[target], [formtarget]')].map(one => one.outerHTML.slice(0, 120))"
READ = "document.querySelector('main').innerText.split(/\\s+/)"
UNFOLD = "document.querySelectorAll('main details').forEach(details => { details.open = true; })"
# The menu of a phone, which is laid over the page while it is open.
MENU = "open => { document.querySelector('.menu-fold').open = open; }"
# WCAG 2.2, 1.4.12: what a reader may ask for without losing a word; `false` takes it away.
SPACED = """spaced => {
  document.querySelector("#spaced")?.remove();
  if (!spaced) return;
  const sheet = document.createElement("style");
  sheet.id = "spaced";
  sheet.textContent = "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    + " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";
  document.head.append(sheet);
}"""
