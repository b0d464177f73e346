/* Ask for another of our scripts, once it has something to do. Written for old phones (ES5). */
var root = document.currentScript.src.replace(/[a-z-]*\.js$/, "");
function later(name) { document.head.appendChild(document.createElement("script")).src = root + name + ".js"; }
