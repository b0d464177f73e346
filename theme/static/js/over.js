/* Most visits need no more: the first thing that has ended asks for ended.js, which reads hours and days as this does. Written for old phones (ES5). */
if ([].some.call(document.querySelectorAll("[data-debut]"), function (node) {
  var time = node.getAttribute("data-fin") || node.getAttribute("data-debut").slice(0, 10);
  return new Date(time) - new Date() + (time[10] ? 0 : 864e5) < 0;
})) later("ended");
