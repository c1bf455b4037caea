//! What the macros say of the cases in `tests/ui` is what is recorded beside them.
//!
//! The cases are expanded here without a compiler, so what rustc says of the printed code is left out, and so are the places.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::LitStr;

/// What rustc and a `macro_rules!` of `statusbook` say in these cases.
const OF_OTHERS: &[&str] = &[
    "cannot find attribute `error` in this scope",
    "enum is not supported in `trait`s or `impl`s",
    "`const` items in this context need a name",
    "`#[extension]` needs the feature `serde` of `statusbook`",
];

#[test]
fn every_refusal_is_recorded() {
    let mut count = 0;
    for case in cases(&tests().join("ui")) {
        let source = fs::read_to_string(&case).expect("a case");
        if !is_whole(&source) {
            continue;
        }
        let message = fs::read_to_string(case.with_extension("stderr")).expect("its message");
        let mut said = Vec::new();
        for expansion in expansions(source.parse().expect("tokens")) {
            refusals(expansion, &mut said);
        }
        let mut recorded = recorded(&message);
        said.sort();
        recorded.sort();
        assert_eq!(said, recorded, "{}", case.display());
        count += said.len();
    }
    assert!(count > 150, "only {count} refusals were found");
}

/// Every program of the tests that has no message recorded. The documents of some are not here.
#[test]
fn nothing_that_compiles_is_refused() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for case in cases(&tests()) {
        let source = fs::read_to_string(&case).expect("a program");
        if !is_whole(&source) {
            continue;
        }
        let refused = ["stderr", "rs.stderr"].map(|end| case.with_extension(end).exists());
        for expansion in expansions(source.parse().expect("tokens")) {
            let mut said = Vec::new();
            refusals(expansion, &mut said);
            said.retain(|sentence| {
                !sentence.contains("there is no such file")
                    && !sentence.contains("feature `openapi`")
            });
            if !said.is_empty() && !refused.contains(&true) {
                wrong.push((case.clone(), said));
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 300, "only {count} calls were found");
}

/// Half items stand in a `macro_rules!`, and in what is given to one; and rustc takes some away before the macros run.
fn is_whole(source: &str) -> bool {
    !source.contains("macro_rules!") && !source.contains("#[cfg")
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// The programs of every folder, but for those that the benchmarks wrote.
fn cases(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            if !path.ends_with("target") {
                found.extend(cases(&path));
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The mistakes without a number of rustc's.
fn recorded(message: &str) -> Vec<String> {
    let mut found = Vec::new();
    for block in message.split("\n\n") {
        let Some(text) = block.strip_prefix("error: ") else {
            continue;
        };
        let (text, _) = text.split_once("--> ").expect("a place");
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        let text = lines.join("\n").trim().to_owned();
        if !OF_OTHERS.contains(&text.as_str()) {
            found.push(text);
        }
    }
    found
}

/// The `compile_error!`s in what a macro printed.
fn refusals(printed: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<_> = printed.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let text = syn::parse2::<LitStr>(group.stream());
        match (at.checked_sub(2).map(|name| &tokens[name]), text) {
            (Some(TokenTree::Ident(name)), Ok(text)) if name == "compile_error" => {
                found.push(text.value());
            }
            _ => refusals(group.stream(), found),
        }
    }
}

/// What the macros in a program print.
fn expansions(program: TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<_> = program.into_iter().collect();
    let mut printed = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let length = attributes(&tokens[at..]);
        if length > 0 {
            let end = item(&tokens[at + length..]) + at + length;
            printed.extend(attributed(
                &tokens[at..at + length],
                &tokens[at + length..end],
            ));
            at += length;
            continue;
        }
        if let [
            TokenTree::Ident(name),
            TokenTree::Punct(bang),
            TokenTree::Group(input),
            ..,
        ] = &tokens[at..]
            && bang.as_char() == '!'
        {
            let input = input.stream();
            let input = quote!([::statusbook] #input);
            match name.to_string().as_str() {
                "status" => printed.push(crate::status::expand(&input)),
                "status_table" => printed.push(crate::table::expand(&input)),
                "assert_exhaustive" => printed.push(crate::exhaustive::expand(&input)),
                "router" => printed.push(crate::router::expand(&input)),
                "guard" => printed.push(crate::guard::expand(&input)),
                _ => {}
            }
        }
        if let TokenTree::Group(group) = &tokens[at] {
            printed.extend(expansions(group.stream()));
        }
        at += 1;
    }
    printed
}

/// How many tokens the attributes at the beginning have.
fn attributes(tokens: &[TokenTree]) -> usize {
    let mut length = 0;
    while let [TokenTree::Punct(hash), TokenTree::Group(group), ..] = &tokens[length..]
        && hash.as_char() == '#'
        && group.delimiter() == Delimiter::Bracket
    {
        length += 2;
    }
    length
}

/// How many tokens the item at the beginning has.
fn item(tokens: &[TokenTree]) -> usize {
    let last = tokens.iter().position(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    });
    last.map_or(tokens.len(), |last| last + 1)
}

/// What the macros among the attributes of an item print. Each sees the attributes behind it, and what derives before it.
fn attributed(attributes: &[TokenTree], item: &[TokenTree]) -> Vec<TokenStream> {
    let named: Vec<_> = attributes.chunks(2).filter_map(named).collect();
    let mut printed = Vec::new();
    for (at, (name, arguments)) in named.iter().enumerate() {
        let others = named.iter().zip(attributes.chunks(2)).enumerate();
        let others = others.filter(|(other, ((name, _), _))| match name.as_str() {
            "derive" => false,
            "handles" => *other > at,
            _ => true,
        });
        let others = others.flat_map(|(_, (_, attribute))| attribute);
        let input = quote!(#(#others)* #(#item)*);
        let derives = |name: &str| {
            let mut arguments = arguments.clone().into_iter();
            arguments.any(|argument| argument.to_string() == name)
        };
        match name.as_str() {
            "derive" if derives("ApiError") => printed.push(crate::derive::expand(input)),
            "derive" if derives("ApiResponse") => printed.push(crate::api_response::expand(input)),
            "handles" => printed.push(crate::handles::expand(arguments.clone(), &input)),
            _ => {}
        }
    }
    printed
}

/// The last name of the path of an attribute, and its arguments.
fn named(attribute: &[TokenTree]) -> Option<(String, TokenStream)> {
    let [_, TokenTree::Group(attribute)] = attribute else {
        return None;
    };
    let mut name = String::new();
    let mut arguments = TokenStream::new();
    for token in attribute.stream() {
        match token {
            TokenTree::Ident(ident) => name = ident.to_string(),
            TokenTree::Group(group) => arguments = group.stream(),
            _ => {}
        }
    }
    Some((name, arguments))
}
