//! One text inside another.

use crate::given::holds;
use kpi_core::words::find;
use proptest::prelude::prop_assert_eq;

#[test]
fn agrees_with_the_librarys() {
    holds(1000, ("[aé]{0,12}", "[aé]{0,3}"), |(text, part)| {
        prop_assert_eq!(find(&text, &part), text.find(&part));
        Ok(())
    });
}
