/* The service worker: two pages and what they need, kept when asked to; the network always comes first. */
/* To stop it everywhere: write true here and publish. Each device forgets all at its next visit. */
var STOPPED = false;
var NAME = "hors-ligne", PAGES = ["/sorties/ce-week-end/", "/sigles/livret/", "/sigles/liste.txt"];
var KEPT = PAGES.concat(["/theme/site.css", "/theme/offline.js", "/theme/ended-offline.js"]);

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) {
  if (STOPPED) event.waitUntil(caches["delete"](NAME).then(function () { return self.registration.unregister(); }));
});
self.addEventListener("message", function (event) {
  if (event.data !== "garder" || STOPPED) return;
  event.waitUntil(caches.open(NAME).then(function (cache) {
    return Promise.all(KEPT.map(function (path) {
      return fetch(path, { cache: "reload" }).then(function (answer) {
        if (!answer.ok) throw new Error(path);
        return cache.put(path, answer);
      });
    }));
  }).then(function () { event.ports[0].postMessage(true); }, function () { event.ports[0].postMessage(false); }));
});
self.addEventListener("fetch", function (event) {
  var url = new URL(event.request.url);
  if (STOPPED || event.request.method !== "GET" || url.origin !== location.origin || KEPT.indexOf(url.pathname) < 0) return;
  event.respondWith(fetch(event.request).then(function (answer) {
    return answer.ok ? renew(url.pathname, answer) : answer;
  }, function () { return old(url.pathname); }));
});

function renew(path, answer) {
  return caches.has(NAME).then(function (kept) {
    if (!kept) return answer;
    var copy = answer.clone();
    return caches.open(NAME).then(function (cache) { return cache.put(path, copy); }).then(function () { return answer; });
  })["catch"](function () { return answer; });
}

/* What is shown without a network says of which day it is, before anything else. */
function old(path) {
  return caches.match(path, { cacheName: NAME }).then(function (answer) {
    if (!answer || PAGES.indexOf(path) < 0) return answer || Response.error();
    var day = new Date(answer.headers.get("date") || NaN);
    var words = "Sans réseau : version du " + (isNaN(day) ? "jour où elle a été gardée" :
      day.toLocaleDateString("fr-FR", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Paris" })) +
      ". Elle a pu changer depuis.";
    return answer.text().then(function (text) {
      var isPage = /html$/.test(path) || path.slice(-1) === "/";
      text = isPage ? text.replace(/<main[^>]*>/, function (tag) { return tag + '<p class="notice" role="alert">' + words + "</p>"; }) : words + "\n\n" + text;
      return new Response(text, { headers: { "content-type": (isPage ? "text/html" : "text/plain") + "; charset=utf-8" } });
    });
  });
}
