// Looks at pages of a built site in Chromium: axe-core, errors of the browser, and whether they fit.
//
//     node axe.mjs FOLDER-OF-PACKAGES CHROMIUM < what.json
//
// `what.json`: { "pages": [address], "files": { address: path } }. The browser sees the files
// at the addresses that readers will; nothing else is reachable. Every finding is one line on stdout.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

const [modules, executablePath] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = require("axe-core");
const { pages, files } = JSON.parse(readFileSync(0, "utf8"));

const browser = await chromium.launch({
  executablePath,
  // As root there is no sandbox; the rest keeps the browser from calling home.
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const viewport of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
    await context.route("**/*", answer);
    for (const address of pages) await look(context, address, `${viewport.width} px, ${colorScheme}`);
    await context.close();
  }
}
await browser.close();

/** Serves a file of the site, and nothing else. */
function answer(route) {
  const address = decodeURI(route.request().url().split(/[?#]/)[0]);
  const path = files[address] ?? files[`${address}index.html`];
  if (path === undefined) return route.abort();
  return route.fulfill({ path, contentType: TYPES[extname(path)] ?? "application/octet-stream" });
}

async function look(context, address, where) {
  const page = await context.newPage();
  const say = (words) => console.log(`${address} (${where}): ${words}`);
  page.on("pageerror", (error) => say(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") say(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => say(`not loaded: ${request.url()}`));
  await page.goto(address, { waitUntil: "load" });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wide > 0) say(`wider than the window by ${wide} px`);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations) {
    const more = nodes.length > 1 ? ` and ${nodes.length - 1} more` : "";
    say(`${id}: ${help}: ${nodes[0].target.join(" ")}${more}`);
  }
  await page.close();
}
