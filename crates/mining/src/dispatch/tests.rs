//! What a search that is cut off says, against the same search to its end.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

use hashinsight_units::{Hashrate, Power};

use super::class::{Class, DispatchClass};
use super::hours::HourPrice;
use super::knapsack::choose;
use crate::machine::{Machine, MachineSpec, nanowatts};

/// Thirty classes of nearly equal efficiency, three modes each.
fn fleet() -> Vec<DispatchClass> {
    let spec =
        |watts: u32, ths: f64| MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(f64::from(watts)).unwrap());
    let one = |index: u32| {
        let watts = 3_000 + index * 137 % 500;
        let ths = |watts: u32, of: u32| f64::from(watts) / 30.0 + f64::from(index * of % 11);
        let machine = Machine::Spec(spec(watts, ths(watts, 7)));
        DispatchClass::new(format!("class {index}"), 1 + index % 7, machine)
            .modes(vec![spec(watts - 611, ths(watts - 611, 5)), spec(watts + 503, ths(watts + 503, 3))])
    };
    (0..30).map(one).collect()
}

#[test]
fn a_search_that_is_cut_off_says_how_far_off_it_can_be() {
    let requests = fleet();
    let classes = Class::resolve(&requests, None, 1.0, false, 1).unwrap();
    let hour = HourPrice { hashprice: 50.0, usd_per_kwh: 0.02 };
    let mut open = 0;
    for watts in (50_000..350_000).step_by(7_919) {
        let cap = nanowatts(f64::from(watts));
        let whole = choose(&classes, hour, cap, 5_000_000, None);
        assert_eq!(whole.gap, 0.0, "{watts} W: searched to its end");
        for nodes in [0, 30, 300, 3_000] {
            let cut = choose(&classes, hour, cap, nodes, None);
            assert!(cut.margin <= whole.margin + 1e-9 && cut.gap >= 0.0);
            assert!(cut.margin + cut.gap >= whole.margin - 1e-9, "{watts} W, {nodes} nodes");
            open += u32::from(cut.gap > 0.0);
        }
    }
    assert!(open > 30, "{open}: some are cut off");
}
