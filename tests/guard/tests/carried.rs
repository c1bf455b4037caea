//! What a response of an error carries for a guard: no more than some guard of the process reads. One test, so that no other
//! makes a guard.

use allocation_counter::measure;
use statusbook::{ApiError, guard, respond, vpn};

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404, "no such gateway")]
struct Missing;

#[test]
fn a_response_carries_what_the_guards_of_the_process_read() {
    let allocations = || measure(|| drop(respond(&Missing))).count_total;
    let without = allocations();
    let reporting = guard!(vpn);
    // The map of extensions, its table, and the status in it.
    let marked = allocations();
    assert_eq!(marked, without + 3);
    let observing = guard!(vpn).observe(|_| ());
    assert!(allocations() > marked);
    drop((reporting, observing));
}
