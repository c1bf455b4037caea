//! The reason phrases of the IANA registry, for codes whose table documents none, and the header fields that codes
//! require.

use crate::set::StatusSet;
use crate::text::same;

/// The header fields without which RFC 9110 does not allow a status: code, field, section.
pub(crate) const DEMANDED: &[(u16, &str, &str)] = &[
    (401, "www-authenticate", "15.5.2"),
    (405, "allow", "15.5.6"),
    (407, "proxy-authenticate", "15.5.8"),
    (426, "upgrade", "15.5.22"),
];

/// Those of `statuses` that lack the header field that is demanded of them; `headers` are the fields of each code.
pub(crate) const fn lacking(statuses: StatusSet, headers: &[(u16, &[&str])]) -> StatusSet {
    let mut lacking = StatusSet::EMPTY;
    let mut at = 0;
    while at < DEMANDED.len() {
        let (code, demanded, _) = DEMANDED[at];
        let mut given = !statuses.contains(code);
        let mut rest = headers;
        while let [(of, names), after @ ..] = rest {
            given |= *of == code && contains(names, demanded);
            rest = after;
        }
        if !given {
            lacking = lacking.with(code);
        }
        at += 1;
    }
    lacking
}

pub(crate) const fn contains(names: &[&str], name: &str) -> bool {
    let mut rest = names;
    while let [first, after @ ..] = rest {
        if same(first, name) {
            return true;
        }
        rest = after;
    }
    false
}

/// The phrase that IANA registers for `code`, as the `http` crate spells it; empty where it knows none.
///
/// `http::StatusCode::canonical_reason` cannot be called at compile time; a test keeps the two equal.
pub(crate) const fn reason_phrase(code: u16) -> &'static str {
    match code {
        100 => "Continue",
        101 => "Switching Protocols",
        102 => "Processing",
        103 => "Early Hints",
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        203 => "Non Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi-Status",
        208 => "Already Reported",
        226 => "IM Used",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        305 => "Use Proxy",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Payload Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        418 => "I'm a teapot",
        421 => "Misdirected Request",
        422 => "Unprocessable Entity",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        506 => "Variant Also Negotiates",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        510 => "Not Extended",
        511 => "Network Authentication Required",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    #[test]
    fn phrases_are_those_of_http() {
        for code in 100..=599 {
            let http = StatusCode::from_u16(code)
                .ok()
                .and_then(|code| code.canonical_reason());
            assert_eq!(
                super::reason_phrase(code),
                http.unwrap_or_default(),
                "{code}"
            );
        }
    }
}
