//! Parses a `$ref`: the name of a file beside the document, and a JSON Pointer into it (RFC 6901).

use super::message;

/// A `$ref`, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The file as written, decoded; `None` for the file that the reference is in.
    pub(super) file: Option<String>,
    /// The keys to follow from the file's root, decoded.
    pub(super) tokens: Vec<String>,
}

impl Reference {
    /// Takes a `$ref` apart.
    ///
    /// # Errors
    /// The reference is a URL, its fragment is not a JSON Pointer, or its escapes are invalid.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if is_url(text) {
            return Err(message::reference_to_url(text));
        }
        let (file, fragment) = text.split_once('#').unwrap_or((text, ""));
        let decode = |part: &str| {
            percent_decoded(part).ok_or_else(|| message::reference_not_decodable(text))
        };
        let file = decode(file)?;
        let pointer = decode(fragment)?;
        let tokens = match pointer.strip_prefix('/') {
            Some(tokens) => tokens.split('/').map(unescaped).collect(),
            None if pointer.is_empty() => Vec::new(),
            None => return Err(message::reference_to_name(text)),
        };
        Ok(Reference {
            file: (!file.is_empty()).then_some(file),
            tokens,
        })
    }
}

/// The path that a reference in the file `from` leads to; all three are relative to the same directory.
///
/// # Errors
/// The path is absolute, or does not lie in the folder of `document`.
pub(super) fn beside(document: &str, from: &str, file: &str) -> Result<String, String> {
    if file.starts_with('/') || file.contains('\\') || file.contains('\0') {
        return Err(message::reference_not_beside(file));
    }
    let mut folder = normal(document);
    folder.pop();
    let mut path: Vec<&str> = normal(from);
    path.pop();
    for part in file.split('/') {
        match part {
            "" | "." => {}
            ".." if path.len() <= folder.len() => return Err(message::reference_not_beside(file)),
            ".." => {
                path.pop();
            }
            _ => path.push(part),
        }
    }
    Ok(path.join("/"))
}

/// The path without `.`, and with every `..` at its start. Only the text is used, not the file system.
pub(super) fn normalized(path: &str) -> String {
    normal(path).join("/")
}

fn normal(path: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for (index, part) in path.split('/').enumerate() {
        match part {
            "." => {}
            "" if index > 0 => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, ".." | "")) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts
}

/// Whether the text starts with a scheme (RFC 3986 §3.1) or an authority. A drive letter counts as one.
fn is_url(text: &str) -> bool {
    let before_path = text.split(['/', '#', '?']).next().unwrap_or_default();
    let scheme = before_path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    scheme || text.starts_with("//")
}

/// Decodes percent-encoded bytes (RFC 6901 §6, RFC 3986 §2.1); `None` if they are not UTF-8.
///
/// A `%` without two digits after it stands for itself, because documents have pointers that are not encoded.
fn percent_decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || char::from(ahead.next()?).to_digit(16);
        match (byte, digit(), digit()) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).ok()?);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

/// A token of a pointer: `~1` is `/`, `~0` is `~` (RFC 6901 §4).
fn unescaped(token: &str) -> String {
    // The order matters: `~01` is `~1`, and not `/`.
    token.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::{Reference, beside, normalized};

    fn tokens(text: &str) -> Vec<String> {
        Reference::parse(text).unwrap().tokens
    }

    #[test]
    fn pointers_are_decoded_in_the_order_of_rfc_6901() {
        assert_eq!(
            tokens("#/paths/~1pets~1{id}/get"),
            ["paths", "/pets/{id}", "get"]
        );
        assert_eq!(tokens("#/paths/~1pets~1%7Bid%7D"), ["paths", "/pets/{id}"]);
        assert_eq!(tokens("#/a~01b/%7E1c"), ["a~1b", "/c"]);
        assert_eq!(tokens("#/100%/a%2"), ["100%", "a%2"]);
        assert_eq!(tokens("#/a//b/"), ["a", "", "b", ""]);
        assert_eq!(tokens("#"), [""; 0]);
    }

    #[test]
    fn a_file_is_distinguished_from_its_pointer() {
        let reference = Reference::parse("my%20api/pets.yaml#/get").unwrap();
        assert_eq!(reference.file.as_deref(), Some("my api/pets.yaml"));
        assert_eq!(reference.tokens, ["get"]);
        assert_eq!(Reference::parse("pets.yaml").unwrap().tokens, [""; 0]);
        assert_eq!(Reference::parse("#/get").unwrap().file, None);
    }

    #[test]
    fn urls_and_drives_are_not_files() {
        for url in [
            "https://example.com/a.yaml#/b",
            "file:///etc/passwd",
            "//host/a",
            "urn:a:b",
            "C:\\a",
        ] {
            let error = Reference::parse(url).unwrap_err();
            assert!(error.contains("URL"), "{url}: {error}");
        }
        assert!(Reference::parse("v1/pets:list.yaml").is_ok());
    }

    #[test]
    fn a_name_and_broken_utf_8_are_refused() {
        assert!(Reference::parse("#NotFound").unwrap_err().contains("#/"));
        assert!(Reference::parse("#/%FF").unwrap_err().contains("%FF"));
    }

    #[test]
    fn files_are_found_beside_the_file_that_names_them() {
        for (document, from, file, path) in [
            ("openapi.yaml", "openapi.yaml", "pets.yaml", "pets.yaml"),
            (
                "docs/openapi.yaml",
                "docs/openapi.yaml",
                "./a//pets.yaml",
                "docs/a/pets.yaml",
            ),
            (
                "docs/openapi.yaml",
                "docs/a/pets.yaml",
                "../common.yaml",
                "docs/common.yaml",
            ),
            (
                "../api/openapi.yaml",
                "../api/openapi.yaml",
                "pets.yaml",
                "../api/pets.yaml",
            ),
            (
                "/srv/openapi.yaml",
                "/srv/openapi.yaml",
                "pets.yaml",
                "/srv/pets.yaml",
            ),
        ] {
            assert_eq!(
                beside(document, from, file).unwrap(),
                path,
                "{file} from {from}"
            );
        }
        assert_eq!(
            normalized("./docs/../api/./openapi.yaml"),
            "api/openapi.yaml"
        );
    }

    #[test]
    fn no_reference_leads_out_of_the_folder_of_the_document() {
        for (document, from, file) in [
            ("openapi.yaml", "openapi.yaml", "../secret.yaml"),
            ("docs/openapi.yaml", "docs/openapi.yaml", "../src/lib.rs"),
            ("docs/openapi.yaml", "docs/a/pets.yaml", "../../src/lib.rs"),
            (
                "docs/openapi.yaml",
                "docs/openapi.yaml",
                "../docs/pets.yaml",
            ),
            (
                "docs/openapi.yaml",
                "docs/openapi.yaml",
                "a/../../../secret.yaml",
            ),
            (
                "../api/openapi.yaml",
                "../api/openapi.yaml",
                "../secret.yaml",
            ),
            ("/srv/openapi.yaml", "/srv/openapi.yaml", "../secret.yaml"),
            ("openapi.yaml", "openapi.yaml", "/etc/passwd"),
            ("openapi.yaml", "openapi.yaml", "..\\secret.yaml"),
        ] {
            assert!(beside(document, from, file).is_err(), "{file} from {from}");
        }
    }
}
