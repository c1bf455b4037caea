//! The forms of code cells, and the decisions about columns.

mod common;

use common::{notes, read_page, refusals, rows};

/// The codes and the phrase that a code cell is read as.
fn cell(text: &str) -> String {
    let page = read_page(
        "errors.md",
        &format!("| HTTP status code | Meaning |\n|---|---|\n| {text} | x |\n"),
    );
    let codes: Vec<String> = rows(&page)
        .iter()
        .map(|row| {
            row.split(' ')
                .skip(1)
                .collect::<Vec<_>>()
                .join(" ")
                .replace(" `x`", "")
        })
        .collect();
    codes.join(", ")
}

#[test]
fn code_cells_in_every_spelling() {
    for (text, read) in [
        ("404", "404 ``"),
        ("`404`", "404 ``"),
        ("**404**", "404 ``"),
        ("404 Not Found", "404 `Not Found`"),
        ("404NotFound", "404 `NotFound`"),
        ("404 (Not Found)", "404 `Not Found`"),
        ("404: Not Found", "404 `Not Found`"),
        ("404 – Not Found", "404 `Not Found`"),
        ("404, Not Found", "404 `Not Found`"),
        ("404 “Not Found”", "404 `Not Found`"),
        ("Not Found (404)", "404 `Not Found`"),
        ("Not Found 404", "404 `Not Found`"),
        ("HTTP 413 \"Too Large\"", "413 `Too Large`"),
        ("HTTP/1.1 404 Not Found", "404 `Not Found`"),
        ("Status: 404", "404 ``"),
        ("✅ 200 OK", "200 `OK`"),
        ("404 [^1]", "404 ``"),
        ("404*", "404 ``"),
        ("404.13", "404 ``"),
        ("499", "499 ``"),
        ("404 未找到", "404 `未找到`"),
        ("400/401", "400 ``, 401 ``"),
        ("400, 401 and 403", "400 ``, 401 ``, 403 ``"),
        ("400 401", "400 ``, 401 ``"),
        ("400<br>401", "400 ``, 401 ``"),
        (
            "500, 502 - Server Errors",
            "500 `Server Errors`, 502 `Server Errors`",
        ),
        ("4xx", "400-499 ``"),
        ("5XX Server Error", "500-599 `Server Error`"),
        ("50x", "500-509 ``"),
        ("400-499", "400-499 ``"),
        ("400 – 410", "400-410 ``"),
        ("4xx/5xx", "400-499 ``, 500-599 ``"),
        ("Other 4xx", "400-499 ``"),
        ("Any other 5XX server error", "500-599 `server error`"),
    ] {
        assert_eq!(cell(text), read, "{text}");
    }
}

#[test]
fn code_cells_that_say_something_else_are_refused_with_their_text() {
    for text in [
        "teapot",
        "99",
        "600",
        "1060",
        "4040",
        "200 if so, 409 if not",
        "200 (here) or 207 (there)",
        "400+",
        "> 400",
        "404/td>",
        "200 {\"ok\": true}",
        "Other",
        "Other 404",
        "-1",
    ] {
        let page =
            format!("| HTTP status code | Meaning |\n|---|---|\n| 400 | x |\n| {text} | x |\n");
        let refusals = refusals("errors.md", &page);
        assert!(
            refusals.len() == 1 && refusals[0].starts_with("4:3: ") && refusals[0].contains(text),
            "{text}: {refusals:?}"
        );
    }
}

#[test]
fn a_code_in_several_rows_is_several_rows() {
    let page = read_page(
        "errors.md",
        "| Code | Cause |\n|---|---|\n| 400 | empty |\n| 400 | too long |\n",
    );
    assert_eq!(rows(&page), ["3:3 400 `` `empty`", "4:3 400 `` `too long`"]);
}

/// The first row of a table with a header and a row.
fn first(header: &str, row: &str) -> String {
    let ruler = "---|".repeat(header.matches('|').count() + 1);
    let page = read_page("errors.md", &format!("| {header} |\n|{ruler}\n| {row} |\n"));
    rows(&page)
        .first()
        .cloned()
        .unwrap_or_default()
        .split(' ')
        .skip(1)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn columns_are_found_by_headings_and_cells_not_by_their_order() {
    for (header, row, read) in [
        ("Code | Meaning", "404 | Not Found", "404 `` `Not Found`"),
        (
            "Description | HTTP status",
            "It is gone | 404",
            "404 `` `It is gone`",
        ),
        (
            "Returned Value | Description",
            "404 Not Found | It is gone",
            "404 `Not Found` `It is gone`",
        ),
        (
            "Status Code | Returned Value | Description",
            "404 | Not Found | It is gone",
            "404 `Not Found` `It is gone`",
        ),
        (
            "Error Code | Meaning | Common scenarios",
            "404 | Not Found | It never was, or it is gone",
            "404 `Not Found` `It never was, or it is gone`",
        ),
        (
            "Status | Description | Cause",
            "404 | Not Found | It is gone",
            "404 `` `Not Found`",
        ),
        (
            "Name | HTTPStatusCode | What happened",
            "Not Found | 404 | It is gone",
            "404 `Not Found` `It is gone`",
        ),
        (
            "状态码 | 编码 | 状态码说明",
            "404 | Not Found | 它不在",
            "404 `Not Found` `它不在`",
        ),
        (
            "Response | Associated response code | Description",
            "NotFound | 404 | It is gone",
            "404 `NotFound` `It is gone`",
        ),
        (
            "Code | Solution | Explanation",
            "404 | Look elsewhere, and then look again | Gone",
            "404 `` `Gone`",
        ),
        (
            "Code | Media type | Description",
            "404 | application/json | It is gone",
            "404 `` `It is gone`",
        ),
        (
            "状态码 | 说明 | 响应体",
            "404 | 它不在 | gone",
            "404 `` `它不在`",
        ),
        (
            "HTTP status | Error code | Description",
            "404 | 6404 : Not here | It is gone",
            "404 `` `It is gone`",
        ),
        (
            "HTTP 상태 | 관련 코드 | 이유 | 해결 방법",
            "404 | a_code, and_another_one | 없다 | 아이디가 맞는지 다시 확인하십시오",
            "404 `` `없다`",
        ),
        (
            "Código | Significado | Solução",
            "404 | Não existe | Verifique o nome",
            "404 `` `Não existe`",
        ),
        (
            "Status | GET | POST | Hinweis",
            "404 | ✅ Yes | ❌ | Weg",
            "404 `` `Weg`",
        ),
        (
            "Status | Error | Message",
            "404 | PET_IS_GONE | It is gone",
            "404 `` `It is gone`",
        ),
        (
            " | ",
            "404 Not Found | It is gone",
            "404 `Not Found` `It is gone`",
        ),
    ] {
        assert_eq!(first(header, row), read, "{header}");
    }
}

#[test]
fn unknown_headings_leave_the_decision_to_the_cells() {
    let page = read_page(
        "errors.md",
        "| Wert | Was |\n|---|---|\n| 200 | Gut |\n| 401 | Wer? |\n| 404 | Wo? |\n| 409 | Nein |\n",
    );
    assert_eq!(page.statuses.len(), 4);
    let page = read_page(
        "errors.md",
        "| Wert | Kennung | Was |\n|---|---|---|\n| 404 | PET.0001 | Weg |\n| 409 | PET.0002 | Vergeben |\n",
    );
    assert_eq!(
        common::error_codes(&page),
        [
            "3:9 PET.0001 404 `` `Weg`",
            "4:9 PET.0002 409 `` `Vergeben`"
        ]
    );
    assert_eq!(
        first("Code | Description | Type", "200 | Done well | object"),
        "200 `` `Done well`"
    );
}

#[test]
fn headings_of_error_codes_and_messages_in_other_languages() {
    for (header, row) in [
        (
            "HTTP-Statuscode | Fehlercode | Fehlermeldung | Beschreibung",
            "404 | pet_gone | Weg | Es gibt es nicht",
        ),
        (
            "ステータスコード | エラーコード | エラーメッセージ | 説明",
            "404 | pet_gone | Weg | Es gibt es nicht",
        ),
        (
            "HTTP 상태 | 오류 코드 | 오류 메시지 | 설명",
            "404 | pet_gone | Weg | Es gibt es nicht",
        ),
    ] {
        let page = read_page(
            "errors.md",
            &format!("| {header} |\n|---|---|---|---|\n| {row} |\n"),
        );
        let read: Vec<String> = common::error_codes(&page)
            .iter()
            .filter_map(|row| row.split_once(' ').map(|(_, rest)| rest.to_owned()))
            .collect();
        assert_eq!(read, ["pet_gone 404 `Weg` `Es gibt es nicht`"], "{header}");
    }
}

#[test]
fn a_first_row_that_is_marked_as_header_may_be_the_first_status() {
    let page = read_page(
        "errors.md",
        "| 200 OK | Done |\n|---|---|\n| 400 Bad Request | Wrong |\n| 404 Not Found | Gone |\n",
    );
    assert_eq!(
        rows(&page),
        [
            "1:3 200 `OK` `Done`",
            "3:3 400 `Bad Request` `Wrong`",
            "4:3 404 `Not Found` `Gone`"
        ]
    );
    // Where the cells do not tell what the numbers are, nothing is read.
    assert_eq!(
        refusals(
            "errors.md",
            "| 200 | fast |\n|---|---|\n| 300 | slow |\n| 404 | slower |\n"
        ),
        [
            "no status table found: its one table has no column of HTTP status codes; name another document, or write the table inline",
            "1:1: the table was not read: a column of it holds `200`, `300`, `404`, without a heading that says what they are; give it the heading `HTTP status code` if it holds statuses"
        ]
    );
}

#[test]
fn a_description_may_be_left_out_of_most_rows_and_may_name_codes() {
    let page = read_page(
        "errors.md",
        "\
| Code | Hinweis |
|---|---|
| 400 Bad Request | Falsch |
| 403 Forbidden | |
| 404 Not Found | |
",
    );
    assert_eq!(
        rows(&page).first().map(String::as_str),
        Some("3:3 400 `Bad Request` `Falsch`")
    );
    assert_eq!(
        first("Ausnahme | Code HTTP", "GoneException(404) | 404"),
        "404 `` `GoneException(404)`"
    );
}

/// The rows of a table of Markdown, without their places.
fn table(lines: &[&str]) -> Vec<String> {
    let page = read_page("page.md", &(lines.join("\n") + "\n"));
    let without_place = |row: &String| row.split_once(' ').map_or(String::new(), |(_, r)| r.into());
    rows(&page).iter().map(without_place).collect()
}

#[test]
fn a_class_that_heads_its_statuses_is_not_documented_by_that() {
    assert_eq!(
        table(&[
            "| 4XX Client Error | Meaning |",
            "|---|---|",
            "| 400 Bad Request | Broken |",
            "| 404 Not Found | Gone |",
        ]),
        ["400 `Bad Request` `Broken`", "404 `Not Found` `Gone`"]
    );
}

#[test]
fn sentences_that_begin_like_a_type_are_descriptions_and_dashes_hide_none() {
    assert_eq!(
        table(&[
            "| Status | Outcome |",
            "|---|---|",
            "| 201 | Object created |",
            "| 404 | Object not found |",
        ]),
        ["201 `` `Object created`", "404 `` `Object not found`"]
    );
    assert_eq!(
        table(&[
            "| Status | Extra |",
            "|---|---|",
            "| 200 | - |",
            "| 404 | - |",
            "| 503 | Come back later |",
        ])
        .last()
        .map(String::as_str),
        Some("503 `` `Come back later`")
    );
    // Types of data are not service error codes.
    for schema in [
        "object",
        "array of Pet",
        "string (uuid)",
        "array[Pet]",
        "Pet[]",
    ] {
        let row = format!("| 200 | Yes | {schema} |");
        let read = table(&["| Status | Stable | Schema |", "|---|---|---|", &row]);
        let is_type = schema != "Pet[]";
        assert_eq!(
            read,
            [if is_type {
                "200 `` ``"
            } else {
                "200 `` `Pet[]`"
            }],
            "{schema}"
        );
    }
}

#[test]
fn numbers_beside_statuses_are_not_second_statuses() {
    for (heading, numbers) in [
        ("Limit", ["100", "200"]),
        ("See also", ["400", "404"]),
        ("Timeout (ms)", ["200", "500"]),
        // A service that counts its own errors.
        ("Code", ["101", "102"]),
    ] {
        let [first, second] = numbers;
        assert_eq!(
            table(&[
                &format!("| HTTP status | {heading} | Meaning |"),
                "|---|---|---|",
                &format!("| 410 | {first} | Gone |"),
                &format!("| 422 | {second} | Invalid |"),
            ]),
            ["410 `` `Gone`", "422 `` `Invalid`"],
            "{heading}"
        );
    }
}

#[test]
fn numbers_that_a_service_made_up_are_statuses_where_the_heading_says_http() {
    assert_eq!(
        table(&[
            "| HTTP status code | Meaning |",
            "|---|---|",
            "| 400 | Wrong |",
            "| 480 | Quota used up |",
            "| 481 | Account locked |",
        ])
        .len(),
        3
    );
}

#[test]
fn an_api_of_ports_or_countries_has_statuses_too() {
    for heading in ["Port API status", "Country service response code"] {
        assert_eq!(
            table(&[
                &format!("| {heading} | Meaning |"),
                "|---|---|",
                "| 200 OK | Done |",
                "| 400 Bad Request | Wrong |",
                "| 404 Not Found | Gone |",
            ])
            .len(),
            3,
            "{heading}"
        );
    }
}

#[test]
fn codes_of_areas_and_of_processes_are_not_statuses_nor_hinted_at() {
    for heading in [
        "Area code",
        "Country code",
        "ZIP code",
        "Exit code",
        "Exit status",
        "Port",
    ] {
        let numbers = ["202", "206", "404", "305", "415", "207", "402"]
            .map(|number| format!("| {number} | x |\n"))
            .concat();
        let said = refusals(
            "page.md",
            &format!("| {heading} | Meaning |\n|---|---|\n{numbers}"),
        );
        assert_eq!(said.len(), 1, "{heading}: {said:?}");
    }
}

#[test]
fn statuses_under_the_word_for_error_code_in_other_languages() {
    for heading in [
        "Error Code",
        "Fehlercode",
        "Foutcode",
        "Code d'erreur",
        "Codice errore",
        "Códigos de erro",
        "Hata kodu",
        "Mã lỗi",
        "오류 코드",
    ] {
        assert_eq!(
            table(&[
                &format!("| {heading} | Description |"),
                "|---|---|",
                "| 400 | Wrong |",
                "| 404 | Gone |",
            ]),
            ["400 `` `Wrong`", "404 `` `Gone`"],
            "{heading}"
        );
    }
}

#[test]
fn service_codes_that_end_in_a_status_are_service_codes() {
    let page = read_page(
        "errors.md",
        "\
| ステータス | エラーコード | 説明 |
|---|---|---|
| 404 | `ERR_DATA_404` | Weg |
| 500 | `ERR_SYS_500` | Kaputt |
",
    );
    assert_eq!(
        common::error_codes(&page),
        [
            "3:9 ERR_DATA_404 404 `` `Weg`",
            "4:9 ERR_SYS_500 500 `` `Kaputt`"
        ]
    );
}

#[test]
fn phrases_written_as_programs_write_codes_are_service_codes() {
    let codes = |code: &str, other: &str| {
        let page = read_page(
            "errors.md",
            &format!(
                "| Code | HTTP | Meaning |\n|---|---|---|\n| {code} | 404 | Gone |\n| {other} | 403 | No |\n"
            ),
        );
        (page.error_codes.len(), page.statuses.len())
    };
    assert_eq!(codes("NOT_FOUND", "FORBIDDEN"), (2, 0));
    assert_eq!(codes("not_found", "forbidden"), (2, 0));
    assert_eq!(codes("NotFound", "Forbidden"), (0, 2));
    assert_eq!(codes("Not Found", "Forbidden"), (0, 2));
}

#[test]
fn methods_are_those_that_a_success_is_documented_for() {
    for (code, description, methods) in [
        ("200", "Successful GET or PUT operations", "GET PUT"),
        (
            "200",
            "The results of POST, GET, and PUT operations are returned as expected.",
            "POST GET PUT",
        ),
        (
            "204",
            "Normal response code for DELETE operations",
            "DELETE",
        ),
        ("200", "GET、PUT、POST操作正常返回。", "GET PUT POST"),
        ("200", "Normal response to GET requests. See GET.", "GET"),
        (
            "204",
            "Nothing to say, as in response to an OPTIONS request",
            "",
        ),
        ("206", "Part of what the GET request asked for", ""),
        (
            "200",
            "With GET requests, the answer holds the resource",
            "",
        ),
        ("200", "Get it", ""),
        ("404", "Nothing to GET", ""),
    ] {
        let page = read_page(
            "status.md",
            &format!("| Status code | Description |\n|---|---|\n| {code} | {description} |\n"),
        );
        let found = page.statuses.first().map(|row| row.methods.join(" "));
        assert_eq!(found.as_deref(), Some(methods), "{description}");
    }
}

#[test]
fn numbers_that_are_not_statuses_make_no_status_table() {
    for page in [
        "| Memory (GB) | Connections |\n|---|---|\n| 200 | 400 |\n| 404 | 500 |\n",
        "| Reply code | Meaning |\n|---|---|\n| 220 | Ready |\n| 250 | Done |\n| 354 | Go on |\n| 550 | No mailbox |\n",
        "| Error code | Meaning |\n|---|---|\n| 101 | No name |\n| 102 | No age |\n| 103 | No owner |\n| 201 | No home |\n",
        "| Exit code | Meaning |\n|---|---|\n| 200 | Done |\n| 404 | Gone |\n",
        "| Country code | Country |\n|---|---|\n| 100 | A |\n| 404 | B |\n",
        "| Port | Protocol |\n|---|---|\n| 443 | HTTPS |\n| 502 | Modbus |\n",
        "| SIP code | Meaning |\n|---|---|\n| 401 | Unauthorized |\n| 404 | Not Found |\n| 408 | Request Timeout |\n",
        "| # | Screen | Path |\n|---|---|---|\n| 31 | 404 Not Found | `*` |\n",
        "| Seen at | Key | What came |\n|---|---|---|\n| 10:05 | k-1 | 200 OK |\n| 10:06 | k-2 | 404 Not Found |\n",
    ] {
        let refusals = refusals("page.md", page);
        assert!(
            refusals
                .first()
                .is_some_and(|first| first.starts_with("no status table found: ")),
            "{page}{refusals:?}"
        );
    }
}

#[test]
fn what_looks_like_statuses_and_is_left_out_is_noted() {
    let page = read_page(
        "errors.md",
        "\
| Status code | Meaning |
|---|---|
| 404 | Gone |
| 444 | Odd |
| 409 Not Found | Wrong |

| Example | Path |
|---|---|
| /pets | 404 Not Found, 200 OK |
| 404 Not Found | /cats |

| Error code | Meaning |
|---|---|
| PET.0001 | Gone |
",
    );
    assert_eq!(rows(&page).len(), 3);
    assert_eq!(
        notes(&page),
        [
            "4:3: `444` is a status that the IANA registry does not have; it was kept as documented",
            "5:3: `409` is documented with the phrase `Not Found`, which is that of `404`",
            "7:1: the table was not read: it holds something like status codes, but no column of them",
            "12:1: the table of error codes was not read: it has no statuses; to read it, choose its section",
        ]
    );
}

#[test]
fn a_table_of_requests_is_noted() {
    let table = |request: &str| {
        let page = read_page(
            "report.md",
            &format!("| Endpoint | Status |\n|---|---|\n| {request} | 404 |\n"),
        );
        notes(&page).join("\n")
    };
    for request in ["/pets", "`GET /pets/{id}`"] {
        assert_eq!(
            table(request),
            "1:1: the column `Endpoint` holds requests: the rows may be examples, a log or a test report; if they are, choose a section without the table"
        );
    }
    for text in ["/", "Gone / lost", "GET"] {
        assert_eq!(table(text), "", "{text}");
    }
}

#[test]
fn error_codes_of_two_statuses_and_statuses_of_error_codes_only_are_noted() {
    let page = read_page(
        "errors.md",
        "\
| Status code | Meaning |
|---|---|
| 404 | Gone |

| Status code | Error code | Message |
|---|---|---|
| 404 | PET.0001 | Gone |
| 409 | PET.0001 | Taken |
",
    );
    assert_eq!(
        notes(&page),
        [
            "8:9: error code `PET.0001` is listed with status `409` here, and with `404` in line 7",
            "8:9: status `409` is named by error code `PET.0001` only, not by a status table; it counts as documented",
        ]
    );
}
