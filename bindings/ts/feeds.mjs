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

  everyUpstream(api);
}

/** The answer that somebody recorded, read as the table of samples asks for it. */
function recorded(api, name) {
  const { ask, received_ms } = JSON.parse(fixture("samples.json")).find(({ file }) => file === name);
  return api.feeds.parse({ ask, body: fixture(name), received_ms });
}

const ERCOT = `DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag
06/01/2026,1,1,HB_WEST,HU,30,N
06/01/2026,1,2,HB_WEST,HU,-5,N
06/01/2026,1,3,HB_WEST,HU,20,N
06/01/2026,1,4,HB_WEST,HU,25,N
`;
const LEDGER = `"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"
"L1","T1","2026-06-01 10:00:00","trade","","currency","ZUSD",-30000.0000,48.0000,1952.0000
"L2","T1","2026-06-01 10:00:00","trade","","currency","XXBT",0.5000000000,0.0000000000,0.5000000000
`;

/** Upstream by upstream: what it says is what another room takes. */
function everyUpstream(api) {
  const { feeds, mining, signals, treasury } = api;
  const node = recorded(api, "obs_bitcoin_rpc_getmininginfo.json");
  const rewards = recorded(api, "syn_mempool_reward_stats.json");
  const btc_price_usd = feeds.quote(recorded(api, "syn_mempool_prices.json"), "USD").last_price;
  const { subsidy_sat } = mining.subsidy({ height: feeds.height(node), network: "mainnet" });
  const found = mining.hashprice({ network_basis: { difficulty: feeds.difficulty(node) }, subsidy_sat, fees_per_block_sat: feeds.feesPerBlock(rewards), btc_price_usd });
  const expected = (86_400e15 / (141_668_107_417_558.2 * 2 ** 32)) * (3.125 + 371_234_567 / 144 / 1e8) * btc_price_usd;
  assert.ok(Math.abs(found.hashprice_usd_per_phs_day / expected - 1) < 1e-12);
  const stats = recorded(api, "obs_blockchain_info_stats_2016.json");
  assert.equal(feeds.feesPerBlock(stats), 6_073_543_165 / 164);
  assert.ok(feeds.hashrate(stats) > 0 && feeds.difficulty(recorded(api, "rec_mempool_hashrate_3d.json")) > 1e12);
  const coins = recorded(api, "rec_coinwarz_profitability_2017.json");
  assert.deepEqual([feeds.difficulty(coins, "BTC"), feeds.height(coins, "BTC"), feeds.quote(coins, "BTC").last_price], [1_123_863_285_132.97, 489_018, 4596.48]);

  for (const mark of ["", "\ufeff"]) {
    const grid = feeds.readSettlement({ format: "ercot_settlement_point", text: mark + ERCOT, point: "HB_WEST" });
    const prices = mining.tariffPrices({ tariff: { energy: { series: grid.prices }, settlement_minutes: 15 }, start_ms: grid.prices.start_ms, hours: 1 });
    assert.deepEqual([...prices.usd_per_kwh], [0.03, -0.005, 0.02, 0.025]);
    const ledger = feeds.readStatement({ format: "kraken_ledger", text: mark + LEDGER });
    const statement = treasury.statementEvents({ policy: { currency: "USD", method: "fifo", coin_fee: "taxable" }, rows: ledger.rows });
    assert.equal(statement.events.length, 1);
    const said = feeds.refusal({ body: mark + '{"code":-1121,"msg":"Invalid symbol."}', received_ms: NOW_MS, retry_after: "soon" });
    assert.deepEqual([said.refusal.kind, said.suspicious[0].value], ["unknown_instrument", "soon"]);
  }

  for (const name of ["rec_binance_depth_usdm.json", "rec_okx_books.json", "rec_bybit_orderbook.json", "rec_coinbase_advanced_book.json", "syn_deribit_order_book_perpetual.json"]) {
    assert.ok(signals.orderBook({ book: feeds.orderBook(recorded(api, name)), side: "sell", size_base: 0.001 }).spread !== undefined, name);
  }
  for (const [name, rows] of [["rec_bybit_kline_inverse.json", 3], ["rec_coinbase_advanced_candles.json", 1], ["rec_deribit_tradingview_chart.json", 5], ["syn_okx_candles_swap.json", 1], ["rec_coingecko_ohlc.json", 3]]) {
    assert.equal(feeds.bars(recorded(api, name)).close.length, rows, name);
  }
  const bars = feeds.bars(recorded(api, "rec_binance_klines_usdm.json"));
  const open_interest = feeds.openInterestHistory(recorded(api, "rec_bybit_open_interest_inverse.json"));
  for (const name of ["rec_binance_funding_rate_usdm.json", "rec_okx_funding_rate_history.json", "rec_bybit_funding_history.json", "rec_deribit_funding_rate_history.json"]) {
    const report = signals.evaluate({ bars, derivatives: { funding: feeds.fundingHistory(recorded(api, name)), open_interest } });
    assert.equal(report.decisions.length, bars.close.length, name);
  }
  assert.deepEqual([...feeds.series(recorded(api, "rec_alternative_me_fng.json")).value], [33, 47]);
}
