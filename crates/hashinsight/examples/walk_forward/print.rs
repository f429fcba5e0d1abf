//! The report as text.

use std::fmt::Write as _;

use hashinsight::signals::forecast::ForecastOfModel;
use hashinsight::signals::walk_forward::{BootstrapInterval, WalkForwardReport};
use hashinsight::units::UtcOffset;
use hashinsight::units::json::write;
use hashinsight::units::record::Word;

fn interval(interval: Option<BootstrapInterval>) -> String {
    interval.map_or_else(|| "-".to_owned(), |interval| format!("[{:.4}, {:.4}]", interval.low, interval.high))
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.4}"))
}

/// All that the report holds, as a reader wants it.
pub(crate) fn text(report: &WalkForwardReport) -> String {
    let mut out = String::new();
    let _ = written(report, &mut out); // writing to a String cannot fail
    out
}

fn written(report: &WalkForwardReport, out: &mut String) -> std::fmt::Result {
    let day = |time: hashinsight::units::Timestamp| time.date(UtcOffset::UTC);
    writeln!(out, "Protocol, fixed before the run: {}", write(&report.protocol).unwrap_or_default())?;
    writeln!(
        out,
        "Label: 1 where holding for {} bars loses against selling now, cost included",
        report.protocol.label.horizon_bars
    )?;
    writeln!(
        out,
        "Test: {} bars of {}, closes from {} to {}; {:.1} independent labels; {} calibrations, {} refused",
        report.test_bars,
        report.bars,
        day(report.first_test_ms),
        day(report.last_test_ms),
        report.effective_labels,
        report.fits,
        report.refused_fits
    )?;
    writeln!(out, "Mean coverage of the pool: {:.3}", report.mean_coverage)?;

    writeln!(out, "\nCalibration of the pooled probability on bars that no map had seen")?;
    if let Some(of) = &report.calibration {
        writeln!(
            out,
            "  base rate {:.4}   Brier {:.4} = {:.4} reliability - {:.4} resolution + {:.4} uncertainty + {:.4} within bins",
            of.base_rate, of.brier, of.reliability, of.resolution, of.uncertainty, of.within
        )?;
        writeln!(
            out,
            "  Brier of the base rate known then {}   skill {} {}   calibration error {:.4}",
            number(report.brier_of_base_rate),
            number(report.brier_skill),
            interval(report.brier_skill_interval),
            of.calibration_error
        )?;
        for bin in &of.bins {
            writeln!(
                out,
                "  said {:.3}  came true {:.3} [{:.3}, {:.3}]  of {} labels",
                bin.mean_probability, bin.frequency, bin.frequency_low, bin.frequency_high, bin.count
            )?;
        }
    }

    let of = &report.against_holding;
    writeln!(out, "\nAgainst always holding")?;
    writeln!(out, "  {} sells, {} trims, {} holds", of.sells, of.trims, of.holds)?;
    writeln!(
        out,
        "  hit rate {} {}   hit rate of always selling {:.4}",
        number(of.hit_rate),
        interval(of.hit_rate_interval),
        of.base_rate
    )?;
    writeln!(out, "  gain {:.4} of the holding {}", of.gain, interval(of.gain_interval))?;
    writeln!(
        out,
        "  better than always holding: {}",
        write(&of.beats_always_hold).unwrap_or_default().trim_matches('"')
    )?;

    writeln!(out, "\nModules on the test             ok warmup no_data stale   Brier  of base rate  weight")?;
    for of in &report.modules {
        writeln!(
            out,
            "  {:<26} {:>6} {:>6} {:>7} {:>5}  {:>6}  {:>12}  {:>6}",
            of.module.word(),
            of.ok_bars,
            of.warmup_bars,
            of.no_data_bars,
            of.stale_bars,
            number(of.brier),
            number(of.brier_of_base_rate),
            number(of.last_weight)
        )?;
    }

    writeln!(out, "\nForecast baselines over the same horizon, all days after their window")?;
    for of in report.forecasts.iter().flatten() {
        forecast(of, out)?;
    }
    Ok(())
}

fn forecast(of: &ForecastOfModel, out: &mut String) -> std::fmt::Result {
    writeln!(out, "  {}", write(&of.model).unwrap_or_default().replace('"', ""))?;
    let Some(quality) = &of.quality else { return Ok(()) };
    let covered = quality.coverage.iter().map(|of| {
        format!("{:.0} %: {:.1} % (se {:.1} %)", 100.0 * of.level, 100.0 * of.measured, 100.0 * of.standard_error)
    });
    writeln!(out, "    coverage of {}", covered.collect::<Vec<_>>().join(", "))?;
    let tenths = quality.pit_tenths.iter().map(|part| format!("{part:.2}"));
    writeln!(
        out,
        "    CRPS {:.5}   PIT mean {:.3}, tenths {}",
        quality.crps,
        quality.pit_mean,
        tenths.collect::<Vec<_>>().join(" ")
    )
}
