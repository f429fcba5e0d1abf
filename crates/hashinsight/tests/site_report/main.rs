//! The main job as a user runs it: the built program, in a directory that is not the project's.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]
#![allow(clippy::disallowed_methods, reason = "plain arithmetic beside that of the library")]

mod futures;

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// The example program; cargo builds it before the tests of this package run.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(|deps| deps.parent()).unwrap();
    let program = folder.join("examples").join(format!("site_report{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is missing: run `cargo build --example site_report`", program.display());
    program
}

/// An empty directory of this test.
fn directory(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("site_report_{name}"));
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).unwrap();
    directory
}

fn run(directory: &PathBuf, arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).current_dir(directory).output().unwrap()
}

fn printed(output: &Output) -> &str {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    str::from_utf8(&output.stdout).unwrap()
}

const SITE: &str = r#"
name = "Barn <1> & Co"
fees_per_block = "0.03 BTC"
pool_fee = "1.5 %"
power_price = "45 USD/MWh"
uptime = "97 %"
catalog = "all"
[[machine]]
model = "Antminer S21"
count = 120
[[machine]]
model = "S19j Pro, low power"
count = 60
hashrate = "88 TH/s"
power = "2.3 kW"
[tip]
height = 952_560
time_s = 1_780_617_600
epoch_start_s = 1_780_012_800
"#;

fn report(name: &str, site: &str) -> Value {
    let directory = directory(name);
    std::fs::write(directory.join("my_site.toml"), site).unwrap();
    serde_json::from_str(printed(&run(&directory, &["--site", "my_site.toml", "--json"]))).unwrap()
}

#[test]
fn runs_anywhere_and_says_what_it_assumes() {
    let directory = directory("plain");
    let output = run(&directory, &[]);
    let text = printed(&output);
    for words in [
        "fees per block  0.02 BTC",
        "pool fee        2 %",
        "2026-05-31 (last of the sample)",
        "138,955,357,012,247.3 (start of its epoch: estimated)",
        "no_data",
        "USD/PH/day",
        "Antminer S23 Hyd 3U",
        "b/e difficulty",
        "synthetic prices, invented for illustration",
        "halving, dynamic     at height 1,050,000",
        "difficulty, dynamic  assumed +1.00 % per retarget",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    assert!(!text.contains("DOUBTFUL"), "doubtful machines are off unless asked for");
    assert_eq!(std::fs::read_dir(directory).unwrap().count(), 0, "nothing is written unasked");
}

#[test]
fn json_is_the_report() {
    let json: Value = serde_json::from_str(printed(&run(&directory("json"), &["--json"]))).unwrap();
    assert_eq!(json["network"]["btc_price_usd"], 73_674.0);
    assert_eq!(json["network"]["difficulty"], 138_955_357_012_247.3);
    assert!(json["retarget"]["no_data"]["reason"].is_string());
    assert_eq!(json["assumptions"]["fees_per_block_sat"], 2_000_000);
    assert_eq!(json["hashprice"]["days"]["date"].as_array().unwrap().len(), 761);
    let machines = json["machines"]["machines"].as_array().unwrap();
    assert_eq!(machines.len(), 64 + 2, "the catalog's undisputed and the site's own");
    assert_eq!(json["machines"]["site_total"]["machines"], 800);

    // 86,400 · 10^15 · 3.145 BTC / (D · 2^32) by hand, and an S21 XP by hand.
    let btc_per_phs = 86_400e15 * 3.145 / (138_955_357_012_247.3 * 4_294_967_296.0);
    let usd = json["hashprice"]["usd_per_phs_day"].as_f64().unwrap();
    assert!((usd / (btc_per_phs * 73_674.0) - 1.0).abs() < 1e-12);
    let xp = machines.iter().find(|machine| machine["model"] == "Antminer S21 XP" && machine["count"] == 0).unwrap();
    let (revenue, power) = (0.27 * usd * 0.98, 3.645 * 24.0 * 0.05);
    assert!((xp["net_usd"].as_f64().unwrap() - (revenue - power)).abs() < 1e-9);
    let even = |name: &str| xp["break_even"][name]["value"].as_f64().unwrap();
    assert!((even("power_price_usd_per_kwh") - revenue / (3.645 * 24.0)).abs() < 1e-12);
    assert!((even("btc_price_usd") / (73_674.0 * power / revenue) - 1.0).abs() < 1e-12);
    assert!((even("hashprice_usd_per_phs_day") / (usd * power / revenue) - 1.0).abs() < 1e-12);
    assert!((even("difficulty") / (138_955_357_012_247.3 * revenue / power) - 1.0).abs() < 1e-12);
}

#[test]
fn reads_a_site() {
    let json = report("site", SITE);
    assert_eq!(json["site"], "Barn <1> & Co");
    assert_eq!(json["assumptions"]["power_price_usd_per_kwh"], 0.045);
    assert_eq!(json["machines"]["machines"].as_array().unwrap().len(), 103);
    assert_eq!(json["machines"]["machines"][0]["note"], "P lists 3550");
    let total = &json["machines"]["site_total"];
    assert_eq!(total["machines"], 180);
    assert_eq!(total["hashrate_ths"], 120.0 * 200.0 + 60.0 * 88.0);
    let (a, b) = (&json["machines"]["machines"][0]["net_usd"], &json["machines"]["machines"][1]["net_usd"]);
    let net = 120.0 * a.as_f64().unwrap() + 60.0 * b.as_f64().unwrap();
    assert!((total["net_usd"].as_f64().unwrap() - net).abs() < 1e-9);

    // 1008 intervals in exactly a week: only the interval that the rule forgets is left.
    let forecast = &json["retarget"]["forecast"];
    assert_eq!(forecast["nbits"], "0x1702068f", "from the sample's difficulty");
    let expected = &forecast["expected"];
    assert!((expected["change"].as_f64().unwrap() - (2016.0 / 2015.0 - 1.0)).abs() < 1e-12);
    let band = &expected["band"]["value"];
    assert!(band["lower"].as_f64().unwrap() < -0.04 && band["upper"].as_f64().unwrap() > 0.04);
}

#[test]
fn the_first_block_of_an_epoch_has_no_forecast() {
    let site = SITE.replace("952_560", "951_552").replace("1_780_617_600", "1_780_012_800");
    assert!(report("first", &site)["retarget"]["no_data"]["reason"].as_str().unwrap().contains("first block"));
}

/// Each case replaces a part of the site file, and is refused with this message.
fn refuse(name: &str, cases: &[(&str, &str, &str)]) {
    let directory = directory(name);
    for (from, to, message) in cases.iter().copied() {
        assert!(SITE.contains(from), "{from}");
        let mut site = SITE.replacen(from, to, 1);
        if message.contains("units.usd.out_of_range at machine:") {
            let outlook = "[forecast]\nheight = 951_984\n\
                           difficulty_growth = \"1 %\"\nprice_growth = \"0 %\"\ndiscount_rate = \"0 %\"\n";
            site = site
                .replace("count = 120", "count = 120\nprice = \"0 USD\"")
                .replace("[tip]", &format!("{outlook}[tip]"));
        }
        if message.contains("site.nbits.missing") {
            site = site.replace("1_780_012_800", "1_790_012_800"); // an epoch that began after the sample
        }
        std::fs::write(directory.join("bad.toml"), site).unwrap();
        let output = run(&directory, &["--site", "bad.toml"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(message), "{from} -> {to} said: {said}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    }
}

#[test]
fn refuses_a_bad_site_with_field_value_and_what_is_allowed() {
    let cases = [
        ("1.5 %", "150 %", "units.fraction.out_of_range at pool_fee: got 1.5; allowed: 0 to 1"),
        ("1.5 %", "100 %", "mining.pool_fee.out_of_range at pool_fee: got 1; allowed: 0 <= fee < 1"),
        (
            "pool_fee",
            "poolfee",
            "site.file.unknown_field at poolfee: got poolfee; allowed: name, fees_per_block, pool_fee",
        ),
        ("pool_fee = \"1.5 %\"", "", "site.pool_fee.missing at pool_fee"),
        (
            "\"1.5 %\"",
            "0.015",
            "site.pool_fee.wrong_type at pool_fee: got 0.015; allowed: text with its unit, such as \"2 %\"",
        ),
        (
            "45 USD/MWh",
            "45 EUR/MWh",
            "units.energy_price.unknown at power_price: got 45 EUR/MWh; allowed: a number and USD/kWh",
        ),
        ("45 USD/MWh", "nan USD/MWh", "units.energy_price.not_finite at power_price: got NaN"),
        ("0.03 BTC", "0.000000001 BTC", "units.amount.out_of_range at fees_per_block"),
        ("\"all\"", "\"some\"", "site.catalog.unknown at catalog: got some; allowed: undisputed, all or none"),
        (
            "\"Antminer S21\"",
            "\"Antminer S2l\"",
            "site.model.unknown at machine[0].model: got Antminer S2l; allowed: a model",
        ),
        ("count = 60", "count = 0", "site.count.out_of_range at machine[1].count: got 0; allowed: at least 1"),
        ("count = 60", "count = 0.5", "site.count.wrong_type at machine[1].count: got 0.5"),
        ("power = \"2.3 kW\"", "", "site.power.missing at machine[1].power"),
        ("count = 60", "count = 60\nsize = 1", "site.file.unknown_field at machine[1].size"),
        ("952_560", "-1", "site.height.out_of_range at tip.height: got -1"),
        ("1_780_012_800", "1_790_000_000", "site.time_s.out_of_range at tip.time_s: got 1780617600"),
        ("height", "nbits = \"0x1d80ffff\"\nheight", "mining.nbits.out_of_range at tip.nbits: got 0x1d80ffff"),
        ("height", "confidence = \"100 %\"\nheight", "site.confidence.out_of_range at tip.confidence: got 1"),
        ("[tip]", "[[tip]]", "site.table.wrong_type at tip"),
        ("name = ", "name ", "site.file.unknown at line 2"),
        ("1_780_617_600", "1_790_617_600", "site.nbits.missing at tip.nbits"),
    ];
    refuse("bad", &cases);
    let directory = directory("nowhere");
    let output = run(&directory, &["--site", "nowhere.toml"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("site.file.missing at nowhere.toml"));
    assert_eq!(run(&directory, &["--colour"]).status.code(), Some(2));
}

#[test]
fn refuses_a_bad_outlook_and_a_bad_tariff() {
    let cases = [
        ("count = 60", "count = 60\nprice = \"-1 USD\"", "units.usd.out_of_range at machine[1].price: got -1"),
        ("[tip]", "[forecast]\nheight = 1\n[tip]", "site.difficulty_growth.missing at forecast.difficulty_growth"),
        (
            "[tip]",
            "[forecast]\nheight = 1\ndifficulty_growth = \"400 %\"\n[tip]",
            "site.difficulty_growth.out_of_range at forecast.difficulty_growth: got 400 %; allowed: -75 % to 300 %",
        ),
        (
            "[tip]",
            "[forecast]\nheight = 1\ndifficulty_growth = \"one\"\n[tip]",
            "site.difficulty_growth.unknown at forecast.difficulty_growth: got one",
        ),
        (
            "[tip]",
            "[forecast]\nheight = 1_050_000\n\
             difficulty_growth = \"1 %\"\nprice_growth = \"0 %\"\ndiscount_rate = \"0 %\"\n[tip]",
            "site.height.out_of_range at forecast.height: got 1050000; allowed: a height with the subsidy",
        ),
        (
            "60\nhashrate",
            "60\nprice = \"1e15 USD\"\nhashrate",
            "units.usd.out_of_range at machine: got 60000000000000000",
        ),
        ("[tip]", "[forecast]\ngrowth = 1\n[tip]", "site.file.unknown_field at forecast.growth"),
        ("[tip]", "[tariff]\ndays = 0\n[tip]", "site.days.out_of_range at tariff.days: got 0; allowed: 1 to 366"),
        ("[tip]", "[tariff]\ndays = 7\n[tip]", "site.price.missing at tariff.price"),
        ("[tip]", "[tariff]\nsynthetic = 1\n[tip]", "site.synthetic.wrong_type at tariff.synthetic: got 1"),
        ("[tip]", "[tariff]\nprices = \"no.csv\"\n[tip]", "site.prices.missing at tariff.prices: got no.csv"),
        ("[tip]", "[tariff]\nprices = \"no.csv\"\ndays = 3\n[tip]", "site.file.unknown_field at tariff.days"),
        (
            "[tip]",
            "[tariff]\ndays = 7\nprice = \"0.05 USD/kWh\"\n[[tariff.window]]\nfrom_hour = 24\n[tip]",
            "site.from_hour.out_of_range at tariff.window[0].from_hour: got 24; allowed: 0 to 23",
        ),
        (
            "[tip]",
            "[tariff]\ndays = 7\nprice = \"0.05 USD/kWh\"\nutc_offset_min = 2000\n[tip]",
            "site.utc_offset_min.out_of_range at tariff.utc_offset_min: got 2000",
        ),
    ];
    refuse("bad_outlook", &cases);
}

#[test]
fn the_page_needs_nothing_else() {
    let directory = directory("page");
    std::fs::write(directory.join("my_site.toml"), SITE).unwrap();
    let output = run(&directory, &["--site", "my_site.toml", "--html", "report.html"]);
    assert!(printed(&output).contains("the site"), "the text is printed as well");
    let page = std::fs::read_to_string(directory.join("report.html")).unwrap();
    for fetched in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
        assert!(!page.contains(fetched), "{fetched}");
    }
    assert!(page.contains("default-src 'none'") && page.contains("prefers-color-scheme: dark"));
    assert_eq!(page.matches("<svg role=\"img\"").count(), 3, "hashprice, profit, retarget band: the rest is no_data");
    assert_eq!(page.matches("<svg").count(), page.matches("<desc").count(), "each plot is told in words too");
    assert!(page.contains("scope=\"row\">Antminer S23<") && page.contains("Barn &lt;1&gt; &amp; Co"));
    assert!(!page.contains("NaN") && !page.contains("Barn <1>"));
}

/// The sample site by hand: 300 machines of 270 TH/s and 3645 W, 500 of 140 TH/s and 3010 W.
const FLEET_THS: f64 = 300.0 * 270.0 + 500.0 * 140.0;
const FLEET_KW: f64 = (300.0 * 3645.0 + 500.0 * 3010.0) / 1e3;
const DIFFICULTY: f64 = 138_955_357_012_247.3;
const PRICE: f64 = 73_674.0;

fn numbers(json: &Value) -> Vec<f64> {
    json.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

fn near(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

/// Revenue per day in USD after the pool's fee.
fn revenue(ths: f64, difficulty: f64, block_btc: f64) -> f64 {
    ths * 1e12 * 86_400.0 / (difficulty * 4_294_967_296.0) * block_btc * 0.98 * PRICE
}

#[test]
fn hourly_prices_come_from_a_file_beside_the_site() {
    let directory = directory("hourly");
    let site = format!("{SITE}[tariff]\nprices = \"hours.csv\"\n")
        .replace("power_price", "hosting_fee = \"10 USD/MWh\"\npower_price");
    std::fs::create_dir_all(directory.join("deep")).unwrap();
    std::fs::write(directory.join("deep/my_site.toml"), site).unwrap();
    let csv = "time,usd_per_mwh\n2026-07-01T22:00Z,30\n2026-07-01 23:00:00Z,-12.5\n2026-07-02T00:00Z,900\n";
    std::fs::write(directory.join("deep/hours.csv"), csv).unwrap();
    let arguments = ["--site", "deep/my_site.toml", "--json"];
    let json: Value = serde_json::from_str(printed(&run(&directory, &arguments))).unwrap();
    let plan = &json["curtailment"]["plan"];
    assert_eq!((&plan["prices"], &plan["start_ms"]), (&"file".into(), &1_782_943_200_000_u64.into()));
    let prices = numbers(&plan["report"]["price_usd_per_kwh"]);
    for (price, expected) in prices.iter().zip([0.04, -0.0025, 0.91]) {
        assert!((price - expected).abs() < 1e-15, "the host's 10 USD/MWh are added: {price}");
    }
    assert_eq!(numbers(&plan["report"]["classes"][0]["running"][0]), [120.0, 120.0, 0.0]);
    // 97 % uptime is 97 % of the power.
    near(&plan["report"]["load_w"][0], 0.97 * (120.0 * 3500.0 + 60.0 * 2300.0));
    let no_data = |section: &str| json[section]["no_data"]["reason"].as_str().unwrap().to_owned();
    assert!(no_data("algorithms").contains("[forecast]") && no_data("cash_flow").contains("[forecast]"));

    for (from, to, message) in [
        (
            "23:00:00Z",
            "22:00:00Z",
            "site.prices.out_of_range at tariff.prices[1]: got 2026-07-01 22:00:00Z; allowed: the next",
        ),
        ("22:00Z", "22:30Z", "site.prices.unknown at tariff.prices[0]: got 2026-07-01T22:30Z"),
        ("-12.5", "cheap", "site.prices.unknown at tariff.prices[1]: got cheap; allowed: a number"),
        ("-12.5", "NaN", "units.energy_price.not_finite at tariff.prices[1]"),
        (",900", "", "site.prices.length at tariff.prices[2]"),
        ("usd_per_mwh", "price", "site.prices.unknown at tariff.prices: got time,price"),
        (&csv[17..], "", "site.prices.length at tariff.prices: got 0; allowed: 1 to 8784 hours"),
    ] {
        std::fs::write(directory.join("deep/hours.csv"), csv.replace(from, to)).unwrap();
        let output = run(&directory, &arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(message), "{from} -> {to} said: {said}");
    }
}

#[test]
fn what_is_not_known_is_no_data() {
    let without = "name = \"x\"\nfees_per_block = \"0.02 BTC\"\npool_fee = \"2 %\"\npower_price = \"0.05 USD/kWh\"\n";
    let outlook =
        "[forecast]\nheight = 951_984\ndifficulty_growth = \"-1 %\"\nprice_growth = \"0 %\"\ndiscount_rate = \"0 %\"\n";
    let tariff = "[tariff]\nprice = \"0.05 USD/kWh\"\ndays = 1\n";
    let empty = report("empty", without);
    let fleetless = report("fleetless", &[without, outlook, tariff].concat());
    for section in ["algorithms", "cash_flow", "curtailment"] {
        assert!(empty[section]["no_data"]["reason"].as_str().unwrap().contains('['), "{section}");
        assert!(fleetless[section]["no_data"]["reason"].as_str().unwrap().contains("no machines"), "{section}");
    }
    let machine = "[[machine]]\nmodel = \"Antminer S21\"\ncount = 2\n";
    let unpriced = report("unpriced", &[without, machine, outlook, tariff].concat());
    assert_eq!(unpriced["curtailment"]["plan"]["prices"], "stated");
    let compared = &unpriced["algorithms"]["compared"];
    assert!(compared["static"].get("roi").is_none() && compared.get("machine_price_usd").is_none());
    let net = numbers(&unpriced["cash_flow"]["months"]["dynamic"]["net_usd"]);
    assert_eq!(unpriced["cash_flow"]["months"]["dynamic"]["cumulative_usd"][0].as_f64(), Some(net[0]));
}

#[test]
fn the_sample_page_draws_cash_flow_and_plan() {
    let directory = directory("sample_page");
    printed(&run(&directory, &["--html", "report.html"]));
    let page = std::fs::read_to_string(directory.join("report.html")).unwrap();
    assert_eq!(page.matches("<svg role=\"img\"").count(), 5, "hashprice, profit, cash flow, price and load");
    assert_eq!(page.matches("<svg").count(), page.matches("<desc").count());
    assert!(page.contains(">halving</text>") && page.matches("synthetic prices").count() >= 5);
    assert!(!page.contains("NaN"));
}
