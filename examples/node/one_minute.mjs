// What one machine earns in a month, and the odds of finding a block alone.
//
// From the project's root: `cargo xtask build node`, then `node examples/node/one_minute.mjs`;
// or `cargo xtask build wasm`, then `node examples/node/one_minute.mjs wasm`. Both packages have the same surface.

const packages = {
  node: "../../bindings/node/dist/node/src-ts/index.js", // @hashinsight/node
  wasm: "../../bindings/wasm/dist/node/index.js", // @hashinsight/wasm
};
const { mining, HashInsightError } = await import(packages[process.argv[2] ?? "node"]);

const { subsidy_sat } = mining.subsidy({ height: 953_568, network: "mainnet" });
const month = mining.profit({
  hashrate_ths: 200,
  power_w: 3500,
  network_basis: { difficulty: 138_955_357_012_247.3 },
  subsidy_sat,
  fees_per_block_sat: 2_000_000, // an assumption: nobody knows the fees of the coming month
  btc_price_usd: 73_674,
  pool_fee: 0.02,
  power_price_usd_per_kwh: 0.05,
  days: 30,
});
console.log(`revenue ${month.revenue_usd.toFixed(2)} USD, power ${month.power_cost_usd.toFixed(2)} USD, profit ${month.net_usd.toFixed(2)} USD`);
console.log("profit ends at", month.break_even.power_price_usd_per_kwh.value, "USD/kWh");

const year = await mining.soloIncome(
  {
    hashrate_ths: 1e6,
    difficulty: 138_955_357_012_247.3,
    height: 953_568,
    fees_per_block_sat: 2_000_000,
    days: 365,
    drift_per_retarget: 0.01,
    volatility_per_retarget: 0.03,
    paths: 10_000,
    seed: 1n,
  },
  { signal: AbortSignal.timeout(60_000) },
);
console.log("an exahash alone for a year: mean", (year.mean_sat / 1e8).toFixed(2), "BTC, nothing in", year.zero_income_fraction, "of the years");

try {
  mining.subsidy({ height: -1, network: "mainnet" });
} catch (error) {
  if (!(error instanceof HashInsightError)) throw error;
  console.log(error.code, "at", error.path, "- allowed:", error.allowed);
}
