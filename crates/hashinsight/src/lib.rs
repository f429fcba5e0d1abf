//! Mathematics of bitcoin mining, its treasury and the insurance of leveraged trading.

#[cfg(feature = "feeds")]
pub use hashinsight_feeds as feeds;
pub use hashinsight_market as market;
#[cfg(feature = "mining")]
pub use hashinsight_mining as mining;
pub use hashinsight_numerics as numerics;
pub use hashinsight_units as units;
