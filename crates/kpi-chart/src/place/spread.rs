/// Moves labels apart: the middles, nearest to those wanted (in the sum of squares), at which labels of these heights
/// do not overlap. In the order in which they were wanted; within `from..to` where they fit there at all.
///
/// All in CSS pixels; `labels` are `(wanted middle, height)`, and the middles come back in the same order.
#[must_use]
pub fn spread(labels: &[(f64, f64)], from: f64, to: f64) -> Vec<f64> {
    let mut order: Vec<usize> = Vec::with_capacity(labels.len());
    let wanted = |position: &usize| labels.get(*position).map_or(0.0, |label| label.0);
    for position in 0..labels.len() {
        // A dozen labels at most: sorting them properly would only make the program larger.
        let place = order.partition_point(|other| wanted(other) <= wanted(&position));
        order.insert(place, position);
    }

    // Take the heights of all labels above from each label's wanted top: what is left only has to rise, and the best
    // rising sequence is found by replacing neighbours that fall by their mean.
    let mut above = 0.0;
    let mut runs: Vec<Run> = Vec::new();
    for position in &order {
        let (middle, height) = labels.get(*position).copied().unwrap_or_default();
        let mut run = Run { mean: middle - height / 2.0 - above, count: 1 };
        above += height;
        while let Some(before) = runs.pop_if(|before| before.mean > run.mean) {
            run = before.and(&run);
        }
        runs.push(run);
    }

    let latest = (to - above).max(from);
    let tops = runs.iter().flat_map(|run| std::iter::repeat_n(run.mean.min(latest).max(from), run.count));
    let mut middles = vec![0.0; labels.len()];
    above = 0.0;
    for (position, top) in order.iter().zip(tops) {
        let height = labels.get(*position).map_or(0.0, |label| label.1);
        if let Some(middle) = middles.get_mut(*position) {
            *middle = top + above + height / 2.0;
        }
        above += height;
    }
    middles
}

/// Labels that touch.
struct Run {
    mean: f64,
    count: usize,
}

impl Run {
    fn and(&self, next: &Self) -> Self {
        let count = self.count + next.count;
        let sum = self.mean * self.count as f64 + next.mean * next.count as f64;
        Self { mean: sum / count as f64, count }
    }
}
