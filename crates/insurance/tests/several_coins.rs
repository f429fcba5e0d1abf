//! Accounts in several coins: quoted by simulation, judged by the marks of all coins.

use hashinsight_derivatives::margin::{
    AccountCollateral, AccountContract, AccountPosition, ContractKind, MaintenanceSchedule, MarginAccountRequest,
    RateTiers, Side, Venue, margin_account,
};
use hashinsight_insurance::claim::{ClaimDecision, ClaimReasonCode, ClaimRequest, PriceSeries};
use hashinsight_insurance::cover::{
    Cover, CoveredAccount, CoveredLevel, CoveredMarginCall, Peril, PriceKind, PriceTrigger,
};
use hashinsight_insurance::quote::{
    CoinMotion, CoinsModel, Decision, ModelPrice, PriceModel, QuoteMeasure, ReasonCode, VerifyQuoteRequest, quote,
    verify_quote,
};
use hashinsight_market::Interval;
use hashinsight_testkit::within_relative;
use hashinsight_units::{
    AssetPrice, Balance, Collateral, Currency, Finite, Fraction, Quantity, Rate, Verdict, Volatility,
};

use super::claims::{codes, event, filled, hour, hourly, judged, paid};
use super::covers::{DAY, START, account_cover, at, decimal, fraction, terms, trigger, valued, with};
use super::quotes::{gbm, market, priced, request};

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn coin(name: &str) -> Currency {
    name.parse().unwrap()
}

fn flat(rate: f64) -> MaintenanceSchedule {
    MaintenanceSchedule::Flat { rate: Fraction::new(rate).unwrap(), deduction: Collateral::new(0.0).unwrap() }
}

fn contract(of: &str, mark: f64, maintenance: MaintenanceSchedule) -> AccountContract {
    AccountContract::new(format!("{of}USDT").parse().unwrap(), coin(of), ContractKind::Linear, price(mark), maintenance)
}

fn position(of: &str, side: Side, quantity: f64, entry: f64) -> AccountPosition {
    let instrument = format!("{of}USDT").parse().unwrap();
    AccountPosition::new(instrument, side, Quantity::new(quantity).unwrap(), price(entry))
}

fn usdt(amount: f64) -> AccountCollateral {
    AccountCollateral::new(coin("USDT"), Balance::new(amount).unwrap())
}

/// 1 BTC and 10 ETH long at their marks, on 9,000 USDT and a tenth of a bitcoin.
fn longs() -> MarginAccountRequest {
    let bitcoin = AccountCollateral::new(coin("BTC"), Balance::new(0.1).unwrap())
        .price(price(60_000.0))
        .haircut(Fraction::new(0.05).unwrap());
    MarginAccountRequest::new(
        Venue::BinanceUsdm,
        coin("USDT"),
        vec![contract("BTC", 60_000.0, flat(0.004)), contract("ETH", 3_000.0, flat(0.005))],
        vec![position("BTC", Side::Long, 1.0, 60_000.0), position("ETH", Side::Long, 10.0, 3_000.0)],
        vec![usdt(9_000.0), bitcoin],
    )
}

/// 1 BTC long and 15 ETH short, entered at 3,100 and in tiers, on 7,000 USDT.
fn long_and_short() -> MarginAccountRequest {
    let floors = [0.0, 20_000.0].map(|floor| Collateral::new(floor).unwrap());
    let rates = [0.005, 0.02].map(|rate| Fraction::new(rate).unwrap());
    let tiers = MaintenanceSchedule::Marginal(RateTiers::new(floors.to_vec(), rates.to_vec()));
    MarginAccountRequest::new(
        Venue::BinanceUsdm,
        coin("USDT"),
        vec![contract("BTC", 60_000.0, flat(0.004)), contract("ETH", 3_000.0, tiers)],
        vec![position("BTC", Side::Long, 1.0, 60_000.0), position("ETH", Side::Short, 15.0, 3_100.0)],
        vec![usdt(7_000.0)],
    )
}

/// A request for an account in two coins.
pub(super) fn asked_of_two_coins() -> hashinsight_insurance::quote::QuoteRequest {
    let model = PriceModel::Coins(model([0.65, 0.85], 0.6).pairs(8));
    request(liquidated(longs()), market(60_000.0, 0.04), model)
}

fn liquidated(account: MarginAccountRequest) -> Cover {
    let peril = Peril::Liquidation(trigger());
    Cover::new("C-1".parse().unwrap(), CoveredAccount::Account(account), peril, terms(7, fraction("0.5")))
}

fn called(account: MarginAccountRequest, ratio: f64) -> Cover {
    let call = Peril::MarginCall(CoveredMarginCall::new(trigger(), Fraction::new(ratio).unwrap()));
    let of = valued(terms(7, fraction("0.5")));
    Cover::new("C-1".parse().unwrap(), CoveredAccount::Account(account), call, of)
}

fn motion(of: &str, volatility: f64) -> CoinMotion {
    CoinMotion::new(coin(of), Volatility::new(volatility).unwrap())
}

fn model(volatilities: [f64; 2], correlation: f64) -> CoinsModel {
    let correlation = [[1.0, correlation], [correlation, 1.0]]
        .map(|row| row.map(|value| Finite::new(value).unwrap()).to_vec())
        .to_vec();
    let coins = vec![motion("BTC", volatilities[0]), motion("ETH", volatilities[1])];
    CoinsModel::new(coins, correlation, 20_260_531)
}

fn by(cover: Cover, model: CoinsModel) -> ModelPrice {
    priced(&request(cover, market(60_000.0, 0.04), PriceModel::Coins(model))).price
}

/// Within four standard errors, those of the expectation counted, and the bound of the bias.
fn agrees(found: &ModelPrice, [probability, probability_error]: [f64; 2], [pure, pure_error]: [f64; 2], what: &str) {
    let told = found.simulation.unwrap();
    let away = (found.hit_probability - probability).abs();
    let error = told.probability_standard_error.hypot(probability_error);
    let bias = told.pure_bias_bound / found.pure_premium;
    assert!(away <= 4.0 * error + bias, "{what}: {} against {probability}, {error}", found.hit_probability);
    let away = (found.pure_premium - pure).abs();
    let error = told.pure_standard_error.hypot(pure_error);
    assert!(away <= 4.0 * error + told.pure_bias_bound, "{what}: {} against {pure}, {error}", found.pure_premium);
    assert!(told.pure_bias_bound < 0.02 * pure, "{what}: bias {} of {pure}", told.pure_bias_bound);
}

/// Probability and value of a payout of 1, each with its standard error.
type Reference = ([f64; 2], [f64; 2]);
const ROW_A: Reference = ([0.072_43, 0.000_603], [0.072_390, 0.000_602]);
const ROW_B: Reference = ([0.115_48, 0.000_743], [0.115_420, 0.000_742]);
const ROW_C: Reference = ([0.080_89, 0.000_631], [0.080_846, 0.000_631]);

/// Two coins of which one stands still, that move as one, or of which there is one: closed forms at the level of `margin_account`.
#[test]
fn closed_forms_of_one_price() {
    let closed = |cover: &Cover, level: f64| {
        let down = CoveredLevel::new(trigger(), hashinsight_derivatives::pricing::BarrierSide::Down, price(level));
        let found = cover.frozen().unwrap();
        let fixed = hashinsight_insurance::cover::CoveredSum::Fixed { amount: found.maximum_payout };
        let of = Cover::new(cover.reference, cover.account.clone(), Peril::PriceLevel(down), valued(terms(7, fixed)));
        let found = priced(&request(of, market(60_000.0, 0.04), gbm(0.65))).price;
        ([found.hit_probability, 0.0], [found.pure_premium, 0.0])
    };
    let level =
        |account: &MarginAccountRequest| margin_account(account).unwrap().by_coin[0].liquidation_below.value().unwrap();
    // Ether stands still.
    let cover = liquidated(longs());
    let (probability, pure) = closed(&cover, level(&longs()));
    agrees(&by(cover, model([0.65, 0.0], 0.0)), probability, pure, "one stands still");
    // 10 ETH that move as bitcoin are half a bitcoin.
    let whole = with(longs(), |account| {
        account.positions[0].quantity = Quantity::new(1.5).unwrap();
        account.positions.truncate(1);
        account.contracts.truncate(1);
        account.contracts[0].maintenance = flat((0.004 * 60_000.0 + 0.005 * 30_000.0) / 90_000.0);
    });
    let cover = liquidated(longs());
    let (probability, pure) = closed(&cover, level(&whole));
    agrees(&by(cover, model([0.65, 0.65], 1.0)), probability, pure, "as one");
    // One coin by the model of several.
    let one = liquidated(whole.clone());
    let (probability, pure) = closed(&one, level(&whole));
    let mut alone = model([0.65, 0.65], 0.0);
    alone.coins.truncate(1);
    alone.correlation = vec![vec![Finite::new(1.0).unwrap()]];
    agrees(&by(one, alone), probability, pure, "one coin");
}

/// Against a simulation of its own in NumPy 1.26: 200,000 paths of 1,024 steps at which equity and requirement are compared, without bridge, taken to
/// steps of no length by the root of their length (twice the fine less the coarse of a quarter of the steps). Volatility 0.65 and 0.85,
/// correlation 0.6, riskless rate 0.04, seven days. Values are of a payout of 1.
#[test]
fn an_independent_simulation() {
    let rows: [(&str, Cover, f64, bool, Reference); 3] = [
        ("two longs", liquidated(longs()), 0.5 * 14_700.0, false, ROW_A),
        ("long and short, in tiers", liquidated(long_and_short()), 0.5 * 7_000.0, false, ROW_B),
        ("margin call after a day, with drift", called(longs(), 0.5), 0.5 * 14_700.0, true, ROW_C),
    ];
    for (name, cover, payout, drifts, (probability, pure)) in rows {
        let mut model = model([0.65, 0.85], 0.6);
        let cover = with(cover, |cover| {
            if drifts {
                cover.terms.waiting_ms = Some(Interval::DAY);
            }
        });
        if drifts {
            model.coins[0].drift_per_year = Some(Rate::new(0.1).unwrap());
            model.coins[1].drift_per_year = Some(Rate::new(-0.2).unwrap());
        }
        let frozen = cover.frozen().unwrap();
        assert_eq!(frozen.levels, []);
        let booked: f64 = frozen.maximum_payout.to_string().parse().unwrap();
        let found = by(cover, model);
        agrees(&found, probability, pure.map(|of_one| of_one * booked), name);
        // The gain of 1,500 on ether is not insured: half of the margin is.
        within_relative(booked, payout, 1e-12, name);
    }
}

/// The quote says what is simulated, holds when it is verified, and refuses models of one price.
#[test]
fn a_quote_of_several_coins() {
    let asked = |model| request(liquidated(longs()), market(60_000.0, 0.04), model);
    let of = PriceModel::Coins(model([0.65, 0.85], 0.6).pairs(512));
    let found = priced(&asked(of.clone()));
    assert_eq!((found.decision, found.reasons.len()), (Decision::Offer, 0));
    let told = found.price.simulation.unwrap();
    assert_eq!((told.seed, told.pairs), (20_260_531, 512));
    assert!(told.probability_standard_error > 0.0 && told.pure_bias_bound > 0.0);
    assert!(verify_quote(&VerifyQuoteRequest::new(found)).unwrap().holds);
    let refused = |request: &hashinsight_insurance::quote::QuoteRequest, code: &str, path: &str| {
        let error = quote(request).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    };
    refused(&asked(gbm(0.65)), "insurance.model.unsupported", "model");
    refused(&asked(of.clone()).models(vec![gbm(0.65)]), "insurance.model.unsupported", "models[0]");
    refused(
        &with(asked(of.clone()), |request| request.market = market(59_999.0, 0.04)),
        "insurance.spot.unsupported",
        "market.spot",
    );
    let changed =
        |change: fn(&mut CoinsModel)| asked(PriceModel::Coins(with(model([0.65, 0.85], 0.6).pairs(8), change)));
    refused(&changed(|model| model.steps = 5), "insurance.steps.out_of_range", "model.coins.steps");
    refused(&changed(|model| model.coins[1].coin = coin("BTC")), "insurance.coin.several", "model.coins.coins[1].coin");
    refused(&changed(|model| model.coins[1].coin = coin("SOL")), "insurance.coin.unknown", "model.coins.coins[1].coin");
    refused(&changed(|model| model.correlation.truncate(1)), "insurance.correlation.length", "model.coins.correlation");
    let alone = changed(|model| {
        model.coins.truncate(1);
        model.correlation = vec![vec![Finite::new(1.0).unwrap()]];
    });
    refused(&alone, "insurance.coins.missing", "model.coins.coins");
    // A coin of the collateral has a contract, whose mark is its price.
    let unknown = with(longs(), |account| {
        account.collateral.push(AccountCollateral::new(coin("SOL"), Balance::new(1.0).unwrap()).price(price(150.0)));
    });
    let error = liquidated(unknown).frozen().unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("insurance.contracts.missing", "account.account.contracts"));
    // A level of one price is that price's, whatever else the account holds.
    let level = CoveredLevel::new(trigger(), hashinsight_derivatives::pricing::BarrierSide::Down, price(54_000.0));
    let of_level = with(liquidated(longs()), |cover| {
        cover.peril = Peril::PriceLevel(level);
        cover.terms = valued(terms(7, fraction("0.5")));
    });
    let found = priced(&request(of_level.clone(), market(60_000.0, 0.04), gbm(0.65)));
    assert_eq!((found.decision, found.price.simulation), (Decision::Offer, None));
    refused(&request(of_level, market(60_000.0, 0.04), of.clone()), "insurance.model.unsupported", "model");
    // Paths that trigger nothing do not say what a cover costs.
    let rich = liquidated(with(longs(), |account| account.collateral[0] = usdt(1e7)));
    let found = priced(&request(rich, market(60_000.0, 0.04), of));
    assert_eq!((found.decision, found.reasons[0].reason), (Decision::Refer, ReasonCode::NoneSimulated));
}

/// An account that is counted in its coin, with several other currencies: they are not one price.
#[test]
fn an_account_in_its_coin_with_others() {
    let inverse = AccountContract::new(
        "BTCUSD".parse().unwrap(),
        coin("BTC"),
        ContractKind::Inverse,
        price(60_000.0),
        flat(0.004),
    );
    let held = |of: &str, amount: f64, worth: f64| {
        AccountCollateral::new(coin(of), Balance::new(amount).unwrap()).price(price(worth))
    };
    let leg =
        AccountPosition::new("BTCUSD".parse().unwrap(), Side::Long, Quantity::new(60_000.0).unwrap(), price(60_000.0));
    let own = AccountCollateral::new(coin("BTC"), Balance::new(0.1).unwrap());
    let account = |others: Vec<AccountCollateral>| {
        let collateral = [vec![own.clone()], others].concat();
        let account = MarginAccountRequest::new(
            Venue::BybitUnified,
            coin("BTC"),
            vec![inverse.clone()],
            vec![leg.clone()],
            collateral,
        );
        let watched = PriceTrigger::new("bybit".parse().unwrap(), "BTCUSD".parse().unwrap(), PriceKind::Mark);
        let of = with(terms(7, fraction("0.5")), |terms| {
            terms.currency = coin("BTC");
            terms.digits = 8;
        });
        Cover::new("C-1".parse().unwrap(), CoveredAccount::Account(account), Peril::Liquidation(watched), of)
    };
    let reasons = |cover: Cover| {
        let found = priced(&request(cover, market(60_000.0, 0.04), gbm(0.65)));
        found.reasons.iter().map(|reason| reason.reason).collect::<Vec<_>>()
    };
    let (dollars, ether) = (held("USDT", 1_000.0, 1.0 / 60_000.0), held("ETH", 1.0, 0.05));
    assert_eq!(reasons(account(vec![dollars.clone()])), []);
    assert_eq!(reasons(account(vec![dollars, ether])), [ReasonCode::SeveralCoins]);
}

/// The account side of an indemnity: it pays for what can still be lost, by the marks of the account and by the price of the market.
#[test]
fn an_account_that_has_lost_before_the_sale() {
    // 1 long at 60,000 and 0.4 short at 62,000 on 5,000: at 58,000 it has gained 1,600 on the short and lost 2,000 on the long.
    let marked = |mark: f64| {
        with(account_cover(), |cover| {
            let CoveredAccount::Account(account) = &mut cover.account else { panic!() };
            account.contracts[0].mark_price = price(mark);
            cover.terms.sum = fraction("1");
        })
    };
    for (mark, left) in [(58_000.0, "4600.00"), (60_000.0, "5000.00"), (64_000.0, "5000.00")] {
        let frozen = marked(mark).frozen().unwrap();
        assert_eq!((frozen.margin, frozen.maximum_payout), (5_000.0, decimal(left)), "{mark}");
    }
    let reasons = |mark: f64, spot: f64| {
        let found = priced(&request(marked(mark), market(spot, 0.04), gbm(0.65)));
        found.reasons.iter().map(|reason| reason.reason).collect::<Vec<_>>()
    };
    // Bought by its marks, and at a price that has moved since they were taken.
    assert_eq!(reasons(58_000.0, 58_000.0), []);
    assert_eq!(reasons(60_000.0, 58_000.0), [ReasonCode::PayoutExceedsLoss]);
    assert_eq!(reasons(58_000.0, 60_000.0), []);
}

fn marks(of: &str, prices: &[f64]) -> PriceSeries {
    let source =
        PriceTrigger::new("binance_usdm".parse().unwrap(), format!("{of}USDT").parse().unwrap(), PriceKind::Mark);
    hourly(source, prices)
}

/// At 54,500 and 2,400 the two longs have lost 11,500: of 9,000 and the coin's 5,177.50 are 2,677.50 left, and 338 are required. At 52,000 and 2,300
/// equity is -1,060.
#[test]
fn marks_of_all_coins_decide() {
    let asked = |bitcoin: &[f64], ether: &[f64]| {
        let last = hour(i64::try_from(bitcoin.len()).unwrap() - 1);
        ClaimRequest::new("K-1".parse().unwrap(), liquidated(longs()), last, Interval::HOUR)
            .prices(vec![marks("BTC", bitcoin), marks("ETH", ether)])
            .events(vec![event("L-1", hour(2), filled(52_000.0))])
            .events_until_ms(last)
    };
    let falling = asked(&[60_000.0, 54_500.0, 52_000.0, 60_000.0], &[3_000.0, 2_400.0, 2_300.0, 3_000.0]);
    let found = judged(&falling);
    assert_eq!(
        (found.triggered, found.triggered_ms, found.decision),
        (Verdict::Yes, Some(hour(2)), ClaimDecision::Pay)
    );
    assert_eq!(paid(&found), "7350.00");
    let evidence = found.evidence.clone().unwrap();
    assert_eq!((evidence.price, evidence.level, evidence.events.len()), (None, None, 1));
    let equity = 9_000.0 + 0.95 * 0.1 * 52_000.0 - 8_000.0 - 7_000.0;
    within_relative(evidence.excess.unwrap(), equity - 0.004 * 52_000.0 - 0.005 * 23_000.0, 1e-12, "excess");
    // One coin alone does not do it; and the venue that liquidated then contradicts it.
    let calm = judged(&asked(&[60_000.0, 54_500.0, 52_000.0], &[3_000.0, 3_000.0, 3_100.0]));
    assert_eq!((calm.triggered, codes(&calm)), (Verdict::CannotSay, vec![ClaimReasonCode::EvidenceDisagrees]));
    let quiet = judged(&asked(&[60_000.0, 54_500.0, 52_000.0], &[3_000.0, 3_000.0, 3_100.0]).events(vec![]));
    assert_eq!((quiet.triggered, codes(&quiet)), (Verdict::No, vec![ClaimReasonCode::NotTriggered]));
    // A coin without marks, or with older ones than count as seen, is not known to stand still.
    let blind = with(falling.clone(), |request| request.prices.truncate(1));
    assert_eq!(judged(&blind).triggered, Verdict::CannotSay);
    let stale = with(falling.clone(), |request| {
        request.prices[1].time_ms.truncate(1);
        request.prices[1].price.truncate(1);
        request.events.clear();
    });
    assert_eq!(codes(&judged(&stale)), [ClaimReasonCode::MissingPrices]);
    // The last mark of the one holds between two of the other: at 01:30 nothing newer is known of ether.
    let between = with(falling.clone(), |request| {
        request.prices[0].time_ms.insert(2, at(START + 3 * DAY / 48));
        request.prices[0].price.insert(2, price(49_000.0));
    });
    let found = judged(&between);
    assert_eq!(found.triggered_ms, Some(at(START + 3 * DAY / 48)));
    // Two marks of one instant: neither proves, and the worse one forbids a no.
    let disputed = with(falling.clone(), |request| {
        request.prices.push(marks("ETH", &[3_000.0, 2_400.0, 2_900.0, 3_000.0]));
        request.events.clear();
    });
    let found = judged(&disputed);
    assert_eq!(found.triggered, Verdict::CannotSay);
    assert!(codes(&found).contains(&ClaimReasonCode::ConflictingPrices));
    // The order in which marks arrive is no matter.
    let turned = with(falling.clone(), |request| {
        request.prices.reverse();
        for series in &mut request.prices {
            series.time_ms.reverse();
            series.price.reverse();
        }
    });
    let (one, other) = (judged(&falling), judged(&turned));
    assert_eq!((one.triggered_ms, one.evidence, one.payout), (other.triggered_ms, other.evidence, other.payout));
    // A liquidation of any of the account's contracts is one of the account.
    let other_leg = with(falling, |request| {
        let hashinsight_insurance::claim::AccountEvent::Liquidated(told) = &mut request.events[0].event else {
            panic!()
        };
        told.instrument = "ETHUSDT".parse().unwrap();
    });
    assert_eq!(judged(&other_leg).decision, ClaimDecision::Pay);
}

/// A margin call comes before the liquidation: at half of the equity, and needs no event of the venue.
#[test]
fn a_margin_call_of_several_coins() {
    let (bitcoin, ether) = ([60_000.0, 53_500.0], [3_000.0, 2_200.0]);
    // Equity 9,000 + 5,082.50 - 6,500 - 8,000 = -417.50 at the second marks: beyond both.
    let claimed = ClaimRequest::new("K-1".parse().unwrap(), called(longs(), 0.5), hour(1), Interval::HOUR)
        .prices(vec![marks("BTC", &bitcoin), marks("ETH", &ether)])
        .events_until_ms(hour(1));
    let found = judged(&claimed);
    assert_eq!((found.triggered_ms, paid(&found)), (Some(hour(1)), "7350.00".to_owned()));
    let excess = 0.5 * (9_000.0 + 0.095 * 53_500.0 - 6_500.0 - 8_000.0) - 0.004 * 53_500.0 - 0.005 * 22_000.0;
    within_relative(found.evidence.unwrap().excess.unwrap(), excess, 1e-12, "excess of the call");
}

/// The measure has a drift, which coins without one of their own share.
#[test]
fn the_drift_of_the_market() {
    let asked = |drift: Option<f64>, measure: QuoteMeasure| {
        let mut model = model([0.65, 0.85], 0.6).pairs(64);
        for coin in &mut model.coins {
            coin.drift_per_year = drift.map(|drift| Rate::new(drift).unwrap());
        }
        let market = market(60_000.0, 0.04).measure(measure);
        priced(&request(liquidated(longs()), market, PriceModel::Coins(model))).price.pure_premium
    };
    let real = QuoteMeasure::RealWorld { drift_per_year: Rate::new(-0.5).unwrap() };
    assert_eq!(asked(None, real), asked(Some(-0.5), QuoteMeasure::RiskNeutral));
    assert!(asked(None, real) > asked(None, QuoteMeasure::RiskNeutral));
}
