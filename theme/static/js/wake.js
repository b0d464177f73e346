/* What copies and shares is asked for at the first sign of life, so that it is there before the finger. Written for old phones (ES5). */
var woken;
["scroll", "mousemove", "focusin"].forEach(function (sign) {
  addEventListener(sign, function () { if (!woken) later("sharing"); woken = 1; });
});
