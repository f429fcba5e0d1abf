//! The site's future: against a loop, and row against row.

use serde_json::Value;

use super::{
    DIFFICULTY, FLEET_KW, FLEET_THS, column, directory, figure, near, number, numbers, printed, revenue, run, section,
};

#[test]
fn both_algorithms_and_the_cash_flow_are_those_of_a_loop() {
    let json: Value = serde_json::from_str(printed(&run(&directory("futures"), &["--json"]))).unwrap();
    let (days, power) = (730.5, FLEET_KW * 24.0 * 0.05);
    let still = revenue(FLEET_THS, DIFFICULTY, 3.145);
    let of = |table, name| numbers(column(&json, "algorithms", table, name));
    near(of("revenue_per_day", "revenue_mean")[0], still);
    near(of("profit", "net")[0], (still - power) * days);
    near(of("return", "return_on_investment")[0], (still - power) * days / 1_800_000.0 - 1.0);
    near(number(&json, "algorithms", "machine_cost"), 300.0 * 4500.0 + 500.0 * 900.0);

    // Retarget by retarget: a period of growing difficulty is shorter by the growth, the rule measures 2015 intervals.
    let (mut day, mut height, mut difficulty, mut months) = (0.0, 951_984_u32, DIFFICULTY, vec![0.0; 24]);
    let (mut net, mut off, mut halving) = (0.0, 0.0, None);
    while day < days {
        let blocks = (2016 - height % 2016).min(1_050_000_u32.checked_sub(height).filter(|n| *n > 0).unwrap_or(2016));
        let length = f64::from(blocks) * 1_209_600.0 / 2015.0 / 1.01 / 86_400.0;
        let end = f64::min(day + length, days);
        let block_btc = if height < 1_050_000 { 3.145 } else { 1.5825 };
        let margin = revenue(FLEET_THS, difficulty, block_btc) - power;
        if height == 1_050_000 {
            halving = Some(day);
        }
        let kept = if margin > 0.0 { margin } else { 0.0 };
        off += if margin > 0.0 { 0.0 } else { end - day };
        net += kept * (end - day);
        for (month, sum) in months.iter_mut().enumerate() {
            let overlap = end.min((month + 1) as f64 * 30.4375) - day.max(month as f64 * 30.4375);
            *sum += kept * overlap.max(0.0);
        }
        day = end;
        height += blocks;
        if height % 2016 == 0 {
            difficulty *= 1.01;
        }
    }
    near(of("profit", "net")[1], net);
    near(of("mined", "days_off")[1], off);
    let flow = |name| numbers(column(&json, "cash_flow", "months", name));
    let mut sum = -1_800_000.0;
    for (month, expected) in months.iter().enumerate() {
        near(flow("dynamic_net")[month], *expected);
        sum += expected;
        near(flow("dynamic_cumulative")[month], sum);
        near(flow("static_net")[month], (still - power) * 30.4375);
    }
    assert_eq!(number(&json, "cash_flow", "halving_height"), 1_050_000.0);
    assert_eq!(number(&json, "cash_flow", "halving_subsidy"), 1.5625);
    // 2026-06-01 and so many days; the 23rd month.
    let halving = halving.unwrap();
    assert_eq!((halving.floor(), (halving / 30.4375).floor()), (674.0, 22.0));
    assert_eq!(figure(&json, "cash_flow", "halving_time")["day"], "2028-04-05");
    let events = column(&json, "cash_flow", "months", "event");
    assert_eq!(events.iter().position(|event| event["code"] == "report.word.halving"), Some(22));
}

/// With the halving one block ahead machines rest for two years: a row that does not say so is without their rest.
#[test]
fn case_57_rows_of_revenue_agree() {
    let directory = directory("rows");
    let sample = hashinsight::report::SAMPLE_SITE;
    let halving = sample
        .replace("height = 951_984", "height = 1_049_999")
        .replace("difficulty_growth = \"1 %\"", "difficulty_growth = \"0 %\"");
    assert_ne!(halving, sample);
    let hosted = halving.replace("# hosting_fee", "hosting_fee").replace("# maintenance", "maintenance");
    assert_ne!(hosted, halving);
    for (site, has_costs) in [(&halving, false), (&hosted, true)] {
        std::fs::write(directory.join("site.toml"), site).unwrap();
        let json = serde_json::from_str(printed(&run(&directory, &["--site", "site.toml", "--json"]))).unwrap();
        for algorithm in [0, 1] {
            let of = |table, name| numbers(column(&json, "algorithms", table, name))[algorithm];
            let (revenue, net) = (of("profit", "revenue"), of("profit", "net"));
            near(of("revenue_per_day", "revenue_mean") * 730.5, revenue);
            near(of("mined", "btc") * super::PRICE, revenue);
            near(of("revenue_per_day", "revenue_mean_always_on") * 730.5, of("mined", "btc_always_on") * super::PRICE);
            let (hosting, upkeep) = (of("profit", "hosting_cost"), of("profit", "maintenance_cost"));
            near(revenue - of("profit", "power_cost") - hosting - upkeep, net);
            near(of("profit", "margin"), net / revenue);
            assert_eq!((hosting > 0.0, upkeep > 0.0), (has_costs, has_costs), "{hosting} {upkeep}");
        }
        assert!(numbers(column(&json, "algorithms", "mined", "days_off"))[1] > 700.0, "a case in which rest matters");
    }
}

#[test]
fn the_plan_runs_what_pays() {
    let json: Value = serde_json::from_str(printed(&run(&directory("plan"), &["--json"]))).unwrap();
    let plots = &section(&json, "curtailment")["plots"];
    assert_eq!((&plots[0]["source"], number(&json, "curtailment", "plan_hours")), (&"synthetic".into(), 168.0));
    let series = |plot: usize| numbers(plots[plot]["shape"]["step"]["series"][0]["values"].as_array().unwrap());
    let (prices, load) = (series(0), series(1));
    let per_ths = revenue(1.0, DIFFICULTY, 3.145) / 24.0;
    let (mut net, mut always) = (0.0, 0.0);
    for hour in 0..168_usize {
        // Monday 2026-06-01 00:00 UTC is Sunday 19:00 on the tariff's clock, five hours behind in summer.
        let local = (hour + 24 - 5) % 24;
        let weekday = (5..5 + 5 * 24).contains(&hour);
        let price = match local {
            10..15 if weekday => 0.08,
            15..20 if weekday => 0.16,
            _ => 0.045,
        };
        near(prices[hour], price);
        let mut kw_running = 0.0;
        for (count, ths, kw) in [(300.0, 270.0, 3.645), (500.0, 140.0, 3.01)] {
            let margin = per_ths * ths - price * kw;
            let runs = if margin > 0.0 { count } else { 0.0 };
            kw_running += runs * kw;
            net += margin * runs;
            always += margin * count;
        }
        near(load[hour], kw_running);
    }
    near(number(&json, "curtailment", "plan_net"), net);
    near(number(&json, "curtailment", "plan_saves"), net - always);
    assert!(net > always + 1.0);
}
