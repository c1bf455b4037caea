//! Tests that incomplete input, as an editor passes it while the user types, never causes a panic.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{Group, TokenStream, TokenTree};

const DERIVES: &[&str] = &[
    r#"
    /// Gateways.
    #[derive(Debug, ApiError)]
    #[api_error(table = crate::vpn, body = Problem, exhaustive(except(407, 502)), crate = ::renamed, skip(Error), with(T = u8))]
    pub(crate) enum GatewayError<'a, T: Display, const N: usize = 3> where T: 'static {
        #[status(404, "gateway `{id}` of {} does not exist", owner.name, code = "VPN.0012")]
        NotFound { id: String, owner: Owner },
        #[status(409, "gateway `{0:>8.3?}` is in use {}", .1.len())]
        InUse(String, &'a [u8; N]),
        #[status(503)]
        Database(#[from] sqlx::Error),
        #[status(503, "maintenance", header(RETRY_AFTER = "{seconds}"), detail = "back in {seconds} s", public)]
        Maintenance { seconds: u32, #[source] source: Box<dyn Error>, backtrace: std::backtrace::Backtrace },
        #[status(500, transparent)]
        Other(#[from] anyhow::Error),
        #[status(transparent)]
        Connection(#[from] ConnectionError<T>),
        #[status(NOT_FOUND, fmt = path::to::function)]
        Written { r#type: T, #[extension] a: u8, #[extension(name = "b")] c: u8 },
        #[status(any(400, NOT_FOUND), by = .0.status(), "{code}", code = .0, undocumented(400 = "until 1.3"), body = Text)]
        Decided(u16),
        #[status(transparent, "{0}", code = .code, header(ALLOW = .0 else "GET"))]
        Passed(Inner, &'static Location<'static>),
        #[status(418, "a teapot {{}}", undocumented = "sent by the legacy gateway")]
        Teapot = 7,
    }
    "#,
    r#"
    #[api_error(table = vpn)]
    #[status(503, "the database {name:width$.prec$} {:?}", 3 + 4, type = "https://example.org/problems/database", instance = "{0}")]
    struct Down(pub(in crate::a) String, #[source] io::Error);
    "#,
    r#"
    #[api_error(table = petstore["GET /pets/{petId}"])]
    #[status(404, "no such pet")]
    struct NoPet;
    "#,
    r#"
    #[api_error(table = vpn)]
    #[error("handled by thiserror")]
    enum Beside { #[error("{0}")] #[status(404)] One(u8) }
    "#,
    r#"
    #[api_error(table = vpn)]
    #[status(404, "none")]
    union Raw { a: u8, b: u16 }
    "#,
];

const STATUSES: &[&str] = &[
    "[$crate] vpn, 404",
    "[::statusbook] crate::tables::vpn, POST 201",
    r#"[::statusbook] petstore["GET /pets/{petId}"], NOT_FOUND,"#,
    r#"[::statusbook] vpn, 418, undocumented = "until 2027","#,
];

const TABLES: &[&str] = &[
    r#"[::statusbook]
    /// Billing API, revision 3.
    pub mod billing = "docs/billing.md", section = "Status Codes", codes = "docs/codes.md", body = CodeMessage;
    mod pets = "docs/pets.yaml", operations = ["getPetById"], default = "ignore", ranges = "ignore";
    pub(crate) mod edge {
        429 "Too Many Requests" => "The gateway's rate limit was reached.",
        NOT_FOUND => "gone",
        599 "Odd",
        4XX "Any" => "other",
    }
    pub mod public = billing | crate::edge | edge;
    "#,
    "[::statusbook] pub mod ",
];

#[test]
fn half_an_error_type_causes_no_panic() {
    for source in DERIVES {
        each(source, crate::derive::expand);
    }
}

#[test]
fn half_a_status_causes_no_panic() {
    for source in STATUSES {
        each(source, |tokens| crate::status::expand(&tokens));
    }
}

#[test]
fn half_a_table_causes_no_panic() {
    for source in TABLES {
        each(source, |tokens| crate::table::expand(&tokens));
    }
}

/// Expands a source, and every variation of it that lacks or exchanges a token.
fn each(source: &str, expand: fn(TokenStream) -> TokenStream) {
    let source: TokenStream = source.replace("$crate", "::statusbook").parse().unwrap();
    let count = count(&source);
    assert!(count > 3, "nothing to leave out");
    check(&source, expand);
    for place in 0..count {
        for change in CHANGES {
            let mut left = place;
            check(&edit(source.clone(), &mut left, *change), expand);
        }
    }
}

fn check(input: &TokenStream, expand: fn(TokenStream) -> TokenStream) {
    let output = catch_unwind(AssertUnwindSafe(|| expand(input.clone())));
    let output = output.unwrap_or_else(|_| panic!("a panic, for\n{input}"));
    assert!(
        !output.is_empty(),
        "neither code nor a mistake, for\n{input}"
    );
}

#[derive(Clone, Copy)]
enum Change {
    /// The source ends before the token, with all brackets closed.
    End,
    Remove,
    Repeat,
    /// Another token is in its place.
    Other(&'static str),
}

const CHANGES: &[Change] = &[
    Change::End,
    Change::Remove,
    Change::Repeat,
    Change::Other("."),
    Change::Other(","),
    Change::Other("="),
    Change::Other("::"),
    Change::Other("#"),
    Change::Other("name"),
    Change::Other("404"),
    Change::Other("99999999999999999999u8"),
    Change::Other("1.5"),
    Change::Other("'a'"),
    Change::Other(r#""{""#),
    Change::Other(r#""{}{0}{1:2$}{a.b}{:?x}""#),
    Change::Other(r##"r#"größer"#"##),
    Change::Other("()"),
    Change::Other("{}"),
    Change::Other("[a, b]"),
    Change::Other("-1"),
    Change::Other("r#type"),
    Change::Other("Self"),
];

fn count(tokens: &TokenStream) -> usize {
    let inner = |token: TokenTree| match token {
        TokenTree::Group(group) => 1 + count(&group.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(inner).sum()
}

/// Changes the token that has `left` tokens before it. A group counts before its content.
fn edit(tokens: TokenStream, left: &mut usize, change: Change) -> TokenStream {
    let mut out = TokenStream::new();
    let mut ended = false;
    for token in tokens {
        if ended {
            break;
        }
        if *left == 0 {
            *left = usize::MAX;
            match change {
                Change::End => ended = true,
                Change::Remove => {}
                Change::Repeat => out.extend([token.clone(), token]),
                Change::Other(other) => out.extend(other.parse::<TokenStream>().unwrap()),
            }
            continue;
        }
        if *left == usize::MAX {
            // The change was made before. After an end, nothing follows.
            if !matches!(change, Change::End) {
                out.extend([token]);
            }
            continue;
        }
        *left -= 1;
        let TokenTree::Group(group) = token else {
            out.extend([token]);
            continue;
        };
        let mut changed = Group::new(group.delimiter(), edit(group.stream(), left, change));
        changed.set_span(group.span());
        out.extend([TokenTree::Group(changed)]);
    }
    out
}
