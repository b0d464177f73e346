/* A town remembered on this device asks for near.js; the page of a town offers to remember it, which asks for it too. Written for old phones (ES5). */
(function () {
var town = document.querySelector("[data-commune]"), button;
try { button = localStorage.commune; } catch (error) { button = 0; }
if (button) later("near");
else if (town) {
  button = town.appendChild(document.createElement("button"));
  button.className = "button";
  button.textContent = "Retenir " + town.getAttribute("data-commune") + " comme « près de chez moi »";
  button.onclick = function () { button.onclick = 0; button.value = 1; later("near"); };
}
})();
