//! Comparing strings while compiling, where `==` cannot be called.

/// Whether two strings are equal.
pub(crate) const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// How many bytes have to be changed to make one string of the other (Levenshtein), for suggestions.
pub(crate) const fn distance(left: &str, right: &str) -> usize {
    const LONGEST: usize = 128;
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() >= LONGEST || right.len() >= LONGEST {
        return LONGEST;
    }
    let mut row = [0; LONGEST];
    let mut column = 0;
    while column <= right.len() {
        row[column] = column;
        column += 1;
    }
    let mut line = 0;
    while line < left.len() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        column = 0;
        while column < right.len() {
            let changed = diagonal + if left[line] == right[column] { 0 } else { 1 };
            diagonal = row[column + 1];
            let added = 1 + if row[column] < diagonal {
                row[column]
            } else {
                diagonal
            };
            row[column + 1] = if changed < added { changed } else { added };
            column += 1;
        }
        line += 1;
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changes() {
        assert_eq!(distance("VPN.0012", "VPN.0012"), 0);
        assert_eq!(distance("VPN.0012", "VPN.0021"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
