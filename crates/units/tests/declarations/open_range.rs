use hashinsight_units::Record;

/// A range has both ends.
#[derive(Record)]
struct Offer {
    /// Number of machines.
    #[record(range = 1..)]
    count: u32,
}

fn main() {}
