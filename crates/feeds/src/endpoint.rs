//! One question to one upstream: how to ask it, and how to read the answer.

use crate::{FeedError, Parsed, Payload, Request, read};
use hashinsight_units::Error;

/// One question: a value that builds the request and reads the answer. What the answer does not say (its instrument, its currency) the
/// question remembers.
///
/// ```
/// use hashinsight_feeds::{Endpoint, Payload, mempool_space};
/// use hashinsight_units::Timestamp;
/// let question = mempool_space::RecommendedFees;
/// assert_eq!(question.request()?.to_string(), "GET https://mempool.space/api/v1/fees/recommended");
/// let body = br#"{"fastestFee":3,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}"#;
/// let parsed = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_885)?))?;
/// assert_eq!(parsed.data.half_hour_sat_per_vb, 2.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Endpoint {
    /// Content of the answer.
    type Data;

    /// The request, without a key.
    ///
    /// # Errors
    /// What the upstream does not offer, like an interval of seven minutes.
    fn request(&self) -> Result<Request, Error>;

    /// Reads the answer as its wire structs say; what calls it is [`parse`](Self::parse).
    ///
    /// # Errors
    /// [`FeedError`].
    #[doc(hidden)]
    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Self::Data>, FeedError>;

    /// Reads the answer. What it refuses and what it doubts is told with the place in the body and as it was received; an
    /// answer with another HTTP status than that of success is a refusal whatever it says.
    ///
    /// # Errors
    /// [`FeedError`].
    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Self::Data>, FeedError> {
        let read = || {
            let mut parsed = read::as_received(payload, self.read(payload))?;
            parsed.suspicious.extend(payload.unread());
            Ok(parsed)
        };
        read::of_status(payload).map_or_else(read, Err)
    }
}

/// The questions of one upstream as one type, for borders and tables.
macro_rules! upstream {
    ($name:literal, $ask:ident => $data:ident { $($(#[doc = $doc:literal])+ $variant:ident $(($with:ident))?,)+ }) => {
        #[doc = concat!("A question to ", $name, ".")]
        #[derive(Clone, Debug, PartialEq, hashinsight_units::Record)]
        #[non_exhaustive]
        pub enum $ask {
            $($(#[doc = $doc])+ $variant $(($with))?,)+
        }

        #[doc = concat!("An answer of ", $name, ", to the question of the same name.")]
        #[derive(Clone, Debug, PartialEq, hashinsight_units::Record)]
        #[record(answer)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "one answer at a time, moved once")]
        pub enum $data {
            $($(#[doc = $doc])+ $variant(<$variant as $crate::Endpoint>::Data),)+
        }

        impl $crate::kind::Parts for $data {
            fn parts<'a>(&'a self, place: $crate::kind::Place<'a>, each: $crate::kind::Take<'a, '_>) {
                match self {
                    $(Self::$variant(data) => $crate::kind::Parts::parts(data, place, each),)+
                }
            }
        }

        impl $crate::Endpoint for $ask {
            type Data = $data;

            fn request(&self) -> Result<$crate::Request, hashinsight_units::Error> {
                match self {
                    $($crate::endpoint::question!($variant $($with)? : question) =>
                        $crate::endpoint::value!($variant $($with)? : question).request(),)+
                }
            }

            fn read(&self, payload: &$crate::Payload<'_>) -> Result<$crate::Parsed<$data>, $crate::FeedError> {
                match self {
                    $($crate::endpoint::question!($variant $($with)? : question) => {
                        let parsed = $crate::endpoint::value!($variant $($with)? : question).read(payload)?;
                        Ok($crate::Parsed { data: $data::$variant(parsed.data), suspicious: parsed.suspicious })
                    })+
                }
            }
        }
    };
}
pub(crate) use upstream;

macro_rules! question {
    ($variant:ident : $name:ident) => {
        Self::$variant
    };
    ($variant:ident $with:ident : $name:ident) => {
        Self::$variant($name)
    };
}
pub(crate) use question;

macro_rules! value {
    ($variant:ident : $name:ident) => {
        $variant
    };
    ($variant:ident $with:ident : $name:ident) => {
        $name
    };
}
pub(crate) use value;
