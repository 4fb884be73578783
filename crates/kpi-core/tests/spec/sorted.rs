//! The one sort of everything.

use crate::given::holds;
use kpi_core::sorted::{by_name, order, sorted};
use proptest::collection::vec;
use proptest::prelude::prop_assert_eq;
use std::cell::Cell;

#[test]
fn agrees_with_the_librarys_and_asks_no_more_often_than_it_has_to() {
    holds(1000, vec(0..20_u8, 0..200), |numbers| {
        // Each with its position, so that what is equal is seen to keep its order.
        let things: Vec<(u8, usize)> = numbers.iter().copied().zip(0..).collect();
        let mut expect = things.clone();
        expect.sort_by_key(|(number, _)| *number);
        prop_assert_eq!(sorted(things, &|one, other| one.0 < other.0), expect);
        let asked = Cell::new(0);
        let _ = order(numbers.len(), &|one, other| {
            asked.set(asked.get() + 1);
            numbers[one] < numbers[other]
        });
        let rounds = numbers.len().next_power_of_two().ilog2() as usize;
        assert!(asked.get() <= numbers.len() * rounds, "{} times for {}", asked.get(), numbers.len());
        Ok(())
    });
}

#[test]
fn names_are_in_order_whatever_their_capitals() {
    let names = sorted(vec!["torbay", "Ayton", "Éire", "ayton b", "AYTON", ""], &|one, other| by_name(one, other));
    assert_eq!(names, ["", "Ayton", "AYTON", "ayton b", "torbay", "Éire"]);
}
