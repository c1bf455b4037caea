//! Pages of the kinds that the built-in tables come from: read to the letter.

mod common;

use common::{read_page, rows};
use statusbook_reader::Class;

#[test]
fn rst_simple_and_grid_tables_under_captions() {
    let page = read_page(
        "status.rst",
        "\
Status Codes
============

.. table:: **Table 1** Success

   =========== ========== ===============================
   Status Code Type       Description
   =========== ========== ===============================
   200         OK         Successful GET or PUT operations
   204         No Content Successful DELETE operations
   =========== ========== ===============================

.. table:: **Table 2** Failure

   +-------------+-------------+------------------+
   | Status Code | Type        | Description      |
   +=============+=============+==================+
   | 400         | Bad Request | Something is     |
   |             |             | wrong.           |
   +-------------+-------------+------------------+
   | 404         | Not Found   | Nothing is here. |
   +-------------+-------------+------------------+
",
    );
    assert_eq!(
        rows(&page),
        [
            "9:4 200 `OK` `Successful GET or PUT operations` GET PUT",
            "10:4 204 `No Content` `Successful DELETE operations` DELETE",
            "18:6 400 `Bad Request` `Something is wrong.`",
            "21:6 404 `Not Found` `Nothing is here.`",
        ]
    );
    assert_eq!(
        page.statuses.first().map(|row| row.codes.class()),
        Some(Class::Success)
    );
    assert_eq!(
        page.statuses.last().map(|row| row.codes.class()),
        Some(Class::Error)
    );
}

#[test]
fn grid_tables_inside_list_items() {
    let page = read_page(
        "status.rst",
        "\
-  Normal

   +------+-------+
   | Code | Value |
   +======+=======+
   | 200  | OK    |
   +------+-------+

-  +------+-----------+
   | Code | Value     |
   +======+===========+
   | 404  | Not Found |
   +------+-----------+
",
    );
    assert_eq!(rows(&page), ["6:6 200 `OK` ``", "12:6 404 `Not Found` ``"]);
}

#[test]
fn a_description_of_two_paragraphs_is_one_text() {
    let page = read_page(
        "status.rst",
        "\
+-------------+----------+---------------------------------+
| Status Code | Message  | Description                     |
+=============+==========+=================================+
| 202         | Accepted | It takes long.                  |
|             |          |                                 |
|             |          | The request has been accepted.  |
+-------------+----------+---------------------------------+
",
    );
    assert_eq!(
        rows(&page),
        ["4:3 202 `Accepted` `It takes long. The request has been accepted.`"]
    );
}

#[test]
fn a_code_and_its_phrase_in_one_cell() {
    let page = read_page(
        "status.rst",
        "\
+-------------------------------+----------------+
| Error Response                | Description    |
+===============================+================+
| 400 Bad Request               | It is wrong.   |
+-------------------------------+----------------+
| 404 (Not Found)               | It is gone.    |
+-------------------------------+----------------+
| 409 - Conflict                | It is in use.  |
+-------------------------------+----------------+
| Gone (410)                    | It was here.   |
+-------------------------------+----------------+
",
    );
    assert_eq!(
        rows(&page),
        [
            "4:3 400 `Bad Request` `It is wrong.`",
            "6:3 404 `Not Found` `It is gone.`",
            "8:3 409 `Conflict` `It is in use.`",
            "10:3 410 `Gone` `It was here.`",
        ]
    );
}

#[test]
fn html_tables_in_markdown() {
    let page = read_page(
        "status.md",
        "\
# Status Codes<a name=\"status\"></a>

**Table  1**  Normal values

<a name=\"table1\"></a>
<table><thead align=\"left\"><tr id=\"row1\"><th width=\"17%\"><p><strong><a name=\"b1\"></a>Normal Response Code</strong></p>
</th>
<th><p>Type</p></th>
<th><p>Description</p></th>
</tr>
</thead>
<tbody><tr><td class=\"cell\"><p><a name=\"p1\"></a>200</p>
</td>
<td>OK</td>
<td><p>Normal response code for the GET, PUT, and POST operations.</p></td>
</tr>
</tbody>
</table>

<table><tr><th>Returned Value</th><th>Description</th></tr>
<tr><td>400 Bad Request</td><td>Do not &lt;send&gt; this&nbsp;again.</td></tr></table>
",
    );
    assert_eq!(
        rows(&page),
        [
            "12:49 200 `OK` `Normal response code for the GET, PUT, and POST operations.` GET PUT POST",
            "21:9 400 `Bad Request` `Do not <send> this again.`",
        ]
    );
}

#[test]
fn pipe_tables_as_people_write_them() {
    let page = read_page(
        "errors.md",
        "\
## Errors

Code | Meaning
-|:-:
`400` | Bad Request -- see [the guide](https://example.org/a_(b)) for `a\\|b`
**404** | No such *pet*<br>or it ran away
 || nor a cat
",
    );
    assert_eq!(
        rows(&page),
        [
            "5:1 400 `` `Bad Request -- see the guide for a|b`",
            "6:1 404 `` `No such pet or it ran away`",
            "7:3 404 `` `nor a cat`",
        ]
    );
}
