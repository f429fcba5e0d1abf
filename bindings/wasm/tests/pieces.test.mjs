// Long columns cross in pieces: the bits and the refusals of the whole, in memory that does not grow with the rows.

import assert from "node:assert/strict";
import test from "node:test";

/** The memory of the module: what wasm-bindgen starts is seen here alone. */
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    ({ memory } = this.exports);
  }
};
const { border, mining, example } = await import("../dist/node/index.js");

const PIECE = 2 ** 16;
const ROWS = 3 * PIECE + 17;

/** Columns in which no two rows are alike. */
const columns = {
  hashrate_ths: Float64Array.from({ length: ROWS }, (_, row) => 100 + row / 8),
  power_w: Float64Array.from({ length: ROWS }, (_, row) => 3000 + (row % 1000)),
  power_price_usd_per_kwh: Float64Array.from({ length: ROWS }, (_, row) => 0.03 + (row % 97) / 1000),
  btc_price_usd: Float64Array.from({ length: ROWS }, (_, row) => 60_000 + (row % 4001)),
};
const { params } = JSON.parse(example("mining.profit_batch"));
const part = (from, to) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice(from, to)]));
const spoilt = (column, row, value) => ({ ...columns, [column]: columns[column].with(row, value) });

test("a batch has the bits of its parts", () => {
  const whole = mining.profitBatch(columns, params);
  for (let from = 0; from < ROWS; from += 50_000) {
    const alone = mining.profitBatch(part(from, from + 50_000), params);
    assert.deepEqual(alone.net_usd, whole.net_usd.slice(from, from + 50_000));
    assert.deepEqual(alone.status, { codes: whole.status.codes.slice(from, from + 50_000), words: whole.status.words });
  }
  assert.equal(whole.net_usd.length, ROWS);
});

test("a refusal names the first column, and its first row, of the whole", () => {
  const late = 2 * PIECE + 5;
  const refused = { name: "HashInsightError", code: "units.power.out_of_range", path: `power_w[${late}]`, value: "-1" };
  assert.throws(() => mining.profitBatch(spoilt("power_w", late, -1), params), refused);
  // Earlier in a column that comes later.
  const both = { ...spoilt("power_w", late, -1), btc_price_usd: columns.btc_price_usd.with(3, NaN) };
  assert.throws(() => mining.profitBatch(both, params), refused);
  const reported = mining.profitBatch(both, { ...params, on_bad_row: "report" });
  const bad = (row) => reported.status.words[reported.status.codes[row]];
  assert.deepEqual([bad(3), bad(4), bad(late)], ["refused", "ok", "refused"]);
  assert.throws(() => mining.profitBatch({ ...columns, power_w: columns.power_w.slice(1) }, params), { code: "mining.power_w.length" });
  assert.throws(() => mining.profitBatch({ ...columns, strange: columns.power_w }, params), { code: "mining.request.unknown_field" });
});

test("memory does not grow with the rows", () => {
  mining.profitBatch(columns, params);
  const before = memory.buffer.byteLength;
  const number = new Float64Array(2 ** 22);
  const integer = new BigInt64Array(number.buffer);
  const bytes = new Uint8Array(number.length);
  const answer = border.echoColumns({ number, integer, flag: bytes, word: { codes: bytes, words: ["zero"] } });
  assert.deepEqual([answer.number.length, answer.integer.at(-1), answer.sign.codes.length], [number.length, 0n, number.length]);
  assert.ok(memory.buffer.byteLength - before < 2 ** 24, `${before} B, then ${memory.buffer.byteLength} B`);
});

test("a stream takes all rows or none", () => {
  const time_ms = BigInt64Array.from({ length: ROWS }, (_, row) => 1_700_000_000_000n + 600_000n * BigInt(row));
  const difficulty = Float64Array.from({ length: ROWS }, (_, row) => 1e14 + row);
  const open = () => mining.runningHashrate(JSON.parse(example("mining.running_hashrate")).params);
  const whole = open();
  const halves = open();
  const answer = whole.updateMany({ time_ms, difficulty });
  const before = halves.updateMany({ time_ms: time_ms.slice(0, 1000), difficulty: difficulty.slice(0, 1000) });
  const state = halves.save();
  const late = 2 * PIECE;
  const events = (difficulty) => ({ time_ms: time_ms.slice(1000), difficulty: difficulty.slice(1000) });
  assert.throws(() => halves.updateMany(events(difficulty.with(late, -1))), { path: `difficulty[${late - 1000}]` });
  assert.deepEqual(halves.save(), state);
  const rest = halves.updateMany(events(difficulty));
  assert.deepEqual(halves.save(), whole.save());
  for (const [name, column] of Object.entries(answer)) {
    const values = (of) => Array.from(of.codes ?? of);
    assert.deepEqual(values(column).slice(0, 1000), values(before[name]));
    assert.deepEqual(values(column).slice(1000), values(rest[name]));
  }
});
