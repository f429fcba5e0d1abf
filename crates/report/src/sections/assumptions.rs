//! What the report assumes because nothing measured says it.

use hashinsight_units::Error;

use crate::document::{Figure, Section, SectionName, Shown, Source, Unit};
use crate::known::Known;

#[expect(clippy::unnecessary_wraps, reason = "as every section")]
pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let site = known.site;
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Site);
    let or_word = |value: Option<f64>, word| value.map_or_else(|| Shown::word(word), Shown::Number);
    let figures = vec![
        figure("fees_per_block", Shown::Number(site.fees_per_block.get().to_btc_f64()), Unit::Btc),
        figure("pool_fee", Shown::Number(known.pool_fee.get()), Unit::Fraction),
        figure("power_price", Shown::Number(site.power_price.get().get()), Unit::UsdPerKwh),
        figure("uptime", or_word(site.uptime.map(|uptime| uptime.get().get()), "always_on"), Unit::Fraction),
        figure("hosting_fee", or_word(site.hosting_fee.map(|fee| fee.get().get()), "no_host"), Unit::UsdPerKwh),
        figure("maintenance", or_word(site.maintenance.map(|usd| usd.get().get()), "none"), Unit::UsdPerDay),
    ];
    Ok(Section::new(SectionName::Assumptions).figures(figures).noted(&["arithmetic"]))
}
