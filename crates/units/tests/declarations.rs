//! Declarations that are no records are refused where they stand, in words.

#[test]
fn declarations_that_are_no_records() {
    let cases = trybuild::TestCases::new();
    for case in ["absent_with_default", "nameless", "open_range", "range_of_a_case", "unknown_attribute"] {
        cases.compile_fail(format!("tests/declarations/{case}.rs"));
    }
}
