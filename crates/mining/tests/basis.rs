//! The network that a calculation is about: by hashprice as well, and never smaller than who mines in it.

use hashinsight_mining::calculator::{PowerCurtailmentRequest, power_curtailment_analysis};
use hashinsight_mining::dispatch::DispatchClass;
use hashinsight_mining::forecast::{Algorithm, ForecastRequest, ForecastSimulation, ForecastSteps, forecast};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::{HeatMapRequest, Operation, ProfitRequest, profit_heat_map};
use hashinsight_mining::reward::{
    BlockReward, Chain, ExpectedRewardRequest, HashpriceRequest, Market, PayoutAuditRequest, PayoutRequest,
    PayoutScheme, PoolFee, PoolLuck, SoloHorizon, SoloOddsRequest, document, expected_reward, payout, payout_audit,
    solo_odds,
};
use hashinsight_mining::tariff::{EnergyRates, Tariff};
use hashinsight_numerics::job::Job;
use hashinsight_testkit::within_relative;
use hashinsight_units::{
    Amount, Days, DiscountRate, EnergyPrice, Error, Fraction, Hashprice, Hashrate, MeanAmount, Price, Ratio, Timestamp,
};

use crate::given::{SUBSIDY, difficulty, pool_fee};
use crate::simulation::{correlated, project, request};

fn days(days: f64) -> Days {
    Days::new(days).unwrap()
}

fn hashrate(ths: f64) -> Hashrate {
    Hashrate::new(ths).unwrap()
}

fn fraction(fraction: f64) -> Fraction {
    Fraction::new(fraction).unwrap()
}

/// Braiins' documented sample: 5820970883.3011 GH/s are a pool of 5.82 EH/s, and as TH/s one of 113 times the network.
#[test]
fn case_43_a_pool_larger_than_the_network_is_refused_on_every_basis() {
    let network_ths = 7_184_404_942_701.79 * 4_294_967_296.0 / 600.0 / 1e12;
    let reward = BlockReward::new(Amount::constant(1_250_000_000), MeanAmount::constant(4e7));
    let sat = 1e15 * 86_400.0 * 1.29e9 / (network_ths * 1e12 * 600.0);
    for basis in [
        difficulty(7_184_404_942_701.79),
        NetworkBasis::NetworkHashrateThs(hashrate(network_ths)),
        NetworkBasis::HashpriceSatPerPhsDay(sat),
        NetworkBasis::Nbits("0x1727322b".parse().unwrap()),
    ] {
        let chain = Chain::new(basis, reward);
        let scheme = PayoutScheme::Pplns { fee: pool_fee(0.02), window_days: days(1.0) };
        let request = |own: f64, pool: f64| {
            PayoutRequest::new(scheme, hashrate(own), chain, days(30.0)).pool_hashrate_ths(hashrate(pool))
        };
        let blocks = payout(&request(100.0, 5_820_970.883)).unwrap().pool_blocks_per_day.value().unwrap();
        assert!((15.0..17.0).contains(&blocks), "{blocks}");
        let code = |own, pool| payout(&request(own, pool)).unwrap_err().code().to_owned();
        assert_eq!(code(100.0, 5_820_970_883.3), "mining.pool_hashrate.out_of_range");
        // Nor where the scheme does not ask for the pool, but tells its blocks.
        for scheme in [PayoutScheme::Solo, PayoutScheme::Pps { fee: pool_fee(0.02) }] {
            let told = PayoutRequest::new(scheme, hashrate(100.0), chain, days(30.0));
            let told = payout(&told.pool_hashrate_ths(hashrate(5_820_970_883.3)));
            assert_eq!(told.unwrap_err().code(), "mining.pool_hashrate.out_of_range");
        }
        let own = code(5_820_970_883.3, 5_820_970_883.3);
        assert!(
            ["mining.hashrate.out_of_range", "mining.network_hashrate.out_of_range"].contains(&own.as_str()),
            "{own}"
        );
        let expected = |own: f64| {
            expected_reward(&ExpectedRewardRequest::new(hashrate(own), chain, PoolFee::ZERO, days(1.0))).map(drop)
        };
        assert!(expected(network_ths * 1.5).is_err() && expected(network_ths * 0.5).is_ok());
        let paid = PayoutAuditRequest::new(
            Amount::constant(10_000_000),
            hashrate(100.0),
            hashrate(5_820_970_883.3),
            chain,
            pool_fee(0.02),
            fraction(0.0),
            days(30.0),
            PoolLuck::Unknown,
            fraction(0.05),
        );
        assert_eq!(payout_audit(&paid).unwrap_err().code(), "mining.pool_hashrate.out_of_range");
        // A year's blocks told of a month; of an hour all that a quick network finds.
        let found = |blocks, span| {
            let mut audit = paid.clone();
            audit.pool_hashrate_ths = hashrate(network_ths * 0.9);
            (audit.luck, audit.days) = (PoolLuck::BlocksFound(blocks), days(span));
            payout_audit(&audit).map_err(|error| error.code().to_owned())
        };
        assert_eq!(found(52_560, 30.0).unwrap_err(), "mining.blocks_found.out_of_range");
        assert!(found(4320, 30.0).is_ok() && found(12, 1.0 / 24.0).is_ok());
    }
    let odds = |horizon| {
        let network = difficulty(7_184_404_942_701.79);
        solo_odds(&SoloOddsRequest::new(hashrate(5_820_970_883.3), network, horizon)).unwrap_err().code().to_owned()
    };
    assert_eq!(odds(SoloHorizon::Days(days(1.0))), "mining.hashrate.out_of_range");
    assert_eq!(odds(SoloHorizon::Blocks(144)), "mining.hashrate.out_of_range");
}

/// A hashprice is what difficulty, reward and price make of it, the other way round.
#[test]
fn case_43_a_hashprice_is_a_basis() {
    let reward = BlockReward::new(SUBSIDY, MeanAmount::constant(4e6));
    let price = Price::constant(90_000.0);
    let by = |basis| {
        let market = Market::new(Chain::new(basis, reward), price);
        document::hashprice(&HashpriceRequest::new(market)).unwrap()
    };
    let known = by(difficulty(1.3e14));
    let usd = Hashprice::new(known.hashprice_usd_per_phs_day).unwrap();
    for basis in
        [NetworkBasis::HashpriceUsdPerPhsDay(usd), NetworkBasis::HashpriceSatPerPhsDay(known.hashprice_sat_per_phs_day)]
    {
        let report = by(basis);
        within_relative(report.network.difficulty, 1.3e14, 1e-14, "difficulty");
        within_relative(report.hashprice_usd_per_phs_day, usd.get(), 1e-14, "USD");
        within_relative(report.network.network_hashrate_ths, known.network.network_hashrate_ths, 1e-14, "network");
    }
    // Without a price, a reward or a hashprice there is no such network.
    let chain = |basis, reward| Chain::new(basis, reward).network().unwrap_err().code().to_owned();
    assert_eq!(chain(NetworkBasis::HashpriceUsdPerPhsDay(usd), reward), "mining.network_basis.unsupported");
    let nothing = BlockReward::new(Amount::ZERO, MeanAmount::ZERO);
    assert_eq!(chain(NetworkBasis::HashpriceSatPerPhsDay(50_000.0), nothing), "mining.hashprice.out_of_range");
    for sat in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e300] {
        assert_eq!(chain(NetworkBasis::HashpriceSatPerPhsDay(sat), reward), "mining.hashprice.out_of_range", "{sat}");
    }
    assert_eq!(
        NetworkBasis::HashpriceUsdPerPhsDay(usd).resolve().unwrap_err().code(),
        "mining.network_basis.unsupported"
    );
}

/// Forecasts begin in the network of their difficulty, and a map of difficulties does not leave it.
#[test]
fn case_43_a_forecast_of_more_than_the_network_is_refused() {
    let network_ths = 1.3e14 * 4_294_967_296.0 / 600.0 / 1e12;
    let fault = |error: Error| (error.code().to_owned(), error.path().as_str().to_owned());
    let at = |path: &str| ("mining.hashrate.out_of_range".to_owned(), path.to_owned());
    for (part, allowed) in [(1.0, true), (1.01, false)] {
        let own = hashrate(network_ths * part);
        let mut mining = project();
        mining.machines.hashrate_ths = own;
        let steps = ForecastSteps::Retargets { days: days(30.0) };
        let rate = DiscountRate::constant(0.1);
        let one = forecast(&ForecastRequest::new(mining.clone(), Algorithm::Static, steps, rate)).map(drop);
        let mut simulation = request(correlated((0.0, 0.1), (0.0, 0.05), &[0.0]), 3, 2);
        simulation.project = mining.clone();
        let many = ForecastSimulation::open(&simulation).map(drop);
        let class = DispatchClass::new("all".into(), 1, Machine::Spec(mining.machines));
        let curtailment = PowerCurtailmentRequest::new(
            vec![class],
            Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::constant(0.05))),
            Timestamp::from_s(1_785_542_400).unwrap(),
            2,
            mining.world,
            PoolFee::ZERO,
            Algorithm::Static,
        );
        let curtailed = power_curtailment_analysis(&curtailment).map(drop);
        let chain = Chain::new(difficulty(1.3e14), BlockReward::new(SUBSIDY, MeanAmount::ZERO));
        let operation = Operation::new(PoolFee::ZERO, EnergyPrice::constant(0.05));
        let price = Price::constant(9e4);
        let machines = MachineSpec::new(own, mining.machines.power_w);
        let map = |factor| {
            let base = ProfitRequest::new(machines, Market::new(chain, price), operation, days(1.0));
            let (prices, factors) = (vec![price], vec![Ratio::new(factor).unwrap()]);
            profit_heat_map(&HeatMapRequest::new(base, prices, factors, vec![EnergyPrice::constant(0.05)])).map(drop)
        };
        if allowed {
            one.and(many).and(curtailed).and(map(1.0)).unwrap();
            let (code, path) = fault(map(0.5).unwrap_err());
            assert_eq!(
                (code.as_str(), path.as_str()),
                ("mining.difficulty_factors.out_of_range", "difficulty_factors[0]")
            );
        } else {
            assert_eq!(fault(one.unwrap_err()), at("project.hashrate_ths"));
            assert_eq!(fault(many.unwrap_err()), at("project.hashrate_ths"));
            assert_eq!(fault(curtailed.unwrap_err()), at("classes.hashrate_ths"));
            assert_eq!(fault(map(1.0).unwrap_err()), at("base.hashrate_ths"));
        }
    }
}
