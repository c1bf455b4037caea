//! `StatusSet` is a set.

use std::collections::BTreeSet;

use statusbook::StatusSet;

fn model(set: StatusSet) -> BTreeSet<u16> {
    set.iter().collect()
}

#[test]
fn it_holds_what_was_put_in() {
    let set = StatusSet::of(&[100, 163, 164, 404, 599]);
    assert_eq!(set.iter().collect::<Vec<_>>(), [100, 163, 164, 404, 599]);
    assert_eq!(set.len(), 5);
    assert!(set.contains(164) && !set.contains(165));
    assert_eq!(set.to_string(), "100 163 164 404 599");
    assert_eq!(
        [404, 100, 599, 163, 164].into_iter().collect::<StatusSet>(),
        set
    );
}

#[test]
fn what_is_not_a_status_code_is_refused() {
    for code in [0, 99, 600, u16::MAX] {
        assert!(std::panic::catch_unwind(|| StatusSet::of(&[404, code])).is_err());
        assert!(!StatusSet::EMPTY.with_range(100, 599).contains(code));
    }
    assert_eq!(StatusSet::EMPTY.with_range(100, 599).len(), 500);
}

#[test]
fn operations_are_those_of_sets() {
    let sets: Vec<StatusSet> = (0..12u16)
        .map(|seed| {
            (100..=599)
                .filter(|code| (code * 7 + seed * 13) % (seed + 2) == 0)
                .collect()
        })
        .collect();
    for &left in &sets {
        for &right in &sets {
            let (l, r) = (model(left), model(right));
            assert_eq!(model(left.union(right)), &l | &r);
            assert_eq!(model(left.intersection(right)), &l & &r);
            assert_eq!(model(left.difference(right)), &l - &r);
            assert_eq!(left.is_subset(right), l.is_subset(&r));
            assert_eq!(left.len(), l.len());
        }
    }
}

#[test]
fn its_codes_are_an_iterator_that_knows_its_length() {
    let set = StatusSet::of(&[404]) | StatusSet::of(&[200, 404]);
    let mut codes = set.into_iter();
    assert_eq!((codes.len(), codes.next(), codes.len()), (2, Some(200), 1));
    assert_eq!((codes.next(), codes.next()), (Some(404), None));
}

#[test]
fn next_walks_through_the_set() {
    let set = StatusSet::of(&[200, 404]);
    assert_eq!(
        (set.next(0), set.next(200), set.next(201), set.next(405)),
        (Some(200), Some(200), Some(404), None)
    );
}
