// Donné par ./faire voir seulement : ce fichier n’est jamais dans le site publié.
// Une page cachée n’écoute pas : un navigateur n’ouvre que six connexions à la fois vers une même adresse.
(function () {
  var known = null;
  var source = null;
  function listen() {
    if (source) source.close();
    source = document.hidden ? null : new EventSource("/_faire/versions");
    if (!source) return;
    source.onmessage = function (message) {
      if (known !== null && message.data !== known) location.reload();
      known = message.data;
    };
  }
  document.addEventListener("visibilitychange", listen);
  listen();
})();
