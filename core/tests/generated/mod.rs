//! Texts made to break what writes them: the same ones in every run.

/// `count` texts of up to 40 characters, rich in what JSON, HTTP and UTF-8 find difficult.
pub(crate) fn texts(count: usize) -> impl Iterator<Item = String> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    (0..count).map(move |_| {
        let length = random.below(41);
        (0..length).map(|_| random.character()).collect()
    })
}

/// Xorshift64*.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: u64) -> u64 {
        (self.next() >> 32) % limit
    }

    fn character(&mut self) -> char {
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
        let difficult = DIFFICULT[usize::try_from(self.below(16)).unwrap()];
        let code = match self.below(6) {
            0 => return difficult,
            1 => self.below(0x20),
            2 | 3 => 0x20 + self.below(0x60),
            4 => self.below(0x1_0000),
            _ => 0x1_0000 + self.below(0x10_0000),
        };
        // Half of a surrogate pair is no character.
        char::from_u32(u32::try_from(code).unwrap()).unwrap_or(difficult)
    }
}
