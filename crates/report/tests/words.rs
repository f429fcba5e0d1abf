//! Every code of a report has a text in both languages, and no text is left over.

use std::collections::BTreeSet;

use hashinsight_report::difference::{DifferenceRequest, difference};
use hashinsight_report::document::{Cells, Figure, Label, Plot, PlotShape, Report, SectionName, Shown, Source, Table};
use hashinsight_texts::{Language, texts};
use hashinsight_units::record::Word;

use super::plotted::plots;
use super::sample::{changed, full, hedged, minimal, report, request};

#[derive(Default)]
struct Codes(BTreeSet<String>);

impl Codes {
    fn label(&mut self, label: &Label) {
        if let Label::Code(code) = label {
            self.0.insert(code.to_string());
        }
    }

    fn shown(&mut self, shown: &Shown) {
        if let Shown::Code(code) | Shown::NoData(code) = shown {
            self.0.insert(code.to_string());
        }
    }

    fn table(&mut self, table: &Table) {
        self.label(&table.title);
        for column in &table.columns {
            self.label(&column.name);
            match &column.cells {
                Cells::Shown(cells) => cells.iter().for_each(|cell| self.shown(cell)),
                Cells::Codes(codes) => self.0.extend(codes.iter().map(ToString::to_string)),
                _ => {}
            }
        }
    }

    fn report(&mut self, report: &Report) {
        for section in &report.sections {
            self.0.extend(section.notes.iter().chain(&section.missing).map(ToString::to_string));
            for Figure { name, value, .. } in &section.figures {
                self.label(name);
                self.shown(value);
            }
            section.tables.iter().for_each(|table| self.table(table));
            section.plots.iter().for_each(|plot| self.plot(plot));
        }
    }

    fn plot(&mut self, plot: &Plot) {
        self.table(&plot.table());
        if let PlotShape::Line(curves) | PlotShape::Step(curves) = &plot.shape {
            curves.marks.iter().for_each(|mark| self.label(&mark.name));
            curves.shading.iter().for_each(|shading| self.label(&shading.name));
        }
    }
}

#[test]
fn every_code_has_a_text_and_every_text_is_used() {
    let machine = "[[machine]]\nmodel = \"Antminer S21\"\ncount = 2\n";
    let settled =
        "[tip]\nheight = 953_567\ntime_s = 1_781_222_400\nepoch_start_s = 1_780_012_800\nnbits = \"0x1702068f\"";
    let mut sites = vec![full(), changed(&[]), request(&minimal("")).unwrap(), request(&minimal(machine)).unwrap()];
    sites.push(request(&minimal(settled)).unwrap());
    sites.push(request(&minimal("[tip]\nheight = 953_568\ntime_s = 10\nepoch_start_s = 10")).unwrap());
    // The sale that payments need, the one that does not do, fleets that do not pay or have no price, a late outlook.
    sites.push(changed(&[("600000 USD", "250000 USD"), ("cost = \"593750 USD\"", "")]));
    sites.push(changed(&[
        ("600000 USD", "1000 USD"),
        ("12.5 BTC", "1 BTC"),
        ("0.05 USD/kWh\"    #", "9 USD/kWh\"    #"),
    ]));
    sites.push(changed(&[
        ("price = \"900 USD\"", ""),
        ("951_984", "840_001"),
        ("# [signals]", "[signals]\ncalibrated = false"),
    ]));
    sites.push(changed(&[("0.16 USD", "0.01 USD"), ("0.08 USD", "0.01 USD"), ("0.045 USD", "0.01 USD")]));
    sites.push(request(&minimal("[forecast]\nheight = 951_984\ndifficulty_growth = \"1 %\"\nprice_growth = \"0 %\"\ndiscount_rate = \"1 %\"")).unwrap());
    sites.push(hedged("0.2,0.1"));
    sites
        .push(changed(&[("side = \"short\"", "side = \"long\""), ("margin = \"60000 USD\"", "margin = \"8000 USD\"")]));
    let mut codes = Codes::default();
    for site in &sites {
        codes.report(&report(site));
    }
    for plot in &plots() {
        codes.plot(plot);
    }
    codes.report(&difference(&DifferenceRequest::new(sites[0].clone(), sites[1].clone())).unwrap());

    // What renderers say by themselves, and words that only other days bring about.
    codes.0.extend(SectionName::WORDS.iter().map(|word| format!("report.section.{word}")));
    codes.0.extend(Source::WORDS.iter().map(|word| format!("report.source.{word}")));
    let words = [
        "site_report",
        "never",
        "unbounded",
        "every",
        "undefined",
        "data",
        "rows",
        "last",
        "sum",
        "exact",
        "in_sample",
    ];
    codes.0.extend(words.map(|word| format!("report.word.{word}")));
    codes.0.insert("report.missing.days".to_owned());

    for language in [Language::En, Language::Zh] {
        let known: BTreeSet<String> = texts(language).map(|(key, _)| key).collect();
        let missing: Vec<&String> = codes.0.difference(&known).collect();
        assert!(missing.is_empty(), "no text: {missing:?}");
        // Words of choices are held by `xtask gen --check`.
        let kinds = ["change", "column", "figure", "missing", "note", "section", "source", "template", "title", "word"];
        let is_said = |key: &&String| kinds.iter().any(|kind| key.starts_with(&format!("report.{kind}.")));
        let unused: Vec<&String> = known.difference(&codes.0).filter(is_said).collect();
        assert!(unused.is_empty(), "nobody says: {unused:?}");
    }
}
