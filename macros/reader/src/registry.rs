//! The HTTP Status Code Registry, and unregistered codes of servers and proxies.

/// Code, registered phrases, other phrases.
type Row = (u16, &'static [&'static str], &'static [&'static str]);

/// If several phrases were registered for a code, the first is that of the constant in the crate `http`. Other
/// phrases are those of older RFCs, and of codes that were never registered, or only for a time.
const REGISTRY: &[Row] = &[
    (100, &["Continue"], &[]),
    (101, &["Switching Protocols"], &[]),
    (102, &["Processing"], &[]),
    (103, &["Early Hints"], &[]),
    (104, &[], &["Upload Resumption Supported"]),
    (200, &["OK"], &[]),
    (201, &["Created"], &[]),
    (202, &["Accepted"], &[]),
    (203, &["Non-Authoritative Information"], &[]),
    (204, &["No Content"], &[]),
    (205, &["Reset Content"], &[]),
    (206, &["Partial Content"], &[]),
    (207, &["Multi-Status"], &[]),
    (208, &["Already Reported"], &[]),
    (226, &["IM Used"], &[]),
    (300, &["Multiple Choices"], &[]),
    (301, &["Moved Permanently"], &[]),
    (302, &["Found"], &["Moved Temporarily"]),
    (303, &["See Other"], &[]),
    (304, &["Not Modified"], &[]),
    (305, &["Use Proxy"], &[]),
    (306, &[], &["Switch Proxy", "Unused"]),
    (307, &["Temporary Redirect"], &[]),
    (308, &["Permanent Redirect"], &[]),
    (400, &["Bad Request"], &[]),
    (401, &["Unauthorized"], &[]),
    (402, &["Payment Required"], &[]),
    (403, &["Forbidden"], &[]),
    (404, &["Not Found"], &[]),
    (405, &["Method Not Allowed"], &[]),
    (406, &["Not Acceptable"], &[]),
    (407, &["Proxy Authentication Required"], &[]),
    (408, &["Request Timeout"], &["Request Time-out"]),
    (409, &["Conflict"], &[]),
    (410, &["Gone"], &[]),
    (411, &["Length Required"], &[]),
    (412, &["Precondition Failed"], &[]),
    (
        413,
        &["Payload Too Large", "Content Too Large"],
        &["Request Entity Too Large"],
    ),
    (
        414,
        &["URI Too Long"],
        &["Request-URI Too Long", "Request-URI Too Large"],
    ),
    (415, &["Unsupported Media Type"], &[]),
    (
        416,
        &["Range Not Satisfiable"],
        &["Requested Range Not Satisfiable"],
    ),
    (417, &["Expectation Failed"], &[]),
    (418, &["I'm a teapot"], &[]),
    (421, &["Misdirected Request"], &[]),
    (422, &["Unprocessable Entity", "Unprocessable Content"], &[]),
    (423, &["Locked"], &[]),
    (424, &["Failed Dependency"], &[]),
    (425, &["Too Early"], &[]),
    (426, &["Upgrade Required"], &[]),
    (428, &["Precondition Required"], &[]),
    (429, &["Too Many Requests"], &[]),
    (431, &["Request Header Fields Too Large"], &[]),
    (449, &[], &["Retry With"]),
    (451, &["Unavailable For Legal Reasons"], &[]),
    (499, &[], &["Client Closed Request"]),
    (
        500,
        &["Internal Server Error"],
        &["Internal Error", "Server Error"],
    ),
    (501, &["Not Implemented"], &[]),
    (502, &["Bad Gateway"], &[]),
    (
        503,
        &["Service Unavailable"],
        &["Service Temporarily Unavailable"],
    ),
    (504, &["Gateway Timeout"], &["Gateway Time-out"]),
    (505, &["HTTP Version Not Supported"], &[]),
    (506, &["Variant Also Negotiates"], &[]),
    (507, &["Insufficient Storage"], &[]),
    (508, &["Loop Detected"], &[]),
    (509, &[], &["Bandwidth Limit Exceeded"]),
    (510, &["Not Extended"], &[]),
    (511, &["Network Authentication Required"], &[]),
    (520, &[], &["Unknown Error"]),
    (521, &[], &["Web Server Is Down"]),
    (522, &[], &["Connection Timed Out"]),
    (524, &[], &["A Timeout Occurred"]),
    (529, &[], &["Site Is Overloaded"]),
];

/// Returns the codes of the HTTP Status Code Registry with their reason phrases (RFC 9110 §16.2), ascending.
///
/// If a code had another registered phrase before, it comes once for each phrase. The phrase of the crate `http`
/// comes first.
///
/// ```
/// let of_413: Vec<&str> = statusbook_reader::registry()
///     .filter(|(code, _)| *code == 413)
///     .map(|(_, phrase)| phrase)
///     .collect();
/// assert_eq!(of_413, ["Payload Too Large", "Content Too Large"]);
/// ```
pub fn registry() -> impl Iterator<Item = (u16, &'static str)> {
    REGISTRY
        .iter()
        .flat_map(|(code, registered, _)| registered.iter().map(|phrase| (*code, *phrase)))
}

/// Every phrase in use, with its code.
pub(crate) fn phrases() -> impl Iterator<Item = (u16, &'static str)> {
    let others = REGISTRY
        .iter()
        .flat_map(|(code, _, others)| others.iter().map(|phrase| (*code, *phrase)));
    registry().chain(others)
}

/// Whether a code is one that HTTP services use: registered, or known from servers and proxies.
pub(crate) fn is_known(code: u16) -> bool {
    REGISTRY.iter().any(|(known, ..)| *known == code)
}
