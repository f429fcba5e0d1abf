// Bundles the package: one file per entry and `core.js`, which they share, and one for other threads; for browsers into `dist/web` beside the modules, for Node into `dist/node`.

import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const { build } = createRequire(join(here, "../ts/package.json"))("esbuild");
const rooms = readdirSync(join(here, "src-ts/rooms")).map((file) => basename(file, ".ts")).filter((name) => name !== "index");
const entries = ["index", "workers", ...rooms.map((room) => `rooms/${room}`)];

const modules = readdirSync(join(here, "web")).filter((file) => file.endsWith("_bg.wasm"));
const [glue, ...others] = modules.map((module) => readFileSync(join(here, "web", `${basename(module, "_bg.wasm")}.js`), "utf8"));
if (others.some((other) => other !== glue)) throw new Error("the modules have different glue");

/** The glue as a function, so that a page can start several modules with one text. */
const wrapped = () => {
  const text = glue.replace(/^export \{ initSync, __wbg_init as default \};?$/m, "");
  const names = Array.from(text.matchAll(/^export (?:function|class) (\w+)/gm), ([, name]) => name);
  const answer = `return { ${names.join(", ")}, initSync, init: __wbg_init };`;
  return `export default function glue() {\n${text.replaceAll(/^export /gm, "")}\n${answer}\n}`;
};
const glued = {
  name: "glue",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#glue$/ }, () => ({ path: "glue", namespace: "glue" }));
    onLoad({ filter: /.*/, namespace: "glue" }, () => ({ contents: wrapped() }));
  },
};
/** What `core.ts` holds is in `core.js` alone. */
const shared = {
  name: "shared",
  setup({ onResolve }) {
    onResolve({ filter: /\/(core|errors)\.js$/ }, () => ({ path: "./core.js", external: true }));
  },
};

for (const environment of ["web", "node"]) {
  const outdir = join(here, "dist", environment);
  rmSync(outdir, { recursive: true, force: true });
  const options = {
    outdir,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: environment === "web" ? "browser" : "node",
    minify: environment === "web",
    alias: {
      "#environment": join(here, "src-ts", `environment.${environment}.ts`),
      "#threads": join(here, "src-ts", `threads.${environment}.ts`),
    },
    logLevel: "warning",
  };
  const source = (entry) => ({ in: join(here, "src-ts", `${entry}.ts`), out: basename(entry) });
  // A thread's file stands alone: a bundler that copies no worker leaves it to its user, who has an `index.js` of his own.
  await build({ ...options, entryPoints: ["core", "workers-thread"].map(source), plugins: [glued] });
  await build({ ...options, entryPoints: entries.map(source), plugins: [shared] });
}
// In `dist/web` a module lies beside the file that asks for it, which is where a bundler without loaders would have it.
for (const file of readdirSync(join(here, "dist/web"))) {
  const path = join(here, "dist/web", file);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll('"../web/', '"./'));
}
for (const module of modules) copyFileSync(join(here, "web", module), join(here, "dist/web", module));
