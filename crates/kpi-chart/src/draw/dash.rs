use crate::Xy;

/// Cuts a line into dashes that go on around its corners, and draws each. `pattern` is lengths of dashes and gaps in
/// turn, each more than zero.
pub(super) fn cut(points: &[Xy], pattern: &[f64], draw: &mut dyn FnMut(&[Xy])) {
    let mut lengths = pattern.iter().copied().cycle();
    let mut left = lengths.next().unwrap_or(f64::INFINITY);
    let mut drawing = true;
    let mut dash = points.get(..1).unwrap_or_default().to_vec();
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let (across, down) = (to.x - from.x, to.y - from.y);
        let length = (across * across + down * down).sqrt();
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let share = gone / length;
            dash.push(Xy { x: from.x + across * share, y: from.y + down * share });
            if drawing {
                draw(&dash);
                dash.clear();
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
        draw(&dash);
    }
}
