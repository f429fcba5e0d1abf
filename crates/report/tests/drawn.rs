//! What is drawn: well-formed, complete, the same data in every form.

use hashinsight_report::difference::{DifferenceRequest, difference};
use hashinsight_report::document::{
    BandPlot, BarPlot, Cells, Column, Curves, HeatMap, Label, Plot, PlotShape, Report, ScatterPlot, Series, Source,
    Table, Unit,
};
use hashinsight_report::render::{
    RenderJsonRequest, RenderPlotRequest, RenderRequest, render_csv, render_fragment, render_html, render_json,
    render_svg, render_text,
};
use hashinsight_texts::Language;
use hashinsight_units::{Timestamp, record};

use super::sample::{changed, full, minimal, report, request};

/// Elements that HTML leaves open.
const VOID: [&str; 1] = ["meta"];

/// Every element is closed in order, attributes are quoted, nothing stands bare.
fn well_formed(page: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut rest = page.strip_prefix("<!doctype html>\n").unwrap_or(page);
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "a bare >: {}", &rest[..start.min(60)]);
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start + 1..end];
        assert!(!tag.contains('<') && tag.matches('"').count().is_multiple_of(2), "{tag}");
        if tag == "style" {
            let close = rest.find("</style>").unwrap();
            rest = &rest[close + "</style>".len()..];
            continue;
        }
        let name = tag.trim_matches('/').split_whitespace().next().unwrap().to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()), "{tag}");
        } else if !tag.ends_with('/') && !VOID.contains(&name.as_str()) {
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{open:?}");
}

fn page(report: &Report, language: Language) -> String {
    render_html(&RenderRequest::new(report.clone(), language)).unwrap().text
}

#[test]
fn the_page_needs_nothing_else_and_links_into_itself() {
    let mut site = full();
    site.name = "Barn <1> & \"Co\"".to_owned();
    let report = report(&site);
    for language in [Language::En, Language::Zh] {
        let page = page(&report, language);
        well_formed(&page);
        for fetched in ["http:", "https:", "src=", "url(", "@import", "<script", "<link"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
        for link in page.split("href=\"").skip(1) {
            let target = link.split('"').next().unwrap().strip_prefix('#').unwrap();
            assert!(page.contains(&format!("<section id=\"{target}\"")), "{target}");
        }
        assert!(page.matches("href=\"#").count() >= 15, "each line of the answer links");
        assert!(page.contains("default-src 'none'") && page.contains("prefers-color-scheme: dark"));
        assert!(page.contains("Barn &lt;1&gt; &amp; &quot;Co&quot;"));
        let plots: usize = report.sections.iter().map(|section| section.plots.len()).sum();
        assert_eq!((page.matches("<svg ").count(), page.matches("<desc").count()), (plots, plots));
        assert_eq!(page.matches("<figure>").count(), page.matches("</details>\n</figure>").count(), "data behind each");
        assert!(!page.contains("NaN") && !page.contains("report."), "no code is left");
        let text = render_text(&RenderRequest::new(report.clone(), language)).unwrap().text;
        assert!(!text.contains("report.") && !text.contains("NaN"), "{text}");
    }
    let zh = page(&report, Language::Zh);
    assert!(zh.contains("<html lang=\"zh-Hans\">") && zh.contains("现在运行"));
}

#[test]
fn a_fragment_is_the_page_without_its_frame() {
    let mut site = full();
    site.name = "Barn <1>".to_owned();
    let report = report(&site);
    for (language, tag) in [(Language::En, "en"), (Language::Zh, "zh-Hans")] {
        let part = render_fragment(&RenderRequest::new(report.clone(), language)).unwrap();
        assert!(part.title.ends_with(": Barn <1>"), "{}", part.title);
        well_formed(&part.html);
        let sections = part.html.strip_prefix(&format!("<div class=\"site-report\" lang=\"{tag}\">\n")).unwrap();
        assert!(page(&report, language).contains(sections.strip_suffix("</div>\n").unwrap()));
        // One rule holds all others, so that none speaks of what is outside.
        let (mut depth, mut rules) = (0, 0);
        for letter in part.style.chars() {
            rules += usize::from(letter == '{' && depth == 0);
            depth += i32::from(letter == '{') - i32::from(letter == '}');
        }
        assert_eq!((depth, rules, &part.style[..14]), (0, 1, ".site-report {"));
        for whole in [":root", "\nbody {", "html {", "url(", "@import"] {
            assert!(!part.style.contains(whole), "{whole}");
        }
    }
}

#[test]
fn invented_prices_are_called_so_wherever_they_are_shown() {
    let page = page(&report(&changed(&[])), Language::En);
    assert!(page.matches("synthetic").count() >= 9, "{}", page.matches("synthetic").count());
    let own = page_of("synthetic = true", "synthetic = false");
    assert!(!own.contains("synthetic"));
}

fn page_of(from: &str, to: &str) -> String {
    page(&report(&changed(&[(from, to)])), Language::En)
}

#[test]
fn the_document_is_read_as_it_was_written() {
    for site in [full(), request(&minimal("")).unwrap()] {
        let written = report(&site);
        let json = serde_json::to_string(&written).unwrap();
        let read: Report = record::read("report", json.as_str()).unwrap();
        assert_eq!(read, written);
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }
}

/// Python writes `1.9e-05` where Rust and a browser write `0.000019`, and a browser `3` where Rust and Python write `3.0`.
#[test]
fn a_report_has_one_json_however_its_numbers_were_written() {
    let number = |number: &str| {
        let figure = r#"{"name": {"text": "x"}, "value": {"number": NUMBER}, "unit": "none", "source": "site"}"#;
        let section = format!(r#"{{"name": "machines", "figures": [{}]}}"#, figure.replace("NUMBER", number));
        let report = format!(r#"{{"site": "Barn", "day": "2026-05-31", "sections": [{section}]}}"#);
        let report: Report = record::read("report", report.as_str()).unwrap();
        render_json(&RenderJsonRequest::new(report)).unwrap().text
    };
    for written in [["1.9e-05", "0.000019"], ["3", "3.0"], ["1e+16", "10000000000000000.0"]] {
        assert_eq!(number(written[0]), number(written[1]), "{written:?}");
    }
    assert!(number("3").contains(r#"{"number":3.0}"#));
    let report = report(&full());
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(render_json(&RenderJsonRequest::new(report)).unwrap().text, json);
}

/// Rows of a CSV file, by the rules of RFC 4180.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    rows
}

#[test]
fn files_hold_the_numbers_of_the_document() {
    let report = report(&full());
    let files = render_csv(&RenderRequest::new(report.clone(), Language::Zh)).unwrap().files;
    let named = |name: &str| rows(&files.iter().find(|file| file.name == name).unwrap().text);
    let figures = named("figures.csv");
    assert_eq!(figures.len(), 1 + report.sections.iter().map(|section| section.figures.len()).sum::<usize>());
    for file in &files {
        let rows = rows(&file.text);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{}", file.name);
    }
    let net = figures.iter().find(|row| row[1] == "site_net").unwrap();
    let section = report.section(hashinsight_report::document::SectionName::Machines).unwrap();
    assert_eq!(net[3].parse::<f64>().ok(), section.figure("site_net").unwrap().value.number());
    let plot = named("machines_plot_2.csv");
    assert_eq!(plot.len(), 1 + 35);
}

#[test]
fn formulas_do_not_start_in_a_spreadsheet() {
    let site = minimal("[[machine]]\nmodel = \"=HYPERLINK(1)\"\ncount = 1\nhashrate = \"100 TH/s\"\npower = \"3 kW\"");
    let files = render_csv(&RenderRequest::new(report(&request(&site).unwrap()), Language::En)).unwrap().files;
    let text: String = files.iter().map(|file| file.text.as_str()).collect();
    assert!(text.contains("'=HYPERLINK(1)") && !text.contains("\n=HYPERLINK"));
}

/// Every shape, and what may go wrong with it.
pub(crate) fn plots() -> Vec<Plot> {
    let name = || Label::text("<a & b>");
    let days = |count: i64| Cells::Numbers((0..count).map(|day| day as f64).collect());
    let series = |values: Vec<f64>| Series::new(name(), values);
    let shapes = vec![
        PlotShape::Line(Curves::new(days(3), vec![series(vec![1e-300, 5.0, -1e12]), series(vec![0.0; 3])])),
        PlotShape::Step(Curves::new(days(1), vec![series(vec![2.0])])),
        PlotShape::Line(Curves::new(days(0), vec![series(Vec::new())])),
        PlotShape::Line(Curves::new(days(2), vec![series(vec![1e100, -1e100])])),
        PlotShape::Band(BandPlot::new(days(2), vec![-1.0, -2.0], vec![0.0, 0.5], vec![1.0, 2.0])),
        PlotShape::Band(BandPlot::new(days(1), vec![-0.03], vec![0.0], vec![0.04])),
        PlotShape::Bar(BarPlot::new(vec![name(), name()], vec![-3.0, 4.0])),
        PlotShape::Bar(BarPlot::new(Vec::new(), Vec::new())),
        PlotShape::Waterfall(BarPlot::new(vec![name(), name()], vec![10.0, -4.0])),
        PlotShape::HeatMap(HeatMap::new(
            name(),
            Unit::Usd,
            vec![1.0, 2.0],
            name(),
            Unit::None,
            vec![1.0],
            vec![-5.0, 5.0],
        )),
        PlotShape::Scatter(ScatterPlot::new(vec!["<m>".to_owned()], name(), Unit::JPerTh, vec![15.0], vec![0.1])),
        PlotShape::Table(Table::new(name(), vec![Column::new(name(), Unit::Usd, Cells::Numbers(vec![1.0]))])),
    ];
    shapes.into_iter().map(|shape| Plot::new(name(), Unit::Usd, Source::Site, shape)).collect()
}

#[test]
fn every_shape_is_drawn_even_at_the_edge() {
    for plot in plots() {
        let svg = render_svg(&RenderPlotRequest::new(plot.clone(), Language::En)).unwrap().text;
        well_formed(&svg);
        assert!(svg.contains("&lt;a &amp; b&gt;") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert!(svg.contains("prefers-color-scheme: dark"), "a file has its style inside");
    }
}

#[test]
fn a_plot_that_does_not_fit_together_is_refused() {
    let mut plot = plots().remove(3);
    let PlotShape::Line(curves) = &mut plot.shape else { panic!() };
    curves.series[0].values[1] = f64::MAX;
    let error = render_svg(&RenderPlotRequest::new(plot, Language::En)).unwrap_err();
    assert_eq!(error.code(), "report.values.out_of_range");
    let mut plot = plots().remove(0);
    let PlotShape::Line(curves) = &mut plot.shape else { panic!() };
    curves.series[1].values.pop();
    let error = render_svg(&RenderPlotRequest::new(plot, Language::En)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("report.values.length", "plot.series[1].values"));
}

#[test]
fn a_difference_is_drawn_too() {
    let request = DifferenceRequest::new(changed(&[]), full());
    let report = difference(&request).unwrap();
    well_formed(&page(&report, Language::Zh));
    let text = render_text(&RenderRequest::new(report, Language::En)).unwrap().text;
    assert!(text.contains("What became different") && text.contains("hosting fee"), "{text}");
}

/// Texts of an SVG file with the class of their element.
fn texts<'s>(svg: &'s str, class: &str) -> Vec<&'s str> {
    let begin = format!("<text class=\"{class}\"");
    svg.split(begin.as_str()).skip(1).filter_map(|rest| rest.split_once('>')?.1.split('<').next()).collect()
}

#[test]
fn names_do_not_run_into_each_other() {
    let drawn = |shape| {
        let plot = Plot::new(Label::text("x"), Unit::Usd, Source::Site, shape);
        render_svg(&RenderPlotRequest::new(plot, Language::En)).unwrap().text
    };
    let every = |hours: i64| {
        let times = (0..168).map(|place| Timestamp::from_ms(1_780_272_000_000 + place * hours * 3_600_000).unwrap());
        let curves = Curves::new(Cells::Instants(times.collect()), vec![Series::new(Label::text("x"), vec![1.0; 168])]);
        drawn(PlotShape::Line(curves))
    };
    let svg = every(1);
    assert_eq!((texts(&svg, ""), texts(&svg, "mid")), (vec!["2026-06-01"], vec!["06-04 11:00"]));
    let svg = every(83);
    let years = (texts(&svg, "mid"), texts(&svg, "end").last().copied());
    assert_eq!(years, (vec!["2027-03-15"], Some("2027-12-30")), "years of a long time, not its hours");
    let names = ["Whatsminer M63S (390T, immersed)", "一二三四五六七八九十甲乙丙丁", "short"];
    let bars = BarPlot::new(names.map(Label::text).to_vec(), vec![1.0; 3]);
    let svg = drawn(PlotShape::Bar(bars));
    assert_eq!(texts(&svg, "end"), ["Whatsminer M63S …", "一二三四五六七八九…", "short"]);
}
