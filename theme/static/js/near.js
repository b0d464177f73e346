/* Near one's home: a town that one chooses is kept on the device only, until one click; town.js asks for this. Written for old phones (ES5). */
(function () {
var root = document.querySelector('script[src$="near.js"]').src.replace(/theme\/[^\/]*$/, ""), key = "commune";
var choice = document.querySelector("[data-commune]"), home = document.querySelector("[data-pres]");

function add(parent, tag, name, text) {
  var node = document.createElement(tag);
  node.className = name;
  node.textContent = text;
  return parent.appendChild(node);
}
function remembered() {
  try {
    var kept = JSON.parse(localStorage.getItem(key));
    return kept && typeof kept.name === "string" && /^communes\/[a-z0-9-]+\/$/.test(kept.address) ? kept : null;
  } catch (error) { return null; }
}
function remember(town) {
  try {
    if (town) localStorage.setItem(key, JSON.stringify(town)); else localStorage.removeItem(key);
  } catch (error) { return 0; }
  return 1;
}
function button(box, words, town, after) {
  add(box, "button", "button", words).onclick = function () {
    if (!remember(town)) return say(box, "Cet appareil ne veut rien garder : la commune n’est pas retenue.");
    after();
    say(box, town ? "C’est retenu, sur cet appareil seulement." : "C’est oublié.");
  };
}
function say(box, words) {
  var told = add(box, "span", "", " " + words);
  told.tabIndex = -1;
  told.setAttribute("role", "status");
  told.focus();
}
function drawChoice() {
  var town = { name: choice.getAttribute("data-commune"), address: choice.getAttribute("data-adresse").slice(1) };
  var kept = remembered();
  choice.textContent = "";
  if (kept && kept.address === town.address) button(choice, "Ne plus retenir " + town.name, null, drawChoice);
  else button(choice, "Retenir " + town.name + " comme « près de chez moi »", town, drawChoice);
}
function drawHome() {
  var kept = remembered(), link;
  home.textContent = "";
  if (!kept) return;
  link = add(home, "a", "button", "Près de chez moi : " + kept.name);
  link.href = root + kept.address + (location.protocol === "file:" ? "index.html" : "");
  home.appendChild(document.createTextNode(" "));
  button(home, "Oublier", null, drawHome);
}
if (choice) {
  var clicked = (choice.firstChild || choice).value;
  drawChoice();
  if (clicked) choice.firstChild.click();
}
if (home) drawHome();
})();
