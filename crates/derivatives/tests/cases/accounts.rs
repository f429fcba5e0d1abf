//! A cross account has one equity and one margin ratio, whichever of its positions is asked for.

use hashinsight_derivatives::margin::{
    ContractKind, LiquidationReport, LiquidationRequest, MaintenanceSchedule, MarginMode, Position, Side, Venue,
    liquidation,
};
use hashinsight_units::{AssetPrice, Balance, Collateral, Fraction, Outcome, Quantity};

use super::close;

/// A position with a flat maintenance rate.
#[derive(Clone, Copy)]
struct Leg {
    side: Side,
    quantity: f64,
    entry: f64,
    mark: f64,
    rate: f64,
    deduction: f64,
}

impl Leg {
    fn maintenance(&self) -> f64 {
        self.quantity * self.mark * self.rate - self.deduction
    }

    fn unrealized(&self) -> f64 {
        self.side.sign() * self.quantity * (self.mark - self.entry)
    }

    /// Asked in an account whose other positions need `maintenance` and have gained `unrealized`.
    fn ask(&self, venue: Venue, wallet: f64, maintenance: f64, unrealized: f64, call: f64) -> LiquidationReport {
        liquidation(
            &LiquidationRequest::new(
                venue,
                Position::new(
                    ContractKind::Linear,
                    self.side,
                    Quantity::new(self.quantity).unwrap(),
                    AssetPrice::new(self.entry).unwrap(),
                ),
                MarginMode::Cross {
                    wallet_balance: Balance::new(wallet).unwrap(),
                    other_maintenance: Collateral::new(maintenance).unwrap(),
                    other_unrealized: Balance::new(unrealized).unwrap(),
                },
                MaintenanceSchedule::Flat {
                    rate: Fraction::new(self.rate).unwrap(),
                    deduction: Collateral::new(self.deduction).unwrap(),
                },
            )
            .mark_price(AssetPrice::new(self.mark).unwrap())
            .call_ratio(Fraction::new(call).unwrap()),
        )
        .unwrap()
    }
}

fn price(level: Outcome) -> f64 {
    level.value().unwrap()
}

/// Binance, FAQ "How to calculate liquidation price of USDⓈ-M futures contracts": two longs with a profit of others between them, at the
/// marks of that page.
#[test]
fn case_02_both_legs_of_an_account_have_its_ratio() {
    let wallet = 1_535_443.01;
    let btc = Leg {
        side: Side::Long,
        quantity: 109.488,
        entry: 32_481.98,
        mark: 31_967.27,
        rate: 0.025,
        deduction: 16_300.0,
    };
    let eth =
        Leg { side: Side::Long, quantity: 3_683.979, entry: 1_456.84, mark: 1_335.18, rate: 0.1, deduction: 135_365.0 };
    let equity = wallet + btc.unrealized() + eth.unrealized();
    let ratio = (btc.maintenance() + eth.maintenance()) / equity;
    close(ratio, 0.415, 1e-3, "the page's ratio");
    for (leg, other) in [(btc, eth), (eth, btc)] {
        let report = leg.ask(Venue::BinanceUsdm, wallet, other.maintenance(), other.unrealized(), 0.5);
        let mark = report.at_mark.unwrap();
        close(mark.margin_ratio.unwrap(), ratio, 1e-12, "ratio");
        close(mark.equity, equity, 1e-12, "equity");
        close(mark.requirement, btc.maintenance() + eth.maintenance(), 1e-12, "requirement");
        close(mark.leverage.unwrap(), leg.quantity * leg.mark / equity, 1e-12, "leverage");
        // Half of wallet, profit of the other leg and q (P - E) equals q P m - c and maintenance of the other leg.
        let call = (0.5 * (wallet + other.unrealized() - leg.quantity * leg.entry) - other.maintenance()
            + leg.deduction)
            / (leg.quantity * (leg.rate - 0.5));
        close(price(report.margin_call_price.unwrap()), call, 1e-12, "margin call");
        let bankrupt = leg.entry - (wallet + other.unrealized()) / leg.quantity;
        if bankrupt > 0.0 {
            close(price(report.bankruptcy_price), bankrupt, 1e-12, "bankruptcy");
        } else {
            assert_eq!(report.bankruptcy_price, Outcome::Never);
        }
    }
}

/// A wallet of 5 behind one unit at 100 beside positions that need 4: of the account 88 % is needed, and the call at 80 % is overdue.
#[test]
fn case_02_a_thin_account() {
    let leg = Leg { side: Side::Long, quantity: 1.0, entry: 100.0, mark: 100.0, rate: 0.004, deduction: 0.0 };
    let report = leg.ask(Venue::BinanceUsdm, 5.0, 4.0, 0.0, 0.8);
    let mark = report.at_mark.unwrap();
    close(mark.margin_ratio.unwrap(), 4.4 / 5.0, 1e-14, "ratio");
    close(mark.leverage.unwrap(), 20.0, 1e-14, "leverage");
    assert!(!mark.liquidated);
    close(price(report.bankruptcy_price), 95.0, 1e-14, "5 + P - 100 = 0");
    close(price(report.margin_call_price.unwrap()), 80.0 / 0.796, 1e-13, "0.8 (5 + P - 100) = 0.004 P + 4");
    close(price(report.liquidation_price), 99.0 / 0.996, 1e-13, "5 + P - 100 = 0.004 P + 4");
}

/// Under every venue's rules and on both sides: at the liquidation price the account's ratio is 1, at the call price that of the call.
#[test]
fn case_02_prices_are_where_the_ratio_is() {
    let venues = [Venue::BinanceUsdm, Venue::BybitClassic, Venue::BybitUnified, Venue::Okx, Venue::Btse];
    for venue in venues {
        for side in [Side::Long, Side::Short] {
            let leg = Leg { side, quantity: 2.0, entry: 60_000.0, mark: 60_000.0, rate: 0.01, deduction: 0.0 };
            let report = leg.ask(venue, 30_000.0, 9_000.0, -4_000.0, 0.6);
            for (level, ratio) in [(report.liquidation_price, 1.0), (report.margin_call_price.unwrap(), 0.6)] {
                let there = Leg { mark: price(level), ..leg }.ask(venue, 30_000.0, 9_000.0, -4_000.0, 0.6);
                close(there.at_mark.unwrap().margin_ratio.unwrap(), ratio, 1e-11, "ratio");
            }
            // The account is bankrupt where wallet, profit of the others and profit of this leg are nothing.
            close(price(report.bankruptcy_price), 60_000.0 - side.sign() * 13_000.0, 1e-14, "bankruptcy");
        }
    }
}
