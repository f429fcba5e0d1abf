//! Questions that were reported from the field, each with the answer that its source derives; a test carries the number of its case.

mod account;
mod account_scan;
mod accounts;
mod calendar;
mod chains;
mod corridors;
mod estimates;
mod greeks;
mod implied;
mod kou;
mod paths;
mod survival;
mod tables;
mod watch;
mod watch_own;
mod windows;

/// Whether two numbers agree to a relative error.
fn close(got: f64, right: f64, error: f64, what: &str) {
    assert!((got - right).abs() <= error * right.abs(), "{what}: {got}, right is {right}");
}
