//! One sort for everything. The library's sorts are made anew for each kind of thing, at a kilobyte or more of program.

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

/// The things themselves in their order, each moved once.
#[must_use]
pub fn sorted<T>(things: Vec<T>, goes_before: &dyn Fn(&T, &T) -> bool) -> Vec<T> {
    let order = order(things.len(), &|one, other| match (things.get(one), things.get(other)) {
        (Some(one), Some(other)) => goes_before(one, other),
        _ => false,
    });
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| things.get_mut(at)?.take()).collect()
}

/// Whether a name goes before another, whatever letters of ASCII are capitals.
#[must_use]
pub fn by_name(one: &str, other: &str) -> bool {
    one.bytes().map(|letter| letter.to_ascii_lowercase()).lt(other.bytes().map(|letter| letter.to_ascii_lowercase()))
}
