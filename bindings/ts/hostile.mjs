// What tends to get lost between languages, through the operation that answers what it was given.

import assert from "node:assert/strict";

const deep = (levels) => (levels === 0 ? {} : { inner: deep(levels - 1) });
function veryDeep() {
  let document = {};
  for (let level = 0; level < 100_000; level += 1) document = { inner: document };
  return document;
}

const KEPT = [
  ...[6e20, 1e-17, 5e-324, 2 ** 53 + 2, Number.MAX_VALUE, 2.2250738585072014e-308, 0.1, -1e300, 1 / 3].map((number) => ({ number })),
  { number: 2 ** 53 - 1 },
  { number: 2 ** 53 },
  { amount_sat: 21e14 },
  { flow_sat: -21e14 },
  { time_ms: 1714564800001 },
  { date: "2024-02-29" },
  { text: 'a\0\n"\\é€😀' },
  { flag: false },
  { numbers: [1, 2.5, 5e-324] },
  { choice: "nothing" },
  { choice: { number: 2 } },
  { count_u64: "18446744073709551615" },
  { count_u128: "340282366920938463463374607431768211455" },
  ...["7.922816251426433759354395033", "9999999999999999999999999999", "0.0000000000000000000000000001", "-12.30", "0.00"].map((amount) => ({
    money: { amount, currency: "USD" },
  })),
  deep(60),
];

const CHANGED = [
  [{ count_u64: 5, count_u128: 0 }, { count_u64: "5", count_u128: "0" }],
  [{ count_u64: 2n ** 64n - 1n }, { count_u64: "18446744073709551615" }],
  [{ count_u128: 2n ** 128n - 1n }, { count_u128: "340282366920938463463374607431768211455" }],
  [{ number: -0 }, { number: 0 }],
  [undefined, {}],
  [{ number: undefined, text: undefined }, {}],
  [{ numbers: Float64Array.of(1, 5e-324) }, { numbers: [1, 5e-324] }],
  [{ time_ms: new Date(1714564800001) }, { time_ms: 1714564800001 }],
];

const REFUSED = [
  [{ number: NaN }, "border.number.not_finite", "number"],
  [{ number: Infinity }, "border.number.not_finite", "number"],
  [{ number: -Infinity }, "border.number.not_finite", "number"],
  [{ number: true }, "border.number.wrong_type", "number"],
  [{ number: null }, "border.number.wrong_type", "number"],
  [{ number: "5" }, "border.number.wrong_type", "number"],
  [{ number: 5n }, "border.number.wrong_type", "number"],
  [{ number: [1] }, "border.number.wrong_type", "number"],
  [{ number: new Map() }, "border.value.wrong_type", "number"],
  [{ number: () => 1 }, "border.value.wrong_type", "number"],
  [{ numbers: [1, null] }, "border.numbers.wrong_type", "numbers[1]"],
  [{ numbers: [1, NaN] }, "border.numbers.not_finite", "numbers[1]"],
  [{ numbers: "12" }, "border.numbers.wrong_type", "numbers"],
  [{ hashrate_ths: NaN }, "units.hashrate.not_finite", "hashrate_ths"],
  [{ hashrate_ths: true }, "border.hashrate_ths.wrong_type", "hashrate_ths"],
  [{ amount_sat: 21e14 + 1 }, "units.amount.out_of_range", "amount_sat"],
  [{ amount_sat: 1.5 }, "border.amount_sat.wrong_type", "amount_sat"],
  [{ amount_sat: true }, "border.amount_sat.wrong_type", "amount_sat"],
  [{ amount_sat: 2 ** 70 }, "border.amount_sat.wrong_type", "amount_sat"],
  [{ count_u64: 2n ** 64n }, "units.integer.out_of_range", "count_u64"],
  [{ count_u64: -1n }, "units.integer.out_of_range", "count_u64"],
  [{ count_u64: 5.5 }, "border.count_u64.wrong_type", "count_u64"],
  [{ count_u64: -5 }, "units.integer.out_of_range", "count_u64"],
  [{ count_u64: 2 ** 53 }, "border.count_u64.wrong_type", "count_u64"],
  [{ count_u128: 2n ** 128n }, "units.integer.out_of_range", "count_u128"],
  [{ count_u128: "0x10" }, "units.integer.unknown", "count_u128"],
  [{ money: { amount: 12.34, currency: "USD" } }, "border.amount.wrong_type", "money.amount"],
  [{ money: { amount: true, currency: "USD" } }, "border.amount.wrong_type", "money.amount"],
  [{ money: { amount: "1.23456789012345678901234567890", currency: "USD" } }, "units.decimal.unknown", "money.amount"],
  [{ money: { amount: "1", currency: "USD", rate: 1 } }, "border.request.unknown_field", "money.rate"],
  [{ money: { amount: "1" } }, "border.currency.missing", "money.currency"],
  [{ money: ["1", "USD"] }, "border.money.wrong_type", "money"],
  [{ time_ms: 0.5 }, "border.time_ms.wrong_type", "time_ms"],
  [{ time_ms: new Date(NaN) }, "border.time_ms.wrong_type", "time_ms"],
  [{ date: "2024-02-30" }, "units.date.out_of_range", "date"],
  [{ text: 5 }, "border.text.wrong_type", "text"],
  [{ text: "\ud83d" }, "border.text.wrong_type", "text"],
  [{ flag: 1 }, "border.flag.wrong_type", "flag"],
  [{ choice: "other" }, "border.choice.unknown", "choice"],
  [{ choice: "number" }, "border.choice.wrong_type", "choice"],
  [{ choice: { number: 1, nothing: {} } }, "border.choice.several", "choice"],
  [{ inner: { inner: { hashrate_ths: -1 } } }, "units.hashrate.out_of_range", "inner.inner.hashrate_ths"],
  [{ inner: { numbr: 1 } }, "border.request.unknown_field", "inner.numbr"],
  [{ numbr: 1 }, "border.request.unknown_field", "numbr"],
  [[1], "border.request.wrong_type", ""],
  [null, "border.request.wrong_type", ""],
  ["text", "border.request.wrong_type", ""],
];

const TEXTS = [
  ["", "border.json.unknown", ""],
  ['{"number":1}x', "border.json.unknown", ""],
  ['{"number":9007199254740993}', "border.integer.out_of_range", "number"],
  ['{"number":01}', "border.json.unknown", ""],
  ['{"numbr":1,"number":NaN}', "border.json.unknown", ""],
  ['{"number":1,"number":2}', "border.number.several", "number"],
  ['{"number":1e400}', "border.number.not_finite", "number"],
  ["[".repeat(100_000), "border.depth.out_of_range", ""],
  ['{"inner":'.repeat(100_000), "border.depth.out_of_range", ""],
];

function refused(api, run, code, path, what) {
  assert.throws(
    run,
    (error) => {
      assert.ok(error instanceof api.HashInsightError, `${what}: ${error}`);
      assert.deepEqual([error.code, error.path], [code, path], what);
      assert.ok(error.allowed, what);
      return true;
    },
    what,
  );
}

const shown = (value) => {
  try {
    return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? `${item}n` : item))?.slice(0, 100);
  } catch {
    return "cyclic";
  }
};

/** Documents: what comes back, and what must not cross. */
export function documents(api) {
  for (const document of KEPT) assert.deepEqual(api.border.echo(document), document);
  for (const [document, answer] of CHANGED) {
    const echoed = api.border.echo(document);
    assert.deepEqual(echoed, answer);
    if (echoed.number === 0) assert.ok(Object.is(echoed.number, 0));
  }
  for (const [document, code, path] of REFUSED) refused(api, () => api.border.echo(document), code, path, shown(document));
  const cyclic = {};
  cyclic.inner = cyclic;
  for (const document of [deep(70), veryDeep(), cyclic]) {
    assert.throws(() => api.border.echo(document), { code: "border.depth.out_of_range" });
  }
  for (const [text, code, path] of TEXTS) {
    let thrown;
    try {
      api.backend.call("border.echo", text);
    } catch (error) {
      thrown = JSON.parse(error instanceof Error ? error.message : error);
    }
    assert.deepEqual([thrown?.code, thrown?.path], [code, path], text.slice(0, 60));
  }
  assert.throws(() => api.backend.call("mining.gold", "{}"));
}

/** Every fault of a document, in field order. */
export function faults(api) {
  const document = { number: NaN, hashrate_ths: -1, inner: { numbr: 1, flag: 1 } };
  assert.throws(() => api.border.echo(document), (error) => {
    assert.deepEqual([error, ...error.others].map(({ code, path }) => [code, path]), [
      ["border.number.not_finite", "number"],
      ["units.hashrate.out_of_range", "hashrate_ths"],
      ["border.request.unknown_field", "inner.numbr"],
      ["border.flag.wrong_type", "inner.flag"],
    ]);
    assert.ok(error.others[1].allowed.endsWith("did you mean number?"));
    assert.equal(error.message.split("\n").length, 4);
    for (const received of [structuredClone(error), JSON.parse(JSON.stringify(error))]) {
      const again = api.HashInsightError.from(received);
      assert.deepEqual([again.message, again.others], [error.message, error.others]);
    }
    return true;
  });
  assert.equal(api.HashInsightError.from({ code: "a", path: "", value: "", allowed: "", others: [1] }), undefined);
}

/** Columns: every bit, NaN and -0.0 included. */
export function columns(api) {
  const bits = BigUint64Array.of(0x7ff8000000000000n, 0x8000000000000000n, 1n, 0x7fefffffffffffffn, 0xfff0000000000000n);
  const number = new Float64Array(bits.buffer);
  const integer = BigInt64Array.of(2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n, 0n, -1n);
  const flag = Uint8Array.of(1, 0, 1, 1, 0);
  const word = ["zero", "positive", "negative", "zero", "zero"];
  const echoed = api.border.echoColumns({ number, integer, flag, word });
  assert.ok(echoed.number instanceof Float64Array);
  assert.deepEqual(new BigUint64Array(echoed.number.buffer.slice(echoed.number.byteOffset, echoed.number.byteOffset + 40)), bits);
  assert.deepEqual(echoed.integer, integer);
  assert.deepEqual(Array.from(echoed.flag), Array.from(flag));
  const said = ({ codes, words }) => Array.from(codes, (code) => words[code]);
  assert.deepEqual(said(echoed.word), word);
  assert.deepEqual(said(echoed.sign), ["positive", "negative", "positive", "zero", "negative"]);
  const again = api.border.echoColumns({ number, integer, flag: [true, false, true, true, false], word: echoed.word });
  assert.deepEqual(again, echoed);
  const other = { codes: Uint8Array.of(2, 0, 1, 2, 2), words: ["positive", "negative", "zero", "unused"] };
  assert.deepEqual(api.border.echoColumns({ number, integer, flag, word: other }), echoed);
  const row = { number: [1], integer: [1], flag: [true], word: ["zero"] };
  assert.deepEqual(api.border.echoColumns({ ...row, integer: Float64Array.of(-3) }).integer, BigInt64Array.of(-3n));
  for (const [input, code, path] of [
    [{ integer: [1.5] }, "border.integer.out_of_range", "integer[0]"],
    [{ integer: [2 ** 53] }, "border.integer.out_of_range", "integer[0]"],
    [{ integer: [2n ** 63n] }, "border.integer.out_of_range", "integer[0]"],
    [{ integer: [true] }, "border.integer.wrong_type", "integer[0]"],
    [{ number: [1, true] }, "border.number.wrong_type", "number[1]"],
    [{ number: [1n] }, "border.number.wrong_type", "number[0]"],
    [{ number: "1" }, "border.number.wrong_type", "number"],
    [{ number: [1, 2] }, "border.integer.length", "integer"],
    [{ number: undefined }, "border.number.missing", "number"],
    [{ other: [1] }, "border.request.unknown_field", "other"],
    [{ flag: [1] }, "border.flag.wrong_type", "flag[0]"],
    [{ flag: Uint8Array.of(2) }, "border.flag.wrong_type", "flag[0]"],
    [{ flag: [null] }, "border.flag.wrong_type", "flag[0]"],
    [{ flag: Float64Array.of(1) }, "border.flag.wrong_type", "flag"],
    [{ word: ["nought"] }, "border.word.unknown", "word[0]"],
    [{ word: ["Zero"] }, "border.word.unknown", "word[0]"],
    [{ word: [0] }, "border.word.wrong_type", "word[0]"],
    [{ word: { codes: Uint8Array.of(0), words: ["nought"] } }, "border.word.unknown", "word[0]"],
    [{ word: { codes: Uint8Array.of(7), words: ["zero"] } }, "border.word.unknown", "word[0]"],
    [{ word: { codes: [0], words: ["zero"] } }, "border.word.wrong_type", "word"],
  ]) {
    refused(api, () => api.border.echoColumns({ ...row, ...input }), code, path, shown(input));
  }
  const gone = (array) => (structuredClone(array, { transfer: [array.buffer] }), array);
  for (const [input, path] of [
    [{ number: gone(Float64Array.of(1)) }, "number"],
    [{ integer: gone(BigInt64Array.of(1n)) }, "integer"],
    [{ flag: gone(Uint8Array.of(1)) }, "flag"],
    [{ word: { codes: gone(Uint8Array.of(0)), words: ["zero"] } }, "word"],
  ]) {
    refused(api, () => api.border.echoColumns({ ...row, ...input }), `border.${path}.wrong_type`, path, `a detached ${path}`);
  }
  refused(api, () => api.border.echo({ numbers: gone(Float64Array.of(1)) }), "border.value.wrong_type", "numbers", "a detached list");
  assert.deepEqual(api.border.echo({ numbers: new Float64Array() }), { numbers: [] });
  const many = Array.from({ length: 300 }, (_, index) => (index === 0 ? "zero" : `w${index}`));
  const long = { number: many.map(() => 0), integer: many.map(() => 0), flag: many.map(() => true), word: many };
  refused(api, () => api.border.echoColumns(long), "border.word.unknown", "word[1]", "many words");
}
