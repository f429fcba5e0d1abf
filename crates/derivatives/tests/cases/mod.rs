//! Questions that were reported from the field, each with the answer that its source derives; a test carries the number of its case.

mod account;
mod accounts;
mod chains;
mod corridors;
mod estimates;
mod greeks;
mod paths;
mod watch;

/// Whether two numbers agree to a relative error.
fn close(got: f64, right: f64, error: f64, what: &str) {
    assert!((got - right).abs() <= error * right.abs(), "{what}: {got}, right is {right}");
}
