use crate::Xy;

/// Cuts a line into dashes that go on around its corners. `pattern` is lengths of dashes and gaps in turn, each more
/// than zero.
pub(super) fn cut(points: &[Xy], pattern: &[f64]) -> Vec<Vec<Xy>> {
    let mut lengths = pattern.iter().copied().cycle();
    let mut left = lengths.next().unwrap_or(f64::INFINITY);
    let mut drawing = true;
    let mut dashes = Vec::new();
    let mut dash: Vec<Xy> = points.first().copied().into_iter().collect();
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let length = ((to.x - from.x).powi(2) + (to.y - from.y).powi(2)).sqrt();
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let share = gone / length;
            let at = Xy { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
            dash.push(at);
            if drawing {
                dashes.push(std::mem::take(&mut dash));
            }
            drawing = !drawing;
            left = lengths.next().unwrap_or(f64::INFINITY);
        }
        left -= length - gone;
        if drawing {
            dash.push(*to);
        }
    }
    if dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}
