use hashinsight_units::{Fraction, Record};

/// A field that has a value where it is left out is never absent.
#[derive(Record)]
struct Offer {
    /// Fraction of the time it runs.
    #[record(default = Some(Fraction::ONE))]
    uptime: Option<Fraction>,
}

fn main() {}
