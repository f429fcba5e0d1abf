// Generated from the operation table by `cargo xtask gen`.

/** Addresses of the modules by room. */
export const addresses = {
  crm: new URL("../web/crm_bg.wasm", import.meta.url),
  derivatives: new URL("../web/derivatives_bg.wasm", import.meta.url),
  feeds: new URL("../web/feeds_bg.wasm", import.meta.url),
  insurance: new URL("../web/insurance_bg.wasm", import.meta.url),
  mining: new URL("../web/mining_bg.wasm", import.meta.url),
  report: new URL("../web/report_bg.wasm", import.meta.url),
  signals: new URL("../web/signals_bg.wasm", import.meta.url),
  texts: new URL("../web/texts_bg.wasm", import.meta.url),
  treasury: new URL("../web/treasury_bg.wasm", import.meta.url),
};

/** A room: a domain with operations. */
export type Room = keyof typeof addresses;
