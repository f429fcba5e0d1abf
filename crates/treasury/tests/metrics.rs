//! Every case of `metrics_vectors.json`, and what the measures are to each other.

use hashinsight_testkit::vectors;
use hashinsight_treasury::metrics::{
    OrderedReturns, QuantileConvention, ReturnStatistics, Returns, alpha, beta, capture, deflated_sharpe, down_capture,
    equity, expected_maximum_sharpe, gaussian_expected_shortfall, gaussian_value_at_risk, information_ratio,
    minimum_track_record, pareto_tail, per_period_return, probabilistic_sharpe, rolling, system_quality_number,
    up_capture, up_down_capture,
};
use hashinsight_units::{Fraction, Outcome};
use serde_json::Value;

/// A number as the file writes it: strings are the values that JSON has not.
fn number(value: &Value) -> f64 {
    match value.as_str() {
        Some("nan") => f64::NAN,
        Some("inf") => f64::INFINITY,
        Some("-inf") => f64::NEG_INFINITY,
        Some(other) => panic!("{other:?} is no number"),
        None => value.as_f64().unwrap_or_else(|| panic!("{value} is no number")),
    }
}

fn list(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// What the file expects: a number, or none.
#[track_caller]
fn agree(got: Outcome, expected: f64, tolerance: f64, what: &str) {
    match got {
        Outcome::Value(got) => {
            let near = (got - expected).abs() <= tolerance * if expected.abs() > 1.0 { expected.abs() } else { 1.0 };
            assert!(near, "{what}: got {got:e}, expected {expected:e}");
        }
        other => assert!(!expected.is_finite(), "{what}: got {other:?}, expected {expected:e}"),
    }
}

struct Case<'a>(&'a Value);

impl Case<'_> {
    fn series(&self, index: usize) -> Vec<f64> {
        list(&self.0["args"][index])
    }

    /// The second series; a number stands for one that does not vary.
    fn other(&self) -> Vec<f64> {
        let other = &self.0["args"][1];
        if other.is_array() { list(other) } else { vec![number(other); self.series(0).len()] }
    }

    fn keyword(&self, name: &str) -> Option<&Value> {
        self.0["kwargs"].get(name)
    }

    fn periods(&self) -> f64 {
        match self.keyword("period").map(|period| period.as_str().unwrap()) {
            None | Some("daily") => 252.0,
            Some("weekly") => 52.0,
            Some("monthly") => 12.0,
            Some("yearly") => 1.0,
            Some(other) => panic!("{other}"),
        }
    }

    /// Returns less what a keyword names: a number for each, or a series.
    fn less(&self, name: &str) -> Vec<f64> {
        let returns = self.series(0);
        match self.keyword(name) {
            None => returns,
            Some(Value::Array(series)) => returns.iter().zip(series).map(|(r, other)| r - number(other)).collect(),
            Some(each) => returns.iter().map(|r| r - number(each)).collect(),
        }
    }

    fn part(&self) -> Fraction {
        Fraction::new(self.keyword("cutoff").or_else(|| self.0["args"].get(1)).map_or(0.05, number)).unwrap()
    }
}

fn statistics(values: &[f64]) -> ReturnStatistics {
    ReturnStatistics::of(&Returns::with_gaps(values).unwrap(), 0.0)
}

/// What this crate says to a case of empyrical: one number, or several.
fn answer(case: &Case<'_>) -> Vec<Outcome> {
    let window = || usize::try_from(case.keyword("window").unwrap().as_u64().unwrap()).unwrap();
    let pairs = |measure: fn(&[f64], &[f64]) -> Outcome| {
        let (own, other, window) = (case.series(0), case.series(1), window());
        let ends = window..=own.len();
        ends.map(|end| measure(&own[end - window..end], &other[end - window..end])).collect::<Vec<_>>()
    };
    let one = |outcome| vec![outcome];
    match case.0["fn"].as_str().unwrap() {
        "simple_returns" => {
            let prices = case.series(0);
            Returns::of_prices(&prices).unwrap().values().iter().map(|r| Outcome::Value(*r)).collect()
        }
        "cum_returns" => {
            // empyrical starts with the period that nobody observed: wealth does not move in it.
            let values: Vec<f64> = case.series(0).iter().map(|r| if r.is_nan() { 0.0 } else { *r }).collect();
            let start = case.keyword("starting_value").map_or(0.0, number);
            let returns = Returns::new(&values).unwrap();
            if start == 0.0 {
                equity(&returns, 1.0).iter().map(|wealth| Outcome::Value(wealth - 1.0)).collect()
            } else {
                equity(&returns, start).iter().map(|wealth| Outcome::Value(*wealth)).collect()
            }
        }
        "cum_returns_final" => {
            let start = case.keyword("starting_value").map_or(0.0, number);
            let total = statistics(&case.series(0)).total_return();
            one(if start == 0.0 { total } else { total.map(|r| start * (1.0 + r)) })
        }
        "max_drawdown" => one(Outcome::Value(statistics(&case.series(0)).max_drawdown())),
        "annual_return" | "cagr" => one(statistics(&case.series(0)).annual_return(case.periods())),
        "annual_volatility" => one(statistics(&case.series(0)).annual_volatility(case.periods())),
        "calmar_ratio" => one(statistics(&case.series(0)).calmar(case.periods())),
        "omega_ratio" => {
            let returns = case.less("risk_free");
            let required = case.keyword("required_return").map_or(0.0, number);
            one(match per_period_return(required, 252.0) {
                Outcome::Value(each) => ReturnStatistics::of(&Returns::with_gaps(&returns).unwrap(), each).omega(),
                none => none,
            })
        }
        "sharpe_ratio" => one(statistics(&case.less("risk_free")).sharpe(0.0, case.periods())),
        "downside_risk" => one(statistics(&case.less("required_return")).downside_deviation(case.periods())),
        "sortino_ratio" => one(statistics(&case.less("required_return")).sortino(case.periods())),
        "excess_sharpe" => one(information_ratio(&case.series(0), &case.other()).unwrap()),
        "alpha" => {
            let (own, other) = (case.series(0), case.series(1));
            match alpha(&own, &other, 0.0, case.periods()) {
                Ok(alpha) => one(alpha),
                // pandas lines up nothing with nothing and says NaN: series of different length are refused here.
                Err(error) => {
                    assert_eq!((error.code(), own.len()), ("treasury.benchmark.length", 0));
                    one(Outcome::Undefined { reason: "no returns" })
                }
            }
        }
        "beta" => one(beta(&case.series(0), &case.series(1)).unwrap()),
        "stability_of_timeseries" => one(statistics(&case.series(0)).stability()),
        "tail_ratio" => {
            let returns = case.series(0);
            let ordered = OrderedReturns::new(&Returns::with_gaps(&returns).unwrap());
            let none = Outcome::Undefined { reason: "no returns" };
            one(ordered.map_or(none, |ordered| ordered.tail_ratio(Fraction::constant(0.05))))
        }
        "gpd_risk_estimates_aligned" => {
            let returns = case.series(0);
            let tail = case.keyword("var_p").map_or(0.01, number);
            match pareto_tail(&Returns::with_gaps(&returns).unwrap(), Fraction::new(tail).unwrap()).unwrap() {
                Outcome::Value(tail) => {
                    let [threshold, scale, shape, loss] =
                        [tail.threshold, tail.scale, tail.shape, tail.value_at_risk_loss].map(Outcome::Value);
                    vec![threshold, scale, shape, loss, tail.expected_shortfall_loss]
                }
                // empyrical says five zeros where there is no fit.
                _ => vec![Outcome::Value(0.0); 5],
            }
        }
        "capture" => {
            let (own, other) = (case.series(0), case.series(1));
            let [own, other] = [&own, &other].map(|series| Returns::with_gaps(series).unwrap());
            one(capture(&own, &other, case.periods()))
        }
        "up_capture" => one(up_capture(&case.series(0), &case.series(1), case.periods()).unwrap()),
        "down_capture" => one(down_capture(&case.series(0), &case.series(1), case.periods()).unwrap()),
        "up_down_capture" => one(up_down_capture(&case.series(0), &case.series(1), case.periods()).unwrap()),
        "roll_max_drawdown" => {
            rolling(&case.series(0), window(), |part| Outcome::Value(statistics(part).max_drawdown()))
        }
        "roll_sharpe_ratio" => rolling(&case.series(0), window(), |part| statistics(part).sharpe(0.0, 252.0)),
        "roll_up_capture" => pairs(|own, other| up_capture(own, other, 252.0).unwrap()),
        "roll_down_capture" => pairs(|own, other| down_capture(own, other, 252.0).unwrap()),
        "roll_up_down_capture" => pairs(|own, other| up_down_capture(own, other, 252.0).unwrap()),
        "value_at_risk" => {
            one(Outcome::Value(ordered(&case.series(0)).value_at_risk(case.part(), QuantileConvention::Linear)))
        }
        "conditional_value_at_risk" => one(Outcome::Value(ordered(&case.series(0)).floor_index_shortfall(case.part()))),
        other => panic!("no measure for {other}"),
    }
}

fn ordered(returns: &[f64]) -> OrderedReturns {
    OrderedReturns::new(&Returns::new(returns).unwrap()).unwrap()
}

/// 106 cases of empyrical's test suite: against all digits of what version 0.7.1 answers; the constants of the suite are rounded.
#[test]
fn cases_of_empyrical() {
    let file = vectors("metrics_vectors.json");
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 106);
    for (index, case) in cases.iter().enumerate() {
        let name = case["fn"].as_str().unwrap();
        let what = format!("{index} {name} {}", case["test"].as_str().unwrap());
        let got = answer(&Case(case));
        let actual = if case["actual"].is_array() { list(&case["actual"]) } else { vec![number(&case["actual"])] };
        assert_eq!(got.len(), actual.len(), "{what}");
        for (got, actual) in got.iter().zip(actual) {
            agree(*got, actual, 1e-8, &what);
        }
    }
}

/// The measures of empyrical and quantstats on one series, and of the papers on Sharpe ratios.
#[test]
fn measures_of_one_series() {
    let file = vectors("metrics_vectors.json");
    let extra = &file["extra"];
    let (r, benchmark) = (list(&extra["r"]), list(&extra["benchmark"]));
    let s = statistics(&r);
    let sorted = ordered(&r);
    let moments = *s.moments();
    let at = |part: f64| Fraction::new(part).unwrap();
    let (g3, g4) = (moments.skewness().value().unwrap(), moments.kurtosis().value().unwrap());
    let sample = (moments.sample_skewness().value().unwrap(), moments.sample_excess_kurtosis().value().unwrap() + 3.0);
    let per_period = s.sharpe(0.0, 1.0).value().unwrap();
    let values = extra["values"].as_array().unwrap();
    assert!(values.len() >= 65);
    for row in values {
        let name = row["fn"].as_str().unwrap();
        let periods = row.get("annualization").map_or(252.0, number);
        let of = |field: &str| number(&row[field]);
        let got = match name {
            "mean" => moments.mean(),
            "std_ddof1" => moments.standard_deviation(1),
            "std_ddof0" => moments.standard_deviation(0),
            "sharpe" | "quantstats.sharpe" => s.sharpe(0.0, periods),
            "sortino" | "quantstats.sortino" => s.sortino(periods),
            "annual_volatility" => s.annual_volatility(periods),
            "cagr" => s.annual_return(periods),
            "calmar" | "quantstats.calmar" => s.calmar(periods),
            "alpha" => alpha(&r, &benchmark, 0.0, periods).unwrap(),
            "beta" => beta(&r, &benchmark).unwrap(),
            "max_drawdown" => Outcome::Value(s.max_drawdown()),
            "omega_0" | "quantstats.omega" => s.omega(),
            "tail_ratio_95_5" | "quantstats.tail_ratio" => sorted.tail_ratio(at(0.05)),
            "var_5pct_hist_linear" => Outcome::Value(sorted.value_at_risk(at(0.05), QuantileConvention::Linear)),
            "cvar_5pct_floor_index" => Outcome::Value(sorted.floor_index_shortfall(at(0.05))),
            "cvar_25pct" => Outcome::Value(sorted.floor_index_shortfall(at(0.25))),
            "stability_r2" => s.stability(),
            "capture" => capture(&Returns::new(&r).unwrap(), &Returns::new(&benchmark).unwrap(), periods),
            "up_capture" => up_capture(&r, &benchmark, periods).unwrap(),
            "down_capture" => down_capture(&r, &benchmark, periods).unwrap(),
            "excess_sharpe_information_ratio" => information_ratio(&r, &benchmark).unwrap(),
            "cum_return" => s.total_return(),
            "ulcer_index_population" => s.ulcer_index(0),
            "ulcer_index_quantstats_style" | "quantstats.ulcer_index" => s.ulcer_index(1),
            "pain_index" => s.pain_index(),
            "skew_population" => moments.skewness(),
            "kurtosis_pearson_population" => moments.kurtosis(),
            "skew_sample" => moments.sample_skewness(),
            "excess_kurtosis_sample" => moments.sample_excess_kurtosis(),
            "quantstats.gain_to_pain_ratio" => s.gain_to_pain(),
            "quantstats.profit_factor" => s.profit_factor(),
            "quantstats.payoff_ratio" => s.payoff_ratio(),
            "quantstats.win_rate" => s.win_rate(),
            "quantstats.kelly_criterion" => s.kelly(),
            "quantstats.common_sense_ratio" => {
                let tail = sorted.tail_ratio(at(0.05)).value().unwrap();
                s.profit_factor().map(|factor| factor * tail)
            }
            "quantstats.value_at_risk" => gaussian_value_at_risk(&moments, 0.05),
            "quantstats.cvar" => gaussian_expected_shortfall(&moments, 0.05),
            "quantstats.risk_of_ruin" => s.risk_of_ruin(),
            "quantstats.probabilistic_sharpe_ratio" => probabilistic_sharpe(per_period, 0.0, 8.0, sample.0, sample.1),
            "quantstats.recovery_factor" => s.recovery_factor(),
            "quantstats.serenity_index" => s.serenity_index(0.05),
            "quantstats.outlier_win_ratio" => sorted.outlier_win_ratio(at(0.99)),
            "quantstats.expected_return" => s.geometric_mean(),
            "quantstats.rar" => s.risk_adjusted_return(periods),
            "sqn_ddof0" => system_quality_number(&list(&row["trades"]), 0),
            "sqn_ddof1" => system_quality_number(&list(&row["trades"]), 1),
            "deflated_sharpe" => {
                let (year, variance) = (of("periods_per_year"), of("var_sr_annual") / of("periods_per_year"));
                agree(expected_maximum_sharpe(variance, of("trials")), of("sr0_daily"), 1e-12, "daily SR0");
                let (sharpe, trials) = (of("sr_annual") / year.sqrt(), of("trials"));
                deflated_sharpe(sharpe, of("T"), of("skew"), of("kurt"), variance, trials)
            }
            "psr_vs_0" => probabilistic_sharpe(per_period, 0.0, 8.0, g3, g4),
            "min_track_record_length" => {
                minimum_track_record(of("sr"), of("bench"), of("skew"), of("kurt"), 1.0 - of("alpha"))
            }
            other => panic!("no measure for {other}"),
        };
        agree(got, of("value"), 1e-12, name);
    }
}
