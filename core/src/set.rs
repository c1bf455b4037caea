//! Sets of status codes as bits. The compiler can compare them.

use std::fmt;
use std::ops::{BitAnd, BitOr, Sub};

use crate::message::value;

/// The lowest code that a status may have (RFC 9110 §15).
pub(crate) const FIRST: u16 = 100;
/// The highest code that a status may have (RFC 9110 §15).
pub(crate) const LAST: u16 = 599;

/// How many codes a word holds: few words, because rustc takes each step of a constant by itself.
const BITS: u16 = 128;
const WORDS: usize = 4;

/// The set whose words are those of two sets, combined one by one. Without a loop, whose steps rustc would take one by one.
macro_rules! by_word {
    ($left:ident [$($operator:tt)+] $right:ident) => {{
        let [one, two, three, four] = $left.0;
        let [first, second, third, fourth] = $right.0;
        StatusSet([
            one $($operator)+ first,
            two $($operator)+ second,
            three $($operator)+ third,
            four $($operator)+ fourth,
        ])
    }};
}

/// A set of status codes between 100 and 599.
///
/// All methods but the iterators' are `const`, so that sets can be compared at compile time.
///
/// ```
/// use statusbook::StatusSet;
///
/// const OURS: StatusSet = StatusSet::of(&[404, 409]);
/// const THEIRS: StatusSet = StatusSet::of(&[400, 404, 409, 500]);
/// const _: () = assert!(OURS.is_subset(THEIRS));
/// assert_eq!(THEIRS.difference(OURS).to_string(), "400 500");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct StatusSet([u128; WORDS]);

impl StatusSet {
    /// The empty set.
    pub const EMPTY: Self = StatusSet([0; WORDS]);
    /// All errors: 400 to 599 (RFC 9110 §15.5 and §15.6).
    pub const ERRORS: Self = Self::EMPTY.with_range(400, 599);
    /// All successes: 200 to 299 (RFC 9110 §15.3).
    pub const SUCCESSES: Self = Self::EMPTY.with_range(200, 299);

    /// Returns the set of these codes.
    ///
    /// # Panics
    /// If a code is outside 100 to 599. In a constant, that is a compile error:
    ///
    /// ```compile_fail,E0080
    /// const CODES: statusbook::StatusSet = statusbook::StatusSet::of(&[42]);
    /// ```
    #[track_caller]
    pub const fn of(codes: &[u16]) -> Self {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < codes.len() {
            set = set.with(codes[at]);
            at += 1;
        }
        set
    }

    /// Returns this set with `code` added.
    ///
    /// # Panics
    /// If `code` is outside 100 to 599.
    #[must_use]
    #[track_caller]
    pub const fn with(mut self, code: u16) -> Self {
        assert!(
            code >= FIRST && code <= LAST,
            "{}",
            value::not_a_status_code(code).as_str()
        );
        let bit = code - FIRST;
        self.0[(bit / BITS) as usize] |= 1 << (bit % BITS);
        self
    }

    /// Returns this set with every code from `first` to `last` added, both included.
    ///
    /// # Panics
    /// If `first` or `last` is outside 100 to 599.
    #[must_use]
    #[track_caller]
    pub const fn with_range(self, first: u16, last: u16) -> Self {
        let set = self.with(first);
        if first == last {
            return set;
        }
        set.with(last)
            .union(Self::below(last).difference(Self::below(first)))
    }

    /// Every code below `code`.
    const fn below(code: u16) -> Self {
        let mut bits = code.saturating_sub(FIRST);
        let mut words = [0; WORDS];
        let mut word = 0;
        while word < WORDS {
            words[word] = match 1_u128.checked_shl(bits as u32) {
                Some(next) => next - 1,
                None => u128::MAX,
            };
            bits = bits.saturating_sub(BITS);
            word += 1;
        }
        StatusSet(words)
    }

    /// Returns whether `code` is in the set.
    pub const fn contains(self, code: u16) -> bool {
        if code < FIRST || code > LAST {
            return false;
        }
        let bit = code - FIRST;
        self.0[(bit / BITS) as usize] & (1 << (bit % BITS)) != 0
    }

    /// Returns the codes that are in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        by_word!(self [|] other)
    }

    /// Returns the codes that are in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        by_word!(self [&] other)
    }

    /// Returns the codes of this set that are not in `other`.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        by_word!(self [& !] other)
    }

    /// Returns whether every code of this set is in `other`.
    pub const fn is_subset(self, other: Self) -> bool {
        let StatusSet([one, two, three, four]) = self;
        let StatusSet([first, second, third, fourth]) = other;
        one & !first == 0 && two & !second == 0 && three & !third == 0 && four & !fourth == 0
    }

    /// Returns whether the set is empty.
    pub const fn is_empty(self) -> bool {
        matches!(self.0, [0, 0, 0, 0])
    }

    /// Returns the number of codes.
    pub const fn len(self) -> usize {
        let [one, two, three, four] = self.0;
        (one.count_ones() + two.count_ones() + three.count_ones() + four.count_ones()) as usize
    }

    /// Returns the lowest code in the set that is `from` or higher.
    pub const fn next(self, from: u16) -> Option<u16> {
        let mut code = if from < FIRST { FIRST } else { from };
        while code <= LAST {
            if self.contains(code) {
                return Some(code);
            }
            code += 1;
        }
        None
    }

    /// Returns the codes in ascending order.
    pub const fn iter(self) -> Codes {
        Codes(self)
    }
}

/// The codes of a [`StatusSet`] in ascending order.
#[derive(Clone, Debug)]
pub struct Codes(StatusSet);

impl Iterator for Codes {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        let code = self.0.next(FIRST)?;
        self.0 = self.0.difference(StatusSet::of(&[code]));
        Some(code)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl ExactSizeIterator for Codes {}

impl IntoIterator for StatusSet {
    type Item = u16;
    type IntoIter = Codes;

    fn into_iter(self) -> Codes {
        self.iter()
    }
}

/// The [union](StatusSet::union).
impl BitOr for StatusSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

/// The [intersection](StatusSet::intersection).
impl BitAnd for StatusSet {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.intersection(other)
    }
}

/// The [difference](StatusSet::difference).
impl Sub for StatusSet {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.difference(other)
    }
}

/// Panics if a number is outside 100 to 599, as [`StatusSet::with`] does.
impl Extend<u16> for StatusSet {
    fn extend<I: IntoIterator<Item = u16>>(&mut self, codes: I) {
        *self = codes.into_iter().fold(*self, Self::with);
    }
}

/// Panics if a number is outside 100 to 599, as [`StatusSet::with`] does.
impl FromIterator<u16> for StatusSet {
    fn from_iter<I: IntoIterator<Item = u16>>(codes: I) -> Self {
        codes.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// Shows the codes in ascending order, with a space between them: `400 404 409`.
impl fmt::Display for StatusSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, code) in self.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            write!(f, "{space}{code}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for StatusSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
