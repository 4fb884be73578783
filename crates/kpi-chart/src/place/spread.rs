/// Moves labels apart: from the middles wanted to those nearest to them (in the sum of squares) at which labels of these
/// heights do not overlap. They stay in the order in which they were wanted, and within `from..to` where they fit there
/// at all.
///
/// All in CSS pixels; a label is `(middle, height)`.
pub fn spread(labels: &mut [(f64, f64)], from: f64, to: f64) {
    let mut order: Vec<&mut (f64, f64)> = Vec::new();
    for label in labels {
        // A dozen labels at most: sorting them properly would only make the program larger.
        let place = order.iter().position(|other| other.0 > label.0).unwrap_or(order.len());
        order.insert(place, label);
    }

    // Take the heights of all labels above from each label's wanted top: what is left only has to rise, and the best
    // rising sequence is found by replacing neighbours that fall by their mean.
    let mut above = 0.0;
    let mut runs: Vec<(f64, f64)> = Vec::new();
    for (middle, height) in order.iter().map(|label| **label) {
        let (mut sum, mut count) = (middle - height / 2.0 - above, 1.0);
        above += height;
        while let Some(before) = runs.pop_if(|before| before.0 / before.1 > sum / count) {
            sum += before.0;
            count += before.1;
        }
        runs.push((sum, count));
    }

    let latest = (to - above).max(from);
    let mut top = 0.0;
    let mut order = order.into_iter();
    for (sum, count) in runs {
        let start = (sum / count).min(latest).max(from);
        for (middle, height) in order.by_ref().take(count as usize) {
            *middle = start + top + *height / 2.0;
            top += *height;
        }
    }
}
