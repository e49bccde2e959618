//! Sorted, disjoint, half-open ranges of minutes and the set operations on them.
//! Must never know what a minute stands for: a day, a week and a timeline use the same ranges.

/// From the first minute to the one after the last.
pub(crate) type Interval<T> = (T, T);

/// The same minutes, sorted, without overlaps and without seams.
pub(crate) fn normalised<T: Ord + Copy>(mut ranges: Vec<Interval<T>>) -> Vec<Interval<T>> {
    ranges.retain(|(from, to)| from < to);
    ranges.sort_unstable();
    let mut merged: Vec<Interval<T>> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match merged.last_mut() {
            Some((_, end)) if from <= *end => *end = (*end).max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The minutes that are in either.
pub(crate) fn union<T: Ord + Copy>(left: &[Interval<T>], right: &[Interval<T>]) -> Vec<Interval<T>> {
    normalised(left.iter().chain(right).copied().collect())
}

/// The minutes that are in both.
pub(crate) fn intersection<T: Ord + Copy>(left: &[Interval<T>], right: &[Interval<T>]) -> Vec<Interval<T>> {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut both = Vec::new();
    while let (Some(&&(a, b)), Some(&&(c, d))) = (left.peek(), right.peek()) {
        if a.max(c) < b.min(d) {
            both.push((a.max(c), b.min(d)));
        }
        if b <= d {
            left.next()
        } else {
            right.next()
        };
    }
    both
}

/// The minutes of `left` that are not in `right`.
pub(crate) fn difference<T: Ord + Copy>(left: &[Interval<T>], right: &[Interval<T>]) -> Vec<Interval<T>> {
    let mut rest = Vec::new();
    for &(from, to) in left {
        let mut start = from;
        for &(cut, end) in right.iter().skip_while(|(_, end)| *end <= from).take_while(|(cut, _)| *cut < to) {
            if start < cut {
                rest.push((start, cut));
            }
            start = start.max(end);
        }
        if start < to {
            rest.push((start, to));
        }
    }
    rest
}
