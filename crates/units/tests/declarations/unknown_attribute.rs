use hashinsight_units::{Fraction, Record};

/// Names of attributes are read strictly.
#[derive(Record)]
struct Offer {
    /// Fraction of the time it runs.
    #[record(defualt = Fraction::ONE)]
    uptime: Fraction,
}

fn main() {}
