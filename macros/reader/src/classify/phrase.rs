//! The reason phrases of the HTTP Status Code Registry, and of older RFCs.

use std::sync::OnceLock;

/// Code, phrase. Where a code has had several, all of them.
const PHRASES: [(u16, &str); 85] = [
    (100, "Continue"),
    (101, "Switching Protocols"),
    (102, "Processing"),
    (103, "Early Hints"),
    (104, "Upload Resumption Supported"),
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "Non-Authoritative Information"),
    (204, "No Content"),
    (205, "Reset Content"),
    (206, "Partial Content"),
    (207, "Multi-Status"),
    (208, "Already Reported"),
    (226, "IM Used"),
    (300, "Multiple Choices"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (302, "Moved Temporarily"),
    (303, "See Other"),
    (304, "Not Modified"),
    (305, "Use Proxy"),
    (306, "Switch Proxy"),
    (306, "Unused"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (408, "Request Time-out"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Content Too Large"),
    (413, "Payload Too Large"),
    (413, "Request Entity Too Large"),
    (414, "URI Too Long"),
    (414, "Request-URI Too Long"),
    (414, "Request-URI Too Large"),
    (415, "Unsupported Media Type"),
    (416, "Range Not Satisfiable"),
    (416, "Requested Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (418, "I'm a teapot"),
    (421, "Misdirected Request"),
    (422, "Unprocessable Content"),
    (422, "Unprocessable Entity"),
    (423, "Locked"),
    (424, "Failed Dependency"),
    (425, "Too Early"),
    (426, "Upgrade Required"),
    (428, "Precondition Required"),
    (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"),
    (449, "Retry With"),
    (451, "Unavailable For Legal Reasons"),
    (499, "Client Closed Request"),
    (500, "Internal Server Error"),
    (500, "Internal Error"),
    (500, "Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (503, "Service Temporarily Unavailable"),
    (504, "Gateway Timeout"),
    (504, "Gateway Time-out"),
    (505, "HTTP Version Not Supported"),
    (506, "Variant Also Negotiates"),
    (507, "Insufficient Storage"),
    (508, "Loop Detected"),
    (509, "Bandwidth Limit Exceeded"),
    (510, "Not Extended"),
    (511, "Network Authentication Required"),
    (520, "Unknown Error"),
    (521, "Web Server Is Down"),
    (522, "Connection Timed Out"),
    (524, "A Timeout Occurred"),
    (529, "Site Is Overloaded"),
];

/// Whether a code is one that HTTP services use: registered, or known from servers and proxies.
pub(crate) fn is_known(code: u16) -> bool {
    PHRASES.iter().any(|(known, _)| *known == code)
}

/// Whether a text is a phrase of a code, spacing, case and punctuation aside.
pub(crate) fn is_phrase_of(code: u16, text: &str) -> bool {
    code_of(text) == Some(code)
}

/// Whether a text is the phrase of any code.
pub(crate) fn is_phrase(text: &str) -> bool {
    text.len() < 60 && code_of(text).is_some()
}

/// The code whose phrase a text is, where it is not the given one's.
pub(crate) fn of_another(code: u16, text: &str) -> Option<u16> {
    code_of(text).filter(|other| *other != code)
}

/// The code whose phrase a text is: no two share one.
fn code_of(text: &str) -> Option<u16> {
    // Shorter ones first: most texts that are compared are of another length.
    static BY_LETTERS: OnceLock<Vec<(usize, String, u16)>> = OnceLock::new();
    let known = BY_LETTERS.get_or_init(|| {
        let mut known = Vec::with_capacity(PHRASES.len());
        for (code, phrase) in PHRASES {
            let letters = letters(phrase);
            known.push((letters.len(), letters, code));
        }
        known.sort_unstable();
        known
    });
    let letters = letters(text);
    let length = letters.len();
    let at = known
        .partition_point(|(of, phrase, _)| *of < length || (*of == length && *phrase < letters));
    known
        .get(at)
        .filter(|(_, phrase, _)| *phrase == letters)
        .map(|(.., code)| *code)
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{PHRASES, is_phrase_of};

    #[test]
    fn no_two_codes_share_a_phrase() {
        for (code, phrase) in PHRASES {
            assert!(is_phrase_of(code, phrase), "{code} {phrase}");
        }
    }
}
