// `cargo xtask test browser`: frameworks, test runners and servers, in projects as their users have them, with the READMEs' own lines.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "vite";

import { POLICY, open, printed, serve } from "./chromium.mjs";
import { block, install, printedByNode, programs, withoutBundler } from "./programs.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = join(process.env.BROWSER_FOLDER, "projects");
const wasmReadme = join(root, "bindings/wasm/README.md");
const servers = [];
let context, browser, expected, sources;

before(async () => {
  install(root, folder);
  // The tools are there as if the projects had installed them: linked file by file, because Turbopack follows no link out of a project.
  const tools = readdirSync(join(here, "node_modules")).filter((name) => !name.startsWith(".")); // npm's own notes stay those of each folder
  execFileSync("cp", ["-al", ...tools.map((name) => join(here, "node_modules", name)), join(folder, "node_modules")]);
  sources = programs(root);
  expected = Object.fromEntries(Object.entries(sources).map(([name, { node }]) => [name, printedByNode(folder, name, node)]));
  browser = await open(join(process.env.BROWSER_FOLDER, "profile-environments"));
  context = browser.context;
});

after(async () => {
  for (const server of servers) server.kill();
  await browser?.close();
});

function write(path, text) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const bin = (path) => join(folder, "node_modules", path);

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server and waits until it answers; what it has said so far is `said()`. */
async function serving(program, words, options, address) {
  const server = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], ...options });
  servers.push(server);
  let text = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (part) => (text += part));
  for (let turn = 0; turn < 300; turn += 1) {
    if (server.exitCode !== null) throw new Error(`${program} ended: ${text}`);
    if (await fetch(address).then(() => true, () => false)) return () => text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer: ${text}`);
}

/** Opens a page per program, which prints what the program for Node prints in Node. */
async function sameInPages(address) {
  for (const [name, lines] of Object.entries(expected)) {
    const got = await printed(context, address(name), lines.length);
    console.log(`${address(name)}\n  ${got.join("\n  ")}`);
    assert.deepEqual(got, lines);
  }
}

test("Next: a client page and a server page", async () => {
  const settings = block(wasmReadme, "serverExternalPackages", "js");
  write("next/next.config.mjs", settings.replace("export default {", `export default {\n  turbopack: { root: ${JSON.stringify(folder)} },`));
  write("next/app/layout.js", 'export default function Layout({ children }) {\n  return (\n    <html lang="en">\n      <head><link rel="icon" href="data:," /></head>\n      <body>{children}</body>\n    </html>\n  );\n}\n');
  for (const [name, { browser, node }] of Object.entries(sources)) {
    write(`next/programs/${name}.js`, browser);
    write(`next/programs/${name}-server.js`, `${node}export {};\n`);
    write(`next/app/${name}/page.js`, `"use client";\nimport { useEffect } from "react";\n\nexport default function Page() {\n  useEffect(() => void import("../../programs/${name}.js"), []);\n  return <p>client</p>;\n}\n`);
    write(`next/app/${name}/server/page.js`, `export const dynamic = "force-dynamic";\n\nexport default async function Page() {\n  await import("../../../programs/${name}-server.js");\n  return <p>served</p>;\n}\n`);
  }
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const project = join(folder, "next");
  const start = performance.now();
  execFileSync(process.execPath, [bin("next/dist/bin/next"), "build"], { cwd: project, env, stdio: ["ignore", "pipe", "inherit"] });
  console.log(`next build: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const said = await serving(process.execPath, [bin("next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(port)], { cwd: project, env }, `${origin}/readme`);
  await sameInPages((name) => `${origin}/${name}`);
  for (const [name, lines] of Object.entries(expected)) {
    const before = said().length;
    assert.match(await (await fetch(`${origin}/${name}/server`)).text(), /served/);
    assert.deepEqual(said().slice(before).trim().split("\n"), lines, `${name}, on the server`);
  }
});

const TESTED = `
test("both packages answer the same", async () => {
  const wasm = await load();
  const block = { height: 953_568, network: "mainnet" };
  expect(mining.subsidy(block).subsidy_sat).toBe(312_500_000);
  expect(wasm.mining.subsidy(block)).toEqual(mining.subsidy(block));
  const columns = { number: Float64Array.of(1, 2), integer: [1n, 2n], flag: [true, false], word: ["zero", "positive"] };
  expect(border.echoColumns(columns)).toEqual(wasm.border.echoColumns(columns));
  expect(() => mining.subsidy({ ...block, height: -1 })).toThrow(HashInsightError);
});
`;
const IMPORTS = `import { HashInsightError, border, mining } from "@hashinsight/node";\nimport load from "@hashinsight/wasm";\n`;

test("Jest", () => {
  write("jest/package.json", '{ "private": true, "type": "module" }\n');
  write("jest/jest.config.json", '{ "transform": {} }\n');
  write("jest/both.test.js", IMPORTS + TESTED);
  const env = { ...process.env, NODE_OPTIONS: /`NODE_OPTIONS=(\S+)`/.exec(readFileSync(wasmReadme, "utf8"))[1] };
  execFileSync(process.execPath, [bin("jest/bin/jest.js"), "--rootDir", join(folder, "jest")], { cwd: join(folder, "jest"), env, stdio: "inherit" });
});

test("Vitest", () => {
  write("vitest/both.test.js", `import { expect, test } from "vitest";\n${IMPORTS}${TESTED}`);
  execFileSync(process.execPath, [bin("vitest/vitest.mjs"), "run", "--root", join(folder, "vitest")], { cwd: join(folder, "vitest"), stdio: "inherit" });
});

test("a page rendered on a server, built by Vite", async () => {
  const [{ node }] = Object.values(sources);
  write("ssr/entry.jsx", `import { createElement } from "react";\nimport { renderToString } from "react-dom/server";\nimport load from "@hashinsight/wasm";\nimport { mining as here } from "@hashinsight/node";\n\nconst { mining } = await load();\nconst block = { height: 953_568, network: "mainnet" };\nconst shown = [mining, here].map((room) => room.subsidy(block).subsidy_sat).join(" ");\nconsole.log(renderToString(createElement("p", null, shown)));\n`);
  write("ssr/readme.js", node);
  const project = join(folder, "ssr");
  await build({ root: project, configFile: false, logLevel: "warn", build: { ssr: true, rolldownOptions: { input: ["entry.jsx", "readme.js"].map((file) => join(project, file)) } } });
  const run = (file) => execFileSync(process.execPath, [join(project, "dist", file)], { encoding: "utf8" }).trim().split("\n");
  assert.deepEqual(run("entry.js"), ["<p>312500000 312500000</p>"]);
  assert.deepEqual(run("readme.js"), Object.values(expected)[0]);
});

test("the WASM package stands in where there is no addon, and only there", () => {
  const program = `import { backend, mining } from "@hashinsight/node";\nconst { subsidy_sat } = mining.subsidy({ height: 953_568, network: "mainnet" });\nconsole.log(subsidy_sat, "stepAway" in backend.openJob("mining.solo_income", backend.example("mining.solo_income")));\n`;
  const hidden = "hidden/node_modules/@hashinsight";
  for (const name of ["node", "wasm"]) cpSync(join(folder, "node_modules/@hashinsight", name), join(folder, hidden, name), { recursive: true });
  write("hidden/program.mjs", program);
  const run = () => execFileSync(process.execPath, [join(folder, "hidden/program.mjs")], { encoding: "utf8", stdio: "pipe" }).trim();
  assert.equal(run(), "312500000 true");
  rmSync(join(folder, hidden, "node/hashinsight.node"));
  assert.equal(run(), "312500000 false");
  write(`${hidden}/wasm/package.json`, '{ "name": "@hashinsight/wasm", "exports": {} }\n');
  assert.throws(run, /no addon for \w+-\w+: build it, or install @hashinsight\/wasm, which stands in/);
});

test("Flask", async () => {
  const venv = join(process.env.BROWSER_FOLDER, "venv");
  execFileSync("python3", ["-m", "venv", venv]);
  execFileSync(join(venv, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", "flask==3.1.3"]);
  write("flask/app.py", block(wasmReadme, "flask", "python"));
  cpSync(join(folder, "node_modules/@hashinsight/wasm/dist/web"), join(folder, "flask/static/hashinsight"), { recursive: true });
  for (const [name, { browser }] of Object.entries(sources)) {
    write(`flask/static/${name}.js`, withoutBundler(browser, "/static/hashinsight"));
    write(`flask/static/${name}.html`, `<!doctype html>\n<meta charset="utf-8" />\n<title>hashinsight</title>\n<script type="module" src="/static/${name}.js"></script>\n<link rel="icon" href="data:," />\n`);
  }
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await serving(join(venv, "bin/flask"), ["run", "--host", "127.0.0.1", "--port", String(port)], { cwd: join(folder, "flask") }, `${origin}/static/room.html`);
  const { headers } = await fetch(`${origin}/static/hashinsight/mining_bg.wasm`);
  assert.deepEqual([headers.get("content-type"), headers.get("content-security-policy")], ["application/wasm", "script-src 'self' 'wasm-unsafe-eval'"]);
  await sameInPages((name) => `${origin}/static/${name}.html`);
});

test("the React example", async () => {
  const project = join(folder, "react");
  cpSync(join(root, "examples/web/react"), project, { recursive: true, filter: (file) => !file.includes("node_modules") });
  await build({ root: project, logLevel: "warn" });
  const { example, mining } = await import(join(folder, "node_modules/@hashinsight/node/dist/node/src-ts/index.js"));
  const site = await serve(join(project, "dist"), POLICY);
  const tab = await context.newPage();
  const failures = [];
  tab.on("pageerror", (error) => failures.push(String(error)));
  tab.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  try {
    await tab.setViewportSize({ width: 1280, height: 900 });
    await tab.goto(`${site.origin}/`);
    const usd = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });
    const profit = JSON.parse(example("mining.profit"));
    const net = (changed) => usd.format(mining.profit({ ...profit, ...changed }).net_usd);
    await tab.locator("dd").nth(2).waitFor();
    assert.equal(await tab.locator("dd").nth(2).textContent(), net({}));
    await tab.fill("[name=hashrate_ths]", "-1");
    assert.match(await tab.locator("label [role=alert]").textContent(), /^0 to 1e24 TH\/s/);
    await tab.fill("[name=hashrate_ths]", "270");
    await tab.locator("dd", { hasText: net({ hashrate_ths: 270 }) }).waitFor();

    await tab.evaluate(() => {
      globalThis.tasks = [];
      new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    });
    await tab.fill("[name=paths]", "20000");
    await tab.click("text=Simulate");
    await tab.locator("img").waitFor({ timeout: 60_000 });
    const longest_ms = Math.max(0, ...(await tab.evaluate(() => globalThis.tasks)));
    const shown = await tab.locator("[role=status]").textContent();
    console.log(`${shown}; longest task of the page ${longest_ms.toFixed(0)} ms`);
    const sample = JSON.parse(example("mining.forecast_simulation"));
    const { power_w, btc_price_usd, power_price_usd_per_kwh, fees_per_block_sat, pool_fee } = profit;
    const project_ = { ...sample.project, hashrate_ths: 270, power_w, btc_price_usd, power_price_usd_per_kwh, fees_per_block_sat, pool_fee };
    const expected = await mining.forecastSimulation({ ...sample, project: project_, paths: 20_000 });
    assert.ok(shown.startsWith(`Mean ${Math.round(expected.mean_usd)} USD`), `${shown}; expected ${expected.mean_usd}`);
    assert.ok(longest_ms <= 50);
    for (const width of [1280, 360]) {
      await tab.setViewportSize({ width, height: 900 });
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing sticks out at ${width} px`);
      await tab.screenshot({ path: join(process.env.BROWSER_FOLDER, `react-${width}.png`), fullPage: true });
    }

    await tab.fill("[name=paths]", "1000000");
    await tab.click("text=Simulate");
    await tab.waitForFunction(() => document.querySelector("progress")?.value > 0);
    await tab.click("text=Cancel");
    await tab.locator("[role=status]", { hasText: "Cancelled" }).waitFor();
    assert.deepEqual(failures, []);
  } finally {
    await tab.close();
    site.close();
  }
});
