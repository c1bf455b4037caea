//! Documents that share and repeat their parts in every way that the formats know.

use std::fmt::Write as _;

/// A way to share or repeat.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// What the document is called, for its format.
    pub(crate) file: &'static str,
    build: fn(usize) -> String,
}

impl Kind {
    /// A document with `size` of the parts that share and as many of those that are shared.
    pub(crate) fn document(&self, size: usize) -> String {
        (self.build)(size)
    }
}

/// Reads a document as what it is.
pub(crate) fn read(name: &str, text: &str) {
    #[cfg(feature = "openapi")]
    if statusbook_reader::source::is_openapi(name) {
        let options = statusbook_reader::openapi::Options {
            name,
            ..Default::default()
        };
        let read = statusbook_reader::openapi::read(text, &options, &mut |_| Err("none".into()));
        drop(read.map(|api| {
            api.operations
                .iter()
                .map(|one| one.rows().len())
                .sum::<usize>()
        }));
        return;
    }
    let options = statusbook_reader::Options {
        name,
        ..Default::default()
    };
    drop(statusbook_reader::read(text, &options));
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut all, number| {
        let _ = writeln!(all, "{}", line(number));
        all
    })
}

#[cfg(feature = "openapi")]
fn api(paths: &str, rest: &str) -> String {
    format!("openapi: 3.2.0\npaths:\n{paths}{rest}")
}

/// Operations that all take `shared`, which is `$ref: '#/x'` or an alias.
#[cfg(feature = "openapi")]
fn operations(count: usize, shared: &str) -> String {
    lines(count, |n| format!("  /p{n}: {{ get: {shared} }}"))
}

/// A table of HTML.
fn html(rows: &str) -> String {
    format!(
        "<table><tr><th>Status code</th><th>Reason</th><th>Description</th></tr>\n{rows}</table>\n"
    )
}

#[cfg(feature = "openapi")]
const fn yaml(name: &'static str, build: fn(usize) -> String) -> Kind {
    Kind {
        name,
        file: "api.yaml",
        build,
    }
}

const fn page(name: &'static str, file: &'static str, build: fn(usize) -> String) -> Kind {
    Kind { name, file, build }
}

pub(crate) const KINDS: &[Kind] = &[
    #[cfg(feature = "openapi")]
    yaml("operations share responses with bad keys", |n| {
        api(
            &operations(n, "{ responses: { $ref: '#/x' } }"),
            &format!("x:\n{}", lines(n, |k| format!("  k{k}: {{}}"))),
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("operations share responses by an alias", |n| {
        let shared = lines(n, |k| {
            format!("  {}: {{ description: d{k} }}", 100 + k % 500)
        });
        format!(
            "openapi: 3.0.0\nx: &x\n{shared}paths:\n{}",
            operations(n, "{ responses: *x }")
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("operations share responses with extensions", |n| {
        api(
            &operations(n, "{ responses: { $ref: '#/x' } }"),
            &format!("x:\n{}", lines(n, |k| format!("  x-{k}: {{}}"))),
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("operations share an operation with tags", |n| {
        let tags = lines(n, |k| format!("    - tag{k}"));
        api(
            &operations(n, "{ $ref: '#/x' }"),
            &format!("x:\n  responses: {{ 404: {{}} }}\n  tags:\n{tags}"),
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("paths share a mapping", |n| {
        let shared = lines(n, |k| format!("  k{k}: {{}}"));
        let paths = lines(n, |k| format!("  /p{k}: *x"));
        format!(
            "openapi: 3.0.0\nx: &x\n  get: {{ responses: {{ 404: {{}} }} }}\n{shared}paths:\n{paths}"
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("paths share methods", |n| {
        let shared = lines(n, |k| format!("    M{k}: {{ responses: {{ 404: {{}} }} }}"));
        let paths = lines(n, |k| format!("  /p{k}: *x"));
        format!("openapi: 3.2.0\nx: &x\n  additionalOperations:\n{shared}paths:\n{paths}")
    }),
    #[cfg(feature = "openapi")]
    yaml("a path has methods", |n| {
        api(
            &format!(
                "  /{}:\n    additionalOperations:\n{}",
                "p".repeat(90),
                lines(n, |k| format!(
                    "      M{k}: {{ responses: {{ 404: {{}} }} }}"
                ))
            ),
            "",
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("a mapping merges another one again and again", |n| {
        let shared = lines(n, |k| format!("  k{k}: {{}}"));
        format!(
            "openapi: 3.0.0\nm: &m\n{shared}x:\n{}paths: {{ /a: {{ get: {{}} }} }}\n",
            lines(n, |_| "  <<: *m".into())
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("a mapping merges a list of one", |n| {
        let shared = lines(n, |k| format!("  k{k}: {{}}"));
        format!(
            "openapi: 3.0.0\nm: &m\n{shared}x:\n  <<: [{}]\npaths: {{ /a: {{ get: {{}} }} }}\n",
            vec!["*m"; n].join(", ")
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("mappings merge the same one", |n| {
        let shared = lines(n, |k| format!("  k{k}: {{}}"));
        format!(
            "openapi: 3.0.0\nm: &m\n{shared}x:\n{}paths: {{ /a: {{ get: {{}} }} }}\n",
            lines(n, |_| "  - <<: *m".into())
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("aliases of a long description", |n| {
        format!(
            "openapi: 3.0.0\nx: &x {}\npaths:\n{}",
            "long ".repeat(20 * n),
            operations(n, "{ responses: { 404: { description: *x } } }")
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("references to a long description", |n| {
        api(
            &operations(n, "{ responses: { 404: { $ref: '#/x' } } }"),
            &format!("x: {{ description: {} }}\n", "long ".repeat(20 * n)),
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("aliases of a long summary", |n| {
        format!(
            "openapi: 3.0.0\nx: &x {}\npaths:\n{}",
            "long ".repeat(20 * n),
            operations(n, "{ summary: *x, responses: { 404: {} } }")
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("aliases of a long tag", |n| {
        format!(
            "openapi: 3.0.0\nx: &x {}\npaths:\n{}",
            "long ".repeat(20 * n),
            operations(n, "{ tags: [*x, *x], responses: { 404: {} } }")
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("aliases of a long operationId", |n| {
        format!(
            "openapi: 3.0.0\nx: &x {}\npaths:\n{}",
            "long".repeat(20 * n),
            operations(n, "{ operationId: *x, responses: { 404: {} } }")
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("aliases of a long key", |n| {
        format!(
            "openapi: 3.0.0\nx: &x {}\ny:\n{}paths: {{ /a: {{ get: {{}} }} }}\n",
            "long".repeat(20 * n),
            lines(n, |_| "  - { *x : 1 }".into())
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("aliases of a long reference", |n| {
        format!(
            "openapi: 3.0.0\nx: &x '#/{}'\npaths:\n{}",
            "a/".repeat(40 * n),
            operations(n, "{ responses: { 404: { $ref: *x } } }")
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("references to a chain of references", |n| {
        let chain = lines(n, |k| format!("  c{k}: {{ $ref: '#/x/c{}' }}", k / 2));
        api(
            &lines(n, |k| {
                format!("  /p{k}: {{ get: {{ responses: {{ 404: {{ $ref: '#/x/c{k}' }} }} }} }}")
            }),
            &format!(
                "x:\n  c0: {{ description: d }}\n{}",
                chain.split_once('\n').map_or("", |(_, rest)| rest)
            ),
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("references in a circle", |n| {
        let chain = lines(n, |k| format!("  c{k}: {{ $ref: '#/x/c{}' }}", (k + 1) % n));
        api(
            &lines(n, |k| {
                format!("  /p{k}: {{ get: {{ responses: {{ 404: {{ $ref: '#/x/c{k}' }} }} }} }}")
            }),
            &format!("x:\n{chain}"),
        )
    }),
    #[cfg(feature = "openapi")]
    yaml("operations share duplicate keys", |n| {
        api(
            &operations(n, "{ responses: { $ref: '#/x' } }"),
            &format!("x:\n{}", lines(n, |_| "  404: {}".into())),
        )
    }),
    page("rows of one code", "page.md", |n| {
        format!(
            "| Status code | Description |\n|---|---|\n{}",
            lines(n, |k| format!("| 404 | Cause number {k} |"))
        )
    }),
    page("rows that reach down", "page.html", |n| {
        html(&lines(n, |k| {
            format!(
                "<tr><td>{}</td><td rowspan=65534>Reason</td><td>d{k}</td></tr>",
                400 + k % 100
            )
        }))
    }),
    page("a long cell that reaches down", "page.html", |n| {
        let long = "long ".repeat(20 * n);
        let first = format!("<tr><td>400</td><td>Reason</td><td rowspan=65534>{long}</td></tr>\n");
        html(
            &(first
                + &lines(n, |k| {
                    format!("<tr><td>{}</td><td>r{k}</td></tr>", 400 + k % 100)
                })),
        )
    }),
    page("empty rows that are reached", "page.html", |n| {
        let wide = "<td rowspan=65534>d</td>".repeat(62);
        let first = format!(
            "<tr><td rowspan=65534>400</td>{wide}</tr>\n{}",
            "x".repeat(20 * n)
        );
        html(&(first + &"<tr>\n".repeat(8 * n)))
    }),
    page("substitutions of a long text", "page.rst", |n| {
        let row = "   * - 404\n     - |x|\n".repeat(n);
        format!(
            ".. |x| replace:: {}\n\n.. list-table::\n   :header-rows: 1\n\n   * - Status code\n     - Description\n{row}",
            "long ".repeat(10 * n)
        )
    }),
    page("definitions of a link", "page.md", |n| {
        let links = lines(n, |k| format!("[l{k}]: https://example.com/{k}"));
        format!(
            "| Status code | Description |\n|---|---|\n{}\n{links}",
            lines(n, |k| format!("| 404 | See [this][l{k}] |"))
        )
    }),
    page("unclosed marks", "page.md", |n| {
        format!(
            "| Status code | Description |\n|---|---|\n| 404 | {} |\n",
            "a [b ![c `d ** <e ".repeat(5 * n)
        )
    }),
    page("sections", "page.md", |n| {
        lines(n, |k| {
            format!(
                "{} GET /p{k}\n\n| Status code | Description |\n|---|---|\n| 404 | d{k} |\n",
                "#".repeat(1 + k % 6)
            )
        })
    }),
    page("nested tables", "page.html", |n| {
        html(&lines(n, |k| {
            format!("<tr><td>404</td><td><table><tr><td>{k}</td></tr></table>")
        }))
    }),
];
