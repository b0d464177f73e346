/* Ask for the search when somebody comes to its field, or with a question in the address. Written for old phones (ES5). */
(function () {
var form = document.querySelector("[data-index]"), field = form.elements.q, script;
function ask() {
  if (script) return;
  script = document.createElement("script");
  script.src = document.querySelector('script[src$="theme/ask.js"]').src.slice(0, -6) + "search.js";
  document.head.appendChild(script);
}
field.onfocus = ask;
form.onsubmit = function (event) { event.preventDefault(); ask(); };
if (/[?&]q=/.test(location.search) || field.value || document.activeElement === field) ask();
})();
