/* Search: what is typed is looked up in small files, asked for from the first key on. Written for old phones (ES5). */
(function () {
var form = document.querySelector("[data-index]"), field = form.elements.q;
var status = document.getElementById("reponse"), results = document.getElementById("resultats");
var files = form.getAttribute("data-index").split(" "), stop = form.getAttribute("data-mots").split(" ");
var root = document.querySelector('script[src$="theme/search.js"]').src.slice(0, -15);
var shards = {}, waiting = {}, failed, asked, timer, page = 20;

/* The same as plugins/french/stems.py. */
function fold(text) {
  text = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  if (text.normalize) text = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return text.replace(/\b(\w)\.(?=\w\b)/g, "$1");
}
function words(text) {
  var all = fold(text).match(/[a-z0-9]{2,}/g) || [];
  var full = all.filter(function (word) { return stop.indexOf(word) < 0; });
  return full.length ? full : all;
}
function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  word = /aux$/.test(word) && !/eaux$/.test(word) ? word.slice(0, -3) + "al" : word.replace(/[sx]$/, "");
  if (word.length > 4) word = word.replace(/(?:ee|er|e)$/, "");
  return word.length > 4 ? word.replace(/(.)\1$/, "$1") : word;
}

/* Each file calls this: its name, what can be found, the words that find it. */
window.recherche = function (name, rows, index) { shards[name] = { rows: rows, index: index }; };

function load(name, then) {
  if (shards[name] || files.indexOf(name) < 0) return then();
  if (waiting[name]) return waiting[name].push(then);
  waiting[name] = [then];
  var script = document.createElement("script");
  script.src = root + "recherche/index/" + name + ".js";
  script.onload = script.onerror = function () {
    if (!shards[name]) failed = 1;
    var all = waiting[name];
    delete waiting[name];
    all.forEach(function (act) { act(); });
  };
  document.head.appendChild(script);
}

/* One letter missing, added, changed, or two exchanged. */
function near(a, b) {
  var i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) ||
    (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}

/* What a word finds: an address gives its best weight. */
function find(word) {
  var shard = shards[word.slice(0, 2)], found = {}, some;
  function take(close) {
    for (var other in shard.index) {
      var factor = other === word ? 3 : !close && other.indexOf(word) === 0 ? 1 : close && word.length > 3 && near(word, other) ? 0.5 : 0;
      for (var list = shard.index[other], i = 0; factor && i < list.length; i += 2) {
        var row = shard.rows[list[i]], old = found[row[0]], score = list[i + 1] * factor;
        if (!old || old.score < score) found[row[0]] = { row: row, score: score };
        some = 1;
      }
    }
  }
  if (shard) { take(0); if (!some) take(1); }
  return found;
}

function isPast(row) { return row[4] && row[4] < new Date().toISOString().slice(0, 10); }
function rank(row, name) {
  var exact = fold(row[2]) === name;
  return exact && row[1] === "Sigle" ? 0 : exact ? 1 : isPast(row) ? 4 : row[4] ? 2 : 3;
}
function answer(query, stems) {
  var all = {}, name = fold(query).trim(), list, whole;
  stems.forEach(function (word) {
    var found = find(word), address;
    for (address in found) {
      all[address] = all[address] || { row: found[address].row, score: 0, hits: 0 };
      all[address].score += found[address].score;
      all[address].hits++;
    }
  });
  list = Object.keys(all).map(function (address) { return all[address]; });
  whole = list.filter(function (one) { return one.hits === stems.length; });
  list = whole.length ? whole : list;
  list.forEach(function (one) { one.rank = rank(one.row, name); });
  list.sort(function (a, b) {
    return a.rank - b.rank || b.hits - a.hits || b.score - a.score || (a.rank === 2 ? a.row[4] < b.row[4] ? -1 : 1 : a.row[2] < b.row[2] ? -1 : 1);
  });
  list.partial = stems.length > 1 && !whole.length;
  return list;
}

function add(parent, tag, name, text) {
  var node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return parent.appendChild(node);
}
function kindOf(row) { return isPast(row) ? "Sortie passée" : row[1]; }
function href(row) {
  var parts = row[0].split("#");
  if (location.protocol === "file:" && /(^|\/)$/.test(parts[0])) parts[0] += "index.html";
  return root + parts.join("#");
}
function show(list, most) {
  var old = results.querySelector("ul.grid"), box = document.createElement("ul"), more = results.querySelector(".more");
  box.className = "grid";
  list.slice(0, most).forEach(function (one) {
    var card = add(add(box, "li"), "div", "card"), row = one.row;
    add(card, "p", "card__kicker", kindOf(row));
    add(add(card, "h2", "card__title"), "a", "card__link", row[2]).href = href(row);
    add(card, "p", "card__text", row[3]);
  });
  if (old) results.replaceChild(box, old); else results.appendChild(box);
  if (more) results.removeChild(more);
  if (list.length > most) {
    more = add(add(results, "p", "more"), "button", "button", "Voir la suite");
    more.onclick = function () { show(list, most + page); results.querySelectorAll(".card__link")[most].focus(); };
  }
}
function filters(list) {
  var counts = {}, box;
  list.forEach(function (one) { var kind = kindOf(one.row); counts[kind] = (counts[kind] || 0) + 1; });
  if (Object.keys(counts).length < 2) return;
  box = add(results, "p", "chip-nav");
  ["Tout"].concat(Object.keys(counts)).forEach(function (kind) {
    var chip = add(box, "button", "chip", kind + " " + (counts[kind] || list.length));
    chip.onclick = function () {
      [].forEach.call(box.children, function (other) { other.setAttribute("aria-pressed", other === chip); });
      show(list.filter(function (one) { return !counts[kind] || kindOf(one.row) === kind; }), page);
      say(list, counts[kind], kind);
    };
    chip.setAttribute("aria-pressed", kind === "Tout");
  });
}
function say(list, count, kind) {
  count = count || list.length;
  status.textContent = (count ? count + " résultat" + (count > 1 ? "s" : "") : "Aucun résultat") + " pour « " + asked + " »" +
    (kind && kind !== "Tout" ? ", " + kind : "") + "." +
    (failed ? " Une partie de la recherche n’a pas pu être chargée : les listes, plus bas, mènent à tout."
    : !count ? " Essayez un autre mot, ou parcourez les listes, plus bas."
    : list.partial ? " Aucune page n’a tous ces mots : en voici qui en ont une partie." : "");
}

function search() {
  var query = field.value.trim(), stems = words(query).map(stem), left = stems.length;
  if (query === asked && !failed) return;
  asked = query;
  failed = 0;
  if (!left) {
    results.textContent = "";
    status.textContent = query && "Écrivez au moins deux lettres.";
  }
  stems.forEach(function (word) {
    load(word.slice(0, 2), function () {
      if (--left || query !== asked) return;
      var list = answer(query, stems);
      results.textContent = "";
      filters(list);
      if (list.length) show(list, page);
      say(list);
    });
  });
}

field.oninput = function () { clearTimeout(timer); timer = setTimeout(search, 200); };
form.onsubmit = function (event) {
  event.preventDefault();
  clearTimeout(timer);
  search();
  try { history.replaceState(null, "", "?q=" + encodeURIComponent(field.value)); } catch (error) { return; }
};
try { field.value = decodeURIComponent((/[?&]q=([^&]*)/.exec(location.search) || ["", field.value])[1].replace(/\+/g, " ")); } catch (error) { field.value = ""; }
if (field.value) search();
})();
