//! What was misread, refused or accepted in the field, by the number of its report.

mod byte_order_mark;
mod checks;
mod digits;
mod hosts;
mod intervals;
mod misread;
mod more_of_each;
mod other_market;
mod partial;
mod questions;
mod rates_of_a_coin;
mod refusals;
mod repeated;
mod shapes;
mod statuses;
