// What `npm pack` packs of a package.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const bindings = new URL("..", import.meta.url);

/** The licences, the schemas, and of these folders in `dist` only what has a source: nothing that an older build left. */
export function packed(name, built) {
  const said = execFileSync("npm", ["pack", "--dry-run", "--json", "--silent", fileURLToPath(new URL(name, bindings))], { encoding: "utf8" });
  const files = JSON.parse(said)[0].files.map(({ path }) => path);
  for (const file of ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "schemas/mining.profit.json"]) assert.ok(files.includes(file), file);
  const inside = files.filter((file) => file.startsWith("dist/")).map((file) => file.slice("dist/".length));
  assert.deepEqual([...new Set(inside.map((file) => file.split("/")[0]))].sort(), built);
  for (const file of inside) {
    const [, source] = /^(?:types\/)?((?:ts\/src|\w+\/src-ts)\/.*?)\.(?:d\.ts|js)$/.exec(file) ?? [];
    assert.ok(source === undefined || existsSync(new URL(`${source}.ts`, bindings)), `${file} has no source`);
  }
}
