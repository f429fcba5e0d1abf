//! What indicators answer: one number, or a few lines with names.

/// Output of an indicator: a number, or a few with names.
pub trait Output: Copy + std::fmt::Debug {
    /// The output of a reading that cannot be answered yet.
    const NAN: Self;

    /// The output in the columns that all indicators share at the border of a language.
    fn lines(self) -> Lines;
}

/// The columns that all indicators share at the border of a language; NaN where an indicator warms up or has no such line.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "documented by each indicator")]
pub struct Lines {
    pub value: f64,
    pub signal: f64,
    pub upper: f64,
    pub lower: f64,
}

impl Output for f64 {
    const NAN: Self = Self::NAN;

    fn lines(self) -> Lines {
        Lines { value: self, ..Lines::NAN }
    }
}

impl Output for Lines {
    const NAN: Self = Self { value: f64::NAN, signal: f64::NAN, upper: f64::NAN, lower: f64::NAN };

    fn lines(self) -> Lines {
        self
    }
}

macro_rules! outputs {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $line:ident,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq)]
            pub struct $name {
                $($(#[$field_doc])* pub $field: f64,)*
            }

            impl Output for $name {
                const NAN: Self = Self { $($field: f64::NAN),* };

                fn lines(self) -> Lines {
                    let mut lines = Lines::NAN;
                    $(lines.$line = self.$field;)*
                    lines
                }
            }
        )*
    };
}

outputs! {
    /// A middle line and two around it.
    Bands {
        /// Upper line.
        upper: upper,
        /// Middle line.
        middle: value,
        /// Lower line.
        lower: lower,
    }
    /// Stops that trail a price.
    Stops {
        /// Stop of a long position, below the price.
        long: lower,
        /// Stop of a short position, above the price.
        short: upper,
    }
    /// Difference of two averages, and its own average.
    MacdLines {
        /// Fast average less slow average.
        macd: value,
        /// Average of that difference.
        signal: signal,
    }
    /// Strength of a trend, and of the movements that it is made of, each 0 to 100.
    Directional {
        /// Average directional index.
        adx: value,
        /// Upward movement as a part of the true range.
        plus_di: upper,
        /// Downward movement as a part of the true range.
        minus_di: lower,
    }
    /// Place of the close in the range of the last bars, 0 to 100, smoothed once and twice.
    Stochastics {
        /// Smoothed place, %K.
        k: value,
        /// Its average, %D.
        d: signal,
    }
    /// Ages of the extremes of the last bars, each 0 to 100: 100 where the extreme is the newest bar's.
    AroonLines {
        /// Age of the high less age of the low.
        oscillator: value,
        /// Age of the highest high.
        up: upper,
        /// Age of the lowest low.
        down: lower,
    }
    /// A stop that changes sides when the close passes it.
    Trend {
        /// The stop: the lower band while the trend is up, the upper one while it is down.
        stop: value,
        /// 1 while the trend is up, -1 while it is down.
        direction: signal,
        /// Upper band, which only falls while the trend is down.
        upper: upper,
        /// Lower band, which only rises while the trend is up.
        lower: lower,
    }
    /// Prices of the last confirmed turning points; NaN before the first of each kind.
    Swings {
        /// Price of the last swing high.
        high: upper,
        /// Price of the last swing low.
        low: lower,
        /// 1 where a swing is confirmed by this bar (2 where a high and a low are), else 0.
        confirmed: signal,
    }
    /// Where the volume of a window was traded.
    Profile {
        /// Middle of the bin with the greatest volume: the point of control.
        control: value,
        /// Upper end of the value area.
        upper: upper,
        /// Lower end of the value area.
        lower: lower,
        /// Fraction of the volume that was traded in the value area.
        share: signal,
    }
}
