// The types of a package, as a strict compiler reads them without skipping a declaration, and the examples of its doc comments, compiled and run.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const compiler = join(here, "node_modules/typescript/bin/tsc");

const STRICT = {
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  strict: true,
  skipLibCheck: false,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  typeRoots: [join(here, "node_modules/@types")],
  types: ["node"],
  rootDir: ".",
  outDir: "out",
};
const RESOLUTIONS = [
  { module: "NodeNext", moduleResolution: "NodeNext" },
  { module: "ESNext", moduleResolution: "Bundler" },
];

/** The examples of every operation, each in a block of its own. */
function examples() {
  const folder = join(here, "src/generated");
  const domains = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
  const found = domains.flatMap((domain) => {
    const text = readFileSync(join(folder, `${domain}.ts`), "utf8");
    return Array.from(text.matchAll(/@example\n\s*\* ```ts\n(.*?)\n\s*\* ```/gs), ([, block]) => block.replaceAll(/^ *\* ?/gm, "").replaceAll("*\\/", "*/"));
  });
  const rooms = [...new Set(found.map((text) => /= (?:await )?(\w+)\./.exec(text)[1]))];
  const head = `import { example, ${rooms.join(", ")} } from "@hashinsight/package";\nvoid example;\n`;
  return { count: found.length, text: head + found.map((block) => `{\n${block}\n}\n`).join("") };
}

/** Compiles and runs against a package of this folder; `programs` are further files by name, compiled only. */
export function types(name, operations, programs = {}) {
  const { count, text } = examples();
  assert.equal(count, operations.length, "each operation has an example in its doc comment");
  const folder = join(root, process.env.CARGO_TARGET_DIR ?? "target", "types", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules/@hashinsight"), { recursive: true });
  for (const as of [name, "package"]) symlinkSync(join(root, "bindings", name), join(folder, "node_modules/@hashinsight", as), "junction");
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "examples.mts"), text);
  copyFileSync(join(here, "types/taken.mts"), join(folder, "taken.mts"));
  for (const [file, program] of Object.entries(programs)) writeFileSync(join(folder, file), program);
  for (const resolution of RESOLUTIONS) {
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...STRICT, ...resolution }, include: ["*.mts"] }));
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
    assert.equal(status, 0, `${resolution.moduleResolution}:\n${stdout}`);
  }
  for (const file of ["examples", "taken"]) {
    execFileSync(process.execPath, [join(folder, `out/${file}.mjs`)], { stdio: ["ignore", "pipe", "inherit"] });
  }
  // What the READMEs say of CommonJS.
  const said = `console.log(require("@hashinsight/${name}").mining.subsidy({ height: 953568, network: "mainnet" }).subsidy_sat)`;
  if (process.features.require_module) assert.equal(execFileSync(process.execPath, ["--no-warnings", "-e", said], { cwd: folder, encoding: "utf8" }).trim(), "312500000");
}
