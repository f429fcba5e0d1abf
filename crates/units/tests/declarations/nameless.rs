use hashinsight_units::{Fraction, Record};

/// A record has named fields.
#[derive(Record)]
struct Offer(Fraction);

fn main() {}
