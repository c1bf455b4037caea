//! Pages whose sections are endpoints.

mod common;

use common::{read_page, rows};
use statusbook_reader::Codes;

/// The endpoints of a page, one line each: place, name, route, codes.
fn endpoints(name: &str, text: &str) -> Vec<String> {
    let page = read_page(name, text);
    let code = |codes| match codes {
        Codes::One(code) => code.to_string(),
        Codes::Range(from, to) => format!("{from}-{to}"),
    };
    let shown = page.endpoints.iter().map(|endpoint| {
        let codes: Vec<String> = endpoint
            .statuses
            .iter()
            .map(|row| code(row.codes))
            .collect();
        format!(
            "{} {} {}: {}",
            endpoint.position,
            endpoint.name,
            endpoint.route(),
            codes.join(" ")
        )
    });
    shown.collect()
}

fn table(rows: &str) -> String {
    format!("| Code | Meaning |\n|---|---|\n{rows}\n")
}

#[test]
fn each_endpoint_has_the_rows_of_its_section_and_the_page_has_all() {
    let text = format!(
        "# Orders\n\n{}## `POST /orders`\n\n### Errors\n\n{}{}## Get an order: GET /orders/{{id}}\n\n{}## More\n\n{}",
        table("| 401 | Who? |\n"),
        table("| 409 | There is one |\n"),
        table("| 422 | It is wrong |\n"),
        table("| 404 | It is away |\n"),
        table("| 503 | Asleep |\n"),
    );
    assert_eq!(
        endpoints("orders.md", &text),
        [
            "7:1 post_orders POST /orders: 409 422",
            "19:1 get_orders_by_id GET /orders/{id}: 404"
        ]
    );
    let page = read_page("orders.md", &text);
    assert_eq!(page.statuses.len(), 5, "{:?}", rows(&page));
}

#[test]
fn endpoints_of_every_format() {
    let rst = "\
GET /pets
---------

====  ========
Code  Meaning
====  ========
404   Not here
====  ========

/owners
-------

DELETE
~~~~~~

====  =======
Code  Meaning
====  =======
409   Busy
====  =======
";
    assert_eq!(
        endpoints("pets.rst", rst),
        [
            "1:1 get_pets GET /pets: 404",
            "13:1 delete_owners DELETE /owners: 409"
        ]
    );
    let html = "<h2><code>PUT</code> <code>/pets/{id}?force</code></h2><table><tr><th>Code<th>Meaning<tr><td>404<td>Away</table>";
    assert_eq!(
        endpoints("pets.html", html),
        ["1:1 put_pets_by_id PUT /pets/{id}: 404"]
    );
}

#[test]
fn headings_that_name_no_endpoint() {
    for heading in [
        "Orders",
        "POST",
        "/orders",
        "GET /a and POST /a",
        "Get /orders",
        "Forget /orders",
    ] {
        let text = format!("# {heading}\n\n{}", table("| 404 | Away |\n"));
        assert_eq!(endpoints("a.md", &text), Vec::<String>::new(), "{heading}");
    }
}

#[test]
fn endpoints_without_statuses_are_known() {
    let text = format!(
        "# Pets\n\n## GET /pets\n\n{}## DELETE /pets\n\nNothing is said.\n\n### Example: GET /pets/1\n\n## Example: GET /pets\n\n# PUT /pets\n",
        table("| 404 | Away |\n")
    );
    assert_eq!(
        endpoints("pets.md", &text),
        [
            "3:1 get_pets GET /pets: 404",
            "9:1 delete_pets DELETE /pets: "
        ]
    );
    let notes = common::notes(&read_page("pets.md", &text));
    assert!(
        notes.len() == 1
            && notes[0].starts_with("9:1: the section of `DELETE /pets` documents no status"),
        "{notes:?}"
    );
    // Without any table of an endpoint, the table is that of all.
    let text = format!(
        "{}## GET /pets\n\n## PUT /pets\n",
        table("| 404 | Away |\n")
    );
    assert_eq!(endpoints("pets.md", &text), Vec::<String>::new());
    // Outside of the section that was asked for, nothing is.
    let text = format!(
        "# One\n\n## GET /a\n\n{}# Two\n\n## GET /b\n",
        table("| 404 | Away |\n")
    );
    let page = common::read_section("pets.md", &text, Some("One"));
    assert_eq!(page.endpoints.len(), 1);
}
