// The programs of the READMEs, as they stand there, and what they print in Node.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The address of the web build inside its package, which a page without a bundler must write out. */
export const WEB = "/node_modules/@hashinsight/wasm/dist/web/index.js";

/** The one block of a language in a file that says something, without the indent of a list around it. */
export function block(file, said, language = "js") {
  const fenced = new RegExp(`^( *)\`\`\`${language}\\n(.*?)^ *\`\`\`$`, "gms");
  const blocks = Array.from(readFileSync(file, "utf8").matchAll(fenced), ([, indent, text]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""));
  const found = blocks.filter((text) => text.includes(said));
  if (found.length !== 1) throw new Error(`${file}: ${found.length} blocks of ${language} say ${said}, and one should`);
  return found[0];
}

const imports = (name) => `from "${name}"`;

/** Each program for the browser, and the one for Node that says the same. */
export function programs(root) {
  const readme = join(root, "README.md");
  const wasm = join(root, "bindings/wasm/README.md");
  const same = (program) => ({ browser: program, node: program });
  const node = block(readme, imports("@hashinsight/node"));
  return {
    // "The same functions, after": the browser's lines in place of Node's import.
    readme: { browser: block(readme, imports("@hashinsight/wasm")) + node.replace(/^import .*\n/gm, ""), node },
    package: {
      browser: block(wasm, imports("@hashinsight/wasm")),
      node: block(join(root, "bindings/node/README.md"), imports("@hashinsight/node")),
    },
    room: same(block(wasm, imports("@hashinsight/wasm/mining"))),
    part: same(block(wasm, imports("@hashinsight/wasm/mining/core"))),
    threads: same(block(wasm, imports("@hashinsight/wasm/workers"))),
  };
}

/** The program for a page without a bundler: only the names of the package's entries are written as addresses, below the folder of the web build. */
export function withoutBundler(program, folder = WEB.replace("/index.js", "")) {
  const file = (entry = "index") => `${folder}/${entry.replace("/", "_")}.js`;
  return program.replace(/"@hashinsight\/wasm(?:\/([\w/]+))?"/g, (_, entry) => JSON.stringify(file(entry)));
}

/** Installs the two packages in a folder, as their READMEs say. */
export function install(root, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  for (const name of ["node", "wasm"]) {
    for (const line of block(join(root, "bindings", name, "README.md"), "npm pack", "sh").trim().split("\n")) {
      const [npm, ...words] = line.replace("<that folder>", "%").split(" ").map((word) => word.replace("%", root));
      execFileSync(npm, [...words, "--silent", "--offline", "--no-audit", "--no-fund"], { cwd: folder });
    }
  }
}

/** What a program prints in Node, line by line. */
export function printedByNode(folder, name, program) {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, program);
  return execFileSync(process.execPath, [file], { encoding: "utf8" }).trim().split("\n");
}
