//! What one petahash earns per day: on the last day, and on every day.

use hashinsight_mining::reward::{HashpriceBatchParams, HashpriceColumns, hashprice, hashprice_batch};
use hashinsight_units::{Error, MeanAmount};

use crate::document::{
    Cells, Curves, Figure, Label, Plot, PlotShape, Section, SectionName, Series, Shown, Source, Unit,
};
use crate::known::{Day, Known};

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let (days, day) = (&known.days.all, known.day());
    let last = hashprice(day.difficulty, known.reward());
    let difficulty: Vec<f64> = days.iter().map(|day| day.difficulty.get()).collect();
    let price: Vec<f64> = days.iter().map(|day| day.close_usd.get()).collect();
    let fees = vec![MeanAmount::from(known.site.fees_per_block.get()).get(); days.len()];
    let columns = HashpriceColumns { difficulty: &difficulty, fees_per_block_sat: &fees, btc_price_usd: &price };
    let usd = hashprice_batch(&columns, &HashpriceBatchParams::new(known.subsidy))?.hashprice_usd_per_phs_day;

    let by_value = |(_, a): &(&Day, &f64), (_, b): &(&Day, &f64)| a.total_cmp(b);
    let rows = || days.iter().zip(&usd);
    let mut figures = vec![
        Figure::of("hashprice", last.to_usd_per_phs_day(day.close_usd), Unit::UsdPerPhsDay, Source::Calculated),
        Figure::of("hashprice_sat", last.to_sat_per_phs_day(), Unit::SatPerPhsDay, Source::Calculated),
    ];
    let extremes = [
        ("lowest_hashprice", "lowest_hashprice_day", rows().min_by(by_value)),
        ("highest_hashprice", "highest_hashprice_day", rows().max_by(by_value)),
    ];
    for (code, day_code, row) in extremes {
        if let Some((day, value)) = row {
            figures.push(Figure::of(code, *value, Unit::UsdPerPhsDay, Source::Calculated));
            figures.push(Figure::of(day_code, Shown::Day(day.date), Unit::None, Source::Calculated));
        }
    }
    let dates = Cells::Days(days.iter().map(|day| day.date).collect());
    let series = vec![Series::new(Label::column("hashprice"), usd)];
    let shape = PlotShape::Line(Curves::new(dates, series));
    let plot = Plot::of("hashprice", Unit::UsdPerPhsDay, Source::Calculated, shape);
    Ok(Section::new(SectionName::Hashprice).figures(figures).plots(vec![plot]).noted(&["hashprice"]))
}
