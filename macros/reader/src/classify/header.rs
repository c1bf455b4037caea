//! The vocabulary of headers: what a column may be, by its heading.
//!
//! Headings do not decide alone: in real pages `Returned Value` heads codes as well as phrases, and
//! `Error Code` heads HTTP statuses as well as the service's own codes. The cells are looked at too.

/// How surely a heading says something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Says {
    Nothing,
    /// It may: `Code`, `Returned Value`.
    Perhaps,
    /// It does: `HTTP Status Code`.
    Surely,
}

/// A heading as it is compared: lower case, letters and digits only, single spaces.
pub(crate) fn normal(heading: &str) -> String {
    let mut out = String::with_capacity(heading.len());
    let mut previous = ' ';
    let mut characters = heading.chars().peekable();
    while let Some(character) = characters.next() {
        if !character.is_alphanumeric() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
            previous = ' ';
            continue;
        }
        // `HttpStatusCode` and `HTTPStatusCode` are three words each.
        let next_is_lower = characters.peek().is_some_and(|next| next.is_lowercase());
        let begins_word = previous.is_lowercase() || (previous.is_uppercase() && next_is_lower);
        if character.is_uppercase() && begins_word {
            out.push(' ');
        }
        previous = character;
        out.extend(character.to_lowercase());
    }
    out.trim().to_owned()
}

fn has_word(heading: &str, words: &[&str]) -> bool {
    heading.split(' ').any(|word| words.contains(&word))
}

fn has_part(heading: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| heading.contains(part))
}

/// Words of which one makes a heading a possible one for status codes.
const CODE_WORDS: [&str; 23] = [
    "code",
    "codes",
    "status",
    "statuses",
    "response",
    "responses",
    "returned",
    "return",
    "returns",
    "error",
    "errors",
    "value",
    "values",
    "result",
    "results",
    "código",
    "códigos",
    "codigo",
    "estado",
    "rc",
    "codice",
    "kod",
    "kode",
];

/// Words that may stand beside them.
const BESIDE_CODE: [&str; 46] = [
    "",
    "http",
    "https",
    "normal",
    "abnormal",
    "success",
    "successful",
    "failed",
    "failure",
    "failures",
    "exception",
    "exceptions",
    "api",
    "rest",
    "server",
    "client",
    "message",
    "messages",
    "type",
    "name",
    "number",
    "no",
    "and",
    "or",
    "of",
    "the",
    "possible",
    "expected",
    "common",
    "general",
    "request",
    "phrase",
    "reason",
    "de",
    "numeric",
    "e",
    "y",
    "s",
    "class",
    "range",
    "fault",
    "faults",
    "standard",
    "main",
    "meaning",
    "description",
];

/// Headings of error codes, be they HTTP's or the service's own.
const ERROR_CODES: [&str; 23] = [
    "error code",
    "errorcode",
    "err code",
    "error id",
    "错误码",
    "错误代码",
    "エラーコード",
    "código de error",
    "código de erro",
    "códigos de erro",
    "fehlercode",
    "foutcode",
    "code d erreur",
    "codice errore",
    "codice di errore",
    "kod błędu",
    "hata kodu",
    "mã lỗi",
    "에러 코드",
    "에러코드",
    "오류 코드",
    "오류코드",
    "код ошибки",
];

/// What has numbers of its own, which are no answers.
const PLACES: [&str; 6] = ["port", "zip", "postal", "country", "area", "currency"];

/// Whether it names HTTP.
pub(crate) fn http(heading: &str) -> bool {
    has_word(heading, &["http", "https"]) || heading.starts_with("http")
}

/// Whether it heads numbers of something else than HTTP: `SIP status`, `Area code`, though not `Port API status`.
pub(crate) fn other_numbers(heading: &str) -> bool {
    let others = ["smtp", "ftp", "sip", "sql", "exit", "grpc", "dns"];
    let answers = ["status", "statuses", "response", "responses", "api"];
    !http(heading)
        && (has_word(heading, &others)
            || has_word(heading, &PLACES) && !has_word(heading, &answers))
}

/// Whether it says how a request ended, as `Success` beside `Errors` does.
pub(crate) fn outcome(heading: &str) -> bool {
    let parts = &[
        "succe",
        "succès",
        "éxito",
        "sucesso",
        "erfolg",
        "başarı",
        "успе",
        "成功",
        "성공",
        "erro",
        "erreur",
        "fehler",
        "fail",
        "ошибк",
        "失败",
        "실패",
        "exception",
    ];
    has_part(heading, parts) || has_word(heading, &["ok", "normal", "abnormal"])
}

/// Whether it heads HTTP status codes.
pub(crate) fn status(heading: &str) -> Says {
    if other_numbers(heading) || has_word(heading, &PLACES) {
        return Says::Nothing;
    }
    let number = has_word(
        heading,
        &["code", "codes", "status", "response", "responses", "number"],
    ) || has_part(
        heading,
        &[
            "状态",
            "狀態",
            "返回",
            "响应",
            "错误码",
            "错误代码",
            "código",
            "codigo",
            "代码",
            "estado",
        ],
    );
    if (http(heading) && number) || heading == "http" {
        return Says::Surely;
    }
    let sure = &[
        "status code",
        "statuscode",
        "response code",
        "response status",
        "状态码",
        "狀態碼",
        "状态代码",
        "响应码",
        "código de estado",
        "códigos de estado",
        "código de respuesta",
        "código de resposta",
        "codice di stato",
        "code d état",
        "상태 코드",
        "상태코드",
        "응답 코드",
        "응답코드",
        "ステータスコード",
        "код ответа",
        "код состояния",
        "响应状态",
        "返回状态",
        "kode status",
        "durum kodu",
        "kod odpowiedzi",
        "kod stanu",
        "mã trạng thái",
        "code de statut",
        "code de réponse",
        "código de retorno",
    ];
    if has_part(heading, sure) {
        return Says::Surely;
    }
    let parts = &[
        "返回值",
        "返回码",
        "错误码",
        "错误代码",
        "状态",
        "编码",
        "代码",
        "コード",
        "ステータス",
        "код",
        "статус",
        "상태",
        "코드",
        "κωδικ",
    ];
    // `Fehlercode` heads them as `Error Code` does.
    if ERROR_CODES.contains(&heading) {
        return Says::Perhaps;
    }
    let says = has_word(heading, &CODE_WORDS) || has_part(heading, parts);
    // `Content Code` and `Exit Code` are codes of something else.
    let foreign = heading
        .split(' ')
        .any(|word| word.is_ascii() && !CODE_WORDS.contains(&word) && !BESIDE_CODE.contains(&word));
    if says && !foreign {
        return Says::Perhaps;
    }
    Says::Nothing
}

/// Whether it heads the service's own error codes.
pub(crate) fn error_code(heading: &str) -> Says {
    if has_part(heading, &ERROR_CODES) {
        return Says::Surely;
    }
    if has_word(
        heading,
        &["code", "codes", "error", "errors", "id", "identifier"],
    ) || has_part(heading, &["代码", "编码"])
    {
        return Says::Perhaps;
    }
    Says::Nothing
}

/// Whether it speaks of codes at all.
pub(crate) fn is_code(heading: &str) -> bool {
    has_word(heading, &["code", "codes"]) || has_part(heading, &["码", "代码"])
}

/// Whether it heads reason phrases.
pub(crate) fn reason(heading: &str) -> Says {
    let sure = &[
        "reason phrase",
        "status text",
        "status message",
        "phrase",
        "编码",
        "http definition",
        "status name",
        "status description",
    ];
    if has_part(heading, sure) {
        return Says::Surely;
    }
    let words = &[
        "type", "message", "name", "reason", "title", "status", "returned", "text", "error",
        "response", "label", "tipo", "nombre", "nome",
    ];
    let parts = &["返回值", "类型", "名称", "状态", "消息", "错误信息"];
    if has_word(heading, words) || has_part(heading, parts) {
        return Says::Perhaps;
    }
    Says::Nothing
}

/// Whether it heads error messages.
pub(crate) fn message(heading: &str) -> Says {
    let sure = &[
        "error message",
        "errormessage",
        "error msg",
        "errormsg",
        "error information",
        "error info",
        "错误信息",
        "错误消息",
        "错误描述",
        "エラーメッセージ",
        "에러 메시지",
        "에러메시지",
        "오류 메시지",
        "fehlermeldung",
        "mensaje de error",
        "mensagem de erro",
        "message d erreur",
        "сообщение об ошибке",
    ];
    if has_part(heading, sure) || heading == "message" {
        return Says::Surely;
    }
    if has_word(heading, &["message", "messages", "msg", "information"])
        || has_part(heading, &["信息", "消息"])
    {
        return Says::Perhaps;
    }
    Says::Nothing
}

/// Whether it heads descriptions, and how good a description it makes: 0 for none.
pub(crate) fn description(heading: &str) -> u8 {
    let best = &[
        "description",
        "descripción",
        "descrizione",
        "설명",
        "opis",
        "descripcion",
        "descrição",
        "beschreibung",
        "说明",
        "描述",
        "説明",
        "описание",
        "beschrijving",
        "omschrijving",
        "beskrivning",
        "açıklama",
        "keterangan",
        "mô tả",
    ];
    if has_part(heading, best) {
        return 5;
    }
    let good = &[
        "meaning",
        "explanation",
        "definition",
        "details",
        "detail",
        "significado",
        "bedeutung",
        "signification",
        "의미",
        "含义",
        "意味",
        "semantics",
        "语义",
        "what happened",
        "significato",
        "betekenis",
        "betydelse",
        "znaczenie",
        "anlam",
        "ý nghĩa",
        "значение",
    ];
    if has_part(heading, good) {
        return 4;
    }
    let fair = &[
        "cause",
        "reason",
        "condition",
        "scenario",
        "when",
        "comment",
        "note",
        "remark",
        "summary",
        "usage",
        "原因",
        "causa",
        "备注",
        "case",
        "text",
        "info",
        "причина",
        "원인",
        "이유",
        "사유",
        "理由",
    ];
    if has_part(heading, fair) {
        return 3;
    }
    if has_part(
        heading,
        &[
            "message",
            "indicates",
            "category",
            "classification",
            "result",
            "结果",
            "信息",
        ],
    ) {
        return 2;
    }
    0
}

/// Whether it heads what to do: never a description.
pub(crate) fn solution(heading: &str) -> bool {
    let parts = &[
        "solution",
        "measure",
        "handling",
        "troubleshoot",
        "action",
        "resolution",
        "retry",
        "what to do",
        "fix",
        "recommend",
        "suggest",
        "处理",
        "解决",
        "措施",
        "重试",
        "建议",
        "header",
        "module",
        "模块",
        "service",
        "example",
        "示例",
        "body",
        "link",
        "reference",
        "响应体",
        "返回体",
        "corps",
        "cuerpo",
        "corpo",
        "решение",
        "solução",
        "solución",
        "soluzione",
        "lösung",
        "oplossing",
        "해결",
        "조치",
        "対処",
        "対応",
    ];
    has_part(heading, parts)
}
