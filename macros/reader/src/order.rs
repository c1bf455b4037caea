//! Sorted lists. One sort serves all of them, because the compiler would generate the standard one for each type.

use std::cmp::Ordering;

/// Sorts a list. Equal items keep their order.
pub(crate) fn sort<T>(list: &mut Vec<T>, compare: fn(&T, &T) -> Ordering) {
    let order = order(
        list.len(),
        &|one, other| match (list.get(one), list.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        },
    );
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    for index in order {
        list.extend(items.get_mut(index).and_then(Option::take));
    }
}

/// The indices of a list's items in their order.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    order
}

/// Adds an item to a sorted list, unless it is there. Returns whether it was added.
///
/// The list must be short, or the items come nearly in order.
pub(crate) fn add<T: Ord>(list: &mut Vec<T>, item: T) -> bool {
    match list.binary_search(&item) {
        Ok(_) => false,
        Err(at) => {
            list.insert(at, item);
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{add, sort};

    #[test]
    fn equal_items_keep_their_order() {
        let mut list: Vec<(usize, usize)> = (0..100).map(|index| (index % 7, index)).collect();
        let mut expected = list.clone();
        expected.sort_by_key(|(key, _)| *key);
        sort(&mut list, |(one, _), (other, _)| one.cmp(other));
        assert_eq!(list, expected);
    }

    #[test]
    fn an_item_is_added_once_at_its_place() {
        let mut list = Vec::new();
        let added = [3, 1, 2, 3, 1].map(|item| add(&mut list, item));
        assert_eq!(added, [true, true, true, false, false]);
        assert_eq!(list, [1, 2, 3]);
    }
}
