import test from "node:test";

import { answers, refusals } from "../../ts/conformance.mjs";
import * as api from "../dist/wasm/src-ts/nodejs.js";

test("typed calls answer and refuse as Rust does", () => answers(api));
test("bad input is called the same", () => refusals(api));
