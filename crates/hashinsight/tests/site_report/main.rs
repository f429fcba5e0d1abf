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

/// A section of the report.
fn section<'j>(json: &'j Value, name: &str) -> &'j Value {
    let sections = json["sections"].as_array().unwrap();
    sections.iter().find(|section| section["name"] == name).unwrap_or(&Value::Null)
}

/// What a figure shows.
fn figure<'j>(json: &'j Value, name: &str, code: &str) -> &'j Value {
    let label = format!("report.figure.{code}");
    let figures = section(json, name)["figures"].as_array().unwrap();
    &figures.iter().find(|figure| figure["name"]["code"] == *label).unwrap()["value"]
}

fn number(json: &Value, name: &str, code: &str) -> f64 {
    figure(json, name, code)["number"].as_f64().unwrap()
}

/// The cells of a column of a table, by the codes of their names.
fn column<'j>(json: &'j Value, name: &str, table: &str, column: &str) -> &'j [Value] {
    let (title, label) = (format!("report.title.{table}"), format!("report.column.{column}"));
    let tables = section(json, name)["tables"].as_array().unwrap();
    let columns = tables.iter().find(|table| table["title"]["code"] == *title).unwrap()["columns"].as_array().unwrap();
    let cells = &columns.iter().find(|column| column["name"]["code"] == *label).unwrap()["cells"];
    cells.as_object().unwrap().values().next().unwrap().as_array().unwrap()
}

fn numbers(cells: &[Value]) -> Vec<f64> {
    cells.iter().map(|cell| cell.as_f64().or(cell["number"].as_f64()).unwrap()).collect()
}

#[test]
fn runs_anywhere_and_begins_with_the_answer() {
    let directory = directory("plain");
    let output = run(&directory, &[]);
    let text = printed(&output);
    for words in [
        "Run now                              300 × Antminer S21 XP, 500 × Antminer S19 XP  -> Machines",
        "Fees per block            0.0200 BTC  [site file]",
        "Day                     2026-05-31  [sample days]",
        "no_data: put [tip] with height, time_s and epoch_start_s into the site file",
        "USD/PH/d",
        "Antminer S23 Hyd 3U",
        "break-even difficulty T",
        "[synthetic: invented for illustration]",
        "Halving at height       1,050,000",
        "Difficulty per retarget  +1.00 %",
    ] {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed(text).contains(&squeezed(words)), "{words} is not in\n{text}");
    }
    assert!(text.find("== The answer").unwrap() < text.find("== Assumptions").unwrap());
    assert!(!text.contains("DOUBTFUL"), "doubtful machines are off unless asked for");
    assert_eq!(std::fs::read_dir(directory).unwrap().count(), 0, "nothing is written unasked");
}

/// Everything that the usage promises is tried.
#[test]
fn does_what_help_says() {
    let directory = directory("help");
    let help = run(&directory, &["--help"]);
    let usage = printed(&help);
    let promised: Vec<&str> = usage.split_whitespace().filter(|word| word.starts_with("--")).collect();
    let tried = ["--site", "--diff", "--sections", "--lang", "--html", "--csv", "--json", "--sample", "--help"];
    assert_eq!(promised, tried);
    let sample = run(&directory, &["--sample"]);
    std::fs::write(directory.join("a.toml"), printed(&sample)).unwrap();
    let dearer = printed(&sample).replace("power_price = \"0.05 USD/kWh\"", "power_price = \"0.06 USD/kWh\"");
    std::fs::write(directory.join("b.toml"), dearer).unwrap();
    let of_sample = run(&directory, &["--json"]);
    assert_eq!(
        printed(&run(&directory, &["--site", "a.toml", "--json"])),
        printed(&of_sample),
        "the sample is the default"
    );
    let chinese =
        run(&directory, &["--sections", "answer,hashprice", "--lang", "zh", "--html", "r.html", "--csv", "out"]);
    let text = printed(&chinese);
    assert!(text.contains("== 结论") && text.contains("== 算力价格") && text.matches("\n== ").count() == 2, "{text}");
    let page = std::fs::read_to_string(directory.join("r.html")).unwrap();
    assert!(page.contains("<h2>算力价格</h2>"));
    let days = std::fs::read_to_string(directory.join("out/hashprice_plot_1.csv")).unwrap();
    assert_eq!(days.lines().count(), 762);
    assert!(
        std::fs::read_to_string(directory.join("out/figures.csv"))
            .unwrap()
            .contains("hashprice,hashprice,算力价格,33.")
    );
    let there = run(&directory, &["--diff", "a.toml", "b.toml"]);
    assert!(printed(&there).contains("power price"), "{}", printed(&there));
    // 2598.5 kW for 24 hours and a cent.
    assert!(printed(&there).contains("-623.64 USD/d"), "{}", printed(&there));
    let back: Value =
        serde_json::from_str(printed(&run(&directory, &["--diff", "b.toml", "a.toml", "--json"]))).unwrap();
    assert!((number(&back, "difference", "net_change") - 623.64).abs() < 1e-9);
}

#[test]
fn json_is_the_report() {
    let json: Value = serde_json::from_str(printed(&run(&directory("json"), &["--json"]))).unwrap();
    assert_eq!(number(&json, "network", "btc_price"), PRICE);
    assert_eq!(number(&json, "network", "difficulty"), DIFFICULTY);
    assert_eq!(section(&json, "retarget")["missing"], "report.missing.tip");
    assert_eq!(number(&json, "assumptions", "fees_per_block"), 0.02);
    let plot = &section(&json, "hashprice")["plots"][0]["shape"]["line"];
    assert_eq!(plot["x"]["days"].as_array().unwrap().len(), 761);
    let machines = column(&json, "machines", "catalog_machines", "machine");
    assert_eq!(machines.len(), 64, "the catalog's undisputed");
    assert_eq!(number(&json, "machines", "site_machines"), 800.0);

    // 86,400 · 10^15 · 3.145 BTC / (D · 2^32) by hand, and an S21 XP by hand.
    let usd = number(&json, "hashprice", "hashprice");
    assert!((usd / (86_400e15 * 3.145 / (DIFFICULTY * 4_294_967_296.0) * PRICE) - 1.0).abs() < 1e-12);
    let xp = machines.iter().position(|machine| machine == "Antminer S21 XP").unwrap();
    let of = |name| numbers(column(&json, "machines", "catalog_machines", name))[xp];
    let (revenue, power) = (0.27 * usd * 0.98, 3.645 * 24.0 * 0.05);
    assert!((of("net") - (revenue - power)).abs() < 1e-9);
    assert!((of("break_even_power") - revenue / (3.645 * 24.0)).abs() < 1e-12);
    assert!((of("break_even_price") / (PRICE * power / revenue) - 1.0).abs() < 1e-12);
    assert!((of("break_even_hashprice") / (usd * power / revenue) - 1.0).abs() < 1e-12);
    assert!((of("break_even_difficulty") / (DIFFICULTY * revenue / power) - 1.0).abs() < 1e-12);
}

#[test]
fn reads_a_site() {
    let json = report("site", SITE);
    assert_eq!(json["site"], "Barn <1> & Co");
    assert_eq!(number(&json, "assumptions", "power_price"), 0.045);
    assert_eq!(column(&json, "machines", "catalog_machines", "machine").len(), 101);
    assert_eq!(column(&json, "machines", "own_machines", "doubts")[0], "P lists 3550");
    assert_eq!(number(&json, "machines", "site_machines"), 180.0);
    assert_eq!(number(&json, "machines", "site_hashrate"), (120.0 * 200.0 + 60.0 * 88.0) / 1e3);
    let net = numbers(column(&json, "machines", "own_machines", "net"));
    assert!((number(&json, "machines", "site_net") - (120.0 * net[0] + 60.0 * net[1])).abs() < 1e-9);

    // 1008 intervals in exactly a week: only the interval that the rule forgets is left.
    assert_eq!(figure(&json, "retarget", "nbits")["text"], "0x1702068f", "from the sample's difficulty");
    assert!((number(&json, "retarget", "change") - (2016.0 / 2015.0 - 1.0)).abs() < 1e-12);
    assert!(number(&json, "retarget", "band_lower") < -0.04 && number(&json, "retarget", "band_upper") > 0.04);
    let first = SITE.replace("952_560", "951_552").replace("1_780_617_600", "1_780_012_800");
    assert_eq!(section(&report("first", &first), "retarget")["missing"], "report.missing.tip_interval");
}

#[test]
fn says_what_is_wrong_with_a_file_and_where() {
    let directory = directory("bad");
    for (from, to, message) in [
        ("1.5 %", "150 %", "units.fraction.out_of_range at pool_fee: got 1.5; allowed: 0 to 1"),
        ("1.5 %", "100 %", "mining.pool_fee.out_of_range at pool_fee: got 1; allowed: 0 <= fee < 1"),
        ("pool_fee", "poolfee", "did you mean pool_fee?"),
        ("pool_fee = \"1.5 %\"", "", "report.pool_fee.missing at pool_fee"),
        ("45 USD/MWh", "45 EUR/MWh", "units.energy_price.unknown at power_price: got 45 EUR/MWh"),
        ("45 USD/MWh", "nan USD/MWh", "units.energy_price.not_finite at power_price: got NaN"),
        ("count = 60", "count = 0", "report.count.out_of_range at machine[1].count: got 0; allowed: 1 to 1000000000"),
        ("count = 60", "count = 60\nsize = 1", "report.request.unknown_field at machine[1].size"),
        ("952_560", "-1", "units.height.out_of_range at tip.height: got -1"),
        ("1_780_012_800", "1_790_000_000", "report.time_s.out_of_range at tip.time_s: got 1780617600"),
        ("height", "nbits = \"0x1d80ffff\"\nheight", "mining.nbits.out_of_range at tip.nbits: got 0x1d80ffff"),
        ("height", "confidence = \"100 %\"\nheight", "report.confidence.out_of_range at tip.confidence: got 1"),
        ("[tip]", "[[tip]]", "report.tip.wrong_type at tip"),
        ("name = ", "name ", "report.file.unknown at line 2"),
        ("catalog", "days = \"no.csv\"\ncatalog", "report.file.missing at no.csv"),
    ] {
        assert!(SITE.contains(from), "{from}");
        std::fs::write(directory.join("bad.toml"), SITE.replacen(from, to, 1)).unwrap();
        let output = run(&directory, &["--site", "bad.toml"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(message), "{from} -> {to} said: {said}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    }
    // An epoch that began after the last day needs its nBits.
    let late = SITE.replace("1_780_617_600", "1_790_617_600").replace("1_780_012_800", "1_790_012_800");
    std::fs::write(directory.join("bad.toml"), late).unwrap();
    let output = run(&directory, &["--site", "bad.toml"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("report.nbits.missing at tip.nbits"));
    let output = run(&directory, &["--site", "nowhere.toml"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("report.file.missing at nowhere.toml"));
    for wrong in [["--colour", "red"], ["--lang", "zn"], ["--sections", "machine"], ["--diff", "a.toml"]] {
        assert_eq!(run(&directory, &wrong).status.code(), Some(2), "{wrong:?}");
    }
    let output = run(&directory, &["--sections", "machine"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean machines?"));
}

/// The sample site by hand: 300 machines of 270 TH/s and 3645 W, 500 of 140 TH/s and 3010 W.
const FLEET_THS: f64 = 300.0 * 270.0 + 500.0 * 140.0;
const FLEET_KW: f64 = (300.0 * 3645.0 + 500.0 * 3010.0) / 1e3;
const DIFFICULTY: f64 = 138_955_357_012_247.3;
const PRICE: f64 = 73_674.0;

fn near(value: f64, expected: f64) {
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
    assert_eq!(figure(&json, "curtailment", "plan_start")["instant"], 1_782_943_200_000_u64);
    let plots = &section(&json, "curtailment")["plots"];
    assert_eq!(plots[0]["source"], "site");
    let series = |plot: usize| numbers(plots[plot]["shape"]["step"]["series"][0]["values"].as_array().unwrap());
    for (price, expected) in series(0).into_iter().zip([0.04, -0.0025, 0.91]) {
        assert!((price - expected).abs() < 1e-15, "the host's 10 USD/MWh are added: {price}");
    }
    let running = column(&json, "curtailment", "schedule", "running");
    assert_eq!(
        running,
        ["Antminer S21 120/120, S19j Pro, low power 60/60", "Antminer S21 0/120, S19j Pro, low power 0/60"]
    );
    // 97 % uptime is 97 % of the power.
    near(series(1)[0], 0.97 * (120.0 * 3500.0 + 60.0 * 2300.0) / 1e3);
    assert_eq!(section(&json, "cash_flow")["missing"], "report.missing.forecast");

    for (from, to, message) in [
        (
            "23:00:00Z",
            "22:00:00Z",
            "report.prices.out_of_range at tariff.prices[1]: got 2026-07-01 22:00:00Z; allowed: the next",
        ),
        ("22:00Z", "22:30Z", "report.prices.unknown at tariff.prices[0]: got 2026-07-01T22:30Z"),
        ("-12.5", "cheap", "report.prices.unknown at tariff.prices[1]: got cheap; allowed: a number"),
        ("-12.5", "NaN", "units.energy_price.not_finite at tariff.prices[1]"),
        (",900", "", "report.prices.length at tariff.prices[2]"),
        ("usd_per_mwh", "price", "report.prices.unknown at tariff.prices: got time,price"),
        (&csv[17..], "", "report.prices.length at tariff.prices: got 0; allowed: 1 to 8784 hours"),
    ] {
        std::fs::write(directory.join("deep/hours.csv"), csv.replace(from, to)).unwrap();
        let output = run(&directory, &arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(message), "{from} -> {to} said: {said}");
    }
}

#[test]
fn the_sample_page_draws_what_it_shows() {
    let directory = directory("sample_page");
    printed(&run(&directory, &["--html", "report.html"]));
    let page = std::fs::read_to_string(directory.join("report.html")).unwrap();
    assert_eq!(page.matches("<svg role=\"img\"").count(), 14);
    assert_eq!(page.matches("<svg").count(), page.matches("<desc").count());
    assert!(page.contains(">halving</text>") && page.matches("synthetic").count() >= 9);
    for fetched in ["http:", "https:", "src=", "url(", "@import", "<script", "<link", "NaN"] {
        assert!(!page.contains(fetched), "{fetched}");
    }
}
