/** What wasm-bindgen writes around a module, as a function: `bundle.mjs` wraps it. Every module has the same. */
declare module "#glue" {
  /** The glue of one module that is not started yet. */
  export default function glue(): import("./loader.js").Glue;
}
