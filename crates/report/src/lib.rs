//! The main job: a site document in, a report document out, and three ways to draw it.
//!
//! ```text
//! site (TOML or JSON) -> SiteRequest -> site() -> Report -> render_text, render_html, render_csv
//! ```
//!
//! The report begins with the answer: what to run now, what it earns, what to decide, and what would change that, each line with a link to the
//! section that says why. Every figure has its unit and its source. A section that lacks something says what to put into the site document.
//!
//! The report holds codes and numbers, no language: [`render`] writes it in English or Chinese with the words of [`hashinsight_texts`].
//! [`difference`] explains how one site became another, and [`drawn`] makes plots of the answers of other rooms.
//!
//! Nothing here reads a file: what a document names stands in its `files`. Price and difficulty are the sample days of the package unless the
//! document names others, and then each figure says so.
//!
//! ```
//! use hashinsight_report::document::SectionName;
//! use hashinsight_report::render::{RenderRequest, render_text};
//! use hashinsight_report::{SiteRequest, site};
//! use hashinsight_texts::Language;
//! let document = r#"{
//!     "name": "Barn", "fees_per_block": "0.02 BTC", "pool_fee": "2 %", "power_price": "0.05 USD/kWh",
//!     "machine": [{"model": "Antminer S21 XP", "count": 300}],
//!     "sections": ["answer", "hashprice", "machines"]
//! }"#;
//! let request: SiteRequest = hashinsight_units::record::read("report", document)?;
//! let report = site(&request)?;
//! let hashprice = report.section(SectionName::Hashprice).and_then(|section| section.figure("hashprice"));
//! assert_eq!(hashprice.and_then(|figure| figure.value.number()).map(f64::round), Some(34.0)); // USD per PH/s and day
//! assert!(render_text(&RenderRequest::new(report, Language::Zh))?.text.contains("算力价格"));
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

pub mod difference;
pub mod document;
pub mod drawn;
mod known;
pub mod render;
pub mod request;
mod sample;
mod sections;

pub use document::Report;
pub use request::SiteRequest;
pub use sample::{SAMPLE_DAYS, SAMPLE_SITE, SampleFile, SampleFileReport, SampleFileRequest, sample_file};
pub use sections::site;
