// Tables row by row, one value for every row, and words that show the way, alike in Node and WASM.

import assert from "node:assert/strict";

const NETWORK = { network_basis: { difficulty: 1.4e14 }, subsidy_sat: 312_500_000, fees_per_block_sat: 0, pool_fee: 0.02, days: 1 };

/** A batch and a table of a report by rows; a column of one value. */
export function tables(api) {
  const machines = { hashrate_ths: [200, 110], power_w: [3500, 3250], power_price_usd_per_kwh: 0.05, btc_price_usd: 7e4 };
  const batch = api.mining.profitBatch(machines, NETWORK);
  const written = { ...machines, power_price_usd_per_kwh: [0.05, 0.05], btc_price_usd: Float64Array.of(7e4, 7e4) };
  assert.deepEqual(api.mining.profitBatch(written, NETWORK), batch);
  const rows = api.rows(batch);
  assert.deepEqual(rows.map((row) => row.net_usd), [...batch.net_usd]);
  assert.deepEqual(rows.map((row) => row.status), ["ok", "ok"]);
  assert.deepEqual(api.border.echoColumns({ number: 1, integer: [2, 3], flag: true, word: "zero" }).flag, Uint8Array.of(1, 1));

  const odds = api.mining.soloOdds({
    hashrate_ths: 1000,
    network_basis: { difficulty: 1.4e14 },
    horizon: { days: 365 },
    quantiles: [0.5, 0.9, 1],
  });
  assert.deepEqual(odds.quantiles, [0.5, 0.9, 1]);
  const days = api.numbers(odds.wait_days);
  assert.equal(days[0], odds.wait_days[0].value);
  assert.ok(Number.isNaN(days[2]));
  const levels = api.rows({ level: odds.quantiles, days });
  assert.deepEqual(levels[1], { level: 0.9, days: days[1] });
  assert.throws(() => api.rows({ a: [1], b: [1, 2] }), RangeError);
}

/** What was probably meant, and a form to write. */
export function wordsThatShowTheWay(api) {
  const profit = { hashrate_ths: 200, power_w: 3500, btc_price_usd: 7e4, power_price_usd_per_kwh: 0.05, ...NETWORK };
  const refused = (run, code, said) =>
    assert.throws(run, (error) => error.code === code && error.allowed.includes(said), `${code}: ${said}`);
  refused(() => api.mining.profit({ ...profit, hash_rate_ths: 1 }), "mining.request.unknown_field", "did you mean hashrate_ths?");
  refused(() => api.mining.profit({ ...profit, network_basis: 1.3e14 }), "mining.network_basis.wrong_type", '{"difficulty": 1.3e14}');
  refused(() => api.mining.profit({ ...profit, network_basis: "dificulty" }), "mining.network_basis.unknown", "did you mean difficulty?");
  const time = { time_ms: "2024-05-01T14:00:00+02:00" };
  assert.equal(api.border.echo(time).time_ms, Date.parse(time.time_ms));
}
