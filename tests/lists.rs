//! Lists that two crates have, one for run time and one for compile time, are equal.

use statusbook::{Methods, http::StatusCode};

#[test]
fn the_reader_and_the_run_time_know_the_same_methods() {
    assert!(Methods::ALL.iter().eq(statusbook_reader::METHODS));
}

/// The phrases at run time are those of `http`: see the unit test of `registry` in core.
#[test]
fn the_reader_and_http_know_the_same_codes_and_phrases() {
    let mut registered = statusbook_reader::registry().peekable();
    for code in 100..=599 {
        let mut phrases = Vec::new();
        while let Some((_, phrase)) = registered.next_if(|(registered, _)| *registered == code) {
            phrases.push(phrase.replace('-', " "));
        }
        let phrase = StatusCode::from_u16(code).unwrap().canonical_reason();
        assert_eq!(
            phrases.first().cloned(),
            phrase.map(|phrase| phrase.replace('-', " ")),
            "{code}"
        );
    }
    assert_eq!(registered.next(), None, "ascending");
}
