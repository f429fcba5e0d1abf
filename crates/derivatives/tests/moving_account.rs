//! Accounts whose coins move, against the account at other marks.

use hashinsight_derivatives::margin::{
    AccountCollateral, AccountContract, AccountMoves, AccountPosition, ContractKind, MaintenanceSchedule,
    MarginAccountRequest, RateTiers, Side, Venue, margin_account,
};
use hashinsight_testkit::within_relative;
use hashinsight_units::{AssetPrice, Balance, Collateral, Currency, Fraction, Quantity};

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn coin(name: &str) -> Currency {
    name.parse().unwrap()
}

fn contract(name: &str, of: &str, kind: ContractKind, mark: f64, maintenance: MaintenanceSchedule) -> AccountContract {
    AccountContract::new(name.parse().unwrap(), coin(of), kind, price(mark), maintenance)
        .close_fee_rate(Fraction::new(0.0005).unwrap())
}

fn position(name: &str, side: Side, quantity: f64, entry: f64) -> AccountPosition {
    AccountPosition::new(name.parse().unwrap(), side, Quantity::new(quantity).unwrap(), price(entry))
}

fn tiers() -> MaintenanceSchedule {
    let floors = [0.0, 20_000.0, 60_000.0].map(|floor| Collateral::new(floor).unwrap());
    let rates = [0.005, 0.02, 0.05].map(|rate| Fraction::new(rate).unwrap());
    MaintenanceSchedule::Marginal(RateTiers::new(floors.to_vec(), rates.to_vec()))
}

fn flat() -> MaintenanceSchedule {
    MaintenanceSchedule::Flat { rate: Fraction::new(0.004).unwrap(), deduction: Collateral::new(0.0).unwrap() }
}

/// Linear and inverse contracts, a debt, and collateral in coins, on a venue that takes all of it.
fn mixed(bitcoin: f64, ether: f64) -> MarginAccountRequest {
    let collateral = |of: &str, amount: f64| AccountCollateral::new(coin(of), Balance::new(amount).unwrap());
    MarginAccountRequest::new(
        Venue::BybitUnified,
        coin("USDT"),
        vec![
            contract("BTCUSDT", "BTC", ContractKind::Linear, bitcoin, flat()),
            contract("ETHUSDT", "ETH", ContractKind::Linear, ether, tiers()),
            contract("BTCUSD", "BTC", ContractKind::Inverse, bitcoin, flat()),
        ],
        vec![
            position("BTCUSDT", Side::Long, 1.0, 58_000.0),
            position("ETHUSDT", Side::Short, 15.0, 3_100.0),
            position("BTCUSD", Side::Short, 20_000.0, 61_000.0),
        ],
        vec![
            collateral("USDT", 9_000.0),
            collateral("BTC", 0.2).price(price(bitcoin)).haircut(Fraction::new(0.05).unwrap()),
            collateral("ETH", -1.0).price(price(ether)),
        ],
    )
}

#[test]
fn parts_make_the_account_at_other_marks() {
    let now = mixed(60_000.0, 3_000.0);
    let moves = AccountMoves::new(&now).unwrap();
    assert_eq!(moves.coins(), [coin("BTC"), coin("ETH")]);
    for (bitcoin, ether) in [(1.0, 1.0), (0.8, 1.0), (1.0, 1.7), (1.3, 0.4), (0.6, 2.0)] {
        let then = margin_account(&mixed(60_000.0 * bitcoin, 3_000.0 * ether)).unwrap();
        let parts = [moves.part(0, bitcoin), moves.part(1, ether)];
        let sum = |part: fn(&hashinsight_derivatives::margin::CoinPart) -> f64| parts.iter().map(part).sum::<f64>();
        within_relative(moves.still() + sum(|part| part.equity), then.equity, 1e-11, "equity");
        within_relative(sum(|part| part.requirement), then.requirement, 1e-11, "requirement");
        for (place, factor) in [(0, bitcoin), (1, ether)] {
            let step = 1e-5_f64;
            let [down, up] = [-step, step].map(|log| moves.part(place, factor * hashinsight_numerics::exp(log)));
            let found = moves.part(place, factor);
            let slope = |down: f64, up: f64| (up - down) / (2.0 * step);
            within_relative(found.equity_slope, slope(down.equity, up.equity), 1e-6, "slope of the equity");
            within_relative(
                found.requirement_slope,
                slope(down.requirement, up.requirement),
                1e-6,
                "slope of the requirement",
            );
        }
    }
}

/// An account of the coin: what is not the coin moves against it. At its level it is liquidated.
#[test]
fn an_account_in_the_coin() {
    let mut account = mixed(60_000.0, 3_000.0);
    account.currency = coin("BTC");
    account.contracts.retain(|contract| contract.contract == ContractKind::Inverse);
    account.positions = vec![position("BTCUSD", Side::Long, 60_000.0, 61_000.0)];
    account.collateral = vec![
        AccountCollateral::new(coin("BTC"), Balance::new(0.1).unwrap()),
        AccountCollateral::new(coin("USDT"), Balance::new(3_000.0).unwrap()).price(price(1.0 / 60_000.0)),
    ];
    let level = margin_account(&account).unwrap().by_coin[0].liquidation_below.value().unwrap();
    let moves = AccountMoves::new(&account).unwrap();
    assert_eq!((moves.coins(), moves.still()), (&[coin("BTC")][..], 0.1));
    let part = moves.part(0, level / 60_000.0);
    within_relative(moves.still() + part.equity, part.requirement, 1e-11, "at the level");
    assert!(part.equity_slope > 0.0);
}
