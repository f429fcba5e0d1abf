// Streams, jobs and the calculator, alike in Node and WASM.

import assert from "node:assert/strict";

const PARAMS = { window_blocks: 4, confidence: 0.9 };
const TIMES = [0, 600_000, 900_000, 1_900_000, 2_000_000, 2_000_000, 2_700_000].map((step) => 1_700_000_000_000 + step);
const DIFFICULTY = TIMES.map((_, row) => (row < 4 ? 1e14 : 1.1e14));
const JOB = {
  hashrate_ths: 1e6,
  difficulty: 1e14,
  height: 840_000,
  fees_per_block_sat: 5_000_000,
  days: 30,
  drift_per_retarget: 0.01,
  volatility_per_retarget: 0.03,
  paths: 20_000,
  seed: 2n ** 64n - 1n,
};

/** One by one is all at once; bytes go on alike; a refused event changes nothing. */
export function streams(api) {
  const many = api.mining.runningHashrate(PARAMS).updateMany({ time_ms: TIMES, difficulty: DIFFICULTY });
  const stream = api.mining.runningHashrate(PARAMS);
  TIMES.forEach((time_ms, row) => {
    const event = { time_ms, difficulty: DIFFICULTY[row] };
    const seen = stream.peek(event);
    const out = stream.update(event);
    assert.deepEqual(seen, out);
    for (const [name, value] of Object.entries(out)) assert.ok(Object.is(value, many[name][row]), name);
  });
  const half = api.mining.runningHashrate(PARAMS);
  half.updateMany({ time_ms: TIMES.slice(0, 4), difficulty: DIFFICULTY.slice(0, 4) });
  const state = half.save();
  const rest = { time_ms: TIMES.slice(4), difficulty: DIFFICULTY.slice(4) };
  assert.deepEqual(api.mining.runningHashrate(PARAMS, state).updateMany(rest), half.updateMany(rest));
  assert.throws(() => api.mining.runningHashrate({ ...PARAMS, window_blocks: 5 }, state), api.HashInsightError);
  assert.throws(() => api.mining.runningHashrate(PARAMS, state.slice(1)), api.HashInsightError);
  const before = half.save();
  assert.throws(() => half.updateMany({ time_ms: TIMES.slice(5), difficulty: [1e14, -1] }), { path: "difficulty[1]" });
  assert.deepEqual(half.save(), before);
  half.reset();
  assert.ok(Number.isNaN(half.update({ time_ms: TIMES[0], difficulty: 1e14 }).hashrate_ths));
  half.free();
  half.free();
  assert.throws(() => half.reset(), { code: "border.handle.missing" });
}

/** Shards, interruptions and bytes change no bit; progress is told; a signal stops. */
export async function jobs(api) {
  const seen = [];
  const whole = await api.mining.soloIncome(JOB, { onProgress: ({ done, total }) => seen.push([done, total]) });
  assert.deepEqual(seen.at(-1)[0], seen.at(-1)[1]);
  assert.deepEqual(await api.mining.soloIncome(JOB), whole);

  const open = (work) => api.mining.soloIncomeJob(JOB, work);
  const { total } = open().progress;
  const first = open({ blocks: [0, 3] });
  first.step();
  const resumed = open({ state: first.save() });
  resumed.step(2);
  assert.throws(() => resumed.report(), api.HashInsightError);
  const second = open({ blocks: [3, total] });
  second.step(total);
  assert.deepEqual(second.merge(resumed).report(), whole);
  assert.throws(() => second.merge(open({ blocks: [0, 1] })), api.HashInsightError);
  assert.throws(() => second.merge(second), api.HashInsightError);
  assert.throws(() => second.merge(api.mining.soloIncomeJob({ ...JOB, seed: 1n })), api.HashInsightError);
  assert.deepEqual(second.report(), whole);
  for (const blocks of [0, -1, 0.5, NaN, 2 ** 33]) {
    assert.throws(() => second.step(blocks), api.HashInsightError);
    await assert.rejects(second.advance(blocks), api.HashInsightError);
  }
  const slow = open();
  for (let { done } = slow.progress; done < total; ) ({ done } = await slow.advance(2));
  assert.deepEqual(slow.report(), whole);
  slow.free();
  await assert.rejects(slow.advance(), { code: "border.handle.missing" });
  for (const blocks of [[3, 2], [0, total + 1], [0.5, 1], [-1, 1]]) assert.throws(() => open({ blocks }), api.HashInsightError);

  for (const blocks of ["01", [0], [0, "1"], 3]) assert.throws(() => open({ blocks }), { code: "border.blocks.wrong_type" });
  for (const state of ["bytes", [1, 2], {}]) {
    assert.throws(() => open({ state }), { code: "border.state.wrong_type" });
    assert.throws(() => api.mining.runningHashrate(PARAMS, state), { code: "border.state.wrong_type" });
  }

  const controller = new AbortController();
  await assert.rejects(api.mining.soloIncome(JOB, { onProgress: 7 }), { code: "border.progress.wrong_type", path: "onProgress" });
  await assert.rejects(api.mining.soloIncome(JOB, { signal: 7 }), { code: "border.signal.wrong_type", path: "signal" });
  const endless = api.mining.soloIncome({ ...JOB, paths: 100_000_000 }, { signal: controller.signal, onProgress: () => controller.abort(new Error("enough")) });
  await assert.rejects(endless, { message: "enough" });
  await assert.rejects(api.mining.soloIncome(JOB, { signal: AbortSignal.abort() }), { name: "AbortError" });
}

/** What answers a promise never throws. */
export async function refusedJobs(api) {
  const jobs = { soloIncome: api.mining, forecastSimulation: api.mining, simulatePassage: api.derivatives };
  for (const [name, domain] of Object.entries(jobs)) {
    for (const [params, code] of [[undefined, /^\w+\.\w+\.missing$/], [{ paths: () => 1 }, /^border\.value\.wrong_type$/]]) {
      const answer = domain[name](params); // throws here where it does not reject
      assert.ok(answer instanceof Promise, name);
      await assert.rejects(answer, (error) => error instanceof api.HashInsightError && code.test(error.code));
    }
  }
}

/** A refusal keeps its strings on the way to another thread and in JSON. */
export async function refusalsThatTravel(api) {
  const refusal = (() => {
    try {
      api.border.echo({ inner: { hashrate_ths: -1 } });
    } catch (error) {
      return error;
    }
  })();
  const fault = { code: "units.hashrate.out_of_range", path: "inner.hashrate_ths", value: "-1", allowed: "0 to 1e24 TH/s" };
  const message = "units.hashrate.out_of_range at inner.hashrate_ths: got -1; allowed: 0 to 1e24 TH/s";
  const { port1, port2 } = new MessageChannel();
  const posted = new Promise((resolve) => (port2.onmessage = ({ data }) => resolve(data)));
  port1.postMessage(refusal);
  const forms = { itself: refusal, clone: structuredClone(refusal), posted: await posted, json: JSON.parse(JSON.stringify(refusal)), fault };
  port1.close();
  assert.deepEqual(forms.clone.cause, fault);
  assert.deepEqual(forms.json, { name: "HashInsightError", message, ...fault });
  for (const [form, received] of Object.entries(forms)) {
    const error = api.HashInsightError.from(received);
    assert.ok(error instanceof api.HashInsightError, form);
    assert.deepEqual({ message: error.message, ...error.cause }, { message, ...fault }, form);
    assert.deepEqual([error.code, error.path, error.value, error.allowed], Object.values(fault), form);
  }
  const foreign = [new Error("other"), new Error("other", { cause: { code: "ENOENT" } }), { code: "ENOENT" }, "text", null, undefined];
  for (const other of foreign) assert.equal(api.HashInsightError.from(other), undefined);
}

/** The object asks what the functions ask. */
export function calculator(api) {
  const of = (path) => JSON.parse(api.example(path));
  const { project, algorithm, ...span } = of("mining.calculate_btc_mined");
  const calculator = new api.MiningCalculator(project, algorithm);
  for (const name of ["calculateBtcMined", "calculateDailyRevenue", "calculateProfitability"]) {
    assert.deepEqual(calculator[name](span), api.mining[name]({ project, algorithm, ...span }));
  }
  const roi = of("mining.calculate_roi");
  const { steps, discount_rate_per_year } = roi;
  const asked = new api.MiningCalculator(roi.project, roi.algorithm);
  assert.deepEqual(asked.calculateRoi({ steps, discount_rate_per_year }), api.mining.calculateRoi(roi));
  const plan = of("mining.power_curtailment_analysis");
  const { algorithm: kept, ...request } = plan;
  const planner = new api.MiningCalculator(project, kept);
  assert.deepEqual(planner.powerCurtailmentAnalysis(request), api.mining.powerCurtailmentAnalysis(plan));
  assert.throws(() => calculator.calculateBtcMined({ days: -1 }), { code: "units.days.out_of_range", path: "days" });
}

/** What may not exist has `value` in every case, and a word. */
export function outcomes(api) {
  const example = JSON.parse(api.example("mining.subsidy"));
  const { next_halving } = api.mining.subsidy(example);
  assert.deepEqual([api.tagOf(next_halving), next_halving.value], ["value", next_halving.value]);
  assert.ok(next_halving.value !== undefined);
  const last = api.mining.subsidy({ ...example, height: 4_294_967_295 }).next_halving;
  assert.deepEqual([api.tagOf(last), last.value], ["never", undefined]);
}
