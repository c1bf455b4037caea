//! Properties of every table: a check has the same result at compile time and at run time, and the order of a union does
//! not matter.

use std::collections::BTreeSet;
use std::panic::catch_unwind;

use statusbook::__private::check;
use statusbook::{Status, Table, Undocumented, dc, er, status_table, vpc, vpcep, vpn};

status_table! {
    mod everything = vpn | vpcep | dc | er | vpc;
}

const TABLES: [Table; 6] = [
    vpn::TABLE,
    vpcep::TABLE,
    dc::TABLE,
    er::TABLE,
    vpc::TABLE,
    everything::TABLE,
];

/// The result of the compiler for every code of every table.
static WHILE_COMPILING: [[Result<Status, Undocumented>; 500]; TABLES.len()] = {
    let mut all = [[TABLES[0].status(0); 500]; TABLES.len()];
    let mut table = 0;
    while table < TABLES.len() {
        let mut code: u16 = 100;
        while code < 600 {
            all[table][code as usize - 100] = TABLES[table].status(code);
            code += 1;
        }
        table += 1;
    }
    all
};

#[test]
fn the_compiler_and_the_program_agree() {
    let mut documented = 0;
    for (table, results) in TABLES.iter().zip(&WHILE_COMPILING) {
        for (code, compiled) in (100..600).zip(results) {
            let result = table.status(code);
            let told = |result: Result<Status, Undocumented>| result.map_err(|no| no.to_string());
            assert_eq!(told(result), told(*compiled), "{code} of {}", table.name());
            assert_eq!(result.is_ok(), table.contains(code));
            assert_eq!(result.is_ok(), table.documented().contains(code));
            documented += usize::from(result.is_ok());
        }
    }
    assert!(documented > 6 * 14, "{documented}");
}

/// `status!` calls `check::documented`: it panics exactly where `Table::status` refuses, with the same sentence.
#[test]
fn the_macro_refuses_what_the_table_refuses() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let results: Vec<_> = TABLES
        .iter()
        .flat_map(|table| (100..600).map(move |code| (*table, code)))
        .map(|(table, code)| {
            let checked = catch_unwind(|| check::documented(table, code));
            (
                table.status(code),
                checked.map_err(|panic| sentence(&*panic)),
            )
        })
        .collect();
    std::panic::set_hook(hook);
    assert_eq!(results.len(), TABLES.len() * 500);
    for (result, checked) in results {
        assert_eq!(result.map_err(|refusal| refusal.to_string()), checked);
    }
}

fn sentence(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.expect("a text")
}

macro_rules! unions {
    ($($name:ident: $left:ident $right:ident;)*) => {
        $(mod $name {
            use super::*;
            status_table! {
                pub(crate) mod once = $left | $right;
                pub(crate) mod swapped = $right | $left;
                pub(crate) mod again = once | $left | swapped | once;
            }
        })*

        /// Each with its parts: the union, the other way round, and united with itself.
        const UNIONS: &[[Table; 5]] = &[$([
            $left::TABLE,
            $right::TABLE,
            $name::once::TABLE,
            $name::swapped::TABLE,
            $name::again::TABLE,
        ]),*];
    };
}

unions! {
    vpn_vpn: vpn vpn; vpn_vpcep: vpn vpcep; vpn_dc: vpn dc; vpn_er: vpn er; vpn_vpc: vpn vpc;
    vpcep_vpcep: vpcep vpcep; vpcep_dc: vpcep dc; vpcep_er: vpcep er; vpcep_vpc: vpcep vpc;
    dc_dc: dc dc; dc_er: dc er; dc_vpc: dc vpc; er_er: er er; er_vpc: er vpc; vpc_vpc: vpc vpc;
}

#[test]
fn unions_are_commutative_and_idempotent() {
    assert_eq!(UNIONS.len(), 15);
    for [left, right, once, swapped, again] in UNIONS {
        assert_eq!(
            once.documented(),
            left.documented().union(right.documented())
        );
        for code in 100..600 {
            let entry = facts(*once, code);
            assert_eq!(entry, facts(*swapped, code), "{code} of {}", once.name());
            assert_eq!(entry, facts(*again, code), "{code} of {}", once.name());
            let of_parts: BTreeSet<_> = [left, right]
                .iter()
                .filter_map(|table| facts(**table, code))
                .flat_map(|facts| facts.descriptions)
                .collect();
            assert_eq!(
                entry.map_or_else(BTreeSet::new, |facts| facts.descriptions),
                of_parts
            );
        }
    }
}

/// What a row says, whatever the order of the tables that it comes from.
#[derive(Debug, PartialEq)]
struct Facts {
    class: statusbook::Class,
    methods: statusbook::Methods,
    descriptions: BTreeSet<&'static str>,
}

fn facts(table: Table, code: u16) -> Option<Facts> {
    table.entry(code).map(|entry| Facts {
        class: entry.class(),
        methods: entry.methods(),
        descriptions: entry.descriptions().iter().copied().collect(),
    })
}

#[test]
fn core_and_the_reader_know_the_same_methods() {
    let known = statusbook_reader::METHODS;
    let core: Vec<_> = statusbook::Methods::of(&known).iter().collect();
    assert_eq!(core, known);
}
