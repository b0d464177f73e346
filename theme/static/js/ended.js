/* A page built days ago stays true: what has ended since is not shown as coming; over.js asks for this. Written for old phones (ES5). */
(function () {
var left = [], gone, made = one(document, "[data-jusqu]");

function one(where, selector) { return where.querySelector(selector); }
function each(nodes, act) { [].forEach.call(nodes, act); }
function all(selector, act) { each(document.querySelectorAll(selector), act); }
function say(node, words) { if (node) node.textContent = words; }
function hide(node) { if (node) node.style.display = "none"; }
function add(words, before) {
  var box = document.createElement("p");
  box.className = "notice";
  say(box, words);
  before.parentNode.insertBefore(box, before);
}

/* An hour counts to the minute; a day, which JavaScript reads in UTC, counts until one or two in the morning in Paris. */
function isPast(time) { return new Date(time) - new Date() + (time[10] ? 0 : 864e5) < 0; }

/* An end is an hour or a day; a start without an end counts for its day. */
function isOver(node, name) { return isPast(node.getAttribute(name || "data-fin") || node.getAttribute("data-debut").slice(0, 10)); }

/* Over for good, unless it has later dates: then the date shown gives way to all of them. */
function isGone(node) {
  if (!isOver(node)) return 0;
  if (isOver(node, "data-derniere-fin") || !node.getAttribute("data-derniere-fin")) return 1;
  say(one(node, ".date-stub"), "Voir les dates");
}

all("[data-a-venir]", function (list) {
  var day = one(list.parentNode, ".day__title"), kept = 0;
  each(list.children, function (item) {
    var address = one(item, "a").href;
    if (isGone(item.children[0])) hide(item);
    else { kept = 1; if (left.indexOf(address) < 0) left.push(address); }
  });
  if (!kept) { gone = gone || list; hide(list); hide(day); }
  else if (day && isPast(one(list, "[data-debut]").getAttribute("data-debut").slice(0, 10))) say(day, "Déjà commencé");
});
if (gone && !left.length) add("Ces sorties sont passées. Revenez bientôt : la suite arrive.", gone);
if (made) {
  say(one(made, "strong"), left.length + " sortie" + (left.length > 1 ? "s" : ""));
  say(one(document, "[aria-current] .chip__count"), left.length);
  if (isPast(made.getAttribute("data-jusqu"))) say(made = one(document, "h1"), made.getAttribute("data-sinon") || made.textContent.replace(/.*?,/, "Liste passée :"));
}
all(".series-card[data-debut]", function (card) { if (isOver(card)) say(one(card, ".card__kicker"), "édition passée"); });
all("[data-dates]", function (page) { if (isGone(page)) add("Cette sortie est passée", page.firstChild); });
all(".panel__item [data-fin]", function (date) { if (isOver(date)) say(date, date.textContent + " (passé)"); });
})();
