//! What modules are called, and what happens when two would be called the same.

use crate::{api, listed, problems, read, with_paths};

#[test]
fn operations_are_named_after_their_id_or_their_path() {
    let paths = "  /pets/{petId}:
    get: { operationId: getPetById, responses: {} }
    delete: { responses: {} }
  /types:
    get: { operationId: type, responses: {} }
    put: { operationId: '2fa', responses: {} }
    post: { operationId: '', responses: {} }
";
    assert_eq!(
        listed(&api(&with_paths(paths))),
        [
            "GET /pets/{petId} get_pet_by_id",
            "DELETE /pets/{petId} delete_pets_by_pet_id",
            "GET /types type_",
            "PUT /types _2fa",
            "POST /types post_types",
        ]
    );
}

#[test]
fn a_duplicate_operation_id_is_refused_at_both_places() {
    let paths = "  /a:
    get: { operationId: list, responses: {} }
  /b:
    get: { operationId: list, responses: {} }
";
    assert_eq!(
        problems(&with_paths(paths)),
        "7:5: `operationId` `list` is used twice: first at 5:5; an `operationId` names one operation, \
         so change one, or leave this operation out with `operations = [\"!GET /b\"]`"
    );
}

#[test]
fn names_that_become_one_are_refused_at_both_places() {
    let paths = "  /a:
    get: { operationId: listPets, responses: {} }
  /b/c:
    get: { operationId: list-pets, responses: {} }
    put: { responses: {} }
  /b-c:
    put: { responses: {} }
";
    assert_eq!(
        problems(&with_paths(paths)),
        "7:5: `GET /b/c (list-pets)` and `GET /a (listPets)` at 5:5 would both become the module \
         `list_pets`: give one another `operationId`, or leave this one out with \
         `operations = [\"!GET /b/c\"]`\n\
         10:5: `PUT /b-c` and `PUT /b/c` at 8:5 would both become the module `put_b_c`: \
         give one another `operationId`, or leave this one out with `operations = [\"!PUT /b-c\"]`"
    );
}

#[test]
fn an_operation_shared_by_reference_is_named_after_its_own_path() {
    let paths = "  /pets:
    get: { operationId: listPets, responses: { 200: { description: Pets } } }
  /animals:
    $ref: '#/paths/~1pets'
";
    let api = api(&with_paths(paths));
    assert_eq!(
        listed(&api),
        ["GET /pets list_pets", "GET /animals get_animals"]
    );
    assert_eq!(api.operations[1].id.as_deref(), Some("listPets"));
}

#[test]
fn a_refused_document_can_still_be_looked_at() {
    let paths = "  /a:
    get: { operationId: list, responses: { 200: { description: a }, 40x: { description: b } } }
  /b:
    get: { operationId: list, responses: { 201: { description: c } } }
";
    let refusal = read(&with_paths(paths)).unwrap_err();
    assert_eq!(refusal.problems.len(), 2);
    let partial = refusal.partial.unwrap();
    let keys: Vec<_> = partial
        .operations
        .iter()
        .flat_map(|operation| operation.responses.iter())
        .map(|response| response.key.as_str())
        .collect();
    assert_eq!(keys, ["200", "201"]);
}

#[test]
fn ids_that_unicode_holds_equal_are_refused() {
    let paths = "  /a:
    get: { operationId: \"caf\\u00e9\", responses: {} }
  /b:
    get: { operationId: \"cafe\\u0301\", responses: {} }
  /c:
    get: { operationId: \"caf\\u00e9!\", responses: {} }
";
    let found = problems(&with_paths(paths));
    assert!(
        found.contains("7:5: `operationId` `cafe\u{301}` is used twice: first at 5:5"),
        "{found}"
    );
    assert!(
        found.contains("9:5: `GET /c (caf\u{e9}!)` and `GET /a (caf\u{e9})` at 5:5"),
        "{found}"
    );
}

#[test]
fn names_that_are_too_long_for_a_file_are_refused() {
    let path = format!("  /{}:\n    get: {{ responses: {{}} }}\n", "a".repeat(300));
    let found = problems(&with_paths(&path));
    assert!(found.starts_with("5:5: the module of `GET /aaa"), "{found}");
    assert!(found.contains("longer than 240 bytes"), "{found}");
    let id = format!(
        "  /a:\n    get: {{ operationId: {}, responses: {{}} }}\n",
        "a".repeat(201)
    );
    assert_eq!(
        problems(&with_paths(&id)),
        "5:10: the `operationId` is longer than 200 bytes: shorten it"
    );
    let fits = format!(
        "  /a:\n    get: {{ operationId: {}, responses: {{}} }}\n",
        "a".repeat(200)
    );
    assert_eq!(api(&with_paths(&fits)).operations.len(), 1);
}

#[test]
fn problems_are_counted_and_cut() {
    let keys = crate::numbered(1_224, |n| format!("        k{n}: {{}}\n"));
    let paths = format!("  /a:\n    get:\n      responses:\n{keys}");
    let found = problems(&with_paths(&paths));
    assert_eq!(found.lines().count(), 21);
    assert!(found.ends_with("\nand 1,204 more problems"), "{found}");
}
