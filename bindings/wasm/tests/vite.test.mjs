// One build by a bundler, of the README's own lines; the others, and the browser, are in `cargo xtask test browser`.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { block } from "../../ts/bundlers/programs.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const { build } = await import("../../ts/node_modules/vite/dist/node/index.js");

test("a Vite build ships the module of its room, and answers", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "hashinsight-vite-"));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "node_modules/@hashinsight"), { recursive: true });
  symlinkSync(here, join(folder, "node_modules/@hashinsight/wasm"), "dir");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "page.js"), block(join(here, "README.md"), 'from "@hashinsight/wasm/mining"'));
  const outDir = join(folder, "dist");
  await build({ root: folder, configFile: false, logLevel: "warn", base: "./", build: { outDir, rolldownOptions: { input: join(folder, "page.js") } } });

  const files = readdirSync(join(outDir, "assets")).map((file) => join(outDir, "assets", file));
  const modules = files.filter((file) => file.endsWith(".wasm"));
  assert.deepEqual(modules.map((file) => readFileSync(file)), [readFileSync(join(here, "dist/web/mining_bg.wasm"))]);

  context.mock.method(globalThis, "fetch", async (address) => new Response(readFileSync(new URL(address)), { headers: { "content-type": "application/wasm" } }));
  const log = context.mock.method(console, "log", () => {});
  await import(pathToFileURL(files.find((file) => /page-.*\.js$/.test(file))));
  assert.deepEqual(log.mock.calls.map((call) => call.arguments), [[312_500_000]]);
});
