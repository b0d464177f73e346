// What Lighthouse thinks of each page, in a Chromium already open, whose pages believe that it is an instant (ISO 8601):
// a list of pages comes in, a line of JSON each goes out.
// usage: node lighthouse.mjs <folder of node_modules> <debugging port> <instant> < '[{"address": "http://…", "skipped": ["…"]}]'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, port, instant] = process.argv.slice(2);
const home = createRequire(`${folder}/`).resolve("lighthouse");
const { default: lighthouse, defaultConfig } = await import(pathToFileURL(home));
const { pageFunctions } = await import(new URL("lib/page-functions.js", pathToFileURL(home)));

// How many times slower than this computer a phone is: [what Lighthouse's own test of a processor gives, times]. They are
// those of its calculator for a mid-range phone (docs/throttling.md, « Calibrating Multipliers »); its default is four.
const SLOWER = [[0, 1], [150, 1], [800, 2], [1300, 3], [1533, 4], [Infinity, 4]];

const { default: puppeteer } = await import(pathToFileURL(createRequire(home).resolve("puppeteer-core")));
const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });

async function slowdown() {
  const page = await browser.newPage();
  const index = await page.evaluate(pageFunctions.computeBenchmarkIndex);
  await page.close();
  const after = SLOWER.findIndex(([point]) => index < point);
  const [[low, least], [high, most]] = SLOWER.slice(after - 1, after + 1);
  return high === Infinity ? most : least + ((most - least) * (index - low)) / (high - low);
}

const cpuSlowdownMultiplier = await slowdown();
const throttling = { ...defaultConfig.settings.throttling, cpuSlowdownMultiplier };
// Lighthouse would do that test again before each page, for a second, and only to warn.
pageFunctions.computeBenchmarkIndex = () => 1000;

// A page that rests for a quarter of a second is at rest; without scripts of others, the second waited for tells no more.
const REST = { pauseAfterFcpMs: 250, pauseAfterLoadMs: 250, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 250 };

const counted = Object.values(defaultConfig.categories)
  .flatMap(({ auditRefs }) => auditRefs)
  .filter(({ weight }) => weight > 0);
const audits = [...new Set(counted.map(({ id }) => id))];

// The clock goes on from that instant: Lighthouse itself waits in the page.
function startClock(start) {
  const late = Date.now() - start;
  globalThis.Date = class extends Date {
    constructor(...told) { told.length ? super(...told) : super(Date.now()); }
    static now() { return super.now() - late; }
  };
}

for (const { address, skipped } of JSON.parse(readFileSync(0, "utf-8"))) {
  const onlyAudits = audits.filter((id) => !skipped.includes(id));
  const settings = { ...defaultConfig.settings, ...REST, throttling, onlyAudits, disableFullPageScreenshot: true };
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(startClock, Date.parse(instant));
  const { lhr } = await lighthouse(address, { logLevel: "silent" }, { ...defaultConfig, settings }, page);
  await page.close();
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]);
  const faults = Object.values(lhr.audits)
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, displayValue }) => `${id} : ${displayValue ?? title}`);
  console.log(JSON.stringify({ address, scores: Object.fromEntries(scores), faults, error: lhr.runtimeError?.message ?? "" }));
}
await browser.disconnect();
