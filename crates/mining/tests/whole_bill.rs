//! Plans against the whole bill: every schedule of every machine is tried, and billed by a bill of the test's own.

use hashinsight_market::PowerPrices;
use hashinsight_mining::dispatch::{
    DispatchClass, DispatchReport, DispatchRequest, HashpriceCurve, InitialState, plan_dispatch,
};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::tariff::{
    BillingWindow, CoincidentPeak, DemandCharge, DemandRatchet, EnergyRates, EnergyTier, HoursUse, HoursUseBlock,
    Tariff,
};
use hashinsight_numerics::{max, min};
use hashinsight_units::{EnergyPrice, Fraction, Hashprice, Hashrate, Power, Timestamp, Usd};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// 2026-08-31T22:00Z: the month ends after two hours.
const START_S: i64 = 1_788_213_600;
const HOURS_BEFORE_MONTH: usize = 2;

/// A machine with what binds it: kW and TH/s of its modes.
#[derive(Clone, Debug)]
struct Single {
    modes: Vec<(f64, f64)>,
    min_up: u32,
    min_down: u32,
    start_usd: f64,
    before: Option<(bool, u32)>,
}

/// A demand charge in USD/kW: on some hours of the day, with a peak so far, and a ratchet of a part and an earlier peak.
#[derive(Clone, Debug)]
struct Demand {
    rate: f64,
    window: Option<(u8, u8)>,
    so_far_kw: f64,
    ratchet: Option<(f64, f64)>,
}

#[derive(Clone, Debug)]
struct Site {
    machines: Vec<Single>,
    /// Hashprice and USD/kWh of each interval.
    prices: Vec<(f64, f64)>,
    per_hour: usize,
    demand: Vec<Demand>,
    coincident: Option<(usize, f64)>,
    tiers: Vec<(f64, f64)>,
    hours_use: Option<HoursOfUse>,
    energy_so_far: f64,
    fixed: f64,
    minimum: f64,
    limit_kw: Option<f64>,
}

/// Two blocks of kWh per kW: whether by the first charge's demand, the first's end, and the prices of both.
#[derive(Clone, Copy, Debug)]
struct HoursOfUse {
    by_charge: bool,
    end: f64,
    usd: [f64; 2],
}

/// A schedule: kW of each interval, and revenue less starts.
type Way = (Vec<f64>, f64);

impl Site {
    fn hours(&self) -> f64 {
        1.0 / self.per_hour as f64
    }

    /// Everything that one machine may do.
    fn ways(&self, machine: &Single) -> Vec<Way> {
        let begin = machine.before.unwrap_or((true, u32::MAX / 2));
        let passed = |(on, hours): (bool, u32)| (on, hours.saturating_mul(u32::try_from(self.per_hour).unwrap()));
        let mut ways = vec![(Vec::new(), 0.0, passed(begin))];
        let per_hour = u32::try_from(self.per_hour).unwrap();
        for (hashprice, _) in &self.prices {
            let mut longer = Vec::new();
            for (load, usd, (on, passed)) in &ways {
                for mode in std::iter::once(None).chain(machine.modes.iter().copied().map(Some)) {
                    let least = per_hour * if *on { machine.min_up } else { machine.min_down };
                    // A minimum of one interval binds nothing.
                    if mode.is_some() != *on && *passed < least {
                        continue;
                    }
                    let start = if mode.is_some() && !on { machine.start_usd } else { 0.0 };
                    let (kw, ths) = mode.unwrap_or((0.0, 0.0));
                    let mut load: Vec<f64> = load.clone();
                    load.push(kw);
                    let state = if mode.is_some() == *on { (*on, passed.saturating_add(1)) } else { (!on, 1) };
                    longer.push((load, usd + hashprice * ths / 24e3 * self.hours() - start, state));
                }
            }
            ways = longer;
        }
        ways.into_iter().map(|(load, usd, _)| (load, usd)).collect()
    }

    fn bill(&self, load: &[f64]) -> f64 {
        let first = HOURS_BEFORE_MONTH * self.per_hour;
        let months = [0..first.min(load.len()), first.min(load.len())..load.len()];
        let tier = |kwh: f64| {
            let mut usd = 0.0;
            for (at, (begin, price)) in self.tiers.iter().enumerate() {
                let end = self.tiers.get(at + 1).map_or(f64::INFINITY, |next| next.0);
                usd += price * max(min(kwh, end) - begin, 0.0);
            }
            usd
        };
        let mut total = 0.0;
        for (at, month) in months.iter().enumerate().filter(|(_, month)| !month.is_empty()) {
            let mut usd = self.fixed;
            let mut kwh = 0.0;
            for interval in month.clone() {
                kwh += load[interval] * self.hours();
                usd += load[interval] * self.hours() * self.prices[interval].1;
                if let Some((peak, rate)) = self.coincident
                    && peak == interval
                {
                    usd += load[interval] * rate;
                }
            }
            let before = if at == 0 { self.energy_so_far } else { 0.0 };
            usd += tier(before + kwh) - tier(before);
            let mut kw = month.clone().map(|interval| load[interval]).fold(0.0, max);
            for (charge, demand) in self.demand.iter().enumerate() {
                let peak = |month: &std::ops::Range<usize>| {
                    let counts = |interval: &usize| {
                        let hour = (22 + interval / self.per_hour) % 24;
                        demand.window.is_none_or(|(from, to)| (usize::from(from)..usize::from(to)).contains(&hour))
                    };
                    month.clone().filter(counts).map(|interval| load[interval]).fold(0.0, max)
                };
                let of_first = max(peak(&months[0]), demand.so_far_kw);
                let mut billed = if at == 0 { of_first } else { peak(month) };
                if let Some((part, earlier)) = demand.ratchet {
                    billed = max(billed, part * if at == 0 { earlier } else { of_first });
                    if at == 1 {
                        billed = max(billed, part * earlier);
                    }
                }
                usd += demand.rate * billed;
                if charge == 0 && self.hours_use.is_some_and(|of| of.by_charge) {
                    kw = billed;
                }
            }
            if let Some(HoursOfUse { end, usd: [first, rest], .. }) = self.hours_use {
                let cost = |kwh: f64| first * min(kwh, end * kw) + rest * max(kwh - end * kw, 0.0);
                usd += cost(before + kwh) - cost(before);
            }
            total += if self.minimum > 0.0 { max(usd, self.minimum) } else { usd };
        }
        total
    }

    /// The most that any plan leaves.
    fn best(&self) -> Option<f64> {
        let mut all: Vec<Way> = vec![(vec![0.0; self.prices.len()], 0.0)];
        for machine in &self.machines {
            let ways = self.ways(machine);
            let with = |(load, usd): &Way| -> Vec<Way> {
                let sum = |more: &[f64]| load.iter().zip(more).map(|(a, b)| a + b).collect();
                ways.iter().map(|(more, own)| (sum(more), usd + own)).collect()
            };
            all = all.iter().flat_map(with).collect();
        }
        let limit = self.limit_kw.unwrap_or(f64::INFINITY);
        let within = all.iter().filter(|(load, _)| load.iter().all(|kw| *kw <= limit + 1e-7));
        within.map(|(load, usd)| usd - self.bill(load)).reduce(max)
    }

    fn request(&self) -> DispatchRequest {
        let start = Timestamp::from_s(START_S).unwrap();
        let spec = |(kw, ths): (f64, f64)| MachineSpec::new(Hashrate::new(ths).unwrap(), Power::from_kw(kw).unwrap());
        let class = |machine: &Single| {
            let name = format!("{machine:?}");
            let mut class = DispatchClass::new(name, 1, Machine::Spec(spec(machine.modes[0])));
            class.modes = (machine.modes.len() > 1).then(|| machine.modes[1..].iter().copied().map(spec).collect());
            class.min_up_hours = (machine.min_up > 0).then_some(machine.min_up);
            class.min_down_hours = (machine.min_down > 0).then_some(machine.min_down);
            class.start_cost_usd = (machine.start_usd > 0.0).then(|| Usd::new(machine.start_usd).unwrap());
            class.initial = machine
                .before
                .map(|(on, hours)| if on { InitialState::OnHours(hours) } else { InitialState::OffHours(hours) });
            class
        };
        let minutes = u32::try_from(60 / self.per_hour).unwrap();
        let price = |(_, usd): &(f64, f64)| EnergyPrice::new(*usd).unwrap();
        let series = PowerPrices::new(start, minutes, self.prices.iter().map(price).collect());
        let mut tariff = Tariff::new(EnergyRates::Series(series)).settlement_minutes(minutes);
        let kw = |kw: f64| Power::from_kw(kw).unwrap();
        let charge = |demand: &Demand| {
            let mut charge = DemandCharge::new(Usd::new(demand.rate).unwrap());
            charge.windows = demand.window.map(|(from, to)| vec![BillingWindow::new(from, to)]);
            charge.peak_so_far_w = (demand.so_far_kw > 0.0).then(|| kw(demand.so_far_kw));
            charge.ratchet = demand.ratchet.map(|(part, earlier)| {
                DemandRatchet::new(Fraction::new(part).unwrap(), 11).earlier_peaks_w(vec![kw(earlier)])
            });
            charge
        };
        tariff.demand = (!self.demand.is_empty()).then(|| self.demand.iter().map(charge).collect());
        tariff.coincident_peaks = self.coincident.map(|(interval, rate)| {
            let step = i64::from(minutes) * 60;
            let time = START_S + step * i64::try_from(interval).unwrap() + step / 2;
            vec![CoincidentPeak::new(Timestamp::from_s(time).unwrap(), Usd::new(rate).unwrap())]
        });
        let tier = |(at, (_, price)): (usize, &(f64, f64))| {
            let mut tier = EnergyTier::new(EnergyPrice::new(*price).unwrap());
            tier.up_to_kwh = self.tiers.get(at + 1).map(|next| next.0);
            tier
        };
        tariff.tiers = (!self.tiers.is_empty()).then(|| self.tiers.iter().enumerate().map(tier).collect());
        tariff.hours_use = self.hours_use.map(|of| {
            let [first, rest] = of.usd.map(|usd| HoursUseBlock::new(EnergyPrice::new(usd).unwrap()));
            let mut hours_use = HoursUse::new(vec![first.up_to_kwh_per_kw(of.end), rest]);
            hours_use.charge = (of.by_charge && !self.demand.is_empty()).then_some(0);
            hours_use
        });
        tariff.energy_so_far_kwh = (self.energy_so_far > 0.0).then_some(self.energy_so_far);
        tariff.fixed_usd_per_month = (self.fixed > 0.0).then(|| Usd::new(self.fixed).unwrap());
        tariff.minimum_usd_per_month = (self.minimum > 0.0).then(|| Usd::new(self.minimum).unwrap());
        let hours = self.prices.len() / self.per_hour;
        // Hashprice is hourly: the first interval's of each hour.
        let curve = (0..hours).map(|hour| Hashprice::new(self.prices[hour * self.per_hour].0).unwrap()).collect();
        let curve = HashpriceCurve::HourlyUsdPerPhsDay(curve);
        let classes = self.machines.iter().map(class).collect();
        let mut request = DispatchRequest::new(classes, tariff, start, u32::try_from(hours).unwrap(), curve);
        request.power_limit_w = self.limit_kw.map(kw);
        request
    }

    /// The plan's own load, billed and told by the test.
    fn check(&self) -> Result<(DispatchReport, f64), TestCaseError> {
        let request = self.request();
        let Some(best) = self.best() else {
            let error = plan_dispatch(&request).unwrap_err();
            prop_assert_eq!(error.code(), "mining.power_limit.out_of_range");
            return Err(TestCaseError::reject("machines that may not stop exceed the limit"));
        };
        let report = plan_dispatch(&request).unwrap_or_else(|error| panic!("{error}"));
        let load: Vec<f64> = report.load_w.iter().map(|load| load / 1e3).collect();
        let bill = self.bill(&load);
        prop_assert!(
            (bill - report.bill.total_usd).abs() < 1e-9 * (1.0 + bill.abs()),
            "{} {bill}",
            report.bill.total_usd
        );
        prop_assert!(load.iter().all(|kw| *kw <= self.limit_kw.unwrap_or(f64::INFINITY) + 1e-7));
        let (net, gap) = (report.net_usd, report.optimality_gap_usd);
        prop_assert!(gap >= 0.0 && net <= best + 1e-9, "net {net}, gap {gap}, best {best}");
        prop_assert!(net + gap >= best - 1e-9, "net {net}, gap {gap}, best {best}");
        Ok((report, best))
    }
}

fn any_single(bound: bool) -> impl Strategy<Value = Single> {
    let mode = (1_u32..20, 10_u32..400).prop_map(|(kw, ths)| (f64::from(kw) / 2.0, f64::from(ths)));
    let bounds = if bound {
        (0_u32..3, 0_u32..3, 0.0_f64..0.3, proptest::option::of((any::<bool>(), 1_u32..3))).boxed()
    } else {
        Just((0, 0, 0.0, None)).boxed()
    };
    (proptest::collection::vec(mode, 1..3), bounds).prop_map(|(modes, (min_up, min_down, start_usd, before))| Single {
        modes,
        min_up,
        min_down,
        start_usd,
        before,
    })
}

fn any_demand() -> impl Strategy<Value = Demand> {
    let window = prop_oneof![Just(None), Just(Some((22, 24))), Just(Some((0, 1))), Just(Some((23, 24)))];
    let ratchet = proptest::option::of((0.3_f64..1.0, 0.0_f64..15.0));
    (0.0_f64..0.4, window, prop_oneof![2 => Just(0.0), 1 => 0.0_f64..15.0], ratchet)
        .prop_map(|(rate, window, so_far_kw, ratchet)| Demand { rate, window, so_far_kw, ratchet })
}

fn any_site(bound: bool, every: bool) -> impl Strategy<Value = Site> {
    let hours = proptest::collection::vec((20.0_f64..90.0, proptest::collection::vec(-0.05_f64..0.2, 2)), 2..=4);
    let per_hour = prop_oneof![3 => Just(1_usize), 1 => Just(2)];
    let demand = proptest::collection::vec(any_demand(), 0..=2);
    let coincident = proptest::option::of((0_usize..4, 0.0_f64..0.3));
    let tiers = prop_oneof![
        Just(Vec::new()),
        (1.0_f64..30.0, -0.02_f64..0.1, -0.02_f64..0.1).prop_map(|(end, a, b)| vec![(0.0, a), (end, b)]),
    ];
    let amounts = (prop_oneof![Just(0.0), 0.0_f64..20.0], prop_oneof![Just(0.0), 0.0_f64..5.0]);
    let minimum = prop_oneof![2 => Just(0.0), 1 => 0.0_f64..4.0];
    let machines = proptest::collection::vec(any_single(bound), 1..=2);
    let limit = proptest::option::of(0.0_f64..1.2);
    let hours_use = (any::<bool>(), 0.2_f64..3.0, -0.02_f64..0.1, -0.02_f64..0.1);
    let hours_use = hours_use.prop_map(|(by_charge, end, a, b)| HoursOfUse { by_charge, end, usd: [a, b] });
    let blocks = (tiers, proptest::option::weighted(0.3, hours_use));
    (machines, hours, per_hour, demand, coincident, blocks, amounts, minimum, limit).prop_map(
        move |(machines, hours, per_hour, demand, coincident, blocks, (energy_so_far, fixed), minimum, limit)| {
            let (tiers, hours_use) = blocks;
            // Half hours for two hours: enough ways to try.
            let hours = if per_hour == 2 { hours[..2].to_vec() } else { hours };
            let prices: Vec<(f64, f64)> = hours
                .iter()
                .flat_map(|(hashprice, usd)| usd[..per_hour].iter().map(|usd| (*hashprice, *usd)))
                .collect();
            let all = machines.iter().map(|machine| machine.modes.iter().map(|m| m.0).fold(0.0, max)).sum::<f64>();
            let count = prices.len();
            Site {
                machines,
                prices,
                per_hour,
                demand,
                coincident: coincident.filter(|(at, _)| *at < count && every),
                tiers: if every { tiers } else { Vec::new() },
                hours_use: hours_use.filter(|_| every),
                energy_so_far,
                fixed,
                minimum: if every { minimum } else { 0.0 },
                limit_kw: limit.map(|part| (all * part * 1e3).floor() / 1e3),
            }
        },
    )
}

fn cases(full: u32) -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(71), ..hashinsight_testkit::properties(full) }
}

proptest! {
    #![proptest_config(cases(20_000))]

    /// Demand by window, peaks so far, ratchets, coincident peaks, blocks, fixed and minimum charges, a limit: never
    /// better than the best, never short of it by more than the gap.
    #[test]
    fn a_plan_is_the_best_under_the_whole_bill_or_says_by_how_much_not(site in any_site(false, true)) {
        site.check()?;
    }

    /// With minimum times, start costs and states before the span besides.
    #[test]
    fn a_bound_plan_under_the_whole_bill_says_a_true_gap(site in any_site(true, true)) {
        site.check()?;
    }
}

/// Machines that may not stop rest in the mode that the limit allows, though a greater one would be paid for.
#[test]
fn machines_that_are_held_keep_the_limit() {
    let machine = Single {
        modes: vec![(0.5, 10.0), (1.0, 10.0)],
        min_up: 2,
        min_down: 0,
        start_usd: 0.0,
        before: Some((true, 1)),
    };
    let mut site = Site {
        machines: vec![machine],
        prices: vec![(20.0, -0.037), (20.0, 0.0)],
        per_hour: 1,
        demand: Vec::new(),
        coincident: None,
        tiers: Vec::new(),
        hours_use: None,
        energy_so_far: 0.0,
        fixed: 0.0,
        minimum: 0.0,
        limit_kw: Some(0.8),
    };
    let report = site.check().unwrap().0;
    assert_eq!(report.load_w, [500.0, 500.0]);
    site.limit_kw = Some(0.4);
    assert_eq!(plan_dispatch(&site.request()).unwrap_err().code(), "mining.power_limit.out_of_range");
}
