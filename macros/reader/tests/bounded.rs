//! Work is bounded: for a document of twice the size, however it shares and repeats its parts, the reader allocates at
//! most 2.2 times as much. Allocations are counted, because they are the same in every run; times are measured by the
//! example `bounded`.

mod shared;

use allocation_counter::{AllocationInfo, measure};
use shared::{KINDS, read};

/// What twice the size may take, in hundredths.
const MOST: u64 = 220;

fn work(name: &str, text: &str) -> AllocationInfo {
    measure(|| {
        read(name, text);
    })
}

#[test]
fn twice_the_size_is_at_most_twice_the_work() {
    let mut wrong = Vec::new();
    for kind in KINDS {
        let (one, two) = (kind.document(400), kind.document(800));
        let grown = 100 * two.len() / one.len();
        assert!((150..220).contains(&grown), "{}: {grown}", kind.name);
        let (one, two) = (work(kind.file, &one), work(kind.file, &two));
        for (what, one, two) in [
            ("bytes", one.bytes_total, two.bytes_total),
            ("allocations", one.count_total, two.count_total),
            ("bytes at once", one.bytes_max, two.bytes_max),
        ] {
            let times = 100 * two / one.max(1);
            if times > MOST {
                wrong.push(format!(
                    "{}: {one} {what} become {two}, {times} %",
                    kind.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
