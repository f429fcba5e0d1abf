//! What was misread, refused or accepted in the field, by the number of its report.

mod checks;
mod digits;
mod hosts;
mod intervals;
mod misread;
mod partial;
mod questions;
mod refusals;
mod repeated;
mod shapes;
