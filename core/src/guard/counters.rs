//! Counts how often each status was sent. Counting takes no lock, and for a documented status no allocation.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::set::StatusSet;

/// Status codes have three digits (RFC 9110 §15): 100 to 999.
const CODES: usize = 900;

/// One counter for each status code.
#[derive(Debug)]
pub(super) struct Counters {
    /// The expected codes, ascending.
    expected: Box<[(u16, AtomicU64)]>,
    /// All other codes. Allocated when the first of them is counted.
    others: OnceLock<Box<[AtomicU64]>>,
}

impl Counters {
    pub(super) fn new(expected: StatusSet) -> Self {
        Counters {
            expected: expected
                .iter()
                .map(|code| (code, AtomicU64::new(0)))
                .collect(),
            others: OnceLock::new(),
        }
    }

    #[inline]
    pub(super) fn add(&self, code: u16) {
        if let Some((_, count)) = self.expected.iter().find(|(known, _)| *known == code) {
            count.fetch_add(1, Ordering::Relaxed);
        } else {
            self.add_other(code);
        }
    }

    #[cold]
    fn add_other(&self, code: u16) {
        let others = self
            .others
            .get_or_init(|| (0..CODES).map(|_| AtomicU64::new(0)).collect());
        if let Some(count) = code
            .checked_sub(100)
            .and_then(|place| others.get(usize::from(place)))
        {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// The codes that were seen, ascending, each with how often.
    pub(super) fn seen(&self) -> Vec<(u16, u64)> {
        let expected = self
            .expected
            .iter()
            .map(|(code, count)| (*code, count.load(Ordering::Relaxed)));
        let others = self
            .others
            .get()
            .into_iter()
            .flat_map(|all| (100..).zip(all.iter().map(|count| count.load(Ordering::Relaxed))));
        let mut seen: Vec<(u16, u64)> = expected
            .chain(others)
            .filter(|(_, count)| *count > 0)
            .collect();
        seen.sort_unstable();
        seen
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread;

    use super::*;

    #[test]
    fn threads_that_start_together_lose_no_count() {
        const THREADS: usize = 8;
        const TIMES: u64 = 20_000;
        let counters = Counters::new(StatusSet::of(&[200, 404]));
        let start = Barrier::new(THREADS);
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    start.wait();
                    for _ in 0..TIMES {
                        counters.add(404);
                        // The first of these makes the other counters: all threads at once.
                        counters.add(418);
                    }
                });
            }
        });
        let all = TIMES * THREADS as u64;
        assert_eq!(counters.seen(), [(404, all), (418, all)]);
    }

    #[test]
    fn codes_outside_of_the_registry_are_counted_too() {
        let counters = Counters::new(StatusSet::of(&[500]));
        for code in [999, 100, 600, 500] {
            counters.add(code);
        }
        assert_eq!(counters.seen(), [(100, 1), (500, 1), (600, 1), (999, 1)]);
    }
}
