//! `$ref`: within the document, to files beside it, and where it must not lead.

use std::cell::RefCell;

use statusbook_reader::openapi::{self, Api, Options, Refusal};

use crate::{api, listed, numbered, problems, shown, with_paths};

/// Reads the first of these files with the others beside it, and tells which were asked for.
fn read(files: &[(&str, &str)]) -> (Result<Api, Refusal>, Vec<String>) {
    let asked = RefCell::new(Vec::new());
    let mut load = |path: &str| {
        asked.borrow_mut().push(path.to_owned());
        let file = files.iter().find(|(name, _)| *name == path);
        file.map(|(_, text)| (*text).to_owned())
            .ok_or_else(|| "no such file".to_owned())
    };
    let (name, text) = files[0];
    let options = Options {
        name,
        ..Options::default()
    };
    let api = openapi::read(text, &options, &mut load);
    (api, asked.into_inner())
}

fn refused(files: &[(&str, &str)]) -> String {
    read(files)
        .0
        .expect_err("the document should be refused")
        .to_string()
}

#[test]
fn references_are_followed_in_chains_and_through_each_other() {
    let paths = "  /a%b:
    get:
      responses:
        200: { $ref: '#/components/responses/One' }
        404: { $ref: '#/paths/~1a%25b/get/responses/200' }
        410: { $ref: '#/paths/~1c/get/responses/404' }
        503: { $ref: '#/x-list/1' }
  /c:
    $ref: '#/paths/~1a%25b'
x-list: [0, { description: Listed }]
components:
  responses:
    One: { $ref: '#/components/responses/Tw~0~1o' }
    Tw~/o: { description: Two }
";
    let api = api(&with_paths(paths));
    let expected = [
        "200@7:9 Two",
        "404@8:9 Two",
        "410@9:9 Two",
        "503@10:9 Listed",
    ];
    assert_eq!(shown(&api.operations[0]), expected);
    assert_eq!(shown(&api.operations[1]), expected);
}

#[test]
fn a_path_item_and_its_reference_add_up() {
    let paths = "  /a:
    $ref: '#/x-items/shared'
    put: { responses: {} }
x-items: { shared: { get: { responses: {} } } }
";
    assert_eq!(
        listed(&api(&with_paths(paths))),
        ["PUT /a put_a", "GET /a get_a"]
    );
    let thrice = "  /a:
    $ref: '#/x-one'
    get: { responses: {} }
x-one: { $ref: '#/x-two', get: { responses: {} } }
x-two: { get: { responses: {} } }
";
    assert_eq!(
        problems(&with_paths(thrice)),
        "7:27: `GET /a` is documented twice: first at 6:5; keep one of them\n\
         8:10: `GET /a` is documented twice: first at 6:5; keep one of them"
    );
}

#[test]
fn responses_and_paths_may_be_references_themselves() {
    let text = "openapi: 3.0.0
paths: { $ref: '#/x-paths' }
x-paths: { /a: { get: { responses: { $ref: '#/x-responses' } } } }
x-responses: { 404: { description: Missing } }
";
    assert_eq!(shown(&api(text).operations[0]), ["404@4:16 Missing"]);
}

#[test]
fn references_into_nothing_name_what_is_missing() {
    for (reference, expected) in [
        (
            "#/components/responses/Gone",
            "`$ref` `#/components/responses/Gone` leads to nothing",
        ),
        (
            "#/component/responses/One",
            "`$ref` `#/component/responses/One` leads to nothing: there is no `component`",
        ),
        (
            "#/paths/~1b/get",
            "`$ref` `#/paths/~1b/get` leads to nothing: there is no `/b`",
        ),
        ("#/info/title/0", "`$ref` `#/info/title/0` leads to nothing"),
        (
            "#Missing",
            "`$ref` `#Missing` is not a JSON Pointer: write `#/` and the keys that lead there",
        ),
        (
            "https://example.com/a.yaml#/b",
            "`$ref` to the URL `https://example.com/a.yaml#/b`: nothing is fetched at compile time, \
             so put the file beside the document",
        ),
        (
            "../secret.yaml",
            "`$ref` to the file `../secret.yaml`, which is not below the folder that holds the \
             document: write a relative path with `/` that stays within it",
        ),
    ] {
        let paths = format!(
            "  /a:\n    get:\n      responses:\n        404: {{ $ref: '{reference}' }}\n\
             components: {{ responses: {{}} }}\n"
        );
        assert_eq!(problems(&with_paths(&paths)), format!("7:22: {expected}"));
    }
}

#[test]
fn circles_are_refused() {
    for responses in [
        "404: { $ref: '#/paths/~1a/get/responses/404' }",
        "404: { $ref: '#/components/responses/A' }",
        "404: { $ref: '#/components/responses/C/x' }",
    ] {
        let paths = format!(
            "  /a:\n    get:\n      responses:\n        {responses}\n
components:
  responses:
    A: {{ $ref: '#/components/responses/B' }}
    B: {{ $ref: '#/components/responses/A' }}
    C: {{ $ref: '#/components/responses/C/x' }}
"
        );
        let found = problems(&with_paths(&paths));
        assert!(
            found.starts_with("7:14: `$ref` leads in a circle, back to `#/"),
            "{found}"
        );
    }
}

#[test]
fn a_long_chain_ends() {
    let links = numbered(100, |n| {
        format!(
            "    R{n}: {{ $ref: '#/components/responses/R{}' }}\n",
            n + 1
        )
    });
    let paths = format!(
        "  /a:\n    get:\n      responses:\n        404: {{ $ref: '#/components/responses/R0' }}\n\
         components:\n  responses:\n{links}"
    );
    let found = problems(&with_paths(&paths));
    assert!(
        found.ends_with("more than 64 `$ref`s lead from one to the next"),
        "{found}"
    );
}

const DOCUMENT: &str = "openapi: 3.0.0
paths:
  /pets:
    get: { $ref: 'pets/list.yml' }
    post: { $ref: './pets/create.json#/post' }
  /owners:
    $ref: 'owners.yml'
";

const FILES: [(&str, &str); 5] = [
    ("docs/openapi.yml", DOCUMENT),
    (
        "docs/pets/list.yml",
        "operationId: listPets
responses:
  200: { description: Pets }
  404: { $ref: '../common.yml#/Missing' }
  500: { $ref: '../openapi.yml#/paths/~1owners/get/responses/500' }
",
    ),
    (
        "docs/pets/create.json",
        "{\"post\": {\"responses\": {\"404\": {\"$ref\": \"../common.yml#/Missing\"}}}}",
    ),
    (
        "docs/owners.yml",
        "get:\n  responses:\n    500: { $ref: '#/x-broken' }\nx-broken: { description: Broken }\n",
    ),
    ("docs/common.yml", "Missing: { description: Missing }\n"),
];

#[test]
fn files_beside_the_document_are_read_once_and_listed() {
    let (api, asked) = read(&FILES);
    let api = api.unwrap();
    assert_eq!(
        listed(&api),
        [
            "GET /pets list_pets",
            "POST /pets post_pets",
            "GET /owners get_owners"
        ]
    );
    assert_eq!(
        shown(&api.operations[0]),
        [
            "200@docs/pets/list.yml:3:3 Pets",
            "404@docs/pets/list.yml:4:3 Missing",
            "500@docs/pets/list.yml:5:3 Broken",
        ]
    );
    assert_eq!(
        shown(&api.operations[1]),
        ["404@docs/pets/create.json:1:25 Missing"]
    );
    // The method of the third one is in the file of its path, those of the others in the document.
    let places: Vec<_> = api
        .operations
        .iter()
        .map(|operation| (operation.file.as_deref(), operation.position.line))
        .collect();
    assert_eq!(places, [(None, 4), (None, 5), (Some("docs/owners.yml"), 1)]);
    let expected = [
        "docs/pets/list.yml",
        "docs/pets/create.json",
        "docs/owners.yml",
        "docs/common.yml",
    ];
    assert_eq!(asked, expected);
    assert_eq!(
        api.files.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
        expected
    );
}

#[test]
fn a_file_that_is_missing_or_broken_is_named() {
    let missing = [FILES[0], FILES[1], FILES[2], FILES[3]];
    assert_eq!(
        refused(&missing),
        "docs/pets/list.yml:4:16: cannot open `docs/common.yml`, which this `$ref` needs: no such file"
    );
    let mut broken = FILES;
    broken[4].1 = "Missing: { description: Missing\n";
    let found = refused(&broken);
    assert!(
        found.starts_with("docs/common.yml:") && found.contains(": not YAML: "),
        "{found}"
    );
    broken[4].1 = "Lost: {}\n";
    assert_eq!(
        refused(&broken),
        "docs/pets/list.yml:4:16: `$ref` `../common.yml#/Missing` leads to nothing\n\
         docs/pets/create.json:1:41: `$ref` `../common.yml#/Missing` leads to nothing"
    );
}

#[test]
fn a_refused_document_lists_the_files_whose_change_may_fix_it() {
    let mut broken = FILES;
    broken[4].1 = "{";
    let refusal = read(&broken).0.unwrap_err();
    let files = refusal.partial.unwrap().files;
    assert!(
        files.iter().any(|file| &**file == "docs/common.yml"),
        "{files:?}"
    );
}

#[test]
fn many_missing_files_are_not_all_listed() {
    let paths = numbered(30, |n| {
        format!("  /a{n}:\n    get: {{ $ref: 'a{n}.yml' }}\n")
    });
    let text = with_paths(&paths);
    let found = refused(&[("openapi.yml", &text)]);
    assert_eq!(found.lines().count(), 21);
    assert_eq!(found.lines().last(), Some("and 10 more problems"));
}

#[test]
fn no_file_outside_is_ever_asked_for() {
    for reference in [
        "../../secret.yml",
        "/etc/passwd",
        "%2e%2e/%2e%2e/secret.yml",
        "a/../../../b.yml",
    ] {
        let text = with_paths(&format!("  /a:\n    get: {{ $ref: '{reference}' }}\n"));
        let (api, asked) = read(&[("docs/openapi.yml", &text)]);
        assert!(api.is_err() && asked.is_empty(), "{reference}: {asked:?}");
    }
}

#[test]
fn a_file_in_which_nothing_is_a_response_is_refused_without_its_keys() {
    let text = with_paths("  /a:\n    get: { responses: { $ref: pets.yaml } }\n");
    let said = refused(&[("api.yaml", &text), ("pets.yaml", "a: 1\nb: 2\n")]);
    let expected = "pets.yaml:1:1: expected responses: none of the keys here is a status code, a class like `4XX`, or `default`";
    assert_eq!(said, expected);
}

#[test]
fn a_refusal_never_repeats_a_file_that_is_not_a_part_of_the_document() {
    const SECRETS: [&str; 9] = [
        "hunter2",
        "hunter2: hunter2",
        "hunter2: 1\nhunter2: 2\n",
        "404: hunter2",
        "- hunter2",
        "{\"a\" hunter2}",
        "{hunter2",
        "hunter2: [",
        "description: { a: hunter2 }\nhunter2: 1\nhunter2: 2",
    ];
    for secret in SECRETS {
        for name in ["secret.yaml", "secret.json", "secret"] {
            for place in [
                "paths: R",
                "paths: { /a: R }",
                "paths: { /a: { get: R } }",
                "paths: { /a: { get: { responses: R } } }",
                "paths: { /a: { get: { responses: { 404: R } } } }",
            ] {
                let place = place.replace('R', &format!("{{ $ref: {name} }}"));
                let document = format!("openapi: 3.0.0\n{place}\n");
                let refused = read(&[("api.yaml", &document), (name, secret)]).0;
                let said = refused.map_or_else(|refusal| refusal.to_string(), |_| String::new());
                assert!(!said.contains("hunter2"), "{document}, {secret:?}: {said}");
            }
        }
        let said = refused(&[("api.yaml", secret)]);
        assert!(!said.contains("hunter2"), "{secret:?}: {said}");
    }
}
