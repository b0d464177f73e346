// Donné par ./faire voir seulement : ce fichier n’est jamais dans le site publié.
(function () {
  var known = null;
  new EventSource("/_faire/versions").onmessage = function (message) {
    if (known !== null && message.data !== known) location.reload();
    known = message.data;
  };
})();
