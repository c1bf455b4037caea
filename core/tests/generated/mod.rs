//! Texts made to break what writes them: the same ones in every run.

#[path = "../../../macros/reader/tests/common/numbers.rs"]
mod numbers;

use numbers::Numbers;

/// `count` texts of up to 40 characters, rich in what JSON, HTTP and UTF-8 find difficult.
pub(crate) fn texts(count: usize) -> impl Iterator<Item = String> {
    let mut numbers = Numbers::new(1);
    (0..count).map(move |_| {
        let length = numbers.below(41);
        (0..length).map(|_| character(&mut numbers)).collect()
    })
}

fn character(numbers: &mut Numbers) -> char {
    const DIFFICULT: [char; 16] = [
        '"',
        '\\',
        '/',
        '\n',
        '\r',
        '\t',
        '\u{8}',
        '\u{c}',
        '\u{7f}',
        '\0',
        '\u{1f}',
        '\u{2028}',
        '\u{feff}',
        '\u{fffd}',
        '\u{10ffff}',
        'u',
    ];
    let difficult = numbers.choose(&DIFFICULT);
    let code = match numbers.below(6) {
        0 => return difficult,
        1 => numbers.below(0x20),
        2 | 3 => 0x20 + numbers.below(0x60),
        4 => numbers.below(0x1_0000),
        _ => 0x1_0000 + numbers.below(0x10_0000),
    };
    // Half of a surrogate pair is not a character.
    char::from_u32(u32::try_from(code).unwrap()).unwrap_or(difficult)
}
