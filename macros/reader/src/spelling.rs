//! How alike two names are: what a "did you mean" goes by.

/// How many letters have to be added, taken away, changed or swapped with their neighbour to make one name of the other
/// (the optimal string alignment distance).
///
/// ```
/// use statusbook_reader::distance;
///
/// assert_eq!(distance("tabel", "table"), 1);
/// assert_eq!(distance("table", "tables"), 1);
/// assert_eq!(distance("", "body"), 4);
/// ```
pub fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    let mut last = None;
    for (line, letter) in left.chars().enumerate() {
        let mut next = vec![line + 1];
        for (column, other) in right.iter().enumerate() {
            let cost = usize::from(letter != *other);
            let mut best = (at(&row, column) + cost)
                .min(at(&row, column + 1) + 1)
                .min(at(&next, column) + 1);
            let swapped =
                column > 0 && last == Some(*other) && right.get(column - 1) == Some(&letter);
            if swapped {
                best = best.min(at(&before, column - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
        last = Some(letter);
    }
    at(&row, right.len())
}

fn at(row: &[usize], column: usize) -> usize {
    row.get(column).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn each_slip_of_the_pen_counts_once() {
        for (left, right, expected) in [
            ("getPet", "getPet", 0),
            ("getPet", "getPets", 1),
            ("getPets", "gtPets", 1),
            ("getPets", "getBets", 1),
            ("getPets", "gePtets", 1),
            ("kitten", "sitting", 3),
            ("größe", "grösse", 2),
            ("", "abc", 3),
        ] {
            assert_eq!(distance(left, right), expected, "{left} {right}");
            assert_eq!(distance(right, left), expected, "{right} {left}");
        }
    }
}
