//! Prices as estimates. Booked money is [`Money`](crate::Money).

use crate::quantity::quantity;

quantity! {
    /// What one bitcoin costs, stored in USD: 0 to 1e12. An estimate (a quote, a mean, a forecast), not booked money.
    Price, "price", stored in "USD", 0.0..=1e12,
    allowed "0 to 1e12 USD", written "a number and USD",
    symbols ["USD": 1.0 / 1.0, "kUSD": 1e3 / 1.0]
}

quantity! {
    /// What one petahash per second is expected to earn per day, stored in USD: 0 to 1e18.
    Hashprice, "hashprice", stored in "USD/PH/day", 0.0..=1e18,
    allowed "0 to 1e18 USD/PH/day", written "a number and USD/PH/day or USD/TH/day",
    symbols ["USD/PH/day": 1.0 / 1.0, "USD/TH/day": 1e3 / 1.0]
}

quantity! {
    /// An estimated sum of US dollars that somebody pays or owes: 0 to 1e15. Booked money is [`Money`](crate::Money).
    Usd, "usd", stored in "USD", 0.0..=1e15,
    allowed "0 to 1e15 USD", written "a number and USD",
    symbols ["USD": 1.0 / 1.0, "kUSD": 1e3 / 1.0, "MUSD": 1e6 / 1.0]
}
