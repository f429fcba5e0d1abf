import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { answers, refusals } from "../../ts/conformance.mjs";
import { decisions } from "../../ts/feeds.mjs";
import { calculator, jobs, outcomes, refusalsThatTravel, refusedJobs, streams } from "../../ts/handles.mjs";
import { columns, documents, faults } from "../../ts/hostile.mjs";
import { jobsByEitherRoute, lists, longAnswers } from "../../ts/lists.mjs";
import { packed } from "../../ts/packed.mjs";
import { schemas } from "../../ts/schemas.mjs";
import { tables, wordsThatShowTheWay } from "../../ts/tables.mjs";
import { types } from "../../ts/types.mjs";
import * as api from "../dist/node/index.js";
import loadMining, { HashInsightError } from "../dist/node/mining.js";
import startWorkers from "../dist/node/workers.js";
import * as web from "../dist/web/index.js";

test("typed calls answer and refuse as Rust does", () => answers(api));
test("bad input is called the same", () => refusals(api));
test("hostile documents", () => documents(api));
test("every fault of a document", () => faults(api));
test("hostile columns", () => columns(api));
test("long lists of a request", () => lists(api));
test("long lists of a report", () => longAnswers(api));
test("a job with a list and one with an array", () => jobsByEitherRoute(api));
test("streams", () => streams(api));
test("jobs", () => jobs(api));
test("jobs reject and never throw", () => refusedJobs(api));
test("refusals keep their strings in other threads and in JSON", () => refusalsThatTravel(api));
test("tables", () => tables(api));
test("words that show the way", () => wordsThatShowTheWay(api));
test("outcomes", () => outcomes(api));
test("the calculator", () => calculator(api));
test("from feeds to decisions", () => decisions(api));

test("memory that is exhausted is a refusal, and the module goes on", () => {
  const rows = 2 ** 28 + 1; // 2 GiB and a float: more than one allocation holds; nothing of it is touched
  const many = new Float64Array(rows);
  const code = "border.memory.out_of_range";
  const one = { integer: BigInt64Array.of(1n), flag: Uint8Array.of(1), word: { codes: Uint8Array.of(1), words: ["negative", "zero"] } };
  assert.throws(() => api.border.echoColumns({ number: many, ...one }), { code, path: "number", value: `${rows} rows` });
  assert.throws(() => api.border.echo({ numbers: many }), { name: "HashInsightError", code });
  assert.deepEqual(api.border.echo({ numbers: Float64Array.of(1) }), { numbers: [1] });
});
test("what is packed", () => packed("wasm", ["node", "types", "web"]));
test("schemas", () => schemas(api, "wasm"));
test("types, the examples of doc comments, and require", () => types("wasm", api.operations, { "page.mts": PAGE }));

/** What a page imports, as its types have it. */
const PAGE = `import load, { HashInsightError, type units } from "@hashinsight/wasm/web";
import loadMining from "@hashinsight/wasm/mining";
import address from "@hashinsight/wasm/mining_bg.wasm";
import profit from "@hashinsight/wasm/schemas/mining.profit.json" with { type: "json" };
import vocabulary from "@hashinsight/wasm/schemas/vocabulary.json" with { type: "json" };
import startWorkers, { type Remote } from "@hashinsight/wasm/workers";

export async function page(): Promise<units.OnBadRow | undefined> {
  const all = await load(new URL("https://example.org/hashinsight_bg.wasm"));
  const { mining } = await load(["mining"]);
  // @ts-expect-error a room that was not asked for
  const { treasury } = await load(["mining"]);
  const room = await loadMining(address);
  const threads = await startWorkers(["mining"], { workers: 2 });
  const remote: Remote<typeof mining> = threads.operations.mining;
  const { subsidy_sat } = await remote.subsidy({ height: 1, network: "mainnet" });
  const shape: "document" | "columns" | "stream" | "job" = profit["x-shape"];
  void [all.treasury, room, HashInsightError, treasury, shape, vocabulary.length];
  return subsidy_sat > 0 ? "refuse" : undefined;
}
`;

/** Runs with a `fetch` that reads the package's own files, and tells what was asked for. */
async function asking(context, run) {
  const asked = [];
  context.mock.method(globalThis, "fetch", async (address) => {
    asked.push(new URL(address).pathname.split("/").at(-1));
    return new Response(readFileSync(address), { headers: { "content-type": "application/wasm" } });
  });
  await run();
  return asked;
}

test("a room's operations come in its own module, asked for once", async (context) => {
  const { HashInsightError } = web;
  assert.throws(() => web.mining.subsidy({ height: 0, network: "mainnet" }), { code: "border.module.missing", value: "mining" });
  const asked = await asking(context, async () => {
    const [{ mining }, again] = await Promise.all([web.default(["mining"]), web.default(["mining"])]);
    assert.deepEqual(mining.subsidy({ height: 953_568, network: "mainnet" }), again.mining.subsidy({ height: 953_568, network: "mainnet" }));
    assert.throws(() => mining.subsidy({ height: -1, network: "mainnet" }), HashInsightError);
    assert.throws(() => web.border.echo({ hashrate_ths: 2 }), { code: "border.module.missing" });
    assert.throws(() => web.treasury.performance({}), { code: "border.module.missing" });
    await web.default(["mining"]);
  });
  assert.deepEqual(asked, ["mining_bg.wasm"]);
});
test("a module that cannot be fetched is asked for again", async (context) => {
  let turns = 0;
  context.mock.method(globalThis, "fetch", async () => ((turns += 1), new Response("", { status: 404 })));
  await assert.rejects(web.default());
  await assert.rejects(web.default());
  assert.equal(turns, 2);
});
test("a list is asked for as a list, and memory that holds no module is a refusal", async (context) => {
  await assert.rejects(web.default("treasury"), { code: "border.room.unknown", value: "treasury", allowed: 'a list of rooms, as ["treasury"]' });
  context.mock.method(globalThis, "fetch", async () => new Response("", { headers: { "content-type": "application/wasm" } }));
  const full = () => Promise.reject(new RangeError("WebAssembly.instantiate(): Out of memory"));
  for (const how of ["instantiate", "instantiateStreaming"]) context.mock.method(WebAssembly, how, full);
  await assert.rejects(web.default(["treasury"]), { name: "HashInsightError", code: "border.memory.out_of_range" });
});
test("the web build asks for its own module", async (context) => {
  const asked = await asking(context, async () => {
    const operations = await web.default();
    await answers({ ...web, ...operations });
    await web.default(["mining"]);
  });
  assert.deepEqual(asked, ["hashinsight_bg.wasm"]);
});
test("a room in Node is a module of its own with the same errors", async () => {
  const mining = await loadMining();
  assert.throws(() => mining.subsidy({ height: -1, network: "mainnet" }), HashInsightError);
  assert.equal(HashInsightError, api.HashInsightError);
});
test("every file that the package names is there", () => {
  const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url)));
  const files = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)));
  const names = { schema: "mining.profit", module: "mining_bg", entry: "mining" };
  const named = (file) => file.replace("*", file.includes("schemas") ? names.schema : file.endsWith(".wasm") ? names.module : names.entry);
  for (const file of files) readFileSync(new URL(`../${named(file)}`, import.meta.url));
});
test("other threads give the bits of this one, a job in shards too", async () => {
  const params = { ...JSON.parse(api.example("mining.forecast_simulation")), paths: 4_000 };
  const columns = { hashrate_ths: [100, 200], power_w: [3000, 3500], power_price_usd_per_kwh: [0.05, 0.06], btc_price_usd: [7e4, 7e4] };
  const world = { network_basis: { difficulty: 1.3e14 }, subsidy_sat: 312_500_000, fees_per_block_sat: 0, pool_fee: 0, days: 1 };
  const expected = await api.mining.forecastSimulation(params);
  for (const workers of [1, 3]) {
    const threads = await startWorkers(["mining"], { workers });
    const { mining } = threads.operations;
    const seen = [];
    assert.deepEqual(await mining.forecastSimulation(params, { onProgress: ({ done, total }) => seen.push(done / total) }), expected);
    assert.equal(seen.at(-1), 1);
    assert.deepEqual(await mining.profitBatch(columns, world), api.mining.profitBatch(columns, world));
    await assert.rejects(mining.subsidy({ height: -1, network: "mainnet" }), (error) => error instanceof api.HashInsightError && error.path === "height");
    await assert.rejects(mining.forecastSimulation({}), { name: "HashInsightError" });
    await assert.rejects(mining.runningHashrate(JSON.parse(api.example("mining.running_hashrate")).params), { code: "border.operation.unsupported" });
    const stop = new AbortController();
    const stopped = mining.forecastSimulation({ ...params, paths: 400_000 }, { signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) });
    await assert.rejects(stopped, { message: "enough" });
    assert.deepEqual(await mining.forecastSimulation(params), expected);
    const onProgress = () => assert.fail("from the page");
    await assert.rejects(mining.forecastSimulation(params, { onProgress }), { message: "from the page" });
    await assert.rejects(mining.forecastSimulation(params, { onProgress: 7 }), { code: "border.progress.wrong_type", path: "onProgress" });
    await assert.rejects(mining.forecastSimulation(params, { signal: 7 }), { code: "border.signal.wrong_type", path: "signal" });
    await assert.rejects(mining.profit({ uptime: () => 1 }), { code: "border.value.wrong_type", path: "uptime", value: "a function" });
    const left = mining.forecastSimulation(params);
    threads.close();
    await assert.rejects(left, { code: "border.handle.missing" });
    await assert.rejects(mining.subsidy({ height: 1, network: "mainnet" }), { code: "border.handle.missing" });
  }
  await assert.rejects(startWorkers(["mining"], { workers: 0 }), { code: "border.workers.out_of_range" });
  for (const rooms of [["gold"], "mining", undefined]) await assert.rejects(startWorkers(rooms), { code: "border.room.unknown" });
});
