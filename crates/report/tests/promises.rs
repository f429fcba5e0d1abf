//! What the sample site file promises in its comments.

use hashinsight_report::document::{Report, Section, SectionName};
use hashinsight_report::request::{
    SiteHedge, SiteMachine, SiteOutlook, SitePayment, SiteSignals, SiteTariff, SiteTariffWindow, SiteTip, SiteTreasury,
};
use hashinsight_report::{SAMPLE_SITE, SiteRequest};
use hashinsight_units::record::Record;

use super::sample::{changed, full, minimal, report, request};

/// A line of TOML, without the mark of a comment.
fn option(line: &str) -> Option<&str> {
    let text = line.strip_prefix("# ")?;
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    let is_option = text.starts_with('[') || text.split_once(" = ").is_some_and(|(key, _)| is_key(key.trim()));
    is_option.then_some(text)
}

/// What can be uncommented at once: a line, or a table with its lines.
fn blocks() -> Vec<Vec<&'static str>> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut open = false;
    for line in SAMPLE_SITE.lines() {
        let Some(text) = option(line) else {
            open = open && line.starts_with('#');
            continue;
        };
        match blocks.last_mut() {
            Some(block) if open && !text.starts_with('[') => block.push(line),
            _ => blocks.push(vec![line]),
        }
        open = text.starts_with('[') || open;
    }
    blocks
}

fn uncommented(block: &[&'static str]) -> SiteRequest {
    let lines: Vec<(&str, &str)> = block.iter().map(|line| (*line, option(line).unwrap())).collect();
    changed(&lines)
}

#[test]
fn every_option_changes_the_report() {
    let sample = report(&changed(&[]));
    let mut tried = 0;
    for block in blocks() {
        // Two name files, which a test below puts beside the site; two say what holds without them.
        let is_elsewhere = |line: &&str| [".csv", "horizon_days", "# months"].iter().any(|part| line.contains(part));
        if block.iter().any(is_elsewhere) {
            continue;
        }
        assert!(report(&uncommented(&block)) != sample, "{block:?}");
        tried += 1;
    }
    assert_eq!(tried, 10, "{:?}", blocks());
}

/// Sections but that of the assumptions, which says who has said a thing.
fn calculated(report: &Report) -> Vec<&Section> {
    report.sections.iter().filter(|section| section.name != SectionName::Assumptions).collect()
}

#[test]
fn what_is_absent_is_what_the_comments_say() {
    let sample = report(&changed(&[]));
    for (line, said) in [
        ("# uptime = \"98 %\"", "uptime = \"100 %\""),
        ("# maintenance = \"0.20 USD\"", "maintenance = \"0 USD\""),
        ("# hashrate_decay = \"0.5 %\"", "hashrate_decay = \"0 %\""),
        ("# months = 6", "months = 6"),
        ("# reserve = \"50000 USD\"", "reserve = \"0 USD\""),
        ("# [signals]\n# horizon_days = 7\n# calibrated = true", "[signals]\nhorizon_days = 7\ncalibrated = true"),
        ("catalog = \"undisputed\"", ""),
    ] {
        assert!(calculated(&report(&changed(&[(line, said)]))) == calculated(&sample), "{said}");
    }
    let tip = |confidence: &str| {
        let block = blocks().into_iter().find(|block| block[0].contains("[tip]")).unwrap();
        let mut lines: Vec<(&str, &str)> = block.iter().map(|line| (*line, option(line).unwrap())).collect();
        let last = lines.last_mut().unwrap();
        assert!(last.0.contains("confidence"));
        last.1 = confidence;
        report(&changed(&lines))
    };
    assert!(tip("confidence = \"95 %\"") == tip(""));
    assert!(tip("confidence = \"90 %\"") != tip(""));
}

#[test]
fn files_lie_beside_the_site() {
    let with = |text: &str, name: &str, file: &str| {
        let file = format!("\n[[files]]\nname = \"{name}\"\ntext = \"\"\"{file}\"\"\"\n");
        report(&request(&format!("{text}{file}")).unwrap())
    };
    let sample = report(&changed(&[]));
    let days = "date,open_usd,high_usd,low_usd,close_usd,volume_btc,difficulty\n2026-05-30,60000,61000,59000,60500,100,138000000000000\n\
                2026-05-31,60500,62000,60000,61000,90,138000000000000\n";
    let own = with(&minimal("days = \"my_days.csv\""), "my_days.csv", days);
    assert!(own != report(&request(&minimal("")).unwrap()));
    let (before, rest) = SAMPLE_SITE.split_once("[tariff]\nsynthetic").unwrap();
    let (_, after) = rest.split_once("# [tariff]\n").unwrap();
    let hourly = format!("{before}[tariff]\n{}", after.replacen("# prices", "prices", 1));
    for heading in ["time,usd_per_kwh\n2026-06-01T00:00Z,0.0512\n", "time,usd_per_mwh\n2026-06-01T00:00Z,51.2\n"] {
        assert!(with(&hourly, "hours.csv", heading) != sample);
    }
    let [kwh, mwh] = ["time,usd_per_kwh\n2026-06-01T00:00Z,0.0512\n", "time,usd_per_mwh\n2026-06-01T00:00Z,51.2\n"];
    assert!(with(&hourly, "hours.csv", kwh) == with(&hourly, "hours.csv", mwh));
}

#[test]
fn every_field_is_explained() {
    let fields = [
        SiteRequest::NAMES,
        SiteMachine::NAMES,
        SiteOutlook::NAMES,
        SiteTariff::NAMES,
        SiteTariffWindow::NAMES,
        SiteTip::NAMES,
        SiteTreasury::NAMES,
        SiteHedge::NAMES,
        SitePayment::NAMES,
        SiteSignals::NAMES,
    ];
    // `sections` is said by the caller, `files` by what reads the file.
    let told = fields.concat().into_iter().filter(|field| !["sections", "files"].contains(field));
    let missing: Vec<&str> = told.filter(|field| !SAMPLE_SITE.contains(field)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Asked for alone the answer is the whole of it, and links to nothing that is not there.
#[test]
fn the_answer_stands_alone() {
    let whole = report(&full());
    let mut asked = full();
    asked.sections = Some(vec![SectionName::Answer]);
    let alone = report(&asked);
    let lines = |report: &Report| -> Vec<_> {
        let answer = report.section(SectionName::Answer).unwrap();
        answer.figures.iter().map(|figure| (figure.name.clone(), figure.value.clone())).collect()
    };
    assert!(lines(&whole).len() > 10);
    assert_eq!(lines(&alone), lines(&whole));
    let answer = alone.section(SectionName::Answer).unwrap();
    assert!(answer.figures.iter().all(|figure| figure.link.is_none()));
}
