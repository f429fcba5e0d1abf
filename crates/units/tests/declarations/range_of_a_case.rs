use hashinsight_units::Record;

/// A range has a field to name.
#[derive(Record)]
enum Payment {
    /// A part on delivery.
    OnDelivery(#[record(range = 0.0..=1.0)] f64),
}

fn main() {}
