//! What an answer holds, by kind: its bars, its book, its difficulty, whoever was asked and whichever way.

use hashinsight_market::{
    Bar, Bars, BlockStats, Funding, FundingHistory, MarkPoint, OpenInterest, OpenInterestHistory, OptionChain,
    OptionQuote, OrderBook, Quote, Quotes, Series, TierTable,
};
use hashinsight_units::{Difficulty, Error, Fault, Hashrate, Height, MeanAmount, Order, Problem};

use crate::{FeedData, ParseReport};

/// A type that answers hold and other crates take: those of `market`, and what describes the network.
pub trait Kind: Sized {
    /// Name of the kind, as the accessor of other languages is called.
    const NAME: &'static str;
    /// Name of its type in a schema: of a definition, or of a quantity.
    const SCHEMA: &'static str;

    #[doc(hidden)]
    fn of(part: Part<'_>) -> Option<&Self>;

    /// Words that tell this value from others of its kind: its instrument, its currency.
    #[doc(hidden)]
    fn words(&self) -> Vec<String>;
}

/// Where a part stands: the field that holds it, and the coin of the row around it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place<'a> {
    field: &'static str,
    coin: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub(crate) const fn at(self, field: &'static str) -> Self {
        Self { field, coin: self.coin }
    }

    pub(crate) const fn of(self, coin: &'a str) -> Self {
        Self { field: self.field, coin: Some(coin) }
    }
}

/// What takes the parts of an answer.
pub(crate) type Take<'a, 'e> = &'e mut dyn FnMut(Place<'a>, Part<'a>);

/// An answer, or a piece of one, that knows what it holds.
pub(crate) trait Parts {
    fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>);
}

impl<T: Parts> Parts for Option<T> {
    fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>) {
        if let Some(part) = self {
            part.parts(place, each);
        }
    }
}

impl<T: Parts> Parts for Vec<T> {
    fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>) {
        for part in self {
            part.parts(place, each);
        }
    }
}

/// The fields of a struct that hold something of a kind; none where it holds nothing of them.
macro_rules! parts {
    ($type:ty { $($field:ident),* }) => {
        impl $crate::kind::Parts for $type {
            #[allow(unused_variables, reason = "some answers hold nothing of a kind")]
            fn parts<'a>(&'a self, place: $crate::kind::Place<'a>, each: $crate::kind::Take<'a, '_>) {
                $($crate::kind::Parts::parts(&self.$field, place.at(stringify!($field)), each);)*
            }
        }
    };
}
pub(crate) use parts;

macro_rules! kinds {
    ($($name:ident: $type:ident, $schema:literal, |$value:ident| $words:expr;)+) => {
        /// A value of one of the kinds.
        #[derive(Clone, Copy, Debug)]
        #[doc(hidden)]
        pub enum Part<'a> {
            $($type(&'a $type),)+
        }

        /// Name of each kind, and the name of its type in a schema.
        pub const KINDS: &[(&str, &str)] = &[$((stringify!($name), $schema),)+];

        impl Part<'_> {
            const fn name(&self) -> &'static str {
                match self {
                    $(Self::$type(_) => stringify!($name),)+
                }
            }
        }

        $(
            impl Kind for $type {
                const NAME: &'static str = stringify!($name);
                const SCHEMA: &'static str = $schema;

                fn of(part: Part<'_>) -> Option<&Self> {
                    if let Part::$type(value) = part { Some(value) } else { None }
                }

                fn words(&self) -> Vec<String> {
                    let $value = self;
                    $words
                }
            }

            impl Parts for $type {
                fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>) {
                    each(place, Part::$type(self));
                }
            }
        )+
    };
}

fn words<const N: usize>(words: [&dyn std::fmt::Display; N]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

kinds! {
    bars: Bars, "market.Bars", |v| words([&v.instrument(), &v.quote_currency()]);
    bar: Bar, "market.Bar", |v| words([&v.instrument(), &v.quote_currency()]);
    quote: Quote, "market.Quote", |v| words([&v.instrument(), &v.quote_currency()]);
    quotes: Quotes, "market.Quotes", |v| words([&v.instrument(), &v.quote_currency()]);
    order_book: OrderBook, "market.OrderBook", |v| words([&v.instrument(), &v.quote_currency()]);
    mark_point: MarkPoint, "market.MarkPoint", |v| words([&v.instrument(), &v.quote_currency()]);
    funding: Funding, "market.Funding", |v| words([&v.instrument()]);
    funding_history: FundingHistory, "market.FundingHistory", |v| words([&v.instrument()]);
    open_interest: OpenInterest, "market.OpenInterest", |v| words([&v.instrument()]);
    open_interest_history: OpenInterestHistory, "market.OpenInterestHistory", |v| words([&v.instrument()]);
    option_quote: OptionQuote, "market.OptionQuote", |v| words([&v.instrument(), &v.quote_currency()]);
    option_chain: OptionChain, "market.OptionChain", |v| {
        v.quotes().first().map_or_else(Vec::new, |first| words([&first.premium_currency(), &first.quote_currency()]))
    };
    tier_table: TierTable, "market.TierTable", |v| words([&v.instrument()]);
    block_stats: BlockStats, "market.BlockStats", |_v| Vec::new();
    series: Series, "market.Series", |_v| Vec::new();
    difficulty: Difficulty, "difficulty", |_v| Vec::new();
    hashrate: Hashrate, "hashrate", |_v| Vec::new();
    height: Height, "height", |_v| Vec::new();
    fees_per_block: MeanAmount, "mean_amount", |_v| Vec::new();
}

impl FeedData {
    /// The value of a kind, where the answer holds exactly one.
    ///
    /// ```
    /// use hashinsight_feeds::{FeedAsk, ParseRequest, parse};
    /// use hashinsight_feeds::mempool_space::MempoolSpaceAsk;
    /// use hashinsight_market::{Bars, Quote};
    /// use hashinsight_units::Timestamp;
    /// let body = r#"{"time":1780730404,"USD":60823,"EUR":52760}"#.to_owned();
    /// let ask = FeedAsk::MempoolSpace(MempoolSpaceAsk::Prices);
    /// let answer = parse(&ParseRequest::new(ask, body, Timestamp::from_s(1_780_730_885)?))?.data;
    /// assert_eq!(answer.named::<Quote>("EUR")?.last_price(), Some(52_760.0));
    /// assert_eq!(answer.one::<Quote>().unwrap_err().code(), "feeds.quote.several");
    /// assert_eq!(answer.one::<Bars>().unwrap_err().code(), "feeds.bars.none");
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `feeds.<kind>.none` with the kinds that it holds, `feeds.<kind>.several` with the names that [`named`](Self::named) takes.
    pub fn one<T: Kind>(&self) -> Result<&T, Error> {
        self.only(None)
    }

    /// The value of a kind with this name: the field that holds it, its instrument, its currency or its coin.
    ///
    /// # Errors
    /// As [`one`](Self::one), of those with the name.
    pub fn named<T: Kind>(&self, name: &str) -> Result<&T, Error> {
        self.only(Some(name))
    }

    /// Every value of a kind, in the order of the answer.
    pub fn all<T: Kind>(&self) -> Vec<&T> {
        self.found().into_iter().map(|(value, _)| value).collect()
    }

    fn only<T: Kind>(&self, name: Option<&str>) -> Result<&T, Error> {
        let found = self.found::<T>();
        let fits = |names: &[String]| name.is_none_or(|name| names.iter().any(|word| word == name));
        let mut fitting = found.iter().filter(|(_, names)| fits(names));
        let refused = |problem, got: String, allowed: String| {
            Fault::new(format!("feeds.{}", T::NAME), problem).at("data").got(got).allowed(allowed).into()
        };
        match (fitting.next(), fitting.next()) {
            (Some((value, _)), None) => Ok(value),
            (None, _) if found.is_empty() => {
                Err(refused(Problem::None, self.held().join(", "), format!("an answer with {}", T::NAME)))
            }
            (None, _) => Err(refused(Problem::None, name.unwrap_or_default().to_owned(), names(&found))),
            _ => Err(refused(Problem::Several, name.unwrap_or_default().to_owned(), names(&found))),
        }
    }

    /// The values of a kind, each with its names.
    fn found<T: Kind>(&self) -> Vec<(&T, Vec<String>)> {
        let mut found = Vec::new();
        self.parts(Place::default(), &mut |place, part| {
            if let Some(value) = T::of(part) {
                let mut names: Vec<String> = [place.field].into_iter().chain(place.coin).map(str::to_owned).collect();
                names.extend(value.words());
                names.retain(|name| !name.is_empty());
                found.push((value, names));
            }
        });
        found
    }

    /// Names of the kinds that the answer holds.
    fn held(&self) -> Vec<&'static str> {
        let mut held = Vec::new();
        self.parts(Place::default(), &mut |_, part| {
            if !held.contains(&part.name()) {
                held.push(part.name());
            }
        });
        held
    }
}

/// The names that tell one from the others.
fn names<T>(found: &[(T, Vec<String>)]) -> String {
    let mut names: Vec<&str> = found.iter().flat_map(|(_, names)| names).map(String::as_str).collect();
    names.order_by(Ord::cmp);
    let shared = |name: &str| found.iter().filter(|(_, names)| names.iter().any(|other| other == name)).count() > 1;
    names.dedup();
    names.retain(|name| !shared(name));
    format!("the name of one: {}", names.join(", "))
}

impl ParseReport {
    /// [`FeedData::one`] of the data.
    ///
    /// # Errors
    /// As [`FeedData::one`].
    pub fn one<T: Kind>(&self) -> Result<&T, Error> {
        self.data.one()
    }

    /// [`FeedData::named`] of the data.
    ///
    /// # Errors
    /// As [`FeedData::named`].
    pub fn named<T: Kind>(&self, name: &str) -> Result<&T, Error> {
        self.data.named(name)
    }
}
