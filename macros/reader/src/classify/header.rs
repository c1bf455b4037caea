//! The meaning of a heading.
//!
//! A heading does not decide alone. In real pages, `Returned Value` is above codes and above phrases, and
//! `Error Code` is above HTTP statuses and above service error codes. So the cells count too.

use super::words::{self, Roles};
use crate::text::{is_number, starts_with};

/// How certain the meaning of a heading is.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Says {
    #[default]
    Nothing,
    /// It may: `Code`, `Returned Value`.
    Perhaps,
    /// It does: `HTTP Status Code`.
    Surely,
}

/// How well a heading fits a description.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Describes {
    #[default]
    Not,
    /// `Category`, `Result`.
    Poorly,
    /// `Cause`, `Notes`.
    Fairly,
    /// `Meaning`, `Details`.
    Well,
    /// `Description`.
    Best,
}

/// What the codes of a section are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The heading does not say.
    Unknown,
    /// Statuses and errors, of HTTP as far as anybody knows.
    Http,
    /// What is counted or numbered: rooms, prices, areas.
    Counted,
    /// Replies of another protocol, or of a program: `SMTP reply codes`, `Exit status`.
    Replies,
}

/// A heading and the meaning of its words.
pub(crate) struct Heading {
    /// The form for comparison: lower case, letters and digits only, single spaces.
    pub(crate) text: String,
    roles: Roles,
}

impl Heading {
    pub(crate) fn new(heading: &str) -> Self {
        let text = normal(heading);
        let roles = words::roles(&text);
        Heading { text, roles }
    }

    fn has(&self, roles: Roles) -> bool {
        self.roles & roles != 0
    }

    fn surely_or_perhaps(&self, surely: Roles, perhaps: Roles) -> Says {
        if self.has(surely) {
            Says::Surely
        } else if self.has(perhaps) {
            Says::Perhaps
        } else {
            Says::Nothing
        }
    }

    /// Whether it names HTTP.
    pub(crate) fn names_http(&self) -> bool {
        self.has(words::HTTP)
    }

    /// Whether it is for numbers other than HTTP's: `SIP status`, `Area code`, but not `Port API status`.
    pub(crate) fn counts_otherwise(&self) -> bool {
        let counted = self.has(words::COUNTED) && !self.has(words::RESPONSE);
        !self.names_http() && (self.has(words::PROTOCOL) || counted)
    }

    /// Whether it names something counted or numbered, such as `Price` and `Event`.
    pub(crate) fn counts(&self) -> bool {
        self.has(words::COUNTED)
    }

    /// Whether it says that its column is not used: `Never returned`.
    pub(crate) fn negates(&self) -> bool {
        self.has(words::NEGATED)
    }

    /// Whether it may say so: `Legacy`, `Before v2`.
    pub(crate) fn doubts(&self) -> bool {
        self.has(words::DOUBTED) || (self.has(words::BEFORE) && self.names_version())
    }

    /// Whether it names a version: `v2`, `version 2`, `2.0`, `2024`.
    fn names_version(&self) -> bool {
        let mut last = "";
        self.text.split(' ').any(|word| {
            let follows_number = is_number(std::mem::replace(&mut last, word));
            let begins = |mark| word.strip_prefix(mark).unwrap_or("");
            starts_with(begins("v"), |c| c.is_ascii_digit())
                || !begins("versi").is_empty()
                || (is_number(word) && (follows_number || begins("20").len() == 2))
        })
    }

    /// What a section with this heading is about.
    pub(crate) fn subject(&self) -> Subject {
        // Words such as these also name parts of the service.
        const RESOURCES: [&str; 4] = ["order", "product", "event", "model"];
        let first = self.text.split(' ').next().unwrap_or("");
        let is_resource = RESOURCES.iter().any(|name| first.starts_with(name));
        let begins = !is_resource && words::roles(first) & words::COUNTED != 0;
        let speaks = self.has(words::CODE | words::NUMBER | words::SPOKEN);
        let is_response = self.has(words::RESPONSE | words::OUTCOME | words::STATUS);
        if self.names_http() {
            Subject::Http
        } else if self.has(words::REPLIES) {
            Subject::Replies
        } else if self.has(words::COUNTED) && !is_response && (begins || speaks) {
            Subject::Counted
        } else if is_response || speaks {
            Subject::Http
        } else {
            Subject::Unknown
        }
    }

    /// Whether it says only that: `Reserved`.
    pub(crate) fn is_negation(&self) -> bool {
        words::is_one(&self.text, words::NEGATED)
    }

    /// Whether it says how a request ended, such as `Success` beside `Errors`.
    pub(crate) fn is_outcome(&self) -> bool {
        self.has(words::OUTCOME)
    }

    /// Whether it is for HTTP status codes.
    pub(crate) fn status(&self) -> Says {
        if self.counts_otherwise() || self.counts() || self.negates() {
            return Says::Nothing;
        }
        let http = self.names_http() && (self.has(words::NUMBER) || self.text == "http");
        if http || self.has(words::STATUS) {
            return Says::Surely;
        }
        // `Content Code` and `Exit Code` are codes of something else; a letter is the mark of a footnote.
        let is_foreign = |word: &str| {
            word.is_ascii()
                && word.len() > 1
                && words::roles(word) & (words::CODE | words::BESIDE) == 0
        };
        let says = self.has(words::CODE) && !self.text.split(' ').any(is_foreign);
        // `Fehlercode` has the meaning of `Error Code`.
        if says || words::is_one(&self.text, words::ERROR_CODE) {
            return Says::Perhaps;
        }
        Says::Nothing
    }

    /// Whether it says no more than `Value`, which heads numbers of any kind.
    pub(crate) fn is_anything(&self) -> bool {
        let singular = self.text.strip_suffix('s').unwrap_or(&self.text);
        words::is_one(singular, words::ANYTHING)
    }

    /// Whether it is for service error codes.
    pub(crate) fn error_code(&self) -> Says {
        self.surely_or_perhaps(words::ERROR_CODE, words::SERVICE)
    }

    /// Whether it is for any codes.
    pub(crate) fn speaks_of_codes(&self) -> bool {
        self.has(words::SPOKEN)
    }

    /// Whether it is for reason phrases.
    pub(crate) fn reason(&self) -> Says {
        self.surely_or_perhaps(words::PHRASE, words::NAME)
    }

    /// Whether it is for error messages.
    pub(crate) fn message(&self) -> Says {
        if self.text == "message" {
            return Says::Surely;
        }
        self.surely_or_perhaps(words::MESSAGE, words::TEXT)
    }

    /// Whether it is for descriptions, and how well it fits.
    pub(crate) fn description(&self) -> Describes {
        if self.has(words::BEST) {
            Describes::Best
        } else if self.has(words::GOOD) {
            Describes::Well
        } else if self.has(words::FAIR) {
            Describes::Fairly
        } else if self.has(words::POOR) {
            Describes::Poorly
        } else {
            Describes::Not
        }
    }

    /// Whether it is for advice or for parts of the response, which are never descriptions.
    pub(crate) fn advises(&self) -> bool {
        self.has(words::ADVICE)
    }
}

/// Whether a text says that something is not used. It costs less than the whole [`Heading`].
pub(crate) fn negates(text: &str) -> bool {
    words::negates(&normal(text))
}

/// A heading in lower case, with letters and digits only, and single spaces between words.
pub(crate) fn normal(heading: &str) -> String {
    let mut out = String::with_capacity(heading.len() + 8);
    let mut previous = ' ';
    let mut rest = heading;
    loop {
        // Most characters are small letters, which stay as they are. So do digits.
        let stays = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9');
        let kept = rest.bytes().take_while(stays).count();
        let (kept, after) = rest.split_at(kept);
        out.push_str(kept);
        previous = kept.chars().next_back().unwrap_or(previous);
        let mut characters = after.chars();
        let Some(character) = characters.next() else {
            break;
        };
        rest = characters.as_str();
        if !character.is_alphanumeric() {
            if previous != ' ' {
                out.push(' ');
            }
            previous = ' ';
            continue;
        }
        // `HttpStatusCode` and `HTTPStatusCode` are three words each.
        if character.is_uppercase()
            && (previous.is_lowercase()
                || (previous.is_uppercase() && characters.next().is_some_and(char::is_lowercase)))
        {
            out.push(' ');
        }
        previous = character;
        if character.is_ascii() {
            out.push(character.to_ascii_lowercase());
        } else {
            out.extend(character.to_lowercase());
        }
    }
    out.truncate(out.trim_end().len());
    out
}
