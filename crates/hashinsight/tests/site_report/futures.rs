//! The site's future: against a loop, and row against row.

use serde_json::Value;

use super::{DIFFICULTY, FLEET_KW, FLEET_THS, PRICE, directory, near, printed, revenue, run};

#[test]
fn both_algorithms_and_the_cash_flow_are_those_of_a_loop() {
    let json: Value = serde_json::from_str(printed(&run(&directory("futures"), &["--json"]))).unwrap();
    let compared = &json["algorithms"]["compared"];
    let (days, power) = (730.5, FLEET_KW * 24.0 * 0.05);
    let still = revenue(FLEET_THS, DIFFICULTY, 3.145);
    near(&compared["static"]["daily_revenue"]["mean_usd_per_day"], still);
    near(&compared["static"]["profitability"]["net_usd"], (still - power) * days);
    near(&compared["static"]["roi"]["return_on_investment"]["value"], (still - power) * days / 1_800_000.0 - 1.0);
    near(&compared["machine_price_usd"], 300.0 * 4500.0 + 500.0 * 900.0);

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
    near(&compared["dynamic"]["profitability"]["net_usd"], net);
    near(&compared["dynamic"]["profitability"]["days_off"], off);
    let flow = &json["cash_flow"]["months"];
    let mut sum = -1_800_000.0;
    let columns = &flow["dynamic"];
    for (month, expected) in months.iter().enumerate() {
        near(&columns["net_usd"][month], *expected);
        sum += expected;
        near(&columns["cumulative_usd"][month], sum);
        near(&flow["static"]["net_usd"][month], (still - power) * 30.4375);
    }
    let ahead = &flow["halvings"][0];
    assert_eq!((&ahead["ahead"]["height"], &ahead["subsidy_sat"]), (&1_050_000.into(), &156_250_000.into()));
    let comes = (ahead["ahead"]["time_ms"].as_f64().unwrap() - 1_780_272_000_000.0) / 86_400_000.0;
    assert!((comes - halving.unwrap()).abs() < 1e-6, "{comes} {halving:?}");
    assert_eq!(ahead["month"].as_f64().unwrap(), (comes / 30.4375).floor());
}

/// Both columns of a row of the printed report.
fn row(text: &str, name: &str) -> [f64; 2] {
    let of = |line: &str| {
        let cells: Vec<&str> = line.strip_prefix(name)?.split_whitespace().collect();
        let number = |cell: &str| {
            let percent = cell.ends_with('%') || cells.contains(&"%");
            let number: Option<f64> = cell.trim_end_matches('%').replace(',', "").parse().ok();
            number.map(|number| if percent { number / 100.0 } else { number })
        };
        let numbers: Vec<f64> =
            cells.iter().filter(|cell| **cell != "%").map(|cell| number(cell)).collect::<Option<_>>()?;
        <[f64; 2]>::try_from(numbers).ok()
    };
    text.lines().find_map(of).ok_or_else(|| format!("no row {name} in\n{text}")).unwrap()
}

/// With the halving one block ahead machines rest for two years: a row that does not say so is without their rest.
#[test]
fn case_57_rows_of_revenue_agree() {
    let directory = directory("rows");
    let sample = include_str!("../../examples/site_report/site.toml");
    let halving = sample
        .replace("height = 951_984", "height = 1_049_999")
        .replace("difficulty_growth = \"1 %\"", "difficulty_growth = \"0 %\"");
    assert_ne!(halving, sample);
    let hosted = halving.replace("# hosting_fee", "hosting_fee").replace("# maintenance", "maintenance");
    assert_ne!(hosted, halving);
    for (site, costs) in [(&halving, 0.0), (&hosted, 1.0)] {
        std::fs::write(directory.join("site.toml"), site).unwrap();
        let output = run(&directory, &["--site", "site.toml"]);
        let row = |name| row(printed(&output), name);
        for algorithm in [0, 1] {
            let of = |name| row(name)[algorithm];
            let (revenue, net, btc) = (of("revenue USD "), of("net USD "), of("BTC mined "));
            let near = |a: f64, b: f64, tolerance: f64, what: &str| {
                assert!((a - b).abs() <= tolerance, "{what}, {algorithm}: {a} {b}");
            };
            // As printed: dollars, cents a day, a ten-thousandth of a bitcoin.
            near(of("revenue USD/day, mean ") * 730.5, revenue, 0.5 + 0.005 * 730.5, "mean revenue");
            near(btc * PRICE, revenue, 0.5 + 5e-5 * PRICE, "BTC at a price that stays");
            let always_on = of("BTC mined, never switched off ") * PRICE;
            let per_day = of("revenue USD/day, mean, never switched off ");
            near(per_day * 730.5, always_on, 5e-5 * PRICE + 0.005 * 730.5, "never switched off");
            let (hosting, upkeep) = (of("hosting USD "), of("upkeep USD "));
            near(revenue - of("power USD ") - hosting - upkeep, net, 2.5, "costs");
            let rounding = 0.5 / revenue * (1.0 + (net / revenue).abs());
            near(of("margin "), net / revenue, 6e-5 + 1.1 * rounding, "margin");
            assert_eq!((hosting > 0.0, upkeep > 0.0), (costs > 0.0, costs > 0.0), "{hosting} {upkeep}");
        }
        assert!(row("days switched off ")[1] > 700.0, "the case is one in which rest matters");
    }
}

#[test]
fn the_plan_runs_what_pays() {
    let json: Value = serde_json::from_str(printed(&run(&directory("plan"), &["--json"]))).unwrap();
    let plan = &json["curtailment"]["plan"];
    assert_eq!((&plan["prices"], &plan["hours"]), (&"synthetic".into(), &168.into()));
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
        near(&plan["report"]["price_usd_per_kwh"][hour], price);
        for (class, (count, ths, kw)) in [(300.0, 270.0, 3.645), (500.0, 140.0, 3.01)].into_iter().enumerate() {
            let margin = per_ths * ths - price * kw;
            let runs = if margin > 0.0 { count } else { 0.0 };
            near(&plan["report"]["classes"][class]["running"][0][hour], runs);
            net += margin * runs;
            always += margin * count;
        }
    }
    near(&plan["report"]["net_usd"], net);
    near(&plan["report"]["saved_usd"], net - always);
    assert!(net > always + 1.0);
}
