// From what an upstream answered to a figure of another room, without unpacking, alike in Node and WASM.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const fixture = (name) => readFileSync(new URL(`../../crates/feeds/tests/fixtures/${name}`, import.meta.url), "utf8");
const NOW_MS = 1_780_730_885_000;
const DAY_MS = 86_400_000;

/** Parsed data goes into mining, derivatives and signals. */
export function decisions(api) {
  const node = api.feeds.parse({
    ask: { bitcoin_rpc: "blockchain_info" },
    body: fixture("obs_bitcoin_rpc_getblockchaininfo.json"),
    received_ms: 1_769_215_600_000,
  });
  const prices = api.feeds.parse({
    ask: { mempool_space: "prices" },
    body: '{"time":1769215000,"USD":89000,"EUR":76000}',
    received_ms: 1_769_215_600_000,
  });
  const found = api.mining.hashprice({
    network_basis: { difficulty: api.feeds.difficulty(node) },
    subsidy_sat: 312_500_000,
    fees_per_block_sat: 2e6,
    btc_price_usd: api.feeds.quote(prices, "USD").last_price,
  });
  const expected = (86_400e15 / (141_668_107_417_558.2 * 2 ** 32)) * 3.145 * 89_000;
  assert.ok(Math.abs(found.hashprice_usd_per_phs_day / expected - 1) < 1e-12);

  const start = 1_714_521_600_000;
  const rows = Array.from({ length: 30 }, (_, i) => {
    const prices = [60_000, 60_150, 59_950, 60_100].map((price) => String(price + 100 * i));
    return [start + DAY_MS * i, ...prices, "10", start + DAY_MS * (i + 1) - 1, String(600_000 + 1000 * i), 5, "5", "1", "0"];
  });
  const candles = { market: "spot", instrument: "BTCUSDT", quote_currency: "USDT", interval_ms: DAY_MS };
  const got = api.feeds.parse({ ask: { binance: { candles } }, body: JSON.stringify(rows), received_ms: start + 30 * DAY_MS });
  const report = api.signals.evaluate({ bars: api.feeds.bars(got) });
  assert.equal(report.decisions.length, 30);

  const summary = api.feeds.parse({
    ask: { deribit: { book_summary: { currency: "BTC" } } },
    body: fixture("syn_deribit_book_summary_by_currency.json"),
    received_ms: 1_765_541_480_000,
  });
  const smile = api.derivatives.optionChain({ chain: api.feeds.optionChain(summary), rate_per_year: 0 });
  assert.equal(smile.expiries[0].expiry_ms, Date.UTC(2026, 5, 26, 8));

  const refused = (run, code, allowed) => assert.throws(run, { code, path: "data", allowed });
  const eur = api.feeds.parse({ ask: { mempool_space: "prices" }, body: '{"time":1780730404,"USD":60823,"EUR":52760}', received_ms: NOW_MS });
  assert.equal(api.feeds.quote(eur, "EUR").last_price, 52_760);
  refused(() => api.feeds.bars(eur), "feeds.bars.none", "an answer with bars");
  refused(() => api.feeds.quote(eur), "feeds.quote.several", "the name of one: BTC-EUR, BTC-USD, EUR, USD");
  refused(() => api.feeds.quote(eur, "CHF"), "feeds.quote.none", "the name of one: BTC-EUR, BTC-USD, EUR, USD");
}
