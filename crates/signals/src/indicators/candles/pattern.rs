//! The table of patterns: its name, the number of bars before the first answer, and the test.

use hashinsight_units::Record;

use super::measure::Candles;
use super::{double, longer, single, triple};

/// Test of the last candles; some ask how far a candle has to run into another's body.
enum Test {
    Plain(fn(Candles<'_>) -> f64),
    Into(f64, fn(Candles<'_>, f64) -> f64),
}

macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident, $warmup:literal, $test:expr;)*) => {
        /// Patterns of candles, as TA-Lib has them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
        #[non_exhaustive]
        pub enum CandleShape {
            $($(#[$doc])* $name,)*
        }

        impl CandleShape {
            /// Every pattern there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Bars before the first that can be answered.
            pub(super) const fn warmup(self) -> u32 {
                match self {
                    $(Self::$name => $warmup,)*
                }
            }

            const fn test(self) -> Test {
                use Test::{Into, Plain};
                match self {
                    $(Self::$name => $test,)*
                }
            }
        }
    };
}

patterns! {
    /// Two crows: behind a long white candle a black one above it, and one that closes back in its body. -100.
    TwoCrows, 12, Plain(triple::two_crows);
    /// Three black crows: three black candles with hardly a lower shadow, each opening in the body before it. -100.
    ThreeBlackCrows, 13, Plain(longer::three_black_crows);
    /// Three inside: a small body within a long one, and a close beyond the long one's opening. 100 up, -100 down.
    ThreeInside, 12, Plain(triple::three_inside);
    /// Three-line strike: three candles of one side, and one that closes beyond the first's opening. 100 after white ones, -100 after black.
    ThreeLineStrike, 8, Plain(longer::three_line_strike);
    /// Three outside: a body that engulfs the one before it, and a close further on. 100 up, -100 down.
    ThreeOutside, 3, Plain(triple::three_outside);
    /// Three stars in the south: three black candles, each smaller and within the one before it. 100.
    ThreeStarsInTheSouth, 12, Plain(triple::three_stars_in_the_south);
    /// Three white soldiers: three white candles with hardly an upper shadow, each opening in the body before it. 100.
    ThreeWhiteSoldiers, 12, Plain(triple::three_white_soldiers);
    /// Abandoned baby: a doji with gaps on both sides, shadows and all. 100 at a bottom, -100 at a top.
    AbandonedBaby, 12, Into(0.3, triple::abandoned_baby);
    /// Advance block: three white candles that weaken. -100.
    AdvanceBlock, 12, Plain(triple::advance_block);
    /// Belt hold: a long candle that opens at its extreme. 100 white, -100 black.
    BeltHold, 10, Plain(single::belt_hold);
    /// Breakaway: a gap in the direction of a long candle, a run, and a close back in the gap. 100 up, -100 down.
    Breakaway, 14, Plain(longer::breakaway);
    /// Closing marubozu: a long candle that closes at its extreme. 100 white, -100 black.
    ClosingMarubozu, 10, Plain(single::closing_marubozu);
    /// Concealing baby swallow: four black candles, the last of which swallows the third. 100.
    ConcealingBabySwallow, 13, Plain(longer::concealing_baby_swallow);
    /// Counterattack: two long candles of opposite sides that close at one price. 100 white, -100 black.
    Counterattack, 11, Plain(double::counterattack);
    /// Dark cloud cover: a black candle that opens above a long white one and closes deep in its body. -100.
    DarkCloudCover, 11, Into(0.5, double::dark_cloud_cover);
    /// Doji: a body of at most a tenth of the usual range. 100.
    Doji, 10, Plain(single::doji);
    /// Doji star: a doji behind a long candle, with a gap in its direction. 100 at a bottom, -100 at a top.
    DojiStar, 11, Plain(double::doji_star);
    /// Dragonfly doji: a doji with a lower shadow alone. 100.
    DragonflyDoji, 10, Plain(single::dragonfly_doji);
    /// Engulfing: a body around the opposite one before it. 100 up, -100 down; 80 where an end is shared.
    Engulfing, 2, Plain(double::engulfing);
    /// Evening doji star: a doji above a long white candle, and a black one that closes deep in that. -100.
    EveningDojiStar, 12, Into(0.3, triple::evening_doji_star);
    /// Evening star: a small body above a long white candle, and a black one that closes deep in that. -100.
    EveningStar, 12, Into(0.3, triple::evening_star);
    /// Side-by-side white lines behind a gap: two alike. 100 up, -100 down.
    GapSideBySideWhite, 7, Plain(triple::gap_side_by_side_white);
    /// Gravestone doji: a doji with an upper shadow alone. 100.
    GravestoneDoji, 10, Plain(single::gravestone_doji);
    /// Hammer: a small body with a lower shadow alone, at the low before it. 100.
    Hammer, 11, Plain(double::hammer);
    /// Hanging man: a small body with a lower shadow alone, at the high before it. -100.
    HangingMan, 11, Plain(double::hanging_man);
    /// Harami: a small body within a long one. 100 within a black one, -100 within a white one; 80 where an end is shared.
    Harami, 11, Plain(double::harami);
    /// Harami cross: a doji within a long body. 100 within a black one, -100 within a white one; 80 where an end is shared.
    HaramiCross, 11, Plain(double::harami_cross);
    /// High wave: a small body with two very long shadows. 100 white, -100 black.
    HighWave, 10, Plain(single::high_wave);
    /// Hikkake: a candle within another, and one that leaves it to one side. 100 for downward, -100 for upward; 200 where a close confirms it.
    Hikkake, 5, Plain(longer::hikkake);
    /// Modified hikkake: the same with two candles within each other, the first closing near its extreme. 100, -100; 200 where confirmed.
    ModifiedHikkake, 10, Plain(longer::modified_hikkake);
    /// Homing pigeon: a small black body within a long black one. 100.
    HomingPigeon, 11, Plain(double::homing_pigeon);
    /// Identical three crows: three black candles that each open where the one before closed. -100.
    IdenticalThreeCrows, 12, Plain(triple::identical_three_crows);
    /// In-neck: a white candle from below a long black one that closes just in its body. -100.
    InNeck, 11, Plain(double::in_neck);
    /// Inverted hammer: a small body with an upper shadow alone, below the body before it. 100.
    InvertedHammer, 11, Plain(double::inverted_hammer);
    /// Kicking: two opposite marubozu with a gap between them. 100 up, -100 down.
    Kicking, 11, Plain(double::kicking);
    /// Kicking by length: the same, with the side of the longer of the two.
    KickingByLength, 11, Plain(double::kicking_by_length);
    /// Ladder bottom: three falling black candles, one with an upper shadow, and a white one above it. 100.
    LadderBottom, 14, Plain(longer::ladder_bottom);
    /// Long-legged doji: a doji with a shadow longer than its body. 100.
    LongLeggedDoji, 10, Plain(single::long_legged_doji);
    /// Long line: a long body with short shadows. 100 white, -100 black.
    LongLine, 10, Plain(single::long_line);
    /// Marubozu: a long body with hardly a shadow. 100 white, -100 black.
    Marubozu, 10, Plain(single::marubozu);
    /// Matching low: two black candles that close at one price. 100.
    MatchingLow, 6, Plain(double::matching_low);
    /// Mat hold: a long white candle, three small ones that hold in its upper part, and a white one above them all. 100.
    MatHold, 14, Into(0.5, longer::mat_hold);
    /// Morning doji star: a doji below a long black candle, and a white one that closes deep in that. 100.
    MorningDojiStar, 12, Into(0.3, triple::morning_doji_star);
    /// Morning star: a small body below a long black candle, and a white one that closes deep in that. 100.
    MorningStar, 12, Into(0.3, triple::morning_star);
    /// On-neck: a white candle from below a long black one that closes at its low. -100.
    OnNeck, 11, Plain(double::on_neck);
    /// Piercing line: a long white candle from below a long black one that closes above the middle of its body. 100.
    Piercing, 11, Plain(double::piercing);
    /// Rickshaw man: a doji in the middle of two shadows. 100.
    RickshawMan, 10, Plain(single::rickshaw_man);
    /// Rising or falling three methods: a long candle, three small ones against it within its range, and one that goes on. 100 up, -100 down.
    RisingFallingThreeMethods, 14, Plain(longer::rising_falling_three_methods);
    /// Separating lines: two opposite candles that open at one price, the second a belt hold. 100 white, -100 black.
    SeparatingLines, 11, Plain(double::separating_lines);
    /// Shooting star: a small body with an upper shadow alone, above the body before it. -100.
    ShootingStar, 11, Plain(double::shooting_star);
    /// Short line: a short body with short shadows. 100 white, -100 black.
    ShortLine, 10, Plain(single::short_line);
    /// Spinning top: a short body with two shadows longer than it. 100 white, -100 black.
    SpinningTop, 10, Plain(single::spinning_top);
    /// Stalled pattern: two long white candles and a small one at the second's close. -100.
    StalledPattern, 12, Plain(triple::stalled_pattern);
    /// Stick sandwich: a white candle between two black ones that close at one price. 100.
    StickSandwich, 7, Plain(triple::stick_sandwich);
    /// Takuri: a doji with hardly an upper and a very long lower shadow. 100.
    Takuri, 10, Plain(single::takuri);
    /// Tasuki gap: a gap in a trend, and an opposite candle of like size that closes in it. 100 up, -100 down.
    TasukiGap, 7, Plain(triple::tasuki_gap);
    /// Thrusting: a white candle from below a long black one that closes in its lower half. -100.
    Thrusting, 11, Plain(double::thrusting);
    /// Tristar: three doji, the middle one beyond the others. 100 at a bottom, -100 at a top.
    Tristar, 12, Plain(triple::tristar);
    /// Unique three river: a long black candle, a black one within it with a new low, and a small white one. 100.
    UniqueThreeRiver, 12, Plain(triple::unique_three_river);
    /// Upside gap two crows: behind a long white candle two black ones above it, the second around the first. -100.
    UpsideGapTwoCrows, 12, Plain(triple::upside_gap_two_crows);
    /// Side gap three methods: a gap between two candles of one side, and an opposite one that fills it. 100 up, -100 down.
    SideGapThreeMethods, 2, Plain(triple::side_gap_three_methods);
}

impl CandleShape {
    /// The answer of the last candles.
    pub(super) fn find(self, candles: Candles<'_>, penetration: Option<f64>) -> f64 {
        match self.test() {
            Test::Plain(test) => test(candles),
            Test::Into(usual, test) => test(candles, penetration.unwrap_or(usual)),
        }
    }

    /// Whether a penetration means anything to the pattern.
    pub(super) const fn asks_penetration(self) -> bool {
        matches!(self.test(), Test::Into(..))
    }
}
