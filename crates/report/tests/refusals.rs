//! What cannot be used is refused with field, value and what would do.

use hashinsight_report::document::{SectionName, Shown};
use hashinsight_report::{SAMPLE_DAYS, SiteRequest, site};
use hashinsight_units::Error;

use super::sample::{changed, column, hedged, minimal, report, request, shown, table};

/// The refusal of a document, by the reader or by the report.
fn refusal(toml: &str) -> Error {
    request(toml).and_then(|request| site(&request)).map(|_| ()).unwrap_err()
}

#[test]
fn of_fields() {
    for (line, said) in [
        ("poolfee = \"2 %\"", "report.request.unknown_field at poolfee: got poolfee; allowed: one of"),
        ("uptime = \"98\"", "units.fraction"),
        ("uptime = 0.98", "report.uptime.wrong_type at uptime: got 0.98; allowed: text with its unit"),
        ("uptime = \"101 %\"", "units.fraction.out_of_range at uptime: got 1.01"),
        ("catalog = \"some\"", "report.catalog.unknown at catalog: got some; allowed: one of undisputed, all, none"),
        ("sections = [\"answer\", \"machine\"]", "report.sections.unknown at sections[1]: got machine"),
        ("sections = [\"difference\"]", "report.sections.unsupported at sections[0]"),
        ("days = \"mine.csv\"", "report.days.missing at days: got mine.csv; allowed: a file beside the site file"),
        (
            "[[machine]]\nmodel = \"Antminer S2l\"\ncount = 1",
            "report.model.unknown at machine[0].model: got Antminer S2l; allowed: a model of the catalog; nearest: Antminer S2",
        ),
        (
            "[[machine]]\nmodel = \"S19j Pro\"\ncount = 1",
            "got S19j Pro; allowed: one rating: Antminer S19j Pro (104T), Antminer S19j Pro (100T), Antminer S19j Pro (96T), or hashrate",
        ),
        (
            "[[machine]]\nmodel = \"A\"\ncount = 0\npower = \"3 kW\"",
            "report.count.out_of_range at machine[0].count: got 0",
        ),
        ("[[machine]]\nmodel = \"A\"\ncount = 1\npower = \"3 kW\"", "report.hashrate.missing at machine[0].hashrate"),
        ("[tariff]\ndays = 7", "report.price.missing at tariff.price"),
        ("[tariff]\ndays = 0\nprice = \"0.05 USD/kWh\"", "report.days.out_of_range at tariff.days: got 0"),
        ("[tariff]\nprices = \"no.csv\"\ndays = 3", "report.days.several at tariff.days"),
        ("[tariff]\nprices = \"no.csv\"", "report.prices.missing at tariff.prices: got no.csv"),
        (
            "[tip]\nheight = 952_561\ntime_s = 10\nepoch_start_s = 11",
            "report.time_s.out_of_range at tip.time_s: got 10",
        ),
    ] {
        let error = refusal(&minimal(line)).to_string();
        assert!(error.contains(said), "{line} said {error}");
    }
    let machine = "[[machine]]\nmodel = \"Antminer S21\"\ncount = 1\n";
    let outlook = |difficulty: &str, height: u32| {
        let rest = "price_growth = \"0 %\"\ndiscount_rate = \"0 %\"";
        minimal(&format!("{machine}[forecast]\nheight = {height}\ndifficulty_growth = \"{difficulty}\"\n{rest}"))
    };
    for (toml, said) in [
        (outlook("400 %", 951_984), "report.difficulty_growth.out_of_range at forecast.difficulty_growth: got 400 %"),
        (outlook("one", 951_984), "report.percent.unknown at forecast.difficulty_growth: got one"),
        (outlook("nan %", 951_984), "report.percent.not_finite at forecast.difficulty_growth: got nan %"),
        (outlook("1 %", 1_050_000), "report.height.out_of_range at forecast.height: got 1050000"),
    ] {
        let error = refusal(&toml).to_string();
        assert!(error.contains(said), "{said}: {error}");
    }
}

#[test]
fn of_a_treasury() {
    let treasury = |change: (&str, &str)| {
        let text = "[treasury]\ncoins = \"1 BTC\"\ncash = \"10 USD\"\nexpenses = \"5 USD\"\nfee = \"0 %\"\nslippage = \"0 %\"\n\
                    worst_price = \"80 %\"\n[[treasury.payment]]\ndue = \"2026-07-01\"\namount = \"5 USD\"";
        assert!(text.contains(change.0));
        minimal(&text.replace(change.0, change.1))
    };
    for (from, to, said) in [
        ("\"10 USD\"", "\"10 EUR\"", "report.dollars.unknown at treasury.cash: got 10 EUR"),
        ("\"10 USD\"", "10", "report.cash.wrong_type at treasury.cash"),
        ("\"1 BTC\"", "\"22000000 BTC\"", "units.amount.out_of_range at treasury.coins"),
        ("\"5 USD\"\nfee", "\"-5 USD\"\nfee", "report.expenses.out_of_range at treasury.expenses: got -5 USD"),
        ("2026-07-01", "2026-05-31", "report.due.out_of_range at treasury.payment[0].due: got 2026-05-31"),
        ("2026-07-01", "2027-07-01", "report.due.out_of_range at treasury.payment[0].due: got 2027-07-01"),
        ("worst_price = \"80 %\"\n", "", "report.worst_price.missing at treasury.worst_price"),
    ] {
        let error = refusal(&treasury((from, to))).to_string();
        assert!(error.contains(said), "{from} -> {to}: {error}");
    }
}

#[test]
fn of_a_hedge() {
    let hedge = |from: &str, to: &str| {
        let text = "[hedge]\nside = \"short\"\nquantity = \"5 BTC\"\nmargin = \"60000 USD\"\nmaintenance = \"0.5 %\"\ndays = 14\n\
                    covered = \"50 %\"\nrisk_loading = \"10 %\"\nexpenses = \"15 %\"\nrate = \"4 %\"";
        assert!(text.contains(from));
        minimal(&format!("sections = [\"insurance\"]\n{}", text.replace(from, to)))
    };
    for (from, to, said) in [
        (
            "\"60000 USD\"",
            "\"1000 USD\"",
            "insurance.margin_mode.out_of_range at hedge.cover.account.position.margin_mode",
        ),
        ("\"5 BTC\"", "\"0 BTC\"", "at hedge"),
        ("days = 14", "days = 0", "report.days.out_of_range at hedge.days: got 0"),
        ("\"50 %\"", "\"0 %\"", "at hedge.cover.terms.sum"),
        ("\"15 %\"", "\"100 %\"", "insurance.expense.out_of_range at hedge.loadings.expense: got 1"),
        ("\"4 %\"", "\"200 %\"", "report.rate.out_of_range at hedge.rate: got 200 %"),
        ("\"short\"", "\"flat\"", "report.side.unknown at hedge.side: got flat"),
        ("rate =", "volatility = \"0 %\"\nrate =", "report.volatility.out_of_range at hedge.volatility: got 0 %"),
    ] {
        let error = refusal(&hedge(from, to)).to_string();
        assert!(error.contains(said), "{from} -> {to}: {error}");
    }
    // Ten days say nothing of a volatility; a stated one needs none.
    let short = SAMPLE_DAYS.lines().take(11).collect::<Vec<_>>().join("\n");
    let mut few = request(&hedge("rate =", "rate =")).unwrap();
    few.days = Some("mine.csv".to_owned());
    few.files = vec![hashinsight_report::request::SiteFile::new("mine.csv".to_owned(), short)];
    let missing = |request: &SiteRequest| report(request).section(SectionName::Insurance).unwrap().missing.clone();
    assert_eq!(missing(&few).as_deref(), Some("report.missing.days"));
    few.hedge = request(&hedge("rate =", "volatility = \"45 %\"\nrate =")).unwrap().hedge;
    assert_eq!(missing(&few), None);
}

/// A site on the days of a file.
fn on_days(text: &str) -> SiteRequest {
    let mut request = request(&minimal("days = \"mine.csv\"\nsections = [\"network\", \"hashprice\"]")).unwrap();
    request.files = vec![hashinsight_report::request::SiteFile::new("mine.csv".to_owned(), text.to_owned())];
    request
}

#[test]
fn of_days() {
    let day = |date: &str| format!("{date},100,110,90,105,1,1e14\n");
    let heading = "date,open_usd,high_usd,low_usd,close_usd,volume_btc,difficulty\n";
    let two = format!("{heading}{}{}", day("2025-02-28"), day("2025-03-01"));
    let own = report(&on_days(&two));
    assert_eq!(own.day.to_string(), "2025-03-01");
    let price = own.section(SectionName::Network).unwrap().figure("btc_price").unwrap();
    assert_eq!((price.value.number(), format!("{:?}", price.source)), (Some(105.0), "Days".to_owned()));
    for (text, said) in [
        (
            format!("{heading}{}{}", day("2025-02-27"), day("2025-03-01")),
            "report.days.out_of_range at days[1]: got 2025-03-01",
        ),
        (format!("{heading}{}", day("2024-04-20")), "report.days.out_of_range at days[0]: got 2024-04-20"),
        (two.replace("1e14", "NaN"), "units.difficulty.not_finite at days[0]"),
        (two.replace("105", "many"), "report.days.unknown at days[0]: got many"),
        (two.replace(",1e14", ""), "report.days.length at days[0]: got 6; allowed: 7 cells"),
        (two.replace("volume_btc", "volume"), "report.days.unknown at days: got date,open_usd"),
        (heading.to_owned(), "report.days.length at days: got 0"),
    ] {
        let error = site(&on_days(&text)).unwrap_err().to_string();
        assert!(error.contains(said), "{said}: {error}");
    }
    assert!(site(&on_days(SAMPLE_DAYS)).is_ok());
}

#[test]
fn of_futures() {
    let refused = |from: &str, to: &str| {
        let mut request = hedged("0.2,0.1");
        request.files[0].text = request.files[0].text.replacen(from, to, 1);
        site(&request).unwrap_err().to_string()
    };
    for (from, to, said) in [
        ("basis_per_year", "basis", "report.futures.unknown at treasury.futures: got date,basis,funding_per_year"),
        ("2024-05-02", "2024-05-03", "report.futures.out_of_range at treasury.futures[1]: got 2024-05-03"),
        ("0.2,0.1", "0.2", "report.futures.length at treasury.futures[0]: got 2024-05-01,0.2"),
        ("0.2,0.1", "0.2,much", "report.futures.unknown at treasury.futures[0]: got much"),
        ("0.2,0.1", "NaN,0.1", "report.futures.out_of_range at treasury.futures[0]: got NaN"),
        ("\n2026-05-31,0.2,0.1", "", "report.futures.missing at treasury.futures: got 2026-05-31"),
    ] {
        let error = refused(from, to);
        assert!(error.contains(said), "{from} -> {to}: {error}");
    }
    // What funding costs a short decides too: it pays none.
    let never = report(&hedged("0.2,-0.1"));
    let runs = table(&never, SectionName::Treasury, "backtest");
    let cash = column(runs, "cash");
    assert_eq!(cash[runs.rows() - 1], cash[0], "nobody hedges");
    let without = report(&changed(&[]));
    let told = shown(&without, SectionName::Treasury, "basis_funding");
    assert!(matches!(told, Shown::NoData(code) if code.to_string() == "report.missing.futures"));
}

#[test]
fn what_is_not_known_is_no_data() {
    let empty = report(&request(&minimal("")).unwrap());
    let missing = |name| empty.section(name).unwrap().missing.as_deref();
    for (name, code) in [
        (SectionName::Retarget, "tip"),
        (SectionName::Algorithms, "forecast"),
        (SectionName::CashFlow, "forecast"),
        (SectionName::Curtailment, "tariff"),
        (SectionName::Treasury, "treasury"),
        (SectionName::Insurance, "hedge"),
    ] {
        assert_eq!(missing(name), Some(format!("report.missing.{code}").as_str()), "{name:?}");
    }
    assert_eq!(missing(SectionName::Signals), None, "the sample days are known");
}

/// A document that names what is missing is whole: the text that `no_data` shows names only fields that exist.
#[test]
fn no_data_names_fields_that_exist() {
    let known = hashinsight_report::SAMPLE_SITE;
    for (key, text) in hashinsight_texts::texts(hashinsight_texts::Language::En) {
        if !key.starts_with("report.missing.") {
            continue;
        }
        for word in text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_') {
            let is_field = word.contains('_') || text.contains(&format!("[{word}]"));
            assert!(!is_field || known.contains(word), "{key}: {word}");
        }
    }
}
