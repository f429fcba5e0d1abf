import assert from "node:assert/strict";
import { monitorEventLoopDelay } from "node:perf_hooks";
import test from "node:test";

import { answers, refusals } from "../../ts/conformance.mjs";
import { decisions } from "../../ts/feeds.mjs";
import { calculator, jobs, outcomes, refusalsThatTravel, refusedJobs, streams } from "../../ts/handles.mjs";
import { columns, documents, faults } from "../../ts/hostile.mjs";
import { jobsByEitherRoute, lists, longAnswers } from "../../ts/lists.mjs";
import { schemas } from "../../ts/schemas.mjs";
import { tables, wordsThatShowTheWay } from "../../ts/tables.mjs";
import { types } from "../../ts/types.mjs";
import * as api from "../dist/node/src-ts/index.js";

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
test("schemas", () => schemas(api, "node"));
test("types, the examples of doc comments, and require", () => types("node", api.operations));
test("a job leaves the event loop free", async () => {
  const params = { ...JSON.parse(api.example("mining.forecast_simulation")), paths: 50_000 };
  const job = api.mining.forecastSimulationJob(params);
  let [turns, running] = [0, true];
  const turn = () => ((turns += 1), running && setImmediate(turn));
  turn();
  await job.advance(job.progress.total); // in one piece: on this thread the loop would turn once
  running = false;
  assert.ok(turns > 10, `${turns} turns of the event loop`);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  assert.deepEqual(await api.mining.forecastSimulation(params), job.report());
  delay.disable();
  console.log(`a job of ${(performance.now() - start).toFixed(0)} ms; the event loop was late by ${(delay.percentile(50) / 1e6).toFixed(1)} ms in the middle, ${(delay.max / 1e6).toFixed(1)} ms at most`);
});
