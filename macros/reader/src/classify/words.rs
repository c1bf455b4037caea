//! The words of headings, one row for each: the language, how the word is matched, the word, and its roles.
//!
//! To add a language, add rows. Each word has one row in a language, with all its roles.

use std::sync::OnceLock;

/// The roles of a word, as bits.
pub(super) type Roles = u32;

/// It names HTTP.
pub(super) const HTTP: Roles = 1;
/// It heads HTTP status codes, without another word.
pub(super) const STATUS: Roles = 1 << 1;
/// It heads codes, of HTTP or of the service, if every other word has `BESIDE`.
pub(super) const CODE: Roles = 1 << 2;
/// It may be beside a word that heads codes.
pub(super) const BESIDE: Roles = 1 << 3;
/// With a word that names HTTP, it heads status codes.
pub(super) const NUMBER: Roles = 1 << 4;
/// It heads error codes: HTTP's or the service's own.
pub(super) const ERROR_CODE: Roles = 1 << 5;
/// It may head the service's own codes.
pub(super) const SERVICE: Roles = 1 << 6;
/// It means "code".
pub(super) const SPOKEN: Roles = 1 << 7;
/// It names another protocol or program that has codes.
pub(super) const PROTOCOL: Roles = 1 << 8;
/// It names something else that is counted or numbered, unless a word beside it means responses.
pub(super) const COUNTED: Roles = 1 << 9;
/// It means responses.
pub(super) const RESPONSE: Roles = 1 << 10;
/// It means the outcome of a request.
pub(super) const OUTCOME: Roles = 1 << 11;
/// It heads reason phrases.
pub(super) const PHRASE: Roles = 1 << 12;
/// It may head reason phrases: names of something.
pub(super) const NAME: Roles = 1 << 13;
/// It heads error messages.
pub(super) const MESSAGE: Roles = 1 << 14;
/// It may head error messages.
pub(super) const TEXT: Roles = 1 << 15;
/// It heads descriptions. The four are from the best to the poorest.
pub(super) const BEST: Roles = 1 << 16;
pub(super) const GOOD: Roles = 1 << 17;
pub(super) const FAIR: Roles = 1 << 18;
pub(super) const POOR: Roles = 1 << 19;
/// It heads advice, links and examples, which describe nothing.
pub(super) const ADVICE: Roles = 1 << 20;

/// It says that something is not used, not any more or not yet.
pub(super) const NEGATED: Roles = 1 << 21;
/// It may say so: enough for a note.
pub(super) const DOUBTED: Roles = 1 << 22;
/// It names a protocol or a program whose codes look like those of HTTP.
pub(super) const REPLIES: Roles = 1 << 23;
/// With a version, it says that something is only in older versions: enough for a note.
pub(super) const BEFORE: Roles = 1 << 24;
/// Alone, it heads numbers of any kind.
pub(super) const ANYTHING: Roles = 1 << 25;

/// How a word is looked for in a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// As whole words; the last may be in the plural.
    Word,
    /// At the beginning of a word.
    Start,
    /// Anywhere: languages without spaces, and those that join words.
    Part,
}

use How::{Part, Start, Word};

/// A row: language (ISO 639-1), how the word is looked for, the word, what it says.
type Row = (&'static str, How, &'static str, Roles);

/// The words of headings.
pub(super) const WORDS: &[Row] = &[
    ("en", Start, "http", HTTP | BESIDE),
    ("en", Word, "code", CODE | NUMBER | SERVICE | SPOKEN),
    ("en", Word, "status", CODE | RESPONSE | NUMBER | NAME),
    ("en", Word, "response", CODE | RESPONSE | NUMBER | NAME),
    ("en", Word, "returned", CODE),
    ("en", Word, "returned value", NAME),
    ("en", Word, "return", CODE),
    ("en", Word, "error", CODE | SERVICE | NAME | OUTCOME),
    ("en", Word, "value", CODE | ANYTHING),
    ("en", Word, "result", CODE | POOR | ANYTHING),
    ("en", Word, "rc", CODE),
    ("en", Word, "normal", BESIDE | OUTCOME),
    ("en", Word, "abnormal", BESIDE | OUTCOME),
    ("en", Start, "succe", BESIDE | OUTCOME),
    ("en", Start, "fail", BESIDE | OUTCOME),
    ("en", Word, "exception", BESIDE | OUTCOME),
    ("en", Word, "ok", OUTCOME),
    ("en", Word, "api", BESIDE | RESPONSE),
    ("en", Word, "rest", BESIDE),
    ("en", Word, "server", BESIDE),
    ("en", Word, "client", BESIDE),
    ("en", Word, "message", BESIDE | NAME | TEXT | POOR),
    ("en", Word, "type", BESIDE | NAME),
    ("en", Word, "name", BESIDE | NAME),
    ("en", Word, "number", BESIDE | NUMBER),
    ("en", Word, "no", BESIDE),
    ("en", Word, "and", BESIDE),
    ("en", Word, "or", BESIDE),
    ("en", Word, "of", BESIDE),
    ("en", Word, "the", BESIDE),
    ("en", Word, "possible", BESIDE),
    ("en", Word, "expected", BESIDE),
    ("en", Word, "common", BESIDE),
    ("en", Word, "general", BESIDE),
    ("en", Word, "request", BESIDE),
    ("en", Word, "phrase", BESIDE | PHRASE),
    ("en", Word, "reason", BESIDE | NAME | FAIR),
    ("en", Word, "numeric", BESIDE),
    ("en", Word, "s", BESIDE),
    ("en", Word, "class", BESIDE),
    ("en", Word, "range", BESIDE),
    ("en", Word, "fault", BESIDE),
    ("en", Word, "standard", BESIDE),
    ("en", Word, "main", BESIDE),
    ("en", Part, "meaning", BESIDE | GOOD),
    ("en", Part, "description", BESIDE | BEST),
    ("en", Word, "error code", ERROR_CODE),
    ("en", Word, "errorcode", ERROR_CODE),
    ("en", Word, "err code", ERROR_CODE),
    ("en", Word, "error id", ERROR_CODE),
    ("en", Word, "port", COUNTED),
    ("en", Word, "zip", COUNTED),
    ("en", Word, "postal", COUNTED),
    ("en", Word, "country", COUNTED),
    ("en", Word, "area", COUNTED),
    ("en", Word, "currency", COUNTED),
    ("en", Word, "event", COUNTED),
    ("en", Word, "vcpu", COUNTED),
    ("en", Word, "cpu", COUNTED),
    ("en", Word, "memory", COUNTED),
    ("en", Word, "ram", COUNTED),
    ("en", Word, "disk", COUNTED),
    ("en", Word, "storage", COUNTED),
    ("en", Word, "bandwidth", COUNTED),
    ("en", Word, "size", COUNTED),
    ("en", Word, "quantity", COUNTED),
    ("en", Word, "amount", COUNTED),
    ("en", Word, "price", COUNTED),
    ("en", Word, "cost", COUNTED),
    ("en", Word, "fee", COUNTED),
    ("en", Word, "weight", COUNTED),
    ("en", Word, "height", COUNTED),
    ("en", Word, "width", COUNTED),
    ("en", Word, "length", COUNTED),
    ("en", Word, "distance", COUNTED),
    ("en", Word, "speed", COUNTED),
    ("en", Word, "age", COUNTED),
    ("en", Word, "year", COUNTED),
    ("en", Word, "order", COUNTED),
    ("en", Word, "product", COUNTED),
    ("en", Word, "sku", COUNTED),
    ("en", Word, "model", COUNTED),
    ("en", Word, "room", COUNTED),
    ("en", Word, "city", COUNTED),
    ("en", Word, "cities", COUNTED),
    ("en", Word, "phone", COUNTED),
    ("en", Word, "unused", NEGATED),
    ("en", Word, "not use", NEGATED),
    ("en", Word, "not used", NEGATED),
    ("en", Word, "not in use", NEGATED),
    ("en", Word, "not yet", NEGATED),
    ("en", Word, "not return", NEGATED),
    ("en", Word, "not returned", NEGATED),
    ("en", Word, "not send", NEGATED),
    ("en", Word, "not sent", NEGATED),
    ("en", Word, "not supported", NEGATED),
    ("en", Word, "unsupported", NEGATED),
    ("en", Word, "never", NEGATED),
    ("en", Word, "no longer", NEGATED),
    ("en", Word, "removed", NEGATED),
    ("en", Word, "reserved", NEGATED),
    ("en", Word, "planned", NEGATED),
    ("en", Word, "obsolete", NEGATED),
    ("en", Word, "retired", NEGATED),
    ("en", Word, "withdrawn", NEGATED),
    ("en", Word, "discontinued", NEGATED),
    ("en", Word, "not implemented yet", NEGATED),
    ("en", Word, "coming soon", NEGATED),
    ("en", Word, "future use", NEGATED),
    ("en", Word, "future work", NEGATED),
    ("en", Word, "out of scope", NEGATED),
    ("en", Word, "not applicable", NEGATED),
    ("en", Word, "tbd", NEGATED),
    ("en", Word, "wip", NEGATED),
    ("en", Word, "do not", DOUBTED),
    ("en", Word, "does not", DOUBTED),
    ("en", Word, "will not", DOUBTED),
    ("en", Word, "don t", DOUBTED),
    ("en", Word, "doesn t", DOUBTED),
    ("en", Word, "won t", DOUBTED),
    ("en", Word, "legacy", DOUBTED),
    ("en", Word, "old", DOUBTED),
    ("en", Word, "draft", DOUBTED),
    ("en", Word, "proposed", DOUBTED),
    ("en", Word, "proposal", DOUBTED),
    ("en", Word, "rejected", DOUBTED),
    ("en", Word, "deprecated", DOUBTED),
    ("en", Word, "superseded", DOUBTED),
    ("en", Word, "upstream", DOUBTED),
    ("en", Word, "internal only", DOUBTED),
    ("en", Word, "before", BEFORE),
    ("en", Word, "prior to", BEFORE),
    ("en", Word, "until", BEFORE),
    ("en", Word, "up to", BEFORE),
    ("en", Word, "older than", BEFORE),
    ("en", Word, "smtp", PROTOCOL | REPLIES),
    ("en", Word, "ftp", PROTOCOL | REPLIES),
    ("en", Word, "sip", PROTOCOL | REPLIES),
    ("en", Word, "sql", PROTOCOL | REPLIES),
    ("en", Word, "exit", PROTOCOL | REPLIES),
    ("en", Word, "nntp", PROTOCOL | REPLIES),
    ("en", Word, "rtsp", PROTOCOL | REPLIES),
    ("en", Word, "protocol response", PROTOCOL | REPLIES),
    ("en", Word, "protocol code", PROTOCOL | REPLIES),
    ("en", Word, "grpc", PROTOCOL),
    ("en", Word, "dns", PROTOCOL),
    ("en", Word, "status code", STATUS),
    ("en", Word, "statuscode", STATUS),
    ("en", Word, "response code", STATUS),
    ("en", Word, "response status", STATUS),
    ("en", Word, "id", SERVICE),
    ("en", Word, "identifier", SERVICE),
    ("en", Word, "status text", PHRASE),
    ("en", Word, "status message", PHRASE),
    ("en", Word, "http definition", PHRASE),
    ("en", Word, "status name", PHRASE),
    ("en", Word, "status description", PHRASE),
    ("en", Word, "title", NAME),
    ("en", Word, "text", NAME | FAIR),
    ("en", Word, "label", NAME),
    ("en", Word, "error message", MESSAGE),
    ("en", Word, "errormessage", MESSAGE),
    ("en", Word, "error msg", MESSAGE),
    ("en", Word, "errormsg", MESSAGE),
    ("en", Word, "error information", MESSAGE),
    ("en", Word, "error info", MESSAGE),
    ("en", Word, "msg", TEXT),
    ("en", Word, "information", TEXT | FAIR),
    ("en", Word, "info", FAIR),
    ("en", Word, "explanation", GOOD),
    ("en", Word, "definition", GOOD),
    ("en", Word, "detail", GOOD),
    ("en", Word, "detailed", GOOD),
    ("en", Word, "semantic", GOOD),
    ("en", Word, "what happened", GOOD),
    ("en", Word, "cause", FAIR),
    ("en", Word, "condition", FAIR),
    ("en", Word, "scenario", FAIR),
    ("en", Start, "when", FAIR),
    ("en", Start, "comment", FAIR),
    ("en", Word, "note", FAIR),
    ("en", Word, "remark", FAIR),
    ("en", Word, "summary", FAIR),
    ("en", Word, "usage", FAIR),
    ("en", Word, "case", FAIR),
    ("en", Word, "indicates", POOR),
    ("en", Word, "category", POOR),
    ("en", Word, "classification", POOR),
    ("en", Word, "solution", ADVICE),
    ("en", Word, "measure", ADVICE),
    ("en", Word, "handling", ADVICE),
    ("en", Start, "troubleshoot", ADVICE),
    ("en", Start, "action", ADVICE),
    ("en", Word, "resolution", ADVICE),
    ("en", Word, "retry", ADVICE),
    ("en", Word, "what to do", ADVICE),
    ("en", Start, "fix", ADVICE),
    ("en", Start, "recommend", ADVICE),
    ("en", Start, "suggest", ADVICE),
    ("en", Word, "header", ADVICE),
    ("en", Word, "module", ADVICE),
    ("en", Word, "service", ADVICE),
    ("en", Word, "example", ADVICE),
    ("en", Word, "body", ADVICE),
    ("en", Word, "link", ADVICE),
    ("en", Start, "reference", ADVICE),
    ("de", Word, "wert", CODE | ANYTHING),
    ("de", Part, "nicht verwendet", NEGATED),
    ("de", Part, "nicht benutzt", NEGATED),
    ("de", Part, "nicht mehr", NEGATED),
    ("de", Part, "nicht zurückgegeben", NEGATED),
    ("de", Part, "nicht gesendet", NEGATED),
    ("de", Part, "unbenutzt", NEGATED),
    ("de", Part, "ungenutzt", NEGATED),
    ("de", Part, "entfällt", NEGATED),
    ("de", Part, "entfallen", NEGATED),
    ("de", Part, "abgekündigt", NEGATED),
    ("de", Part, "abgeschafft", NEGATED),
    ("de", Part, "reserviert", NEGATED),
    ("de", Part, "veraltet", DOUBTED),
    ("de", Word, "vor", BEFORE),
    ("de", Word, "bis", BEFORE),
    ("de", Part, "bezeichnung", NAME),
    ("de", Part, "fehlercode", ERROR_CODE | NUMBER),
    ("de", Part, "antwortcode", STATUS),
    ("de", Part, "rückgabecode", CODE),
    ("de", Part, "erfolg", OUTCOME),
    ("de", Part, "fehler", OUTCOME),
    ("de", Part, "fehlermeldung", MESSAGE),
    ("de", Part, "beschreibung", BEST),
    ("de", Part, "bedeutung", GOOD),
    ("de", Part, "lösung", ADVICE),
    ("nl", Part, "foutcode", ERROR_CODE | NUMBER),
    ("nl", Part, "beschrijving", BEST),
    ("nl", Part, "omschrijving", BEST),
    ("nl", Part, "betekenis", GOOD),
    ("nl", Part, "oplossing", ADVICE),
    ("sv", Part, "statuskod", STATUS),
    ("sv", Part, "felkod", ERROR_CODE | NUMBER),
    ("sv", Part, "beskrivning", BEST),
    ("sv", Part, "betydelse", GOOD),
    ("da", Part, "fejlkode", ERROR_CODE | NUMBER),
    ("da", Part, "beskrivelse", BEST),
    ("da", Part, "betydning", GOOD),
    ("no", Part, "feilkode", ERROR_CODE | NUMBER),
    ("fi", Word, "koodi", CODE),
    ("fi", Part, "tilakoodi", STATUS),
    ("fi", Part, "virhekoodi", ERROR_CODE),
    ("fi", Part, "kuvaus", BEST),
    ("fi", Part, "selitys", GOOD),
    ("fr", Start, "inutilisé", NEGATED),
    ("fr", Start, "non utilisé", NEGATED),
    ("fr", Start, "non renvoyé", NEGATED),
    ("fr", Start, "non retourné", NEGATED),
    ("fr", Start, "plus utilisé", NEGATED),
    ("fr", Start, "réservé", NEGATED),
    ("fr", Start, "supprimé", NEGATED),
    ("fr", Start, "obsolète", NEGATED),
    ("fr", Word, "avant", BEFORE),
    ("fr", Word, "jusqu", BEFORE),
    ("fr", Word, "code d erreur", ERROR_CODE),
    ("fr", Word, "succès", OUTCOME),
    ("fr", Word, "erreur", OUTCOME),
    ("fr", Word, "code d état", STATUS),
    ("fr", Word, "code de statut", STATUS),
    ("fr", Word, "retour", BESIDE),
    ("fr", Word, "statut", CODE | NUMBER),
    ("fr", Word, "code de réponse", STATUS),
    ("fr", Word, "message d erreur", MESSAGE),
    ("fr", Word, "signification", GOOD),
    ("fr", Word, "corps", ADVICE),
    ("es", Start, "no utilizad", NEGATED),
    ("es", Start, "no se devuelv", NEGATED),
    ("es", Start, "no se us", NEGATED),
    ("es", Start, "no se utiliz", NEGATED),
    ("es", Start, "no devuelt", NEGATED),
    ("es", Start, "reservad", NEGATED),
    ("es", Start, "eliminad", NEGATED),
    ("es", Start, "obsolet", NEGATED),
    ("es", Word, "antes", BEFORE),
    ("es", Word, "hasta", BEFORE),
    ("es", Word, "código", CODE | NUMBER),
    ("es", Word, "codigo", CODE | NUMBER),
    ("es", Word, "estado", CODE | NUMBER),
    ("es", Word, "de", BESIDE),
    ("es", Word, "y", BESIDE),
    ("es", Word, "código de error", ERROR_CODE),
    ("es", Word, "éxito", OUTCOME),
    ("es", Word, "código de estado", STATUS),
    ("es", Word, "códigos de estado", STATUS),
    ("es", Word, "código de respuesta", STATUS),
    ("es", Word, "tipo", NAME),
    ("es", Word, "nombre", NAME),
    ("es", Word, "mensaje de error", MESSAGE),
    ("es", Word, "descripción", BEST),
    ("es", Word, "descripcion", BEST),
    ("es", Word, "significado", GOOD),
    ("es", Word, "causa", FAIR),
    ("es", Word, "cuerpo", ADVICE),
    ("es", Word, "solución", ADVICE),
    ("pt", Word, "e", BESIDE),
    ("pt", Start, "não utilizad", NEGATED),
    ("pt", Start, "não usad", NEGATED),
    ("pt", Start, "não retornad", NEGATED),
    ("pt", Start, "reservad", NEGATED),
    ("pt", Word, "código de erro", ERROR_CODE),
    ("pt", Word, "códigos de erro", ERROR_CODE),
    ("pt", Word, "erro", OUTCOME),
    ("pt", Word, "sucesso", OUTCOME),
    ("pt", Word, "código de resposta", STATUS),
    ("pt", Word, "código de retorno", STATUS),
    ("pt", Word, "nome", NAME),
    ("pt", Word, "mensagem de erro", MESSAGE),
    ("pt", Word, "descrição", BEST),
    ("pt", Word, "corpo", ADVICE),
    ("pt", Word, "solução", ADVICE),
    ("it", Word, "codice", CODE),
    ("it", Start, "non utilizzat", NEGATED),
    ("it", Start, "non usat", NEGATED),
    ("it", Start, "non restituit", NEGATED),
    ("it", Start, "riservat", NEGATED),
    ("it", Word, "codice errore", ERROR_CODE),
    ("it", Word, "codice di errore", ERROR_CODE),
    ("it", Word, "errore", OUTCOME),
    ("it", Word, "codice di stato", STATUS),
    ("it", Word, "codice stato", STATUS),
    ("it", Word, "descrizione", BEST),
    ("it", Word, "significato", GOOD),
    ("it", Word, "soluzione", ADVICE),
    ("pl", Word, "kod", CODE),
    ("pl", Word, "kod błędu", ERROR_CODE),
    ("pl", Word, "kod odpowiedzi", STATUS),
    ("pl", Word, "kod stanu", STATUS),
    ("pl", Word, "kod statusu", STATUS),
    ("pl", Word, "opis", BEST),
    ("pl", Word, "znaczenie", GOOD),
    ("cs", Word, "kód", CODE | NUMBER),
    ("cs", Word, "stavový kód", STATUS),
    ("cs", Word, "chybový kód", ERROR_CODE),
    ("cs", Word, "popis", BEST),
    ("cs", Word, "význam", GOOD),
    ("hu", Part, "állapotkód", STATUS),
    ("hu", Part, "hibakód", ERROR_CODE),
    ("hu", Part, "leírás", BEST),
    ("hu", Part, "jelentés", GOOD),
    ("ro", Word, "cod", CODE | NUMBER),
    ("ro", Word, "cod de stare", STATUS),
    ("ro", Word, "cod de eroare", ERROR_CODE),
    ("ro", Word, "descriere", BEST),
    ("tr", Word, "kodu", CODE | NUMBER),
    ("tr", Word, "hata kodu", ERROR_CODE),
    ("tr", Start, "başarı", OUTCOME),
    ("tr", Word, "durum kodu", STATUS),
    ("tr", Start, "açıklama", BEST),
    ("tr", Start, "anlam", GOOD),
    ("vi", Word, "mã lỗi", ERROR_CODE),
    ("vi", Word, "mã trạng thái", STATUS),
    ("vi", Word, "mô tả", BEST),
    ("vi", Word, "ý nghĩa", GOOD),
    ("id", Word, "kode", CODE),
    ("id", Word, "kode status", STATUS),
    ("id", Word, "keterangan", BEST),
    ("ru", Part, "не использу", NEGATED),
    ("ru", Part, "неиспользу", NEGATED),
    ("ru", Part, "не возвраща", NEGATED),
    ("ru", Part, "зарезервирован", NEGATED),
    ("ru", Part, "устарел", DOUBTED),
    ("ru", Part, "код ошибки", ERROR_CODE),
    ("ru", Start, "успе", OUTCOME),
    ("ru", Start, "ошибк", OUTCOME),
    ("ru", Part, "код ответа", STATUS),
    ("ru", Part, "код состояния", STATUS),
    ("ru", Part, "код", CODE),
    ("ru", Part, "статус", CODE),
    ("ru", Part, "сообщение об ошибке", MESSAGE),
    ("ru", Part, "описание", BEST),
    ("ru", Part, "значение", GOOD),
    ("ru", Part, "причина", FAIR),
    ("ru", Part, "решение", ADVICE),
    ("uk", Part, "опис", BEST),
    ("el", Part, "κωδικ", CODE),
    ("el", Part, "περιγραφή", BEST),
    ("ar", Part, "رمز", CODE),
    ("ar", Part, "رمز الحالة", STATUS),
    ("ar", Part, "الوصف", BEST),
    ("he", Word, "קוד", CODE),
    ("he", Word, "תיאור", BEST),
    ("zh", Part, "未使用", NEGATED),
    ("zh", Part, "不使用", NEGATED),
    ("zh", Part, "不返回", NEGATED),
    ("zh", Part, "已废弃", NEGATED),
    ("zh", Part, "不会返回", NEGATED),
    ("zh", Part, "不再使用", NEGATED),
    ("zh", Part, "不再返回", NEGATED),
    ("zh", Part, "预留", NEGATED),
    ("zh", Part, "預留", NEGATED),
    ("zh", Part, "废弃", DOUBTED),
    ("zh", Part, "弃用", DOUBTED),
    ("zh", Part, "之前", BEFORE),
    ("zh", Part, "以前", BEFORE),
    ("zh", Part, "错误码", ERROR_CODE | NUMBER | CODE),
    ("zh", Part, "错误代码", ERROR_CODE | NUMBER | CODE),
    ("zh", Part, "成功", OUTCOME),
    ("zh", Part, "失败", OUTCOME),
    ("zh", Part, "状态", NUMBER | CODE | NAME),
    ("zh", Part, "狀態", NUMBER),
    ("zh", Part, "返回", NUMBER),
    ("zh", Part, "响应", NUMBER),
    ("zh", Part, "代码", NUMBER | CODE | SERVICE | SPOKEN),
    ("zh", Part, "状态码", STATUS),
    ("zh", Part, "狀態碼", STATUS),
    ("zh", Part, "状态代码", STATUS),
    ("zh", Part, "响应码", STATUS),
    ("zh", Part, "响应状态", STATUS),
    ("zh", Part, "返回状态", STATUS),
    ("zh", Part, "返回值", CODE | NAME),
    ("zh", Part, "返回码", CODE),
    ("zh", Part, "编码", CODE | SERVICE | PHRASE),
    ("zh", Part, "码", SPOKEN),
    ("zh", Part, "类型", NAME),
    ("zh", Part, "名称", NAME),
    ("zh", Part, "消息", NAME | TEXT),
    ("zh", Part, "错误信息", NAME | MESSAGE),
    ("zh", Part, "错误消息", MESSAGE),
    ("zh", Part, "错误描述", MESSAGE),
    ("zh", Part, "信息", TEXT | POOR),
    ("zh", Part, "说明", BEST),
    ("zh", Part, "描述", BEST),
    ("zh", Part, "含义", GOOD),
    ("zh", Part, "语义", GOOD),
    ("zh", Part, "原因", FAIR),
    ("zh", Part, "备注", FAIR),
    ("zh", Part, "结果", POOR),
    ("zh", Part, "处理", ADVICE),
    ("zh", Part, "解决", ADVICE),
    ("zh", Part, "措施", ADVICE),
    ("zh", Part, "重试", ADVICE),
    ("zh", Part, "建议", ADVICE),
    ("zh", Part, "模块", ADVICE),
    ("zh", Part, "示例", ADVICE),
    ("zh", Part, "响应体", ADVICE),
    ("zh", Part, "返回体", ADVICE),
    ("ja", Part, "エラーコード", ERROR_CODE),
    ("ja", Part, "未使用", NEGATED),
    ("ja", Part, "使用されない", NEGATED),
    ("ja", Part, "使用しない", NEGATED),
    ("ja", Part, "使われない", NEGATED),
    ("ja", Part, "返されない", NEGATED),
    ("ja", Part, "返さない", NEGATED),
    ("ja", Part, "廃止", NEGATED),
    ("ja", Part, "非推奨", DOUBTED),
    ("ja", Part, "ステータスコード", STATUS),
    ("ja", Part, "コード", CODE),
    ("ja", Part, "ステータス", CODE),
    ("ja", Part, "エラーメッセージ", MESSAGE),
    ("ja", Part, "説明", BEST),
    ("ja", Part, "意味", GOOD),
    ("ja", Part, "理由", FAIR),
    ("ja", Part, "対処", ADVICE),
    ("ja", Part, "対応", ADVICE),
    ("ko", Part, "에러 코드", ERROR_CODE),
    ("ko", Part, "사용하지 않", NEGATED),
    ("ko", Part, "사용되지 않", NEGATED),
    ("ko", Part, "반환하지 않", NEGATED),
    ("ko", Part, "반환되지 않", NEGATED),
    ("ko", Part, "폐지", NEGATED),
    ("ko", Part, "에러코드", ERROR_CODE),
    ("ko", Part, "오류 코드", ERROR_CODE),
    ("ko", Part, "오류코드", ERROR_CODE),
    ("ko", Part, "성공", OUTCOME),
    ("ko", Part, "실패", OUTCOME),
    ("ko", Part, "상태 코드", STATUS),
    ("ko", Part, "상태코드", STATUS),
    ("ko", Part, "응답 코드", STATUS),
    ("ko", Part, "응답코드", STATUS),
    ("ko", Part, "상태", CODE),
    ("ko", Part, "코드", CODE),
    ("ko", Part, "에러 메시지", MESSAGE),
    ("ko", Part, "에러메시지", MESSAGE),
    ("ko", Part, "오류 메시지", MESSAGE),
    ("ko", Part, "설명", BEST),
    ("ko", Part, "의미", GOOD),
    ("ko", Part, "원인", FAIR),
    ("ko", Part, "이유", FAIR),
    ("ko", Part, "사유", FAIR),
    ("ko", Part, "해결", ADVICE),
    ("ko", Part, "조치", ADVICE),
];

/// What the words of a heading say together. The heading is lower case, its words are separated by single spaces.
pub(super) fn roles(heading: &str) -> Roles {
    Index::all().roles(heading)
}

/// Whether a heading is one of the words that say something, and nothing else.
pub(super) fn is_one(heading: &str, says: Roles) -> bool {
    let mut bytes = heading.bytes();
    let (first, second) = (bytes.next(), bytes.next());
    Index::all()
        .at(first.unwrap_or(b' '), second.unwrap_or(b' '))
        .iter()
        .any(|(_, _, word, roles)| roles & says != 0 && *word == heading)
}

/// Whether a text says that something is not used. It is asked of every cell, so it looks for no other words.
pub(super) fn negates(text: &str) -> bool {
    static NEGATED_ONLY: OnceLock<Index> = OnceLock::new();
    let index = NEGATED_ONLY.get_or_init(|| Index::of(NEGATED));
    index.roles(text) != 0
}

/// Some of the roles, and the words that have them.
struct Index {
    wanted: Roles,
    /// The words by the [`place`] of their first two bytes.
    words: Vec<Vec<&'static Row>>,
}

/// The number of places in an index: one for each pair of letters.
const PLACES: usize = 32 * 32;

/// The place of words that begin with two bytes. Bytes that are not letters share their places with some that are.
fn place(first: u8, second: u8) -> usize {
    usize::from(first % 32) * 32 + usize::from(second % 32)
}

impl Index {
    /// The index of all words.
    fn all() -> &'static Self {
        static ALL: OnceLock<Index> = OnceLock::new();
        ALL.get_or_init(|| Index::of(Roles::MAX))
    }

    fn of(wanted: Roles) -> Self {
        let mut words = vec![Vec::new(); PLACES];
        for row in WORDS.iter().filter(|row| row.3 & wanted != 0) {
            let seconds = match row.2.as_bytes() {
                // Nothing, a space or the plural follows a word of one letter.
                [first] => &[(*first, b' '), (*first, b's'), (*first, b'e')][..],
                [first, second, ..] => &[(*first, *second)],
                [] => &[],
            };
            for (first, second) in seconds {
                if let Some(words) = words.get_mut(place(*first, *second)) {
                    words.push(row);
                }
            }
        }
        Index { wanted, words }
    }

    fn roles(&self, text: &str) -> Roles {
        let mut found = 0;
        let mut before = b' ';
        let seconds = text.bytes().skip(1).chain([b' ']);
        for (at, (byte, second)) in text.bytes().zip(seconds).enumerate() {
            let begins_word = before == b' ';
            before = byte;
            let words = self.at(byte, second);
            if !words.is_empty() {
                let rest = text.get(at..).unwrap_or("");
                found |= said(words, rest, begins_word);
            }
        }
        found & self.wanted
    }

    /// The words that may begin with two bytes, and others.
    fn at(&self, first: u8, second: u8) -> &[&'static Row] {
        let words = self.words.get(place(first, second));
        words.map_or(&[], Vec::as_slice)
    }
}

/// What those of the words say that a text begins with.
fn said(words: &[&Row], text: &str, begins_word: bool) -> Roles {
    let mut said = 0;
    for &&(_, how, word, roles) in words {
        // The last byte is compared first, because many words begin with `not`.
        let last = word.len().saturating_sub(1);
        if (begins_word || how == Part)
            && text.as_bytes().get(last) == word.as_bytes().last()
            && let Some(after) = text.strip_prefix(word)
            && (how != Word || ends_word(after))
        {
            said |= roles;
        }
    }
    said
}

/// Whether a word ends before a text, or has only its plural there.
fn ends_word(after: &str) -> bool {
    ["", "s", "es"].iter().any(|plural| {
        after
            .strip_prefix(plural)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::{How, WORDS, roles};

    #[test]
    fn a_word_is_listed_once_in_a_language_and_is_found() {
        for (index, (language, _, word, says)) in WORDS.iter().enumerate() {
            let twice = WORDS
                .iter()
                .skip(index + 1)
                .any(|(other, _, repeated, _)| other == language && repeated == word);
            assert!(!twice, "{language}: `{word}` stands twice");
            assert_eq!(roles(word) & says, *says, "`{word}` is not found");
            assert_ne!(*says, 0, "`{word}` says nothing");
        }
    }

    #[test]
    fn words_end_where_they_end() {
        assert_eq!(roles("codec") & super::CODE, 0);
        assert_ne!(roles("status codes") & super::STATUS, 0);
        assert_eq!(roles("usecase") & super::FAIR, 0);
        assert_ne!(roles("kurzbeschreibung") & super::BEST, 0);
        assert!(WORDS.iter().all(|(language, how, ..)| *how != How::Part
            || !["fr", "es", "pt", "it", "pl"].contains(language)));
    }
}
