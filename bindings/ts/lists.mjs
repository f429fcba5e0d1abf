// Long lists inside documents cross as typed buffers: the same answers and the same refusals as lists, alike in Node and WASM.

import assert from "node:assert/strict";

const LONG = 1000;
const RETURNS = Array.from({ length: LONG }, (_, index) => 0.01 * (((7 * index) % 13) - 6));
const SOLO = {
  hashrate_ths: 1e6,
  difficulty: 1e14,
  height: 840_000,
  fees_per_block_sat: 5_000_000,
  days: 30,
  drift_per_retarget: 0.01,
  volatility_per_retarget: 0.03,
  paths: 20_000,
  seed: 17n,
  quantiles: Array.from({ length: 19 }, (_, index) => 0.05 * (index + 1)),
};

/** The answer, or what is refused. */
function outcome(run) {
  try {
    return run();
  } catch (error) {
    const { code, path, value, allowed, others } = error;
    return { code, path, value, allowed, others };
  }
}

/** What a list is called and answered, so is an array; a placeholder in the text is no list. */
export function lists(api) {
  const array = (values) => Float64Array.from(values);
  assert.deepEqual(api.border.echo({ numbers: array(RETURNS), inner: { numbers: array([1, 2.5]) } }), {
    numbers: RETURNS,
    inner: { numbers: [1, 2.5] },
  });
  const fit = (log_returns) => api.derivatives.fitJumps({ log_returns, step_years: 1 / 365 });
  assert.deepEqual(fit(array(RETURNS.slice(0, 60))), fit(RETURNS.slice(0, 60)));

  for (const length of [3, LONG]) {
    for (const wrong of [NaN, Infinity, -Infinity, -1, 2 ** 70, 1e-7]) {
      const prices = Array(length).fill(100);
      prices[2] = wrong;
      const bars = (open) => api.derivatives.realizedVolatility({ open, high: open, low: open, close: open, bar_years: 1 / 365 });
      assert.deepEqual(outcome(() => bars(array(prices))), outcome(() => bars(prices)));
      if (wrong <= 0) assert.equal(outcome(() => bars(array(prices))).path, "open[2]");
      // Where no list belongs, or none of floats, the text of the list is told: digit by digit.
      for (const field of ["number", "text", "amount_sat", "flag", "money", "choice", "inner"]) {
        const told = (list) => outcome(() => api.border.echo({ inner: { [field]: list } }));
        assert.deepEqual(told(array(prices)), told(prices), field);
        assert.ok(told(prices).code, field);
      }
    }
  }

  const tariff = (months) => ({
    energy: { time_of_use: { windows: [{ from_hour: 6, to_hour: 22, months, price_usd_per_kwh: 0.1 }], otherwise_usd_per_kwh: 0.05 } },
  });
  const prices = (months) => api.mining.tariffPrices({ tariff: tariff(months), start_ms: 1_785_542_400_000, hours: 48 });
  assert.deepEqual(prices(Float64Array.of(7, 8)), prices([7, 8]));
  assert.deepEqual(prices(BigInt64Array.of(7n, 8n)), prices([7, 8]));
  for (const months of [[7, 256], [7, -1], [7, 8.5], [7, 1e-5], [7, 1e-7, 123456.789, 1e21], [NaN], [...Array(LONG).fill(1), 13]]) {
    assert.deepEqual(outcome(() => prices(array(months))), outcome(() => prices(months)));
  }
  const wide = outcome(() => api.border.echo({ numbers: BigInt64Array.of(1n, 2n ** 53n + 1n) }));
  assert.deepEqual([wide.code, wide.path, wide.value], ["border.integer.out_of_range", "numbers[1]", "9007199254740993"]);

  for (const numbers of ["#0", [null, 0]]) assert.throws(() => api.border.echo({ numbers }), { path: numbers === "#0" ? "numbers" : "numbers[0]" });
  assert.deepEqual(api.border.echo({ text: "#0", numbers: array([1]) }), { text: "#0", numbers: [1] });
  assert.throws(() => api.backend.call("border.echo", '{"numbers":#0}'));
}

/** Long lists of a report are lists like the others. */
export function longAnswers(api) {
  const request = { tariff: { energy: { flat_usd_per_kwh: 0.05 } }, start_ms: 1_785_542_400_000, hours: LONG };
  const prices = api.mining.tariffPrices(request);
  assert.deepEqual(prices.usd_per_kwh, Array(LONG).fill(0.05));
  assert.deepEqual(prices.time_ms, Array.from({ length: LONG }, (_, hour) => request.start_ms + 3_600_000 * hour));
  assert.deepEqual(prices.local_hour, Array.from({ length: LONG }, (_, hour) => hour % 24));
}

/** A job opened with a list and one opened with an array are shards of one job. */
export function jobsByEitherRoute(api) {
  const open = (quantiles, work) => api.mining.soloIncomeJob({ ...SOLO, quantiles }, work);
  const whole = open(SOLO.quantiles);
  const { total } = whole.step(1e6);
  const first = open(SOLO.quantiles, { blocks: [0, 2] });
  const second = open(Float64Array.from(SOLO.quantiles), { blocks: [2, total] });
  first.step(1e6);
  second.step(1e6);
  assert.deepEqual(first.merge(second).report(), whole.report());
  assert.deepEqual(open(Float64Array.from(SOLO.quantiles), { state: first.save() }).report(), whole.report());
}
