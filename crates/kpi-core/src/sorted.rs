//! One sort for everything. The library's sorts are made anew for each kind of thing, at a kilobyte or more of program.

use std::mem;

/// The positions of so many things in their order, what is equal in the order that it has: a merge sort, which asks about
/// `count × log2(count)` times whether one goes before another.
#[must_use]
pub fn order(count: usize, goes_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for run in order.chunks(2 * width) {
            let (mut one, mut other) = run.split_at_checked(width).unwrap_or((run, &[]));
            while let (Some((first, behind_first)), Some((second, behind_second))) =
                (one.split_first(), other.split_first())
            {
                if goes_before(*second, *first) {
                    merged.push(*second);
                    other = behind_second;
                } else {
                    merged.push(*first);
                    one = behind_first;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
        }
        order = merged;
        width *= 2;
    }
    order
}

/// The things themselves in their order.
#[must_use]
pub fn sorted<T>(mut things: Vec<T>, goes_before: &dyn Fn(&T, &T) -> bool) -> Vec<T> {
    sort(&mut things, goes_before);
    things
}

/// Puts things in their order where they are.
#[inline(never)]
pub fn sort<T>(things: &mut [T], goes_before: &dyn Fn(&T, &T) -> bool) {
    let order = order(things.len(), &|one, other| match (things.get(one), things.get(other)) {
        (Some(one), Some(other)) => goes_before(one, other),
        _ => false,
    });
    for (one, other) in exchanges(order) {
        things.swap(one, other);
    }
}

/// What has to change places, one pair after another, so that an order comes about.
fn exchanges(mut order: Vec<usize>) -> Vec<(usize, usize)> {
    let mut exchanges = Vec::new();
    for begin in 0..order.len() {
        let mut place = begin;
        // Each place in turn gets what belongs there; what stood there goes to the next place that has to be filled.
        while let Some(from) = order.get_mut(place).map(|from| mem::replace(from, place)).filter(|from| *from != begin)
        {
            exchanges.push((place, from));
            place = from;
        }
    }
    exchanges
}

/// Whether a name goes before another, whatever letters of ASCII are capitals.
#[must_use]
pub fn by_name(one: &str, other: &str) -> bool {
    one.bytes().map(|letter| letter.to_ascii_lowercase()).lt(other.bytes().map(|letter| letter.to_ascii_lowercase()))
}
