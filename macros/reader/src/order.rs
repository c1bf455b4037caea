//! What is sorted, and how: one sort serves all, since the compiler repeats the standard one for each type.

use std::cmp::Ordering;

/// The indices of a list, in the order of its items; equal ones stay as they are.
pub(crate) fn of<T>(items: &[T], compare: fn(&T, &T) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort(
        &mut order,
        &|left, right| match (items.get(left), items.get(right)) {
            (Some(left), Some(right)) => compare(left, right),
            _ => Ordering::Equal,
        },
    );
    order
}

/// The items of a list in their order, equal ones as they stand.
pub(crate) fn sorted<T: Clone>(items: &[T], compare: fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut sorted = Vec::with_capacity(items.len());
    for index in of(items, compare) {
        if let Some(item) = items.get(index) {
            sorted.push(item.clone());
        }
    }
    sorted
}

fn sort(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|left, right| compare(*left, *right));
}

/// Adds an item to a sorted list, unless it is there. The list must not grow with a document.
///
/// Returns whether it was added.
pub(crate) fn add<T: Ord>(list: &mut Vec<T>, item: T) -> bool {
    let place = list.binary_search(&item);
    if let Err(at) = place {
        list.insert(at, item);
    }
    place.is_err()
}
