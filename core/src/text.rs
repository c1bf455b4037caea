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
///
/// Only what stands between a common start and a common end is compared, and where that is long its length is the answer:
/// a table of a thousand operations is searched while compiling, and rustc gives up on constants that take long.
pub(crate) const fn distance(left: &str, right: &str) -> usize {
    const LONGEST: usize = 256;
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let start = common_start(left, right);
    let end = common_end(left, right, start);
    let (lines, columns) = (left.len() - start - end, right.len() - start - end);
    if lines == 0 || columns == 0 || lines * columns > LONGEST {
        return if lines > columns { lines } else { columns };
    }
    let mut row = [0; LONGEST + 1];
    let mut column = 0;
    while column <= columns {
        row[column] = column;
        column += 1;
    }
    let mut line = 0;
    while line < lines {
        let mut diagonal = row[0];
        row[0] = line + 1;
        column = 0;
        while column < columns {
            let same = left[start + line] == right[start + column];
            let changed = diagonal + if same { 0 } else { 1 };
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
    row[columns]
}

const fn common_start(left: &[u8], right: &[u8]) -> usize {
    let mut length = 0;
    while length < left.len() && length < right.len() && left[length] == right[length] {
        length += 1;
    }
    length
}

/// Of what stands behind the common start.
const fn common_end(left: &[u8], right: &[u8], start: usize) -> usize {
    let mut length = 0;
    while start + length < left.len()
        && start + length < right.len()
        && left[left.len() - 1 - length] == right[right.len() - 1 - length]
    {
        length += 1;
    }
    length
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
        assert_eq!(distance("aa", "aaa"), 1);
        assert_eq!(distance("GET /pets/{id}", "GET /pets/{petId}"), 4);
    }

    #[test]
    fn of_long_differences_the_length_is_known() {
        let (long, longer) = ("x".repeat(300), "y".repeat(400));
        assert_eq!(distance(&long, &longer), 400);
        assert_eq!(distance(&long, ""), 300);
        assert_eq!(distance(&format!("{longer}a"), &format!("{longer}b")), 1);
    }
}
