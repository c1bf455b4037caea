//! What an error type says of its responses beside their statuses: for the documents that are written from the code.

use crate::body::Format;
use crate::message::buffer::Message;
use crate::table::Table;
use crate::text::same;

/// The responses of an error type, as the derive writes them down. Not public API.
#[doc(hidden)]
#[derive(Debug)]
pub struct Sent {
    /// The name of the type, and its place.
    pub name: &'static str,
    pub file: &'static str,
    pub line: u32,
    /// The statuses of its own, each with the service error code if that is a constant, and the body that the variant
    /// chooses.
    pub own: &'static [(u16, Option<&'static str>, Option<Format>)],
    /// The format of the other bodies. `None` stands for that of the table.
    pub format: Option<Format>,
    /// The inner errors that are passed on.
    pub inner: &'static [SentInner],
}

/// An inner error: its table, what it sends, and the body and the service error code that the variant chooses for it.
type SentInner = (Table, &'static Sent, Option<Format>, Option<&'static str>);

impl Sent {
    /// Unknown, because the `Contract` was written by hand.
    pub const UNKNOWN: &'static Self = &Sent {
        name: "",
        file: "",
        line: 0,
        own: &[],
        format: None,
        inner: &[],
    };
}

const SLOTS: usize = 8192;

/// Service error codes, each once. They are found by a hash, because rustc limits the work of a constant.
pub(crate) struct Codes<'a> {
    /// In the order in which they were added.
    list: [&'a str; SLOTS],
    length: usize,
    /// The position of a code in the list, from 1, or 0 if the code is not in it.
    slots: [usize; SLOTS],
}

impl<'a> Codes<'a> {
    #[expect(
        clippy::large_stack_arrays,
        reason = "it exists only while a constant is calculated"
    )]
    pub(crate) const fn new() -> Self {
        Codes {
            list: [""; SLOTS],
            length: 0,
            slots: [0; SLOTS],
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.length
    }

    pub(crate) const fn contains(&self, code: &str) -> bool {
        self.slots[self.place(code)] != 0
    }

    /// One slot stays empty, at which every search ends.
    pub(crate) const fn add(&mut self, code: &'a str) {
        let place = self.place(code);
        if self.slots[place] == 0 {
            assert!(
                self.length + 1 < SLOTS,
                "`codes` compares at most 8191 service error codes"
            );
            self.list[self.length] = code;
            self.length += 1;
            self.slots[place] = self.length;
        }
    }

    pub(crate) const fn add_all(&mut self, codes: &[&'a str]) {
        let mut rest = codes;
        while let [code, after @ ..] = rest {
            self.add(code);
            rest = after;
        }
    }

    /// Those that the types use, their inner errors too.
    pub(crate) const fn add_sent(&mut self, sent: &[&Sent]) {
        let mut rest = sent;
        while let [sent, after @ ..] = rest {
            let mut own = sent.own;
            while let [(_, code, _), others @ ..] = own {
                if let Some(code) = code {
                    self.add(code);
                }
                own = others;
            }
            let mut inner = sent.inner;
            while let [(_, sent, _, code), others @ ..] = inner {
                match code {
                    Some(code) => self.add(code),
                    None => self.add_sent(&[*sent]),
                }
                inner = others;
            }
            rest = after;
        }
    }

    /// Those that `others` does not have.
    pub(crate) const fn without(&self, others: &Codes<'_>) -> Self {
        let mut left = Codes::new();
        let mut at = 0;
        while at < self.length {
            if !others.contains(self.list[at]) {
                left.add(self.list[at]);
            }
            at += 1;
        }
        left
    }

    /// Adds them to a message.
    pub(crate) const fn show(&self, mut message: Message) -> Message {
        let mut at = 0;
        while at < self.length {
            if at > 0 {
                message = message.text(" ");
            }
            message = message.text(self.list[at]);
            at += 1;
        }
        message
    }

    /// Where the code stands, or would.
    const fn place(&self, code: &str) -> usize {
        let mut hash: u32 = 0x811c_9dc5;
        let mut rest = code.as_bytes();
        while let [byte, after @ ..] = rest {
            hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
            rest = after;
        }
        let mut place = hash as usize % SLOTS;
        while self.slots[place] != 0 && !same(self.list[self.slots[place] - 1], code) {
            place = (place + 1) % SLOTS;
        }
        place
    }
}
