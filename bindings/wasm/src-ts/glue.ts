import type { Glue } from "./loader.js";

/** What wasm-bindgen writes around a module, as a function: `bundle.mjs` wraps it in place of this one. Every module has the same. */
export default function glue(): Glue {
  throw new Error("the package is not bundled");
}
