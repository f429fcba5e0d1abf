import { readFileSync } from "node:fs";
import test from "node:test";

import { answers, refusals } from "../../ts/conformance.mjs";
import { calculator, jobs, streams } from "../../ts/handles.mjs";
import { columns, documents } from "../../ts/hostile.mjs";
import * as api from "../dist/wasm/src-ts/nodejs.js";
import load from "../dist/wasm/src-ts/web.js";

test("typed calls answer and refuse as Rust does", () => answers(api));
test("bad input is called the same", () => refusals(api));
test("hostile documents", () => documents(api));
test("hostile columns", () => columns(api));
test("streams", () => streams(api));
test("jobs", () => jobs(api));
test("the calculator", () => calculator(api));
test("the web build, loaded from bytes", async () => {
  const operations = await load(readFileSync(new URL("../web/hashinsight_bg.wasm", import.meta.url)));
  await answers({ ...api, ...operations });
});
