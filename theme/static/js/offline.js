/* Keep « ce week-end » and the acronyms to be read without a network, when asked to; one click removes them. */
(function () {
var box = document.querySelector("[data-hors-ligne]"), caches = window.caches, workers = navigator.serviceWorker;
if (!box || !workers || !caches || location.protocol === "file:") return;

function draw(kept, words) {
  var button = document.createElement("button"), told = document.createElement("span");
  box.textContent = "";
  button.className = "button";
  button.textContent = kept ? "Ne plus garder hors connexion" : "Garder hors connexion";
  button.onclick = kept ? remove : keep;
  told.textContent = words || "";
  told.setAttribute("role", "status");
  box.appendChild(button);
  box.appendChild(document.createTextNode(" "));
  box.appendChild(told);
  if (words) button.focus();
}
function fail() { draw(false, "Cet appareil n’a pas pu garder ces pages."); }
function keep() {
  workers.register("/hors-ligne.js").then(function () { return workers.ready; }).then(function (registration) {
    var channel = new MessageChannel();
    channel.port1.onmessage = function (event) {
      if (event.data) draw(true, "C’est gardé sur cet appareil : les sorties de ce week-end et tous les sigles, rien d’autre.");
      else remove(null, fail);
    };
    registration.active.postMessage("garder", [channel.port2]);
  })["catch"](fail);
}
function remove(event, then) {
  workers.getRegistrations().then(function (all) {
    return Promise.all(all.map(function (one) { return one.unregister(); }));
  }).then(function () { return caches["delete"]("hors-ligne"); }).then(function () {
    if (then) then(); else draw(false, "C’est effacé de cet appareil.");
  })["catch"](fail);
}
caches.has("hors-ligne").then(function (kept) { draw(kept); }, function () { return 0; });
})();
