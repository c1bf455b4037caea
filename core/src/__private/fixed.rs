//! Bodies that are written at compile time.

use super::Variant;
use crate::body::{BuiltIn, Format, Writer};

/// The bodies of the variants of an error type, one after the other.
///
/// The derive creates it in an inline `const`, which is evaluated when code is generated and not by `cargo check`.
/// Only its length is a part of a type. The derive estimates the length, because a constant that counts it would take
/// compile time.
#[derive(Debug)]
pub struct Bodies<const VARIANTS: usize, const LENGTH: usize> {
    form: Option<BuiltIn>,
    bytes: [u8; LENGTH],
    /// The end of each body. A body that is known only at run time is empty.
    ends: [usize; VARIANTS],
}

impl<const VARIANTS: usize, const LENGTH: usize> Bodies<VARIANTS, LENGTH> {
    /// Writes the bodies into `LENGTH` bytes. A body without enough space is written at run time.
    pub const fn write(variants: &[Variant; VARIANTS], format: Format) -> Self {
        let mut bytes = [0; LENGTH];
        let mut ends = [0; VARIANTS];
        let mut writer = Writer::new(&mut bytes);
        let mut at = 0;
        while at < VARIANTS {
            let mut counter = Writer::counting();
            write(&variants[at], format, &mut counter);
            if counter.length() <= LENGTH - writer.length() {
                write(&variants[at], format, &mut writer);
            }
            ends[at] = writer.length();
            at += 1;
        }
        Bodies {
            form: format.built_in(),
            bytes,
            ends,
        }
    }

    /// The body of a variant in a format, or `None` if it is written at run time. An outer error may have chosen
    /// another format.
    pub fn get(&'static self, variant: usize, format: Format) -> Option<&'static [u8]> {
        self.bytes(variant)
            .filter(|body| !body.is_empty() && self.form == format.built_in())
    }

    /// What was written for a variant.
    pub fn bytes(&self, variant: usize) -> Option<&[u8]> {
        let end = *self.ends.get(variant)?;
        let start = match variant.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.bytes.get(start..end)
    }
}

/// The length of the bodies of all variants together.
pub const fn length(variants: &[Variant], format: Format) -> usize {
    let mut writer = Writer::counting();
    let mut rest = variants;
    while let Some((variant, after)) = rest.split_first() {
        write(variant, format, &mut writer);
        rest = after;
    }
    writer.length()
}

const fn write(variant: &Variant, format: Format, writer: &mut Writer<'_>) {
    if let Some(form) = format.built_in()
        && let Some(details) = variant.fixed_details()
    {
        form.write(&details, writer);
    }
}
