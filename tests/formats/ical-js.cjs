// Lit un calendrier sur l’entrée, avec ical.js et la zone que le calendrier décrit ; rend les instants en JSON.
const ICAL = require("ical.js");
const told = (time) => {
  if (!time) return "";
  if (time.isDate) return time.toString();
  return new Date(time.toUnixTime() * 1000).toISOString().slice(0, 16) + "Z";
};
const root = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
for (const zone of root.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}
const found = {};
for (const event of root.getAllSubcomponents("vevent")) {
  found[event.getFirstPropertyValue("uid")] = [
    told(event.getFirstPropertyValue("dtstart")),
    told(event.getFirstPropertyValue("dtend")),
  ];
}
process.stdout.write(JSON.stringify(found));
