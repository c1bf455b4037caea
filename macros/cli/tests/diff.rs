//! `cargo statusbook diff`: what changed, where it is in both versions, and what it can break.

mod support;

use serde_json::json;
use support::{Folder, Run, changes};

const OLD: &str = r#"openapi: 3.0.3
paths:
  /pets:
    post:
      operationId: addPet
      responses:
        "201": { description: Added }
        "400": { description: Wrong }
  /pets/{petId}:
    get:
      operationId: getPet
      responses:
        "200": { description: The pet }
        "404": { description: No such pet }
        "4XX": { description: Wrong }
    delete:
      responses:
        "204": { description: Gone }
  /health:
    get:
      responses:
        "200": { description: Fine }
"#;

const NEW: &str = r#"openapi: 3.0.3
paths:
  /pets:
    post:
      operationId: addPet
      responses:
        "200": { description: Added }
        "400": { description: Malformed }
        "409": { description: Taken }
  /pets/{id}:
    get:
      operationId: getPet
      responses:
        "200": { description: The pet }
        "410": { description: Gone }
        "4XX": { description: Wrong }
        default: { description: Broken }
  /metrics:
    get:
      responses:
        "200": { description: Numbers }
"#;

fn api(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("old.yaml", OLD).write("new.yaml", NEW);
    folder
}

#[test]
fn each_change_has_both_lines_and_what_it_can_break() {
    let run = api("diff-json").run(&["diff", "old.yaml", "new.yaml", "--json"]);
    let expected = [
        (
            "success-changed",
            "POST /pets",
            "201 200",
            "client build",
            7,
            7,
        ),
        ("text-changed", "POST /pets", "400", "", 8, 8),
        ("code-added", "POST /pets", "409", "client build", 0, 9),
        ("operation-renamed", "GET /pets/{id}", "", "build", 10, 11),
        ("code-removed", "GET /pets/{id}", "404", "build", 14, 0),
        ("code-added", "GET /pets/{id}", "410", "build", 0, 15),
        ("code-added", "GET /pets/{id}", "default", "client", 0, 17),
        (
            "operation-removed",
            "DELETE /pets/{petId}",
            "",
            "client build",
            16,
            0,
        ),
        (
            "operation-removed",
            "GET /health",
            "",
            "client build",
            20,
            0,
        ),
        ("operation-added", "GET /metrics", "", "build", 0, 19),
    ];
    let expected = expected.map(|(kind, operation, codes, breaks, old, new)| {
        (
            kind.to_owned(),
            operation.to_owned(),
            codes.to_owned(),
            breaks.to_owned(),
            old,
            new,
        )
    });
    assert_eq!(changes(&run), expected);
    assert_eq!((run.status, run.problems.as_str()), (1, ""));
}

#[test]
fn a_person_reads_the_changes_under_their_operations() {
    let folder = Folder::new("diff-text");
    folder.write(
        "old.md",
        "| Status code | Description |\n|---|---|\n| 201 | Made |\n| 404 | No such pet |\n",
    );
    folder.write("new.md", "| Status code | Description |\n|---|---|\n| 200 | Made |\n| 404 | There is no such pet |\n| 429 | Slow down |\n");
    let run = folder.run(&["diff", "old.md", "new.md"]);
    assert_eq!(
        run.output,
        "\
old.md → new.md: 3 changes, 2 can break a client, 2 can break a build

  can break a client and a build: success `201` became `200`; a client expects `201`, and code that responds with it no longer compiles
    old old.md:3:3
    new new.md:3:3

  breaks nothing: the text of `404` changed
    old old.md:4:3
    new new.md:4:3

  can break a client and a build: `429` added; a client may see a status that it does not know, and a type or handler that is `exhaustive` misses it
    new new.md:5:3
"
    );
    assert_eq!(run.status, 1);
    let run = folder.run(&["diff", "old.md", "old.md"]);
    assert_eq!(
        (run.status, run.output.as_str()),
        (0, "old.md → old.md: nothing changed\n")
    );
}

#[test]
fn a_new_module_does_not_hide_a_new_name_of_the_parameter() {
    let folder = Folder::new("renamed-twice");
    let api = |path: &str, id: &str| {
        format!(
            "openapi: 3.0.3\npaths:\n  {path}:\n    get:\n      operationId: {id}\n      responses:\n        '200': {{description: x}}\n"
        )
    };
    folder.write("old.yaml", api("/a/{id}", "getA"));
    folder.write("new.yaml", api("/a/{key}", "readA"));
    let output = folder.run(&["diff", "old.yaml", "new.yaml"]).output;
    assert!(
        output.contains(
            "module `get_a` is now `read_a`; code that names it must change; `GET /a/{id}` is now written like this"
        ),
        "{output}"
    );
}

#[test]
fn exceptions_are_allowed_by_kind_code_and_operation() {
    let folder = api("diff-allow");
    let diff = |allow: &[&str]| {
        let allow: Vec<&str> = allow
            .iter()
            .flat_map(|change| ["--allow", change])
            .collect();
        folder.run(&[&["diff", "old.yaml", "new.yaml", "--json"], &allow[..]].concat())
    };
    let all = [
        "operation-added",
        "operation-removed",
        "operation-renamed",
        "POST /pets 201",
        "409",
        "GET /pets/{id}",
    ];
    let run = diff(&all);
    assert_eq!((run.status, run.problems.as_str()), (0, ""));
    assert!(run.output.contains("\"breaking\": false"), "{}", run.output);
    for left_out in 0..all.len() {
        let some: Vec<&str> = all
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != left_out)
            .map(|(_, change)| *change)
            .collect();
        let status = diff(&some).status;
        // The operation's name allows its renaming too.
        assert_eq!(
            status,
            i32::from(all[left_out] != "operation-renamed"),
            "without {}",
            all[left_out]
        );
    }
    let run = diff(&["POST /pets 999"]);
    assert_eq!(run.status, 1);
    assert!(
        run.problems
            .contains("warning: `--allow \"POST /pets 999\"` allows nothing"),
        "{}",
        run.problems
    );
}

#[test]
fn annotations_stand_at_the_lines_of_the_new_version() {
    let run =
        api("diff-github").run(&["diff", "old.yaml", "new.yaml", "--github", "--allow", "409"]);
    let lines: Vec<&str> = run.output.lines().collect();
    for start in [
        "::error file=new.yaml,line=7,col=9,title=can break a client and a build::POST /pets: success `201` became `200`",
        "::notice file=new.yaml,line=8,col=9,title=breaks nothing::POST /pets: the text of `400` changed",
        "::warning file=new.yaml,line=9,col=9,title=can break a client and a build::POST /pets: `409` added",
        // What was removed is said at its operation, or at the top.
        "::error file=new.yaml,line=11,col=5,title=can break a build::GET /pets/{id}: `404` removed",
        "::error file=new.yaml,line=1,col=1,title=can break a client and a build::GET /health: operation removed",
    ] {
        assert!(
            lines.iter().any(|line| line.starts_with(start)),
            "{start}:\n{}",
            run.output
        );
    }
    assert!(
        lines
            .iter()
            .any(|line| line.ends_with("(old: old.yaml:14:9)")),
        "{}",
        run.output
    );
    assert_eq!((lines.len(), run.status), (10, 1));
}

#[test]
fn a_text_cannot_begin_an_annotation() {
    let folder = Folder::new("diff-forged");
    let of = |path: &str| json!({"openapi": "3.0.0", "paths": {path: {"get": {"operationId": "a", "responses": {"200": {"description": "x"}}}}}});
    folder.write("old.json", of("/a").to_string()).write(
        "new.json",
        of("/b\n::error file=x::forged\r%0A").to_string(),
    );
    let run = folder.run(&["diff", "old.json", "new.json", "--github"]);
    assert!(run.output.contains("forged"), "{}", run.output);
    assert!(
        run.output
            .lines()
            .all(|line| line.starts_with("::error file=new.json,line=1")),
        "{}",
        run.output
    );
}

#[test]
fn service_codes_are_compared() {
    let folder = Folder::new("diff-codes");
    let head = "| Status code | Error code | Message |\n|---|---|---|\n";
    folder.write("old.md", format!("{head}| 404 | PET.0001 | Gone |\n| 409 | PET.0002 | Asleep |\n| 409 | PET.0003 | Ill |\n| 400 | PET.0005 | Odd |\n"));
    folder.write("new.md", format!("{head}| 404 | PET.0001 | Gone |\n| 423 | PET.0002 | Asleep |\n| 409 | PET.0004 | Shy |\n| 400 | PET.0005 | Very odd |\n"));
    let run = folder.run(&["diff", "old.md", "new.md", "--json", "--allow", "pet.0004"]);
    let found: Vec<_> = changes(&run)
        .into_iter()
        .map(|(kind, _, code, breaks, old, new)| format!("{kind} {code} [{breaks}] {old} {new}"))
        .collect();
    assert_eq!(
        found,
        [
            "service-code-status-changed PET.0002 [client build] 4 4",
            "service-code-removed PET.0003 [build] 5 0",
            "service-code-text-changed PET.0005 [] 6 6",
            "service-code-added PET.0004 [client] 0 5",
        ]
    );
    assert!(run.output.contains("\"allowed\": true"), "{}", run.output);
}

#[test]
fn methods_that_a_success_loses_can_break() {
    let folder = Folder::new("diff-methods");
    let page = |text: &str| {
        format!(
            "| Status code | Reason | Description |\n|---|---|---|\n| 200 | OK | {text} |\n| 404 | Not Found | Gone |\n"
        )
    };
    folder
        .write("old.md", page("Successful GET or PUT operations"))
        .write("new.md", page("Successful GET operations"));
    let run = folder.run(&["diff", "old.md", "new.md", "--json"]);
    assert!(
        run.output
            .contains("`200` was documented for GET, PUT and is now documented for GET"),
        "{}",
        run.output
    );
    let back = folder.run(&["diff", "new.md", "old.md", "--json"]);
    assert_eq!((run.status, back.status), (1, 0));
}

#[test]
fn either_side_may_be_of_a_commit() {
    let folder = Folder::new("diff-git");
    let api = "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '404': { $ref: 'parts/responses.yaml#/Gone' }\n";
    folder.git(&["init", "--quiet"]);
    folder.write("docs/api.yaml", api).write(
        "docs/parts/responses.yaml",
        "Gone: { description: It is gone }\n",
    );
    folder.git(&["add", "docs"]);
    folder.git(&["commit", "--quiet", "--message", "first"]);
    folder.write(
        "docs/parts/responses.yaml",
        "# Longer\nGone: { description: It went away }\n",
    );
    let run = folder.run(&["diff", "git:HEAD:docs/api.yaml", "docs/api.yaml", "--json"]);
    let one = vec![(
        "text-changed".to_owned(),
        "GET /a".to_owned(),
        "404".to_owned(),
        String::new(),
        6,
        6,
    )];
    assert_eq!(changes(&run), one);
    folder.git(&["commit", "--all", "--quiet", "--message", "second"]);
    folder.write("docs/api.yaml", api.replace("404", "410"));
    let run = folder.run(&[
        "diff",
        "git:HEAD~1:docs/api.yaml",
        "git:HEAD:docs/api.yaml",
        "--json",
    ]);
    assert_eq!(changes(&run), one);
    // In a directory below: from here with `./`, from the top without.
    for name in ["git:main:./api.yaml", "git:main:docs/api.yaml"] {
        let below = folder
            .command()
            .current_dir(folder.path().join("docs"))
            .args(["diff", name, "api.yaml", "--github"])
            .output();
        let run = Run::of(&below.expect("the program starts"));
        assert!(
            run.output.contains("::error file=api.yaml,line=6,col=9,") && run.status == 1,
            "{run:?}"
        );
        let below = folder
            .command()
            .current_dir(folder.path().join("docs"))
            .args(["diff", "api.yaml", name, "--github"])
            .output();
        let run = Run::of(&below.expect("the program starts"));
        assert!(
            run.output.contains("api.yaml,line=6,col=9,") && !run.output.contains("file=git"),
            "{run:?}"
        );
    }
    for (name, reason) in [
        (
            "git:nowhere:docs/api.yaml",
            "git cannot read `nowhere:docs/api.yaml`",
        ),
        (
            "git:HEAD:docs/no.yaml",
            "git cannot read `HEAD:docs/no.yaml`",
        ),
        ("git::docs/api.yaml", "write `git:REVISION:PATH`"),
        (
            "git:--batch:docs/api.yaml",
            "git cannot read `--batch:docs/api.yaml`",
        ),
    ] {
        let run = folder.run(&["diff", name, "docs/api.yaml"]);
        assert!(run.status == 2 && run.problems.contains(reason), "{run:?}");
    }
}

#[test]
fn what_cannot_be_compared_says_so() {
    let folder = api("diff-failed");
    folder
        .write(
            "page.md",
            "| Status code | Description |\n|---|---|\n| 404 | Gone |\n",
        )
        .write("bad.md", "nothing");
    for (old, new, reason) in [
        (
            "old.yaml",
            "page.md",
            "a page and an OpenAPI document cannot be compared",
        ),
        (
            "bad.md",
            "page.md",
            "bad.md is refused, so nothing can be compared",
        ),
        ("old.yaml", "missing.yaml", "missing.yaml is refused"),
    ] {
        let run = folder.run(&["diff", old, new]);
        assert!(
            run.status == 2 && run.output.is_empty() && run.problems.contains(reason),
            "{run:?}"
        );
    }
}

#[test]
fn endpoints_of_a_page_are_compared_one_by_one() {
    let folder = Folder::new("diff-endpoints");
    let section = |route: &str, rows: &str| {
        format!("## {route}\n\n| Status code | Description |\n|---|---|\n{rows}\n")
    };
    let old = section("POST /orders", "| 201 | Made |\n| 409 | Twice |\n")
        + &section("GET /orders/{id}", "| 200 | It |\n| 404 | None |\n");
    let new = section(
        "POST /orders",
        "| 201 | Made |\n| 409 | Twice |\n| 404 | None |\n",
    ) + &section("GET /orders/{id}", "| 200 | It |\n");
    folder.write("old.md", old).write("new.md", new);
    let run = folder.run(&["diff", "old.md", "new.md", "--json"]);
    let found: Vec<_> = changes(&run)
        .into_iter()
        .map(|(kind, operation, code, _, old, new)| {
            format!("{kind} {operation} {code} {old} {new}")
        })
        .collect();
    assert_eq!(
        found,
        [
            "code-added POST /orders 404 0 7",
            "code-removed GET /orders/{id} 404 13 0"
        ]
    );
}
