//! What is read from text outside of documents: quantities with units, money, dates, hex. What is read is written so that
//! it is read again as the same.
#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use hashinsight::mining::consensus::{BlockHash, Nbits, Target, Work};
use hashinsight::units::{
    Amount, Currency, Date, Days, Difficulty, Efficiency, Energy, EnergyPrice, Error, Fault, FieldPath, Fraction,
    Hashprice, Hashrate, Power, Price, Problem, Ratio, Seconds, SignedAmount, Usd, wire,
};
use hashinsight_fuzz::check_error;
use libfuzzer_sys::fuzz_target;

fn read<T: FromStr<Err: Into<Error>> + Display + Debug + PartialEq>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => assert_eq!(value.to_string().parse::<T>().ok(), Some(value)),
        Err(error) => check_error(&error.into()),
    }
}

fuzz_target!(|text: &str| {
    read::<Amount>(text);
    read::<Currency>(text);
    read::<Date>(text);
    read::<Days>(text);
    read::<Difficulty>(text);
    read::<Efficiency>(text);
    read::<Energy>(text);
    read::<EnergyPrice>(text);
    read::<Fraction>(text);
    read::<Hashprice>(text);
    read::<Hashrate>(text);
    read::<Power>(text);
    read::<Price>(text);
    read::<Ratio>(text);
    read::<Seconds>(text);
    read::<SignedAmount>(text);
    read::<Usd>(text);
    read::<BlockHash>(text);
    read::<Nbits>(text);
    read::<Target>(text);
    read::<Work>(text);
    if let Ok(decimal) = wire::decimal::parse(text) {
        assert_eq!(wire::decimal::parse(&decimal.to_string()).ok(), Some(decimal));
    }
    // A fault crosses borders as text: whatever it names, it comes back whole.
    let fault = Fault::new("units.price", Problem::Unknown).at(FieldPath::new(text.replace('\u{1f}', ""))).got(text);
    assert_eq!(Fault::from_wire(&format!("{fault:#}")), Some(fault));
});
