//! The line of `status_table!` for the document.

use std::env;
use std::path::{Component, Path, PathBuf};

use crate::args::{ColumnNames, Inspect};
use crate::screen::Screen;

/// Shows the line to paste.
pub(super) fn show(request: &Inspect, screen: &mut Screen) {
    let Some(path) = from_manifest(&request.file) else {
        return;
    };
    let mut line = format!("pub mod {} = {}", module(&request.file), literal(&path));
    if let Some(section) = &request.section {
        line.push_str(", section = ");
        line.push_str(&literal(section));
    }
    if let Ok(Some(columns)) = ColumnNames::of(&request.columns) {
        line.push_str(&named(&columns));
    }
    if let Some(codes) = request
        .codes
        .as_ref()
        .and_then(|codes| from_manifest(codes))
    {
        line.push_str(", codes = ");
        line.push_str(&literal(&codes));
    }
    if !request.operations.is_empty() {
        let operations: Vec<String> = request
            .operations
            .iter()
            .map(|operation| literal(operation))
            .collect();
        line.push_str(", operations = [");
        line.push_str(&operations.join(", "));
        line.push(']');
    }
    screen.push("\nto use it:\n  statusbook::status_table! { ");
    screen.push(&line);
    screen.push("; }\n");
}

/// `, columns(status = "Code", …)`.
fn named(columns: &ColumnNames) -> String {
    let mut named = format!(", columns(status = {}", literal(&columns.status));
    if let Some(reason) = &columns.reason {
        named.push_str(", reason = ");
        named.push_str(&literal(reason));
    }
    let descriptions: Vec<String> = columns
        .description
        .iter()
        .map(|heading| literal(heading))
        .collect();
    match descriptions.as_slice() {
        [] => {}
        [one] => {
            named.push_str(", description = ");
            named.push_str(one);
        }
        several => {
            named.push_str(", description = [");
            named.push_str(&several.join(", "));
            named.push(']');
        }
    }
    named.push(')');
    named
}

/// A text as a Rust literal.
fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// The path relative to the nearest manifest, as `status_table!` needs it. `None` for a file in a commit, which is not a file
/// of a crate, and for a path that is not UTF-8.
fn from_manifest(file: &str) -> Option<String> {
    if file.starts_with("git:") {
        return None;
    }
    let here = env::current_dir().ok()?;
    let file = plain(&here.join(file));
    let has_manifest = |directory: &&Path| directory.join("Cargo.toml").exists();
    let manifest = here.ancestors().find(has_manifest).unwrap_or(&here);
    let common = manifest
        .components()
        .zip(file.components())
        .take_while(|(one, other)| one == other)
        .count();
    let climbs = manifest.components().skip(common).map(|_| "..".to_owned());
    let rest = file
        .components()
        .skip(common)
        .map(|part| part.as_os_str().to_str().map(str::to_owned));
    let parts: Option<Vec<String>> = climbs.map(Some).chain(rest).collect();
    Some(parts?.join("/"))
}

/// The path with `.` and `..` resolved by their text alone, without following symbolic links.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

/// A name for the module: the name of the file, as a Rust identifier.
fn module(file: &str) -> String {
    let stem = Path::new(file)
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    let mut name = String::new();
    for character in stem.chars() {
        if character.is_ascii_alphanumeric() {
            name.push(character.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    let name = name.trim_end_matches('_');
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("api_{name}"),
        Some(_) if is_keyword(name) => format!("{name}_api"),
        Some(_) => name.to_owned(),
        None => "api".to_owned(),
    }
}

/// Whether a name is a keyword.
fn is_keyword(name: &str) -> bool {
    const KEYWORDS: [&str; 50] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
        "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
        "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
        "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
        "typeof", "unsafe", "unsized", "use", "virtual", "where", "while",
    ];
    KEYWORDS.contains(&name) || name == "yield"
}

#[cfg(test)]
mod tests {
    use super::module;

    #[test]
    fn a_module_has_a_name_that_rust_takes() {
        for (file, name) in [
            ("docs/api.md", "api"),
            ("docs/Status Codes (v2).rst", "status_codes_v2"),
            ("openapi/3.yaml", "api_3"),
            ("type.md", "type_api"),
            ("ошибки.md", "api"),
            ("", "api"),
        ] {
            assert_eq!(module(file), name, "{file}");
        }
    }
}
