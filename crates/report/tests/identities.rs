//! What must add up does: rows against rows, and rows against arithmetic that is written here.

use hashinsight_report::document::{Cells, PlotShape, SectionName, Shown};

use super::sample::{changed, column, full, hedged, near, number, report, shown, table};

const DIFFICULTY: f64 = 138_955_357_012_247.3;
const PRICE: f64 = 73_674.0;

#[test]
fn a_day_of_the_site_is_that_of_a_pocket_calculator() {
    let report = report(&full());
    // 300 machines of 270 TH/s and 3645 W, 500 of 140 TH/s and 3010 W, 98 % of the day, 5 cents and a cent for the host.
    let (ths, kw) = (300.0 * 270.0 + 500.0 * 140.0, (300.0 * 3645.0 + 500.0 * 3010.0) / 1e3);
    let btc = ths * 1e12 * 86_400.0 / (DIFFICULTY * 4_294_967_296.0) * 3.145 * 0.98 * 0.98;
    let (revenue, power, host, upkeep) = (btc * PRICE, kw * 24.0 * 0.98 * 0.05, kw * 24.0 * 0.98 * 0.01, 800.0 * 0.2);
    for (code, expected) in [
        ("site_btc", btc),
        ("site_revenue", revenue),
        ("site_power_cost", power),
        ("site_hosting", host),
        ("site_maintenance", upkeep),
        ("site_net", revenue - power - host - upkeep),
    ] {
        near(number(&report, SectionName::Machines, code), expected, code);
    }
    near(number(&report, SectionName::Answer, "earns"), revenue - power - host - upkeep, "the answer");
    assert_eq!(number(&report, SectionName::Network, "btc_price"), PRICE);
    assert_eq!(number(&report, SectionName::Network, "difficulty"), DIFFICULTY);
    // What the site earns at the price and difficulty of the day stands in the middle of the heat map.
    let PlotShape::HeatMap(map) = &report.section(SectionName::Machines).unwrap().plots[1].shape else { panic!() };
    near(map.values[map.x.len() * 2 + 3], revenue - power - host - upkeep, "heat map");
    let at = |row: usize, place: usize| map.values[map.x.len() * row + place];
    near(at(0, 0), revenue * 0.7 / 0.8 - power - host - upkeep, "cheaper and easier");
    near(at(4, 6), revenue * 1.3 / 1.2 - power - host - upkeep, "dearer and harder");
}

#[test]
fn rows_of_machines_add_up_and_break_even() {
    let report = report(&full());
    for title in ["own_machines", "catalog_machines"] {
        let table = table(&report, SectionName::Machines, title);
        let of = |name| column(table, name);
        let costs = [of("power_cost"), of("hosting_cost"), of("maintenance_cost")];
        for (row, net) in of("net").into_iter().enumerate() {
            let cost: f64 = costs.iter().map(|column| column[row]).sum();
            near(of("revenue")[row] - cost, net, title);
            let Cells::Shown(even) = &table.columns[10].cells else { panic!() };
            near(even[row].number().unwrap(), PRICE * cost / of("revenue")[row], "the price that just pays");
        }
        assert!(of("net").windows(2).all(|pair| pair[0] >= pair[1]), "by falling profit");
    }
}

#[test]
fn months_and_algorithms_are_the_same_money() {
    let report = report(&full());
    let months = table(&report, SectionName::CashFlow, "months");
    let of = |name| column(months, name);
    let profit = table(&report, SectionName::Algorithms, "profit");
    for (row, names) in [("static_net", None), ("dynamic_net", Some("dynamic_revenue"))].into_iter().enumerate() {
        near(of(names.0).iter().sum(), column(profit, "net")[row], names.0);
        if let Some(revenue) = names.1 {
            near(of(revenue).iter().sum(), column(profit, "revenue")[row], revenue);
        }
    }
    let costs: Vec<Vec<f64>> = ["dynamic_power", "dynamic_hosting", "dynamic_maintenance"].map(of).to_vec();
    let mut sum = -(300.0 * 4500.0 + 500.0 * 900.0);
    for (row, net) in of("dynamic_net").into_iter().enumerate() {
        let cost: f64 = costs.iter().map(|column| column[row]).sum();
        near(of("dynamic_revenue")[row] - cost, net, "month");
        sum += net;
        near(of("dynamic_cumulative")[row], sum, "cumulative");
    }
    near(number(&report, SectionName::CashFlow, "end_dynamic"), sum, "the end");
    let mined = table(&report, SectionName::Algorithms, "mined");
    near(of("dynamic_btc").iter().sum(), column(mined, "btc")[1], "coins");
}

#[test]
fn the_plan_rests_where_power_costs_more_than_it_earns() {
    let report = report(&changed(&[]));
    let classes = table(&report, SectionName::Curtailment, "classes");
    let saved: f64 = column(classes, "saved").iter().sum();
    let of = |code| number(&report, SectionName::Curtailment, code);
    near(of("plan_saves"), saved, "by class");
    near(of("plan_net") - of("always_on_net"), saved, "against no rest");
    // 16 USD cents from 15 to 20 on five weekdays stop both kinds, 8 cents from 10 to 15 the older one.
    assert_eq!(column(classes, "hours_off"), [300.0 * 25.0, 500.0 * 50.0]);
    assert_eq!(of("hours_with_rest"), 50.0);
    let hours = column(table(&report, SectionName::Curtailment, "schedule"), "hours");
    near(hours.iter().sum(), 168.0, "hours of a week");
    near(number(&report, SectionName::Answer, "rest_saves"), saved, "the answer");
}

/// The certificate step by step by hand, in satoshis and cents: no formula of the floor is used.
#[test]
fn the_certificate_can_be_added_up() {
    let poor = changed(&[("600000 USD", "250000 USD")]);
    let rich = changed(&[]);
    for (request, sells) in [(poor, true), (rich, false)] {
        let report = report(&request);
        let of = |code| number(&report, SectionName::Treasury, code);
        assert_eq!(*shown(&report, SectionName::Treasury, "guarantee"), Shown::word("yes"));
        assert_eq!(of("plan_sale") > 0.0, sells);
        let rows = table(&report, SectionName::Treasury, "certificate");
        let column = |name| super::sample::column(rows, name);
        let (mut coins, mut cash, mut price) = (of("coins"), of("cash"), PRICE);
        for row in 0..rows.rows() {
            assert!((column("least_price")[row] - price).abs() < 1e-3, "15 % less each time");
            let sale = column("sale")[row];
            // A tenth of a percent of fee after a twentieth of slippage; rounded down.
            let proceeds = sale * price * (1.0 - 0.0005) * (1.0 - 0.001);
            assert!((column("proceeds")[row] - proceeds).abs() < 0.01, "{row}");
            coins -= sale;
            cash += column("proceeds")[row] - column("payment")[row];
            assert!((column("coins")[row] - coins).abs() < 1e-7 && (column("cash")[row] - cash).abs() < 1e-5, "{row}");
            assert!(cash >= -1e-6 && coins >= -1e-9, "the guarantee holds at step {row}");
            price *= 0.85;
        }
        // Power of 30 days at full load and 100,000 USD, to the cent upward, six times.
        let monthly = 2598.5 * 24.0 * 30.0 * 0.05 + 100_000.0;
        assert!((0.0..0.01).contains(&(of("monthly_costs") - monthly)), "{}", of("monthly_costs"));
        near(column("payment").iter().sum(), 6.0 * of("monthly_costs"), "six months");
        near(of("coins") * PRICE, of("coins_worth"), "worth");
        near(of("coins_worth") + of("cash"), of("total"), "total");
        near(of("left_coins"), of("coins") - of("plan_sale"), "left");
        near(of("left_cash"), of("cash") + of("plan_proceeds"), "left in cash");
    }
}

#[test]
fn what_cannot_be_covered_says_what_is_missing() {
    let report = report(&changed(&[("600000 USD", "1000 USD"), ("12.5 BTC", "1 BTC")]));
    assert_eq!(*shown(&report, SectionName::Treasury, "guarantee"), Shown::word("no"));
    assert_eq!(*shown(&report, SectionName::Answer, "sell_why"), Shown::word("payments_not_covered"));
    // All coins now, six payments less that and the cash are missing: selling later only brings less.
    let of = |code| number(&report, SectionName::Treasury, code);
    let proceeds = PRICE * (1.0 - 0.0005) * (1.0 - 0.001);
    let missing = 6.0 * of("monthly_costs") - proceeds - 1000.0;
    assert!((of("shortfall") - missing).abs() < 0.01, "{} {missing}", of("shortfall"));
}

#[test]
fn holding_over_366_days_is_the_price_of_the_sample() {
    let report = report(&changed(&[]));
    let runs = table(&report, SectionName::Treasury, "backtest");
    // Coins that nobody sells: those of the start and what 151 PH/s found each day, to the satoshi downward.
    let days: Vec<Vec<&str>> =
        hashinsight_report::SAMPLE_DAYS.lines().skip(1 + 761 - 366).map(|line| line.split(',').collect()).collect();
    let mined = days.iter().map(|day| {
        let difficulty: f64 = day[6].parse().unwrap();
        (151e15 * 86_400.0 / (difficulty * 4_294_967_296.0) * 3.145 * 0.98 * 1e8).floor()
    });
    let coins = 12.5 + mined.sum::<f64>() / 1e8;
    assert!((column(runs, "coins")[0] - coins).abs() < 1e-5, "{} {coins}", column(runs, "coins")[0]);
    let monthly = number(&report, SectionName::Treasury, "monthly_costs");
    near(column(runs, "cash")[0], 600_000.0 - 12.0 * monthly, "twelve payments");
    assert_eq!(column(runs, "trades")[0], 0.0);
    near(column(runs, "shortfall")[0], 12.0 * monthly - 600_000.0, "cash alone is overdrawn");
    assert_eq!(column(runs, "shortfall")[1], 0.0, "the floor meets every payment of these days");
}

/// Half of the coins short in a future that is struck at each close: the cash beside that of holding, by hand.
#[test]
fn hedging_earns_the_basis_and_pays_the_rise() {
    let rows: Vec<Vec<&str>> =
        hashinsight_report::SAMPLE_DAYS.lines().skip(1 + 761 - 366).map(|line| line.split(',').collect()).collect();
    let report = report(&hedged("0.2,0.1"));
    let runs = table(&report, SectionName::Treasury, "backtest");
    let (coins, cash) = (column(runs, "coins"), column(runs, "cash"));
    let last = runs.rows() - 1;
    assert_eq!((coins[last], column(runs, "trades")[last]), (coins[0], 0.0));
    let (mut held, mut short, mut earned, mut before) = (12.5, 0.0, 0.0, 0.0);
    for row in &rows {
        let [price, difficulty] = [row[4], row[6]].map(|cell| cell.parse::<f64>().unwrap());
        earned += short * (before * (1.0 + 0.2 / 365.0) - price);
        held += (151e15 * 86_400.0 / (difficulty * 4_294_967_296.0) * 3.145 * 0.98 * 1e8).floor() / 1e8;
        earned -= (0.5 * held - short) * price * (1.0 - 0.9995 * 0.999);
        (short, before) = (0.5 * held, price);
    }
    let beside = cash[last] - cash[0];
    assert!((beside - earned).abs() < 0.1, "{beside} {earned}");
}

#[test]
fn contributions_add_up_to_scores() {
    let report = report(&changed(&[]));
    let modules = table(&report, SectionName::Signals, "modules");
    let reasons = table(&report, SectionName::Signals, "reasons");
    assert_eq!(modules.rows(), 10);
    let Cells::Codes(names) = &modules.columns[0].cells else { panic!() };
    let Cells::Codes(of) = &reasons.columns[0].cells else { panic!() };
    let contributions = column(reasons, "contribution");
    let mut scored = 0;
    for (row, name) in names.iter().enumerate() {
        let sum: f64 = of.iter().zip(&contributions).filter(|(module, _)| *module == name).map(|(_, term)| term).sum();
        match modules.columns[2].cells.get(row) {
            Some(Shown::Number(score)) => {
                scored += 1;
                assert!((score - sum).abs() < 1e-12, "{name}: {score} {sum}");
            }
            other => assert_eq!((other, sum), (Some(Shown::Undefined), 0.0), "{name}"),
        }
    }
    assert_eq!(scored, 8, "derivatives and microstructure have no data");
}

/// A short of 5 bitcoin with 60,000 USD of isolated margin and 0.5 % of maintenance is liquidated where
/// `60000 + 5 (entry - P) = 0.005 * 5 P`; half of the margin is covered.
#[test]
fn the_cover_of_the_hedge_adds_up() {
    let report = report(&full());
    let of = |code| number(&report, SectionName::Insurance, code);
    let level = (60_000.0 + 5.0 * PRICE) / (5.0 * 1.005);
    near(of("liquidation_price"), level, "level");
    near(of("liquidation_distance"), level / PRICE - 1.0, "distance");
    near(of("hedge_leverage"), 5.0 * PRICE / 60_000.0, "leverage");
    near(of("cover_pays"), 30_000.0, "half of the margin");
    // The expected payout is paid at the touch, discounted by at most two weeks at 4 %.
    let undiscounted = 30_000.0 * of("hit_probability");
    assert!(
        of("pure_premium") <= undiscounted && of("pure_premium") >= undiscounted * (-0.04_f64 * 14.0 / 365.0).exp()
    );
    let (p, gross) = (of("hit_probability"), of("cover_costs"));
    let risk = 0.1 * 30_000.0 * (p * (1.0 - p)).sqrt();
    assert!((gross - (of("pure_premium") + risk) / 0.85).abs() < 0.02, "{gross}");
    near(of("premium_rate"), gross / 30_000.0, "rate");
    let section = report.section(SectionName::Insurance).unwrap();
    let PlotShape::Waterfall(terms) = &section.plots[1].shape else { panic!() };
    near(terms.values.iter().sum(), gross, "terms");
    let PlotShape::Line(losses) = &section.plots[0].shape else { panic!() };
    let chances = &losses.series[0].values;
    assert_eq!(chances[0], 1.0, "a loss of 0 is there already");
    assert!(chances.windows(2).all(|pair| pair[1] <= pair[0]));
    // The mark stands at the first loss beyond the level: at the level the hedge has lost 60,000 less the maintenance.
    let Cells::Numbers(lost) = &losses.x else { panic!() };
    let (index, at_level) = (losses.marks[0].index as usize, 5.0 * (level - PRICE));
    assert!(lost[index - 1] < at_level && at_level <= lost[index]);
    assert!(chances[index] <= p && p <= chances[index - 1]);
    // The row of the same days is the quote itself, and longer covers cost more.
    let rows = table(&report, SectionName::Insurance, "cover_by_days");
    let hits = column(rows, "hit_probability");
    assert_eq!(column(rows, "days"), [1.0, 3.0, 7.0, 14.0, 30.0]);
    assert_eq!(hits[3], p);
    assert!(hits.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(number(&report, SectionName::Answer, "cover_costs"), gross);
    let jumps = of("pure_premium_jumps");
    assert!(jumps > 0.0 && of("pure_premium_jumps_error") < 0.1 * jumps);
}
