// What every entry shares, once for all of them: `bundle.mjs` makes one file of it, so that errors of all modules are of one class.

export * from "#environment";
export { default as newGlue } from "#glue";

export * from "../../ts/src/core.js";
export { encodeRequest } from "../../ts/src/encode.js";
export * from "../../ts/src/errors.js";
export * from "./loader.js";
