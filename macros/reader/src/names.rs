//! The Rust names of operations and endpoints.

/// Words that cannot be the name of a module: the keywords of every edition, and `_`.
const RESERVED: [&str; 54] = [
    "_",
    "abstract",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "macro_rules",
    "union",
];

/// The module name of an operation: its `operationId` in snake case. If it has none, or one without a letter or digit, its
/// method and path.
///
/// A name that starts with a digit gets a `_` before it, a keyword one after it.
///
/// ```text
/// getPetById                → get_pet_by_id
/// meta/root                 → meta_root
/// GET /pets/{petId}         → get_pets_by_pet_id
/// 2fa-verify                → _2fa_verify
/// type                      → type_
/// ```
#[cfg(feature = "openapi")]
pub(crate) fn of_operation(operation_id: Option<&str>, method: &str, path: &str) -> String {
    let words = operation_id
        .map(|id| snake_case(id, unicode_ident::is_xid_continue))
        .filter(|words| !words.is_empty());
    let words =
        words.unwrap_or_else(|| method_and_path(method, path, unicode_ident::is_xid_continue));
    identifier(words, unicode_ident::is_xid_start)
}

/// The form in which Rust compares names.
#[cfg(feature = "openapi")]
pub(crate) fn normalized(name: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfc(name).collect()
}

/// The module name of an endpoint: its method and path. Only ASCII is used, because a path has no other characters (RFC 3986 §3.3).
pub(crate) fn of_endpoint(method: &str, path: &str) -> String {
    let words = method_and_path(method, path, |letter| {
        letter == '_' || letter.is_ascii_alphanumeric()
    });
    identifier(words, |first| first.is_ascii_alphabetic())
}

/// Converts `GET /pets/{petId}` to `get_pets_by_pet_id`.
fn method_and_path(method: &str, path: &str, stays: fn(char) -> bool) -> String {
    // A parameter becomes a word of its own: `/v{version}.{format}` is `v_by_version_by_format`.
    let path = path.replace('{', "/by/").replace('}', "/");
    snake_case(&format!("{}/{path}", method.to_lowercase()), stays)
}

/// Returns the words of a text in lower case, joined by `_`.
///
/// A word ends at a character that an identifier cannot have. It also ends before a capital after a small letter or a
/// digit, and before the last of several capitals if a small letter follows: `getHTTPStatus` has three words. A
/// plural `s` stays with its capitals: `listIDs` has two.
fn snake_case(text: &str, stays: fn(char) -> bool) -> String {
    let mut words = String::with_capacity(text.len() + 8);
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied();
    let mut previous: Option<char> = None;
    for (index, &letter) in letters.iter().enumerate() {
        if letter == '_' || !stays(letter) {
            previous = None;
            continue;
        }
        let starts_word = previous.is_none_or(|previous| {
            let small_before = previous.is_lowercase() || previous.is_numeric();
            let next = at(index + 1);
            let plural = next == Some('s')
                && previous.is_uppercase()
                && at(index + 2).is_none_or(|after| !after.is_lowercase());
            letter.is_uppercase()
                && (small_before || (next.is_some_and(char::is_lowercase) && !plural))
        });
        if starts_word && !words.is_empty() {
            words.push('_');
        }
        words.extend(letter.to_lowercase().filter(|&letter| stays(letter)));
        previous = Some(letter);
    }
    words
}

fn identifier(words: String, starts: fn(char) -> bool) -> String {
    if !words.starts_with(starts) {
        return format!("_{words}{}", if words.is_empty() { "_" } else { "" });
    }
    if RESERVED.contains(&words.as_str()) {
        format!("{words}_")
    } else {
        words
    }
}

#[cfg(all(test, feature = "openapi"))]
mod tests {
    use super::{of_endpoint, of_operation as module_name};

    fn from_id(id: &str) -> String {
        module_name(Some(id), "GET", "/")
    }

    fn from_path(method: &str, path: &str) -> String {
        module_name(None, method, path)
    }

    #[test]
    fn operation_ids_become_snake_case() {
        assert_eq!(from_id("getPetById"), "get_pet_by_id");
        assert_eq!(from_id("get-account"), "get_account");
        assert_eq!(from_id("meta/root"), "meta_root");
        assert_eq!(from_id("api.pets__List"), "api_pets_list");
        assert_eq!(from_id("getHTTPStatus"), "get_http_status");
        assert_eq!(from_id("listIDsOfURLs"), "list_ids_of_urls");
        assert_eq!(from_id("listV2Items"), "list_v2_items");
        assert_eq!(from_id("getÉtat"), "get_état");
        assert_eq!(from_id("  Get all the pets! "), "get_all_the_pets");
    }

    #[test]
    fn without_an_id_the_method_and_the_path_name_it() {
        assert_eq!(from_path("GET", "/pets/{petId}"), "get_pets_by_pet_id");
        assert_eq!(
            from_path("POST", "/v{version}/{format}.json"),
            "post_v_by_version_by_format_json"
        );
        assert_eq!(from_path("DELETE", "/a('{name}')"), "delete_a_by_name");
        assert_eq!(from_path("GET", "/"), "get");
        assert_eq!(module_name(Some("--"), "GET", "/pets"), "get_pets");
        assert_eq!(module_name(Some(""), "GET", "/pets"), "get_pets");
    }

    #[test]
    fn endpoints_are_named_as_operations_without_an_id() {
        for path in ["/pets/{petId}", "/", "/v{version}/{format}.json", "/2fa"] {
            assert_eq!(of_endpoint("POST", path), from_path("POST", path));
        }
        assert_eq!(of_endpoint("GET", "/état"), "get_tat");
    }

    #[test]
    fn every_name_is_an_identifier() {
        assert_eq!(from_id("type"), "type_");
        assert_eq!(from_id("Self"), "self_");
        assert_eq!(from_id("2fa-verify"), "_2fa_verify");
        assert_eq!(from_path("MATCH", "/"), "match_");
        assert_eq!(from_path("!", "/"), "__");
    }
}
