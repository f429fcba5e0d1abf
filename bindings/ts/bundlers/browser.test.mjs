// `cargo xtask test browser`: the package as its users open it, in a real Chromium.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { build, createServer } from "vite";
import { build as build7, createServer as createServer7 } from "vite7";
import webpack from "webpack";

import { POLICY, open, printed, serve } from "./chromium.mjs";
import { WEB, install, printedByNode, programs, withoutBundler } from "./programs.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = join(process.env.BROWSER_FOLDER, "site");
let browser, context, site, expected, example;

before(async () => {
  install(root, folder);
  expected = {};
  for (const [name, { browser, node }] of Object.entries(programs(root))) {
    expected[name] = printedByNode(folder, name, node);
    write(`static/${name}.js`, withoutBundler(browser));
    write(`static/${name}.html`, page(`/static/${name}.js`));
    write(`worker/${name}.js`, `new Worker("/static/${name}.js", { type: "module" });\n`);
    write(`worker/${name}.html`, page(`/worker/${name}.js`));
    write(`vite/${name}.js`, browser);
    write(`vite/${name}.html`, page(`./${name}.js`));
  }
  write("static/empty.html", "<!doctype html>\n<title>hashinsight</title>\n");
  ({ example } = await import(join(folder, "node_modules/@hashinsight/node/dist/node/src-ts/index.js")));
  const profile = join(process.env.BROWSER_FOLDER, "profile");
  rmSync(profile, { recursive: true, force: true });
  [browser, site] = [await open(profile), await serve(folder, POLICY)];
  context = browser.context;
  console.log(`Chromium ${browser.version}, pages under the policy ${POLICY}`);
});

after(async () => {
  await browser?.close();
  site?.close();
});

function write(path, text) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function page(script) {
  return `<!doctype html>\n<meta charset="utf-8" />\n<link rel="icon" href="data:," />\n<title>hashinsight</title>\n<script type="module" src="${script}"></script>\n`;
}

/** Opens what was made of each README's program: it prints what the program for Node prints in Node. */
async function sameAsInNode(form, origin = site.origin) {
  for (const [name, lines] of Object.entries(expected)) {
    const address = `${origin}/${form}/${name}.html`;
    const got = await printed(context, address, lines.length);
    console.log(`${address} (${name === "readme" ? "README.md" : `bindings/wasm/README.md, ${name}`})\n  here ${got.join("\n       ")}\n  Node ${lines.join("\n       ")}`);
    assert.deepEqual(got, lines);
  }
}

test("a static page", () => sameAsInNode("static"));
test("a module worker", () => sameAsInNode("worker"));
const pages = () => Object.keys(expected).map((name) => join(folder, "vite", `${name}.html`));
const scripts = () => Object.keys(expected).map((name) => join(folder, "vite", `${name}.js`));
const vite = (form) => ({ root: join(folder, "vite"), configFile: false, logLevel: "warn", base: `/${form}/`, worker: { format: "es" } });

test("a Vite 8 build", async () => {
  const outDir = join(folder, "vite8");
  const built = await build({ ...vite("vite8"), build: { outDir, emptyOutDir: true, rolldownOptions: { input: pages() } } });
  console.log(`Vite wrote ${built.output.map(({ fileName }) => fileName).join(", ")}`);
  await sameAsInNode("vite8");
});
test("a Vite 7 build", async () => {
  const outDir = join(folder, "vite7");
  await build7({ ...vite("vite7"), build: { outDir, emptyOutDir: true, rollupOptions: { input: pages() } } });
  await sameAsInNode("vite7");
});
// As the READMEs have it: Vite 7 is told not to bundle the package beforehand.
for (const [name, start, optimizeDeps] of [["8", createServer, {}], ["7", createServer7, { exclude: ["@hashinsight/wasm"] }]]) {
  test(`a Vite ${name} server for development`, async () => {
    const cacheDir = join(folder, `vite${name}-cache`);
    const server = await start({ ...vite("dev"), cacheDir, optimizeDeps, server: { host: "127.0.0.1", port: 0, strictPort: false } });
    try {
      await server.listen();
      const { port } = server.httpServer.address();
      await sameAsInNode("dev", `http://127.0.0.1:${port}`);
    } finally {
      await server.close();
    }
  });
}
test("a webpack build", async () => {
  const entry = Object.fromEntries(scripts().map((file) => [file.split("/").at(-1).replace(".js", ""), file]));
  const output = { path: join(folder, "webpack"), publicPath: "/webpack/" };
  const stats = await new Promise((resolve, reject) => webpack({ mode: "production", entry, output, performance: false }, (error, stats) => (error ? reject(error) : resolve(stats))));
  assert.deepEqual([stats.compilation.errors.map(String), stats.compilation.warnings.map(String)], [[], []]);
  for (const name of Object.keys(expected)) write(`webpack/${name}.html`, page(`/webpack/${name}.js`));
  await sameAsInNode("webpack");
});
test("an esbuild bundle", async () => {
  const outdir = join(folder, "esbuild");
  const { warnings } = await esbuild.build({ entryPoints: scripts(), bundle: true, format: "esm", outdir, minify: true });
  assert.deepEqual(warnings, []);
  const web = join(folder, "node_modules/@hashinsight/wasm/dist/web");
  // What the README says of esbuild: it copies no module, nor the thread's file.
  for (const file of readdirSync(web).filter((file) => /\.wasm$|^workers-thread\.js$/.test(file))) copyFileSync(join(web, file), join(outdir, file));
  for (const name of Object.keys(expected)) write(`esbuild/${name}.html`, page(`/esbuild/${name}.js`));
  await sameAsInNode("esbuild");
});
test("a module service worker", async () => {
  write("static/service.js", `import loadMining from "${WEB.replace("index", "mining")}";\nconst ready = loadMining();\nself.onmessage = async ({ source }) => source.postMessage((await ready).subsidy({ height: 953_568, network: "mainnet" }).subsidy_sat);\n`);
  const tab = await context.newPage();
  try {
    await tab.goto(`${site.origin}/static/empty.html`);
    const got = await tab.evaluate(async () => {
      const registration = await navigator.serviceWorker.register("/static/service.js", { type: "module" });
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      const answer = new Promise((resolve) => (navigator.serviceWorker.onmessage = ({ data }) => resolve(data)));
      if (worker.state !== "activated") await new Promise((resolve) => (worker.onstatechange = () => worker.state === "activated" && resolve()));
      navigator.serviceWorker.startMessages();
      worker.postMessage("");
      return answer;
    });
    assert.equal(String(got), "312500000");
  } finally {
    await tab.close();
  }
});

/** Runs in the page: a job on other threads, the longest task of the page meanwhile, and what the page itself computes. */
async function onThreads({ entry, web, request, workers }) {
  const { default: startWorkers } = await import(entry);
  const { default: load } = await import(web);
  const { mining: here } = await load(["mining"]);
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)));
  observer.observe({ type: "longtask" });
  const threads = await startWorkers(["mining"], { workers });
  await new Promise((resolve) => setTimeout(resolve, 200));
  tasks.length = 0;
  let told = 0;
  const start = performance.now();
  const report = await threads.operations.mining.forecastSimulation(request, { onProgress: () => (told += 1) });
  const job_ms = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  threads.close();
  return { workers, job_ms, told, longest_ms: Math.max(0, ...tasks), equal: JSON.stringify(report) === JSON.stringify(await here.forecastSimulation(request)) };
}

test("a job on other threads leaves the page free", async () => {
  const request = { ...JSON.parse(example("mining.forecast_simulation")), paths: 100_000 };
  const tab = await context.newPage();
  try {
    await tab.goto(`${site.origin}/static/empty.html`);
    for (const workers of [1, 2]) {
      const got = await tab.evaluate(onThreads, { entry: WEB.replace("index", "workers"), web: WEB, request, workers });
      console.log(`  ${JSON.stringify(got)}`);
      assert.ok(got.equal, "the bits of the page's own thread");
      assert.ok(got.told > 1 && got.longest_ms <= 50);
    }
  } finally {
    await tab.close();
  }
});

/** Runs in the page: what parts of one room answer side by side, each on its own module. */
async function parts(folder) {
  const load = async (name) => (await import(`${folder}/${name}.js`)).default();
  const [chain, exchanges, files, mining] = await Promise.all(["feeds_chain", "feeds_exchanges", "feeds_files", "mining_core"].map(load));
  const refused = (run) => {
    try {
      return run();
    } catch (error) {
      return [error.name, error.code];
    }
  };
  const fees = { ask: { mempool_space: "recommended_fees" } };
  const spot = { ask: { coinbase: { spot_price: { product: "BTC-USD" } } } };
  return {
    chain: [chain.request(fees).url, refused(() => chain.request(spot))],
    exchanges: [refused(() => exchanges.request(fees)), Object.keys(exchanges)],
    files: Object.keys(files),
    subsidy_sat: mining.subsidy({ height: 953_568, network: "mainnet" }).subsidy_sat,
    modules: performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)).filter((name) => name.endsWith(".wasm")).sort(),
  };
}

test("parts of rooms, side by side", async () => {
  const tab = await context.newPage();
  try {
    await tab.goto(`${site.origin}/static/empty.html`);
    const got = await tab.evaluate(parts, WEB.replace("/index.js", ""));
    const unknown = ["HashInsightError", "feeds.ask.unknown"];
    const accessors = ["bars", "bar", "quote", "quotes", "orderBook", "markPoint", "funding", "fundingHistory", "openInterest", "openInterestHistory"];
    accessors.push("optionQuote", "optionChain", "tierTable", "blockStats", "series", "difficulty", "hashrate", "height", "feesPerBlock");
    const collector = ["reconcile", "retain", "alert", "gaps", "daily", "freshness", "schedule"];
    assert.deepEqual(got, {
      chain: ["https://mempool.space/api/v1/fees/recommended", unknown],
      exchanges: [unknown, ["request", "parse", ...accessors, "refusal", ...collector]],
      files: ["readStatement", "readSettlement"],
      subsidy_sat: 312_500_000,
      modules: ["feeds_chain_bg.wasm", "feeds_exchanges_bg.wasm", "feeds_files_bg.wasm", "mining_core_bg.wasm"],
    });
  } finally {
    await tab.close();
  }
});

/** Runs in the page: how many worked examples each part answers as the module of all rooms does. */
async function examples({ folder, names }) {
  const whole = await import(`${folder}/index.js`);
  const all = await whole.default();
  const text = (answer) => JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
  const answered = {};
  for (const name of names) {
    const [room, part] = name.split("/");
    const operations = await (await import(`${folder}/${room}_${part}.js`)).default();
    answered[name] = 0;
    for (const operation of Object.keys(operations)) {
      let request;
      try {
        request = JSON.parse(whole.example(`${room}.${operation.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`));
      } catch {
        continue; // what finds something in an answer has no example of its own
      }
      if ("params" in request) continue;
      let alone;
      try {
        alone = text(operations[operation](request));
      } catch (error) {
        if (error.code === "feeds.ask.unknown") continue; // an upstream of another part
        throw error;
      }
      if (alone !== text(all[room][operation](request))) throw new Error(`${name}: ${operation} answers otherwise`);
      answered[name] += 1;
    }
  }
  return answered;
}

test("each part of a room answers as the module of all rooms", async () => {
  const exported = Object.keys(JSON.parse(readFileSync(fileURLToPath(new URL("../../wasm/package.json", import.meta.url)), "utf8")).exports);
  const names = exported.filter((name) => /^\.\/[a-z]+\/[a-z]+$/.test(name)).map((name) => name.slice(2));
  const tab = await context.newPage();
  try {
    await tab.goto(`${site.origin}/static/empty.html`);
    const answered = await tab.evaluate(examples, { folder: WEB.replace("/index.js", ""), names });
    console.log(answered);
    assert.equal(names.length, 13);
    for (const [name, count] of Object.entries(answered)) assert.ok(count > 0 || name === "signals/indicators", name);
  } finally {
    await tab.close();
  }
});

test("the first result on a slow line", async () => {
  const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
  const compressed = await serve(folder, POLICY, { compressed: true });
  const block = JSON.stringify({ height: 953_568, network: "mainnet" });
  for (const [name, entry, room] of [["a part of a room", "mining_core", "room"], ["one room", "mining", "room"], ["all rooms", "index", "room.mining"]]) {
    const module = entry === "index" ? "hashinsight" : entry;
    const program = `import load from "${WEB.replace("index", entry)}";\nconst room = await load();\n${room}.subsidy(${block});\nglobalThis.first_ms = performance.now();\n`;
    write(`static/slow-${entry}.js`, program);
    write(`static/slow-${entry}.html`, page(`/static/slow-${entry}.js`));
    const address = `${compressed.origin}/static/slow-${entry}.html`;
    const warm = await fetch(`${compressed.origin}${WEB.replace("index.js", `${module}_bg.wasm`)}`);
    await warm.arrayBuffer(); // compressed before the clock runs
    const tab = await context.newPage();
    try {
      const session = await context.newCDPSession(tab);
      await session.send("Network.enable");
      await session.send("Network.setCacheDisabled", { cacheDisabled: true });
      await session.send("Network.emulateNetworkConditions", line);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await tab.goto(address);
      await tab.waitForFunction(() => globalThis.first_ms !== undefined, undefined, { timeout: 120_000 });
      const got = await tab.evaluate(() => {
        const files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/@hashinsight/"));
        const module = files.find(({ name }) => name.endsWith(".wasm"));
        const names = files.map(({ name }) => name.split("/").at(-1));
        return { first_ms: globalThis.first_ms, module_asked_ms: module.startTime, bytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), names };
      });
      console.log(`  1.6 Mbit/s, 150 ms, CPU 4 times slower, ${name}: first result after ${got.first_ms.toFixed(0)} ms; the module asked for after ${got.module_asked_ms.toFixed(0)} ms; ${got.bytes} B of ${got.names.join(", ")}`);
      assert.deepEqual(got.names, [`${entry}.js`, "core.js", `${module}_bg.wasm`]);
    } finally {
      await tab.close();
    }
  }
  compressed.close();
});

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:recommended"],
    // The house writes `<!doctype html>` and `<meta />`; the forms answer while they are filled in, so that there is nothing to submit.
    rules: { "doctype-style": "off", "void-style": ["error", { style: "selfclose" }], "wcag/h32": "off" },
  }),
);
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe finds wrong with the page as it stands, in light and in dark; not inside of frames. */
async function inaccessible(tab) {
  await tab.evaluate(axe);
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await tab.emulateMedia({ colorScheme });
    const { violations } = await tab.evaluate(() => globalThis.axe.run({ iframes: false }));
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id} at ${nodes.map(({ target }) => target).join(", ")}`));
  }
  return found;
}

test("the example pages are valid HTML", async () => {
  for (const name of ["index", "report", "react/index"]) {
    const { results } = await validator.validateFile(join(root, `examples/web/${name}.html`));
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${name}.html:${line} ${ruleId}: ${message}`)), []);
  }
});

test("the example page", async () => {
  const whole = await serve(root);
  const tab = await context.newPage();
  try {
    const address = `${whole.origin}/examples/web/`;
    await tab.goto(address);
    await tab.waitForFunction(() => document.querySelector("output").textContent !== "", undefined, { timeout: 30_000 });
    const shown = await tab.textContent("output");
    console.log(`${address}\n  ${shown.replaceAll("\n", ", ")}`);
    assert.match(shown, /^Revenue \d+\.\d\d USD\nPower 4\.20 USD\nProfit -?\d+\.\d\d USD a day$/); // 3.5 kW, 24 h, 0.05 USD/kWh
    await tab.fill("[name=hashrate_ths]", "-1");
    assert.equal(await tab.textContent("output"), "hashrate_ths: got -1, allowed: 0 to 1e24 TH/s");
    assert.deepEqual(await inaccessible(tab), []);
  } finally {
    await tab.close();
    whole.close();
  }
});

/** Runs in a page: how wide it is, and the smallest letters of its plots, in pixels. */
function measured() {
  const size = (text) => (parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getBoundingClientRect().width) / text.ownerSVGElement.viewBox.baseVal.width;
  const letters = [...document.querySelectorAll("svg text")].map(size);
  return { width: document.documentElement.scrollWidth, letters: letters.length, smallest: Math.min(...letters) };
}

test("the report's page", async () => {
  const { report } = await import(join(folder, "node_modules/@hashinsight/node/dist/node/src-ts/index.js"));
  const { parse } = await import(join(root, "bindings/ts/node_modules/smol-toml/dist/index.js"));
  const sample = report.sampleFile({ file: "site" }).text;
  const inNode = (language) => report.renderHtml({ report: report.site(parse(sample)), language }).text;
  const [whole, tab, alone] = [await serve(root), await context.newPage(), await context.newPage()];
  const shows = async (predicate, argument) => {
    await tab.bringToFront(); // a tab behind another draws no frames, which is when waitForFunction looks
    await tab.waitForFunction(predicate, argument, { timeout: 30_000 });
  };
  const said = async (pattern) => {
    await shows((source) => new RegExp(source).test(document.querySelector("output").textContent), pattern);
    return tab.textContent("output");
  };
  const drawn = () => tab.getAttribute("iframe", "srcdoc");
  try {
    await tab.goto(`${whole.origin}/examples/web/report.html`);
    console.log(`  ${await said("sections in")}`);
    assert.deepEqual(await inaccessible(tab), []);
    for (const language of ["en", "zh"]) {
      await tab.selectOption("[name=language]", language);
      const html = await drawn();
      assert.equal(html, inNode(language), "the page that Node writes");
      await alone.bringToFront();
      await alone.setContent(html);
      for (const [width, colorScheme] of [[1440, "light"], [360, "light"], [360, "dark"]]) {
        await alone.emulateMedia({ colorScheme });
        await alone.setViewportSize({ width, height: 800 });
        const path = join(process.env.BROWSER_FOLDER, "screenshots", `report_${language}_${width}_${colorScheme}.png`);
        await alone.screenshot({ path });
        const got = await alone.evaluate(measured);
        console.log(`  ${path} ${JSON.stringify(got)}`);
        assert.ok(got.width <= width, "nothing hangs over the edge");
        assert.ok(got.letters > 100 && got.smallest >= 9, "letters can be read");
      }
    }
    const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await tab.selectOption("[name=language]", "en");
    const prices = "time,usd_per_mwh\n2026-07-01T00:00Z,30\n2026-07-01T01:00Z,900\n";
    const hourly = `${sample.split("[tariff]")[0]}[tariff]\nprices = "hours.csv"\n`.replace(/^name = .*$/m, 'name = "Shed"');
    await tab.setInputFiles("[name=files]", [file("shed.toml", hourly), file("hours.csv", prices)]);
    await shows(() => document.querySelector("iframe").srcdoc.includes("Shed"));
    await tab.setInputFiles("[name=files]", [file("shed.toml", sample.replace("pool_fee", "poolfee"))]);
    assert.match(await said("poolfee"), /^report\.request\.unknown_field at poolfee: got poolfee, allowed: .*did you mean pool_fee\?$/);
    await tab.setInputFiles("[name=files]", [file("shed.toml", "name = ")]);
    await said("Invalid TOML");
  } finally {
    await Promise.all([tab.close(), alone.close()]);
    whole.close();
  }
});

test("a refusal from a worker", async () => {
  write("static/refusal.js", `import load from "${WEB}";\nconst { border } = await load();\ntry {\n  border.echo({ hashrate_ths: -1 });\n} catch (error) {\n  postMessage(error);\n}\n`);
  const tab = await context.newPage();
  try {
    await tab.goto(`${site.origin}/static/empty.html`);
    const got = await tab.evaluate(async (web) => {
      const { HashInsightError } = await import(web);
      const worker = new Worker("/static/refusal.js", { type: "module" });
      const received = await new Promise((resolve, reject) => ((worker.onmessage = ({ data }) => resolve(data)), (worker.onerror = reject)));
      const error = HashInsightError.from(received);
      return { received: received.constructor.name, error: error instanceof HashInsightError, json: JSON.stringify(error) };
    }, WEB);
    console.log(`posted by a worker: ${got.json}`);
    const fault = { code: "units.hashrate.out_of_range", path: "hashrate_ths", value: "-1", allowed: "0 to 1e24 TH/s" };
    const message = "units.hashrate.out_of_range at hashrate_ths: got -1; allowed: 0 to 1e24 TH/s";
    assert.deepEqual({ ...got, json: JSON.parse(got.json) }, { received: "Error", error: true, json: { name: "HashInsightError", message, ...fault } });
  } finally {
    await tab.close();
  }
});

/** Runs in the page: milliseconds of a job, and how the page lived meanwhile. */
async function timed({ web, request }) {
  const { default: load } = await import(web);
  const { mining } = await load();
  const frames = [];
  let running = true;
  const frame = (time) => running && frames.push(time) && requestAnimationFrame(frame);
  requestAnimationFrame(frame);
  const start = performance.now();
  await mining.forecastSimulation(request);
  const job_ms = performance.now() - start;
  running = false;
  const gaps = frames.slice(1).map((time, index) => time - frames[index]);
  return { state: document.visibilityState, job_ms, frames: frames.length, worst_gap_ms: Math.max(0, ...gaps) };
}

/** Runs in the page: milliseconds that a timer of 0 ms takes once it was set by five others, as in a loop. */
async function timer() {
  const wait = () => new Promise((resolve) => setTimeout(resolve));
  for (let turn = 0; turn < 6; turn += 1) await wait();
  const start = performance.now();
  for (let turn = 0; turn < 3; turn += 1) await wait();
  return (performance.now() - start) / 3;
}

test("a job in a hidden tab", async () => {
  const request = { ...JSON.parse(example("mining.forecast_simulation")), paths: 40_000 };
  const [tab, other] = [await context.newPage(), await context.newPage()];
  try {
    await tab.goto(`${site.origin}/static/empty.html`);
    const best = {};
    for (const [state, front] of [["visible", tab], ["hidden", other]]) {
      await front.bringToFront();
      const runs = [];
      for (let turn = 0; turn < 3; turn += 1) runs.push(await tab.evaluate(timed, { web: WEB, request }));
      const timer_ms = await tab.evaluate(timer);
      console.log(runs.map((run) => `  ${JSON.stringify(run)}`).join("\n"), `\n  a timer of 0 ms: ${timer_ms.toFixed(1)} ms`);
      assert.deepEqual(runs.map((run) => run.state), [state, state, state]);
      if (state === "visible") assert.ok(Math.min(...runs.map((run) => run.worst_gap_ms)) <= 50, "the page is never still for more than 50 ms");
      else assert.ok(timer_ms > 500, "timers are held back, so that a job that waited for them would be seen");
      best[state] = Math.min(...runs.map((run) => run.job_ms));
    }
    const ratio = best.hidden / best.visible;
    console.log(`a job of ${best.visible.toFixed(0)} ms takes ${best.hidden.toFixed(0)} ms in a hidden tab: ${ratio.toFixed(2)} times`);
    assert.ok(ratio <= 3);
  } finally {
    await Promise.all([tab.close(), other.close()]);
  }
});
