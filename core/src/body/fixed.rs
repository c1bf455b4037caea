//! Bodies that are written while compiling. Not public API.

use super::json::Writer;
use super::{Format, Layout};
use crate::derived::Case;

/// A body that was written while compiling, and how it is laid out.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    layout: Layout,
    body: &'static [u8],
}

impl Fixed {
    /// The body, if the answer is to be written in `format`. An error that wraps another may have chosen its own.
    #[inline]
    pub(crate) fn body(self, format: Format) -> Option<&'static [u8]> {
        (self.layout == format.__layout()).then_some(self.body)
    }
}

/// The bodies of the variants of an error type, one after the other.
///
/// The derive makes it in an inline `const`, which is evaluated where code is generated and not by `cargo check`. Only
/// its length is part of a type: the derive estimates it, because a constant that counts has its price.
#[derive(Debug)]
pub struct Bodies<const VARIANTS: usize, const LENGTH: usize> {
    layout: Layout,
    bytes: [u8; LENGTH],
    /// Where each ends. That of a variant whose text only run time knows is empty.
    ends: [usize; VARIANTS],
}

impl<const VARIANTS: usize, const LENGTH: usize> Bodies<VARIANTS, LENGTH> {
    /// Writes the bodies into `LENGTH` bytes. One that finds no room left is written at run time.
    pub const fn write(variants: &[Case; VARIANTS], format: Format) -> Self {
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
            layout: format.__layout(),
            bytes,
            ends,
        }
    }

    /// The body of a variant; `None` where only run time can write it.
    pub fn get(&'static self, variant: usize) -> Option<Fixed> {
        let body = self.bytes(variant)?;
        (!body.is_empty()).then_some(Fixed {
            layout: self.layout,
            body,
        })
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

/// How long the bodies of all variants are together.
pub const fn length(variants: &[Case], format: Format) -> usize {
    let mut writer = Writer::counting();
    let mut rest = variants;
    while let Some((case, after)) = rest.split_first() {
        write(case, format, &mut writer);
        rest = after;
    }
    writer.length()
}

const fn write(case: &Case, format: Format, writer: &mut Writer<'_>) {
    if let Some(parts) = case.fixed_parts() {
        format.__layout().write(&parts, writer);
    }
}
