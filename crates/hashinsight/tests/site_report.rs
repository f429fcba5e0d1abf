//! The main job as a user runs it: the built program, in a directory that is not the project's.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

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
catalogue = "all"
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
    assert_eq!(machines.len(), 64);
    assert!(json["machines"].get("site_total").is_none());

    // 86,400 · 10^15 · 3.145 BTC / (D · 2^32) by hand, and an S21 XP by hand.
    let btc_per_phs = 86_400e15 * 3.145 / (138_955_357_012_247.3 * 4_294_967_296.0);
    let usd = json["hashprice"]["usd_per_phs_day"].as_f64().unwrap();
    assert!((usd / (btc_per_phs * 73_674.0) - 1.0).abs() < 1e-12);
    let xp = machines.iter().find(|machine| machine["model"] == "Antminer S21 XP").unwrap();
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
    let band = &expected["band"]["interval"];
    assert!(band["lower"].as_f64().unwrap() < -0.04 && band["upper"].as_f64().unwrap() > 0.04);
}

#[test]
fn the_first_block_of_an_epoch_has_no_forecast() {
    let site = SITE.replace("952_560", "951_552").replace("1_780_617_600", "1_780_012_800");
    assert!(report("first", &site)["retarget"]["no_data"]["reason"].as_str().unwrap().contains("first block"));
}

#[test]
fn refuses_a_bad_site_with_field_value_and_what_is_allowed() {
    let directory = directory("bad");
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
        ("\"all\"", "\"some\"", "site.catalogue.unknown at catalogue: got some; allowed: undisputed, all or none"),
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
    for (from, to, message) in cases {
        assert!(SITE.contains(from), "{from}");
        let mut site = SITE.replacen(from, to, 1);
        if message.contains("site.nbits.missing") {
            site = site.replace("1_780_012_800", "1_790_012_800"); // an epoch that began after the sample
        }
        std::fs::write(directory.join("bad.toml"), site).unwrap();
        let output = run(&directory, &["--site", "bad.toml"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(message), "{from} -> {to} said: {said}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    }
    let output = run(&directory, &["--site", "nowhere.toml"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("site.file.missing at nowhere.toml"));
    assert_eq!(run(&directory, &["--colour"]).status.code(), Some(2));
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
    assert_eq!(page.matches("<svg role=\"img\"").count(), 3, "hashprice, profit, retarget band");
    assert_eq!(page.matches("<svg").count(), page.matches("<desc").count(), "each plot is told in words too");
    assert!(page.contains("scope=\"row\">Antminer S23<") && page.contains("Barn &lt;1&gt; &amp; Co"));
    assert!(!page.contains("NaN") && !page.contains("Barn <1>"));
}
