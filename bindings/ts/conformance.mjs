// The cases that every language must answer alike, bit for bit and fault for fault. `cargo xtask test` writes them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, process.env.CARGO_TARGET_DIR ?? "target", "conformance");
const cases = (name) => JSON.parse(readFileSync(process.env.CARGO_TARGET_DIR?.startsWith("/") ? join(process.env.CARGO_TARGET_DIR, "conformance", name) : join(folder, name), "utf8"));

const view = new DataView(new ArrayBuffer(8));
function float(bits) {
  if (bits === "nan") return NaN;
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}
function hex(value) {
  if (Number.isNaN(value)) return "nan";
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

function revived(value) {
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== "object") return value;
  return "$f64" in value ? float(value.$f64) : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revived(item)]));
}

function same(got, expected, what) {
  if (Array.isArray(expected)) {
    assert.equal(got.length, expected.length, what);
    expected.forEach((item, index) => same(got[index], item, `${what}[${index}]`));
  } else if (expected !== null && typeof expected === "object" && "$f64" in expected) {
    assert.equal(typeof got, "number", what);
    assert.equal(hex(got), expected.$f64, what);
  } else if (expected !== null && typeof expected === "object") {
    assert.deepEqual(Object.keys(got).sort(), Object.keys(expected).sort(), what);
    for (const [key, item] of Object.entries(expected)) same(got[key], item, `${what}.${key}`);
  } else {
    assert.equal(got, expected, what);
  }
}

function typed(column) {
  if (column instanceof Float64Array) return { f64: Array.from(column, hex) };
  if (column instanceof BigInt64Array) return { i64: Array.from(column, String) };
  if (column instanceof Uint8Array) return { bool: Array.from(column, Boolean) };
  return { words: Array.from(column.codes, (code) => column.words[code]) };
}
const columnsOf = (result) => Object.fromEntries(Object.entries(result).map(([name, column]) => [name, typed(column)]));
function arrayOf(column) {
  if ("f64" in column) return Float64Array.from(column.f64, float);
  if ("i64" in column) return BigInt64Array.from(column.i64, BigInt);
  if ("bool" in column) return Uint8Array.from(column.bool, Number);
  const words = [...new Set(column.words)];
  return { codes: Uint8Array.from(column.words, (word) => words.indexOf(word)), words };
}

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

async function run(api, { path, shape, request }) {
  const [domain, name] = path.split(".");
  const operation = api[domain][camel(name)];
  const given = revived(request);
  if (shape === "document" || shape === "job") return operation(given);
  if (shape === "columns") return columnsOf(operation(given.columns, given.params));
  const stream = operation(given.params);
  try {
    return columnsOf(stream.updateMany(given.columns));
  } finally {
    stream.free();
  }
}

function fault(error, HashInsightError, what) {
  assert.ok(error instanceof HashInsightError, `${what}: ${error}`);
  const { code, path, value, allowed, others } = error;
  return others.length > 0 ? { code, path, value, allowed, others } : { code, path, value, allowed };
}

/** Every case through the typed surface of a package. */
export async function answers(api) {
  const seen = new Set();
  for (const item of cases("answers.json")) {
    seen.add(item.path);
    const what = `${item.path} ${JSON.stringify(item.request)}`;
    let got;
    try {
      got = await run(api, item);
    } catch (error) {
      assert.ok("fault" in item.expected, `${what}: ${error}`);
      assert.deepEqual(fault(error, api.HashInsightError, what), item.expected.fault, what);
      continue;
    }
    assert.ok("answer" in item.expected, `${what}: was accepted`);
    same(got, item.expected.answer, what);
  }
  assert.deepEqual([...seen].sort(), [...api.operations].sort());
}

/** Every code is one that the types know. */
const CODE = (() => {
  const [refusers, problems] = readFileSync(join(root, "bindings/ts/src/generated/codes.ts"), "utf8").split("export type Problem");
  const union = (text) => Array.from(text.matchAll(/\| "(\w+)"/g), ([, word]) => word).join("|");
  return new RegExp(`^(${union(refusers)})\\.\\w+(\\.\\w+)*\\.(${union(problems)})$`);
})();

/** Every wrong input through the four native entries. */
export function refusals({ backend }) {
  for (const { path, shape, text, columns, fault: expected } of cases("refusals.json")) {
    const names = Object.keys(columns);
    const arrays = Object.values(columns).map(arrayOf);
    const entries = {
      document: () => backend.call(path, text),
      columns: () => backend.callColumns(path, text, names, arrays),
      stream: () => backend.openStream(path, text).update(names, arrays),
      job: () => backend.openJob(path, text),
    };
    const what = `${path} ${text.slice(0, 200)}`;
    let thrown;
    try {
      entries[shape]();
    } catch (error) {
      thrown = JSON.parse(error instanceof Error ? error.message : error);
    }
    assert.deepEqual(thrown, expected, what);
    for (const { code } of [expected, ...(expected.others ?? [])]) assert.match(code, CODE);
  }
}
