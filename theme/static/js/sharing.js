/* Copy a message or an address with one finger, and pass a page on. Written for old phones (ES5). */
(function () {
var told = document.createElement("p");
told.className = "hidden";
told.setAttribute("role", "status");
document.body.appendChild(told);

function add(after, words, act) {
  var button = document.createElement("button");
  button.className = "button";
  button.textContent = words;
  button.onclick = function () { act(button); };
  after.parentNode.insertBefore(document.createTextNode(" "), after.nextSibling);
  return after.parentNode.insertBefore(button, after.nextSibling.nextSibling);
}
/* What a voice hears begins with what is read (WCAG 2.2, 2.5.3). */
function name(button, words) {
  button.textContent = words;
  if (button.value) button.setAttribute("aria-label", words + " : " + button.value);
}
function copied(button, done) {
  name(button, told.textContent = done ? "Copié" : "Sélectionné : à vous de copier");
  setTimeout(function () { name(button, "Copier"); told.textContent = ""; }, 4000);
}
function byHand(node, button) {
  var range = document.createRange(), selection = getSelection(), done = false;
  range.selectNodeContents(node);
  selection.removeAllRanges();
  selection.addRange(range);
  try { done = document.execCommand("copy"); } catch (error) { done = false; }
  copied(button, done);
}
function copy(node, after) {
  var button = add(after, "Copier", function (button) {
    if (!navigator.clipboard) return byHand(node, button);
    navigator.clipboard.writeText(node.textContent).then(function () { copied(button, true); }, function () { byHand(node, button); });
  });
  button.value = node.getAttribute("data-copie");
  name(button, "Copier");
}
function share(node, link) {
  var words = node.textContent, title = document.querySelector("h1").textContent;
  if (navigator.share) add(link, "Partager", function () { navigator.share({ title: title, text: words })["catch"](function () { return 0; }); });
  else add(link, "Par courriel", function () { location.href = "mailto:?subject=" + encodeURIComponent(title) + "&body=" + encodeURIComponent(words); });
}

/* A message to pass on has its buttons beside the one that is there already, on the line below: nothing moves. */
[].forEach.call(document.querySelectorAll("[data-copie]"), function (node) {
  var link = node.nextElementSibling && node.nextElementSibling.querySelector("[data-partage]");
  if (link) share(node, link);
  copy(node, link || node);
});
})();
