//! The account as one object: its positions, collateral and maintenance are lists, and its levels are asked of contracts and coins.

use hashinsight_derivatives::margin::{
    AccountCollateral, AccountContract, AccountPosition, ContractKind, LiquidationBatchParams, LiquidationColumns,
    LiquidationRequest, MaintenanceSchedule, MarginAccountRequest, MarginMode, Position, RateTiers, Side, Venue,
    liquidation, liquidation_batch, margin_account,
};
use hashinsight_market::{TierTable, TierTableColumns};
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{AssetPrice, Balance, Collateral, Fraction, Outcome, Quantity, Timestamp};

use super::close;
use crate::with;

pub(super) fn flat(rate: f64, deduction: f64) -> MaintenanceSchedule {
    MaintenanceSchedule::Flat { rate: Fraction::new(rate).unwrap(), deduction: Collateral::new(deduction).unwrap() }
}

pub(super) fn tiers(floors: &[f64], rates: &[f64]) -> RateTiers {
    RateTiers::new(
        floors.iter().map(|floor| Collateral::new(*floor).unwrap()).collect(),
        rates.iter().map(|rate| Fraction::new(*rate).unwrap()).collect(),
    )
}

pub(super) fn contract(name: &str, kind: ContractKind, mark: f64, maintenance: MaintenanceSchedule) -> AccountContract {
    let (instrument, coin) = (name.parse().unwrap(), name[..3].parse().unwrap());
    AccountContract::new(instrument, coin, kind, AssetPrice::new(mark).unwrap(), maintenance)
}

pub(super) fn leg(name: &str, side: Side, quantity: f64, entry: f64) -> AccountPosition {
    let instrument = name.parse().unwrap();
    AccountPosition::new(instrument, side, Quantity::new(quantity).unwrap(), AssetPrice::new(entry).unwrap())
}

pub(super) fn owned(currency: &str, amount: f64) -> AccountCollateral {
    AccountCollateral::new(currency.parse().unwrap(), Balance::new(amount).unwrap())
}

pub(super) fn coin(currency: &str, amount: f64, price: f64, haircut: f64) -> AccountCollateral {
    owned(currency, amount).price(AssetPrice::new(price).unwrap()).haircut(Fraction::new(haircut).unwrap())
}

pub(super) fn request(
    venue: Venue,
    currency: &str,
    contracts: &[AccountContract],
    positions: &[AccountPosition],
    collateral: &[AccountCollateral],
) -> MarginAccountRequest {
    let currency = currency.parse().unwrap();
    MarginAccountRequest::new(venue, currency, contracts.to_vec(), positions.to_vec(), collateral.to_vec())
}

fn price(level: Outcome) -> f64 {
    level.value().unwrap()
}

pub(super) fn refused(request: &MarginAccountRequest) -> (String, String) {
    let error = margin_account(request).unwrap_err();
    (error.code().to_owned(), error.path().to_string())
}

/// Binance's example of a cross account with bitcoin and ether: 41.5 % whichever leg asks.
fn binance_example() -> MarginAccountRequest {
    let contracts = [
        contract("BTCUSDT", ContractKind::Linear, 31_967.27, flat(0.025, 16_300.0)),
        contract("ETHUSDT", ContractKind::Linear, 1_335.18, flat(0.1, 135_365.0)),
    ];
    let positions = [leg("BTCUSDT", Side::Long, 109.488, 32_481.98), leg("ETHUSDT", Side::Long, 3_683.979, 1_456.84)];
    request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &[owned("USDT", 1_535_443.01)])
}

#[test]
fn case_02_the_account_has_one_ratio() {
    let report = margin_account(&binance_example().call_ratio(Fraction::new(0.5).unwrap())).unwrap();
    let (btc, eth) = (109.488 * 31_967.27 * 0.025 - 16_300.0, 3_683.979 * 1_335.18 * 0.1 - 135_365.0);
    let (btc_profit, eth_profit) = (109.488 * (31_967.27 - 32_481.98), 3_683.979 * (1_335.18 - 1_456.84));
    let equity = 1_535_443.01 + btc_profit + eth_profit;
    close(report.equity, equity, 1e-12, "equity");
    close(report.requirement, btc + eth, 1e-12, "requirement");
    close(report.margin_ratio.unwrap(), 0.415, 1e-3, "the page's ratio");
    close(report.leverage.unwrap(), (109.488 * 31_967.27 + 3_683.979 * 1_335.18) / equity, 1e-12, "leverage");
    assert_eq!((report.liquidated, report.called), (false, Some(false)));
    // The page's liquidation prices of each leg with the other fixed (it prints 26,316.89 and 1,153.26).
    close(price(report.by_contract[0].liquidation_below), 26_316.89, 1e-6, "bitcoin");
    close(price(report.by_contract[1].liquidation_below), 1_153.26, 1e-5, "ether");
    let call = (0.5 * (1_535_443.01 + eth_profit - 109.488 * 32_481.98) - eth + 16_300.0) / (109.488 * (0.025 - 0.5));
    close(price(report.by_contract[0].margin_call_below.unwrap()), call, 1e-9, "call");
    assert_eq!(report.by_contract[0].liquidation_above, Outcome::Never);
}

/// (5000 - 60000 + 24800) / (0.0056 - 0.6), and the same for either leg: one contract has one price.
#[test]
fn case_12_hedge_mode() {
    let contracts = [contract("BTCUSDT", ContractKind::Linear, 60_000.0, flat(0.004, 0.0))];
    let positions = [leg("BTCUSDT", Side::Long, 1.0, 60_000.0), leg("BTCUSDT", Side::Short, 0.4, 62_000.0)];
    let hedged = request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &[owned("USDT", 5_000.0)]);
    let report = margin_account(&hedged).unwrap();
    let right = (5_000.0 - 60_000.0 + 0.4 * 62_000.0) / (0.004 * 1.4 - 0.6);
    for levels in report.by_contract.iter().chain(&report.by_coin) {
        close(price(levels.liquidation_below), right, 1e-13, "the pair");
        close(price(levels.bankruptcy_below), 30_200.0 / 0.6, 1e-13, "5000 + 0.6 P - 35,200 = 0");
    }
    for venue in [Venue::Kraken, Venue::Deribit] {
        let missing = with(&hedged, |account| account.venue = venue);
        assert_eq!(refused(&missing), ("derivatives.side.unsupported".into(), "positions[1].side".into()));
    }
    let mut twice = hedged;
    twice.positions[1].side = Side::Long;
    assert_eq!(refused(&twice), ("derivatives.instrument.several".into(), "positions[1].instrument".into()));
}

/// A long of a contract and a short of a dated one on the same coin: the coin moves both, a contract alone only itself.
#[test]
fn case_12_one_coin_moves_all_its_legs() {
    let contracts = [
        contract("BTCUSDT", ContractKind::Linear, 60_000.0, flat(0.005, 0.0)),
        contract("BTCUSDT-26", ContractKind::Linear, 61_200.0, flat(0.01, 0.0)),
    ];
    let positions = [leg("BTCUSDT", Side::Long, 2.0, 60_000.0), leg("BTCUSDT-26", Side::Short, 1.0, 61_000.0)];
    let account = request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &[owned("USDT", 20_000.0)]);
    let report = margin_account(&account).unwrap();
    // 20000 + 2 (60000 x - 60000) - (61200 x - 61000) = 0.005 * 120000 x + 0.01 * 61200 x
    let factor = (20_000.0 - 120_000.0 + 61_000.0) / (600.0 + 612.0 - 120_000.0 + 61_200.0);
    close(price(report.by_coin[0].liquidation_below), 60_000.0 * factor, 1e-13, "coin");
    // 20000 - 200 + 2 (P - 60000) = 0.01 P + 612
    close(price(report.by_contract[0].liquidation_below), (612.0 + 120_000.0 - 19_800.0) / 1.99, 1e-13, "long alone");
    // 20000 - (P - 61000) = 600 + 0.01 P
    close(price(report.by_contract[1].liquidation_above), 80_400.0 / 1.01, 1e-13, "short alone");
}

/// Kraken's rates by size and no deduction, taken as they stand: `180000 + 30 (P - 60000) = 0.02 * 30 P`.
#[test]
fn case_14_tiers_without_deduction() {
    let whole = MaintenanceSchedule::Whole(tiers(&[0.0, 1e6, 2e6, 5e6], &[0.01, 0.02, 0.025, 0.05]));
    let ask = |venue, side, quantity: f64, margin: f64, maintenance: &MaintenanceSchedule| {
        let (quantity, entry) = (Quantity::new(quantity).unwrap(), AssetPrice::new(60_000.0).unwrap());
        let position = Position::new(ContractKind::Linear, side, quantity, entry);
        let mode = MarginMode::Isolated { margin: Collateral::new(margin).unwrap() };
        liquidation(&LiquidationRequest::new(venue, position, mode, maintenance.clone())).unwrap()
    };
    for venue in [Venue::Okx, Venue::Kraken] {
        let report = ask(venue, Side::Long, 30.0, 180_000.0, &whole);
        close(price(report.liquidation_price), 54_000.0 / 0.98, 1e-13, "in the second tier");
        assert_eq!(report.tier.unwrap().index, 1);
        assert_eq!(report.tier.unwrap().deduction, 0.0);
    }
    // A short rises into the next tier: 30 P > 2e6 at 66,666.67, where 2.5 % are more than is left and 2 % were not.
    let report = ask(Venue::Kraken, Side::Short, 30.0, 245_000.0, &whole);
    close(price(report.liquidation_price), 2e6 / 30.0, 1e-13, "at the border");
    assert_eq!(report.tier.unwrap().index, 2);
    // A long that would be liquidated in the second tier is not in the first: 17 P <= 1e6 from 58,823.53 down needs only 1 %.
    let report = ask(Venue::Kraken, Side::Long, 17.0, 45_000.0, &whole);
    close(price(report.liquidation_price), (17.0 * 60_000.0 - 45_000.0) / (17.0 * 0.99), 1e-13, "first tier");
    // The same rates as marginal ones are those of a table with deductions.
    let marginal = MaintenanceSchedule::Marginal(tiers(&[0.0, 1e6, 2e6, 5e6], &[0.01, 0.02, 0.025, 0.05]));
    let table = TierTable::from_columns(TierTableColumns {
        source: "made_up".parse().unwrap(),
        instrument: "BTCUSD".parse().unwrap(),
        margin_currency: "USD".parse().unwrap(),
        time_ms: Timestamp::MIN,
        notional_floor: vec![0.0, 1e6, 2e6, 5e6],
        notional_cap: vec![1e6, 2e6, 5e6, 1e7],
        maintenance_rate: vec![0.01, 0.02, 0.025, 0.05],
        deduction: vec![0.0, 10_000.0, 20_000.0, 145_000.0],
        max_leverage: vec![50.0, 25.0, 20.0, 10.0],
    })
    .unwrap();
    for (quantity, margin) in [(30.0, 180_000.0), (3.0, 10_000.0), (90.0, 600_000.0)] {
        let [one, other] = [&marginal, &MaintenanceSchedule::Tiers(table.clone())]
            .map(|maintenance| price(ask(Venue::Okx, Side::Long, quantity, margin, maintenance).liquidation_price));
        close(one, other, 1e-14, "marginal");
    }
}

/// Deribit's rate grows with the position: 1 % and 0.005 % per coin, `q / P (0.01 + 0.00005 q / P) = C + q (1/E - 1/P)` of a long.
#[test]
fn case_14_a_rate_that_grows() {
    let growing = MaintenanceSchedule::Growing {
        rate: Fraction::new(0.01).unwrap(),
        growth_per_unit: Fraction::new(0.00005).unwrap(),
    };
    let contracts = [contract("BTC-PERPETUAL", ContractKind::Inverse, 50_000.0, growing.clone())];
    let positions = [leg("BTC-PERPETUAL", Side::Long, 5e6, 50_000.0)];
    let account = request(Venue::Deribit, "BTC", &contracts, &positions, &[owned("BTC", 20.0)]);
    let report = margin_account(&account).unwrap();
    close(report.requirement, 100.0 * (0.01 + 0.005), 1e-13, "maintenance of 100 coins");
    // In coins n = q / P: 20 + 100 - n = 0.01 n + 0.00005 n^2.
    let coins = (-1.01 + (1.01f64 * 1.01 + 4.0 * 0.00005 * 120.0).sqrt()) / (2.0 * 0.00005);
    close(price(report.by_coin[0].liquidation_below), 5e6 / coins, 1e-12, "liquidation");
    close(price(report.by_coin[0].bankruptcy_below), 5e6 / 120.0, 1e-12, "bankruptcy");
    let position = Position::new(
        ContractKind::Inverse,
        Side::Long,
        Quantity::new(5e6).unwrap(),
        AssetPrice::new(50_000.0).unwrap(),
    );
    let cross = MarginMode::Cross {
        wallet_balance: Balance::new(20.0).unwrap(),
        other_maintenance: Collateral::new(0.0).unwrap(),
        other_unrealized: Balance::new(0.0).unwrap(),
    };
    let alone = liquidation(&LiquidationRequest::new(Venue::Deribit, position, cross, growing.clone())).unwrap();
    close(price(alone.liquidation_price), 5e6 / coins, 1e-12, "the position alone");
    let isolated = MarginMode::Isolated { margin: Collateral::new(20.0).unwrap() };
    let error = liquidation(&LiquidationRequest::new(Venue::Deribit, position, isolated, growing)).unwrap_err();
    assert_eq!(error.code(), "derivatives.margin_mode.unsupported");
}

/// Deribit's page on linear perpetuals: 25 bitcoin at 100,000 need `25 (1 % + 25 * 0.005 %)` = 0.28125 bitcoin, 28,125 USDC. A size in coin
/// does not move with the price: `300000 + 25 (P - 100000) = 0.01125 * 25 P`.
#[test]
fn case_14_a_rate_that_grows_by_coins() {
    let growing = MaintenanceSchedule::Growing {
        rate: Fraction::new(0.01).unwrap(),
        growth_per_unit: Fraction::new(0.00005).unwrap(),
    };
    let contracts = [contract("BTC_USDC", ContractKind::Linear, 100_000.0, growing.clone())];
    let positions = [leg("BTC_USDC", Side::Long, 25.0, 100_000.0)];
    let account = request(Venue::Deribit, "USDC", &contracts, &positions, &[owned("USDC", 300_000.0)]);
    let report = margin_account(&account).unwrap();
    close(report.requirement, 28_125.0, 1e-14, "the page's margin");
    close(report.positions[0].maintenance_rate, 0.01125, 1e-14, "the page's rate");
    let right = (25.0 * 100_000.0 - 300_000.0) / (25.0 * (1.0 - 0.01125));
    close(price(report.by_coin[0].liquidation_below), right, 1e-13, "liquidation");
    let (quantity, entry) = (Quantity::new(25.0).unwrap(), AssetPrice::new(100_000.0).unwrap());
    let cross = MarginMode::Cross {
        wallet_balance: Balance::new(300_000.0).unwrap(),
        other_maintenance: Collateral::new(0.0).unwrap(),
        other_unrealized: Balance::new(0.0).unwrap(),
    };
    let position = Position::new(ContractKind::Linear, Side::Long, quantity, entry);
    let alone = liquidation(&LiquidationRequest::new(Venue::Deribit, position, cross, growing)).unwrap();
    close(price(alone.liquidation_price), right, 1e-13, "the position alone");
}

/// Kraken's page on its equity protection: 1,000 inverse contracts from 8,000 on 0.01 bitcoin, liquidated at 7,481 and bankrupt at 7,407.
#[test]
fn case_14_the_example_of_kraken() {
    let (quantity, entry) = (Quantity::new(1_000.0).unwrap(), AssetPrice::new(8_000.0).unwrap());
    let position = Position::new(ContractKind::Inverse, Side::Long, quantity, entry);
    let isolated = MarginMode::Isolated { margin: Collateral::new(0.01).unwrap() };
    let alone = liquidation(&LiquidationRequest::new(Venue::Kraken, position, isolated, flat(0.01, 0.0))).unwrap();
    close(price(alone.liquidation_price), 1_010.0 / 0.135, 1e-13, "liquidation");
    close(price(alone.bankruptcy_price), 1_000.0 / 0.135, 1e-13, "bankruptcy");
    assert_eq!([alone.liquidation_price, alone.bankruptcy_price].map(|level| price(level).round()), [7_481.0, 7_407.0]);
    // Of a long and a short of one coin it counts the greater requirement: no rule here does.
    let maturities =
        ["BTC-PERP", "BTC-DEC"].map(|name| contract(name, ContractKind::Linear, 60_000.0, flat(0.01, 0.0)));
    let legs = [leg("BTC-PERP", Side::Long, 1.0, 60_000.0), leg("BTC-DEC", Side::Short, 1.0, 60_000.0)];
    let netted = request(Venue::Kraken, "USD", &maturities, &legs, &[owned("USD", 5_000.0)]);
    assert_eq!(refused(&netted), ("derivatives.side.unsupported".into(), "positions[1].side".into()));
}

/// `9.5 P + 20 (P - 60000) = 0.1 P`: the collateral falls with the price.
#[test]
fn case_15_collateral_in_the_coin() {
    let contracts = [contract("BTCUSDT", ContractKind::Linear, 60_000.0, flat(0.005, 0.0))];
    let positions = [leg("BTCUSDT", Side::Long, 20.0, 60_000.0)];
    let collateral = [coin("BTC", 10.0, 60_000.0, 0.05)];
    let report = margin_account(&request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &collateral)).unwrap();
    close(report.collateral, 570_000.0, 1e-14, "collateral after the haircut");
    close(price(report.by_coin[0].liquidation_below), 1.2e6 / 29.4, 1e-13, "the coin moves both");
    close(price(report.by_contract[0].liquidation_below), 630_000.0 / 19.9, 1e-13, "the contract alone");
    // What is owed counts in full, and a short on coins is liquidated from above only beyond its cover.
    let collateral = [coin("BTC", 10.0, 60_000.0, 0.05), owned("USDT", -100_000.0)];
    let positions = [leg("BTCUSDT", Side::Short, 5.0, 60_000.0)];
    let report = margin_account(&request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &collateral)).unwrap();
    close(report.equity, 470_000.0, 1e-14, "equity");
    // -100000 + 9.5 P - 5 (P - 60000) is 200,000 + 4.5 P and never below 0.025 P.
    assert_eq!(report.by_coin[0].liquidation_above, Outcome::Never);
    assert_eq!(report.by_coin[0].liquidation_below, Outcome::Never);
    let unpriced = request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &[owned("BTC", 1.0)]);
    assert_eq!(refused(&unpriced), ("derivatives.price.missing".into(), "collateral[0].price".into()));
}

/// A short of inverse contracts hedges its own coins: at one times it has no price to fear, at three times one above.
#[test]
fn case_15_coins_behind_inverse_contracts() {
    let contracts = [contract("BTCUSD", ContractKind::Inverse, 50_000.0, flat(0.005, 0.0))];
    let ask = |currency: &str, contracts_of: f64, collateral: AccountCollateral| {
        let positions = [leg("BTCUSD", Side::Short, contracts_of, 50_000.0)];
        margin_account(&request(Venue::BybitUnified, currency, &contracts, &positions, &[collateral])).unwrap()
    };
    // 1 + q (1/P - 1/50000) = 0.005 q / P in coins.
    assert_eq!(ask("BTC", 50_000.0, owned("BTC", 1.0)).by_coin[0].liquidation_above, Outcome::Never);
    let right = 150_000.0 * 0.995 / 2.0;
    let in_coin = ask("BTC", 150_000.0, owned("BTC", 1.0));
    close(price(in_coin.by_coin[0].liquidation_above), right, 1e-13, "in an account of the coin");
    // The same account counted in dollars: the same ratio, the same price.
    let in_dollars = ask("USD", 150_000.0, coin("BTC", 1.0, 50_000.0, 0.0));
    close(price(in_dollars.by_coin[0].liquidation_above), right, 1e-13, "in an account of dollars");
    close(in_dollars.margin_ratio.unwrap(), in_coin.margin_ratio.unwrap(), 1e-13, "ratio");
    close(in_dollars.equity, 50_000.0 * in_coin.equity, 1e-13, "equity");
}

/// A deduction of a tier in which the position is not.
#[test]
fn case_16_maintenance_below_zero() {
    let ask = |side, deduction: f64, mark: Option<f64>| {
        let (quantity, entry) = (Quantity::new(1.0).unwrap(), AssetPrice::new(100.0).unwrap());
        let position = Position::new(ContractKind::Linear, side, quantity, entry);
        let mode = MarginMode::Isolated { margin: Collateral::new(10.0).unwrap() };
        let mut request = LiquidationRequest::new(Venue::BinanceUsdm, position, mode, flat(0.01, deduction));
        request.mark_price = mark.map(|mark| AssetPrice::new(mark).unwrap());
        liquidation(&request)
    };
    // Without the mark, at it, so large that no price would liquidate, and of a tier just above.
    for (side, deduction, mark) in [
        (Side::Long, 50.0, Some(100.0)),
        (Side::Long, 50.0, None),
        (Side::Long, 95.0, None),
        (Side::Long, 0.95, None),
        (Side::Short, 50.0, None),
        (Side::Short, 1.05, Some(100.0)),
    ] {
        let error = ask(side, deduction, mark).unwrap_err();
        assert_eq!(error.code(), "derivatives.deduction.out_of_range", "{side:?} {deduction} {mark:?}");
        assert_eq!(error.path().as_str(), "maintenance.flat.deduction");
    }
    let columns = LiquidationColumns {
        side: &[Side::Long, Side::Long],
        quantity: &[100.0, 1.0],
        entry_price: &[100.0, 100.0],
        margin: &[1_000.0, 10.0],
    };
    let params = LiquidationBatchParams::new(Venue::BinanceUsdm, ContractKind::Linear, flat(0.01, 50.0));
    assert_eq!(liquidation_batch(&columns, &params).unwrap_err().path().as_str(), "quantity[1]");
    let told = liquidation_batch(&columns, &params.on_bad_row(OnBadRow::Report)).unwrap();
    assert_eq!(told.status, [RowStatus::Ok, RowStatus::Refused]);
    let report = ask(Side::Long, 0.5, Some(100.0)).unwrap();
    assert!(price(report.liquidation_price) >= price(report.bankruptcy_price));
    let contracts = [contract("BTCUSDT", ContractKind::Linear, 100.0, flat(0.01, 50.0))];
    let positions = [leg("BTCUSDT", Side::Long, 1.0, 100.0)];
    let account = request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &[owned("USDT", 10.0)]);
    let place = "contracts[0].maintenance.flat.deduction";
    assert_eq!(refused(&account), ("derivatives.deduction.out_of_range".into(), place.into()));
}

/// Others of its account need more than a short's wallet holds: no price saves it.
#[test]
fn case_16_liquidated_at_every_price() {
    let position =
        Position::new(ContractKind::Linear, Side::Short, Quantity::new(1.0).unwrap(), AssetPrice::new(100.0).unwrap());
    let mode = MarginMode::Cross {
        wallet_balance: Balance::new(10.0).unwrap(),
        other_maintenance: Collateral::new(200.0).unwrap(),
        other_unrealized: Balance::new(0.0).unwrap(),
    };
    let report = liquidation(&LiquidationRequest::new(Venue::BinanceUsdm, position, mode, flat(0.01, 0.0))).unwrap();
    assert_eq!(report.liquidation_price, Outcome::Every);
}

/// What a venue does not have.
#[test]
fn case_02_what_a_venue_does_not_have() {
    let inverse = |venue, currency: &str| {
        let contracts = [contract("BTCUSD", ContractKind::Inverse, 50_000.0, flat(0.005, 0.0))];
        request(venue, currency, &contracts, &[leg("BTCUSD", Side::Long, 1e5, 5e4)], &[owned(currency, 1.0)])
    };
    assert_eq!(refused(&inverse(Venue::BinanceUsdm, "BTC")).0, "derivatives.contract.unsupported");
    assert_eq!(refused(&inverse(Venue::BinanceCoinm, "USD")).0, "derivatives.coin.unsupported");
    assert_eq!(refused(&inverse(Venue::BybitClassic, "BTC")).0, "derivatives.venue.unsupported");
    let empty = with(&inverse(Venue::Okx, "BTC"), |account| account.positions.clear());
    assert_eq!(refused(&empty).0, "derivatives.positions.insufficient_data");
    let mut other = inverse(Venue::Okx, "BTC");
    other.positions[0].instrument = "ETHUSD".parse().unwrap();
    assert_eq!(refused(&other), ("derivatives.instrument.unknown".into(), "positions[0].instrument".into()));
}
