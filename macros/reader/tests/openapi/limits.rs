//! Each limit from both sides: what just fits is read, and one more is refused with the limit.

use std::fmt::Write as _;

use statusbook_reader::openapi::{self, Api, Options, Refusal};

use crate::{api, numbered, read, with_paths};

/// What is said of a document: nothing where it is read.
fn said(read: Result<Api, Refusal>) -> String {
    read.map_or_else(|refusal| refusal.to_string(), |_| String::new())
}

/// Checks that a document is read with `most`, and refused with one more.
fn limit(most: usize, sentence: &str, document: impl Fn(usize) -> String) {
    assert_eq!(said(read(&document(most))), "", "{sentence}");
    let refusal = said(read(&document(most + 1)));
    assert!(refusal.contains(sentence), "{refusal}");
    assert_eq!(refusal.lines().count(), 1, "{refusal}");
}

fn paths(text: &str) -> String {
    with_paths(&format!("  {text}\n"))
}

#[test]
fn the_texts_of_an_operation() {
    let long = |size: usize| "x".repeat(size);
    limit(
        2_000,
        "this path is longer than 2000 bytes: shorten it",
        |n| {
            paths(&format!(
                "? /{}\n  : get: {{ operationId: a, responses: {{}} }}",
                long(n - 1)
            ))
        },
    );
    limit(
        200,
        "the `operationId` is longer than 200 bytes: shorten it",
        |n| {
            paths(&format!(
                "/a: {{ get: {{ operationId: {}, responses: {{}} }} }}",
                long(n)
            ))
        },
    );
    limit(
        200,
        "a tag of this operation is longer than 200 bytes: shorten it",
        |n| {
            paths(&format!(
                "/a: {{ get: {{ tags: [{}], responses: {{}} }} }}",
                long(n)
            ))
        },
    );
    // `get_` stands before the words of the path.
    limit(240, "longer than 240 bytes, too long for a file", |n| {
        paths(&format!(
            "? /{}\n  : get: {{ responses: {{}} }}",
            long(n - 4)
        ))
    });
    limit(50, "is not a method", |n| {
        format!(
            "openapi: 3.2.0\npaths: {{ /a: {{ additionalOperations: {{ {}: {{}} }} }} }}\n",
            long(n)
        )
    });
    limit(
        1_000,
        "this `$ref` is longer than 1000 bytes: shorten it",
        |n| {
            let key = long(n - 2);
            with_paths(&format!(
                "  /a: {{ get: {{ responses: {{ 404: {{ $ref: '#/{key}' }} }} }} }}\n? {key}\n: {{}}\n"
            ))
        },
    );
    limit(
        1_000,
        "the key behind this alias is longer than 1000 bytes",
        |n| {
            format!(
                "openapi: 3.0.0\nx: &x {}\ny: {{ *x : 1 }}\npaths: {{ /a: {{ get: {{}} }} }}\n",
                long(n)
            )
        },
    );
}

#[test]
fn a_summary_is_cut_after_its_limit() {
    for (size, cut) in [(300, false), (301, true)] {
        let summary = "é".repeat(size);
        let api = api(&paths(&format!(
            "/a: {{ get: {{ summary: {summary}, responses: {{}} }} }}"
        )));
        let shown = api.operations[0].summary.clone().unwrap();
        assert_eq!(shown.chars().count(), if cut { 301 } else { 300 });
        assert_eq!(shown.ends_with('…'), cut);
    }
}

#[test]
fn what_a_message_repeats_is_cut_after_its_limit() {
    for (size, cut) in [(80, false), (81, true)] {
        let key = "y".repeat(size);
        let refusal = said(read(&paths(&format!(
            "/a: {{ get: {{ responses: {{ {key}: {{}} }} }} }}"
        ))));
        assert_eq!(refusal.contains('…'), cut, "{refusal}");
        // An operation that is left out is named by its beginning.
        let path = format!("/{}", "y".repeat(size - 5));
        let refusal = said(read(&with_paths(&format!(
            "  /a: {{ get: {{ operationId: a, responses: {{}} }} }}\n  {path}: {{ get: {{ operationId: a, responses: {{}} }} }}\n"
        ))));
        assert_eq!(refusal.contains("*\"]"), cut, "{refusal}");
    }
}

/// A document with a chain of so many references.
fn chain(length: usize, used: &str) -> String {
    let mut text = with_paths(&format!("  /a: {{ get: {{ responses: {{ {used} }} }} }}\n"));
    for link in 1..length {
        let _ = writeln!(text, "x{link}: {{ $ref: '#/x{}' }}", link + 1);
    }
    let _ = writeln!(text, "x{length}: {{ description: a }}");
    text
}

#[test]
fn references_lead_on_for_so_long() {
    let sentence = "more than 64 `$ref`s lead from one to the next";
    limit(64, sentence, |n| chain(n, "404: { $ref: '#/x1' }"));
    // What was followed before counts, too.
    limit(64, sentence, |n| {
        let again = "405: { $ref: '#/paths/~1a/get/responses/404' }";
        chain(n - 1, &format!("404: {{ $ref: '#/x1' }}, {again}"))
    });
}

#[test]
fn collections_nest_so_deep() {
    let sentence = "the document nests more than 255 levels deep";
    // The document itself is one of them.
    limit(255, sentence, |n| {
        format!(
            "{}x: {}1{}\n",
            paths("/a: { get: {} }"),
            "[".repeat(n - 1),
            "]".repeat(n - 1)
        )
    });
    limit(255, sentence, |n| {
        format!(
            "{{\"openapi\": \"3.0.0\", \"paths\": {{\"/a\": {{\"get\": {{}}}}}}, \"x\": {}1{}}}",
            "[".repeat(n - 1),
            "]".repeat(n - 1)
        )
    });
}

#[test]
fn a_document_is_spread_over_so_many_files() {
    for (count, refused) in [(10_000, false), (10_001, true)] {
        let responses = numbered(count / 400 + 1, |path| {
            let codes = numbered(400, |n| {
                format!("{}: {{ $ref: '{path}/{n}.yaml' }}, ", 100 + n)
            });
            format!("  /p{path}: {{ get: {{ responses: {{ {codes} }} }} }}\n")
        });
        let rest = count % 400;
        let text = with_paths(&responses).replace(
            &format!("{}: {{ $ref: '{}/{rest}.yaml' }},", 100 + rest, count / 400),
            "#",
        );
        let text: String = text
            .lines()
            .map(|line| match line.split_once('#') {
                Some((before, _)) => format!("{before} }} }} }}\n"),
                None => format!("{line}\n"),
            })
            .collect();
        let mut asked = 0;
        let read = openapi::read(
            &text,
            &Options {
                name: "a.yaml",
                ..Options::default()
            },
            &mut |_| {
                asked += 1;
                Ok("description: a".to_owned())
            },
        );
        let said = said(read);
        assert_eq!(
            said.contains("the document refers to more than 10000 files: bundle them into one"),
            refused,
            "{said}"
        );
        assert_eq!(asked, 10_000);
    }
}

#[test]
fn files_are_so_large_together() {
    let text =
        paths("/a: { get: { responses: { 404: { $ref: b.yaml }, 405: { $ref: c.yaml } } } }");
    let most = 32 << 20;
    for (more, refused) in [(0, false), (1, true)] {
        let size = most - text.len() + more;
        let mut load = |path: &str| {
            Ok(if path == "b.yaml" {
                " ".repeat(size - 1)
            } else {
                "\n".to_owned()
            })
        };
        let read = openapi::read(
            &text,
            &Options {
                name: "a.yaml",
                ..Options::default()
            },
            &mut load,
        );
        let said = said(read);
        assert_eq!(
            said.contains("the document and the files that it refers to are larger than 32 MiB"),
            refused,
            "{said}"
        );
    }
    assert_eq!(
        said(read(&format!("{text}{}", "\n".repeat(most - text.len()))))
            .lines()
            .count(),
        2
    );
}

/// Aliases make operations, responses and texts out of a few bytes.
#[test]
fn operations_and_responses_are_so_many() {
    // A path takes 16 bytes, as many as allow one more operation.
    let document = |count: usize| {
        let mut text = String::from("openapi: 3.0.0\nx: &x\n");
        for method in [
            "get", "put", "post", "delete", "patch", "head", "options", "trace",
        ] {
            let _ = writeln!(text, "  {method}: {{}}");
        }
        text.push_str("paths:\n");
        for path in 0..count {
            let _ = writeln!(text, "  /{path}: *x");
        }
        text
    };
    let most = |text: &str| 1_000 + text.len() / 16;
    let fits = (1..1_000)
        .rev()
        .find(|count| count * 8 <= most(&document(*count)))
        .unwrap();
    assert_eq!(api(&document(fits)).operations.len(), fits * 8);
    let more = document(fits + 1);
    let refusal = said(read(&more));
    let sentence = format!(
        "more than {} operations are too many for the size of the document",
        most(&more)
    );
    assert!(refusal.contains(&sentence), "{refusal}");

    let document = |count: usize| {
        let mut text = String::from("openapi: 3.0.0\nx: &x\n");
        for code in 100..600 {
            let _ = writeln!(text, "  {code}: {{}}");
        }
        text.push_str("paths:\n");
        for path in 0..count {
            let _ = writeln!(text, "  /{path}: {{ get: {{ responses: *x }} }}");
        }
        text
    };
    let most = |text: &str| 10_000 + text.len() / 8;
    let fits = (1..1_000)
        .rev()
        .find(|count| count * 500 <= most(&document(*count)))
        .unwrap();
    assert_eq!(api(&document(fits)).operations.len(), fits);
    let more = document(fits + 1);
    let refusal = said(read(&more));
    let sentence = format!(
        "more than {} responses are too many for the size of the document",
        most(&more)
    );
    assert!(refusal.contains(&sentence), "{refusal}");
}

#[test]
fn descriptions_are_so_long_together() {
    let document = |count: usize| {
        let paths = numbered(count, |n| {
            format!("  /a{n}: {{ get: {{ responses: {{ 404: *x }} }} }}\n")
        });
        format!(
            "openapi: 3.0.0\nx: &x {{ description: {} }}\npaths:\n{paths}",
            "y".repeat(100_000)
        )
    };
    let most = |text: &str| (1 << 20) + text.len() * 16;
    let fits = (1..100)
        .rev()
        .find(|count| count * 100_000 <= most(&document(*count)))
        .unwrap();
    assert_eq!(api(&document(fits)).operations.len(), fits);
    let refusal = said(read(&document(fits + 1)));
    assert!(
        refusal.contains("more than 2 MiB of descriptions are too many"),
        "{refusal}"
    );
}

#[test]
fn merge_keys_copy_so_many_entries() {
    // Each merge looks at the mapping, and at each of its entries.
    let document = |count: usize| {
        let entries = numbered(999, |n| format!("  k{n}: 1\n"));
        let merges = numbered(count, |_| "  - { <<: *m }\n".to_owned());
        format!("openapi: 3.0.0\nm: &m\n{entries}x:\n{merges}paths: {{ /a: {{ get: {{}} }} }}\n")
    };
    let most = |text: &str| 10_000 + text.len();
    let fits = (1..100)
        .rev()
        .find(|count| count * 1_000 <= most(&document(*count)))
        .unwrap();
    assert_eq!(said(read(&document(fits))), "");
    let more = document(fits + 1);
    let sentence = format!("copy more than {} entries", most(&more));
    let refusal = said(read(&more));
    assert!(refusal.contains(&sentence), "{refusal}");
}

#[test]
fn keys_are_found_in_mappings_of_every_size() {
    for size in 1..20 {
        let keys: Vec<String> = (0..size)
            .map(|n| format!("{}: {{ description: d{n} }}", 599 - n * 7))
            .collect();
        let text = paths(&format!(
            "/a: {{ get: {{ responses: {{ {} }} }} }}",
            keys.join(", ")
        ));
        assert_eq!(api(&text).operations[0].responses.len(), size);
        for twice in 0..size {
            let again = format!("{}: {{}}", 599 - twice * 7);
            let text = paths(&format!(
                "/a: {{ get: {{ responses: {{ {}, {again} }} }} }}",
                keys.join(", ")
            ));
            let refusal = said(read(&text));
            assert!(
                refusal.contains(&format!("key `{}` is written twice", 599 - twice * 7)),
                "{refusal}"
            );
        }
    }
}
