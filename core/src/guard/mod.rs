#![doc = include_str!("../../docs/guard.md")]

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCESS_CONTROL_REQUEST_METHOD, CONTENT_TYPE};
use http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode};

use crate::body::Details;
use crate::response::declared::Declared;
use crate::set::StatusSet;

mod counters;
mod document;
mod event;
mod exercised;
#[doc(hidden)]
pub mod keep;
mod macros;
mod matcher;
mod media_type;
mod policy;
mod request;
mod rewrite;
mod sent;
mod tower;
mod unwind;

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "poem")]
mod poem;
#[cfg(feature = "rocket")]
pub(crate) mod rocket;
#[cfg(feature = "salvo")]
mod salvo;

#[doc(hidden)]
pub use document::{Document, checked};
pub use event::Event;
pub use exercised::{Exercised, Operation};
pub use policy::Finding;
pub use request::Request;
#[doc(hidden)]
pub use sent::Sent;
pub use tower::{Future, Service};

use document::{Place, Scope};
use media_type::only;
use policy::{Mode, Seen};
use request::Route;
use rewrite::Rewrite;
use sent::Reads;
use unwind::Payload;

/// Checks each response of a service. It is a tower layer, a middleware or a fairing. [`guard!`](crate::guard!)
/// creates it.
///
/// Clones share their counters. So do all guards of one `guard!` call in the source.
#[derive(Clone)]
pub struct Guard {
    document: &'static Document,
    mode: Mode,
    /// What most guards do without. A layer is cloned for each request: without settings that costs nothing.
    settings: Option<Arc<Settings>>,
}

#[derive(Clone, Default)]
struct Settings {
    /// Without a slash at its end.
    base: String,
    body: Option<Arc<WriteBody>>,
    observe: Option<Arc<Observe>>,
    except: Vec<(Option<String>, StatusSet)>,
}

type WriteBody = dyn Fn(&Request<'_>, &Details<'_>) -> Bytes + Send + Sync;
type Observe = dyn Fn(&Event<'_>) + Send + Sync;

impl Guard {
    /// Called by `guard!`, with a document of its own.
    #[doc(hidden)]
    pub fn new(document: &'static Document) -> Self {
        document.index();
        Reads::Status.demand();
        Guard {
            document,
            mode: Mode::Report,
            settings: None,
        }
    }

    /// Logs undocumented responses, and changes nothing. This is the default.
    ///
    /// With the feature `tracing`, each undocumented response is a warning with the target `statusbook::guard`. It
    /// has the method, the route, the status, the nearest documented status, and the line of the document.
    #[must_use]
    pub fn report(self) -> Self {
        Guard {
            mode: Mode::Report,
            ..self
        }
    }

    /// Also rewrites the error bodies of the framework and of middleware in the format of the contract. The status stays.
    #[must_use]
    pub fn reshape(self) -> Self {
        Guard {
            mode: Mode::Reshape,
            ..self
        }
    }

    /// Also replaces an undocumented error with the documented one that is nearest by meaning. A success is never
    /// rewritten.
    #[must_use]
    pub fn enforce(self) -> Self {
        Reads::Error.demand();
        Guard {
            mode: Mode::Enforce,
            ..self
        }
    }

    /// For tests: panics at an undocumented response. A panic of a handler is not caught.
    #[must_use]
    pub fn panic(self) -> Self {
        Guard {
            mode: Mode::Panic,
            ..self
        }
    }

    /// Sets the prefix of the document's paths, such as `/v1` or `/{tenant}/v1`. A request without this prefix is not
    /// checked.
    ///
    /// It is the start of the whole path, also for a guard in a scope or a nested router. Only in a nested router of
    /// axum, where paths have no prefix any more, leave it out.
    ///
    /// # Panics
    /// If `base` is a URL and not a path.
    #[must_use]
    #[track_caller]
    pub fn under(self, base: &str) -> Self {
        assert!(
            !base.contains("://"),
            "`.under({base:?})` takes the path of a URL, such as `/v1`"
        );
        let base = base.trim_matches('/');
        let base = if base.is_empty() {
            String::new()
        } else {
            format!("/{base}")
        };
        self.set(|settings| settings.base = base)
    }

    /// Writes the body of each error, also of the errors of this crate. It can use what a middleware put into the
    /// request, such as a request id.
    ///
    /// The media type stays that of the contract. With `.report()`, only the body of a panic is written.
    #[must_use]
    pub fn body<B: Into<Bytes>>(
        self,
        write: impl Fn(&Request<'_>, &Details<'_>) -> B + Send + Sync + 'static,
    ) -> Self {
        Reads::Error.demand();
        self.set(|settings| {
            settings.body = Some(Arc::new(move |request, details| {
                write(request, details).into()
            }));
        })
    }

    /// Calls `observe` for each response, for example for metrics or an error tracker.
    #[must_use]
    pub fn observe(self, observe: impl Fn(&Event<'_>) + Send + Sync + 'static) -> Self {
        Reads::Error.demand();
        self.set(|settings| settings.observe = Some(Arc::new(observe)))
    }

    /// Documented statuses that [`assert_exercised`](Self::assert_exercised) does not require for any operation.
    ///
    /// # Panics
    /// If a code is outside 100 to 599.
    #[must_use]
    #[track_caller]
    pub fn except(self, codes: impl IntoIterator<Item = u16>) -> Self {
        let codes = codes.into_iter().fold(StatusSet::EMPTY, StatusSet::with);
        self.set(|settings| settings.except.push((None, codes)))
    }

    /// Documented statuses of one operation that [`assert_exercised`](Self::assert_exercised) does not require:
    /// `.except_in("GET /pets/{petId}", [503])`.
    ///
    /// # Panics
    /// If a code is outside 100 to 599.
    #[must_use]
    #[track_caller]
    pub fn except_in(self, operation: &str, codes: impl IntoIterator<Item = u16>) -> Self {
        let codes = codes.into_iter().fold(StatusSet::EMPTY, StatusSet::with);
        let operation = Some(operation.to_owned());
        self.set(|settings| settings.except.push((operation, codes)))
    }

    fn set(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(Arc::make_mut(self.settings.get_or_insert_default()));
        self
    }

    #[inline]
    fn observer(&self) -> Option<&Observe> {
        self.settings.as_ref()?.observe.as_deref()
    }

    #[inline]
    fn body_writer(&self) -> Option<&WriteBody> {
        self.settings.as_ref()?.body.as_deref()
    }

    /// Returns what the guard keeps of a request. `path` is the path, or the route that the framework matched.
    #[inline]
    fn enter(&self, method: &Method, path: &str, preflight: impl FnOnce() -> bool) -> Visit {
        let index = self.document.index();
        let inside = self.inside(path);
        let place = inside.map_or(Place::Elsewhere, |inside| index.find(method, inside));
        // If the document has `OPTIONS` as an operation, it is checked. Otherwise the framework or CORS responds.
        let passes = inside.is_none()
            || *method == Method::CONNECT
            || (*method == Method::OPTIONS && (place == Place::Elsewhere || preflight()));
        Visit {
            method: method.clone(),
            route: (place == Place::Elsewhere).then(|| Route::new(path)),
            place,
            passes,
        }
    }

    /// The path without the prefix of the document's paths.
    #[inline]
    fn inside<'a>(&self, path: &'a str) -> Option<&'a str> {
        match &self.settings {
            Some(settings) => matcher::behind(&settings.base, path),
            None => Some(path),
        }
    }

    /// Takes the route that a framework matched, where the path itself belongs to no operation: routers also take paths that are
    /// encoded otherwise, or end with a slash.
    #[cfg(any(feature = "actix-web", feature = "rocket", feature = "salvo"))]
    fn matched<R: AsRef<str>>(&self, visit: &mut Visit, route: impl FnOnce() -> Option<R>) {
        if visit.place == Place::Elsewhere
            && !visit.passes
            && let Some(route) = route()
        {
            let found = self.enter(&visit.method, route.as_ref(), || false);
            if found.place != Place::Elsewhere {
                *visit = found;
            }
        }
    }

    /// The methods that the document has for a path, as `Allow` lists them.
    #[cfg(feature = "salvo")]
    fn allowed(&self, path: &str) -> Option<String> {
        let inside = self.inside(path)?;
        let methods: Vec<&str> = self.document.index().methods(inside).collect();
        (!methods.is_empty()).then(|| methods.join(", "))
    }

    /// Counts a response, reports it, and returns what to do with it.
    fn leave(&self, visit: &Visit, head: &Head<'_>) -> Option<Rewrite> {
        let marked = head.sent.is_some() || head.declared.is_some() || head.panic.is_some();
        if self.is_plain(visit, head.code, marked) {
            return None;
        }
        self.judge(visit, head)
    }

    /// A handler panicked. The response is the documented 500 of the contract.
    fn panicked(&self, visit: &Visit, payload: Payload) -> Option<Rewrite> {
        if self.mode == Mode::Panic {
            std::panic::resume_unwind(payload);
        }
        let message = unwind::message(payload);
        let head = Head {
            code: 500,
            panic: Some(&message),
            ..Head::default()
        };
        self.leave(visit, &head)
    }

    /// Counts a response. Returns whether nothing more has to be done. That is so for nearly all responses:
    /// documented successes that nobody observes, and responses that are not checked.
    #[inline]
    fn is_plain(&self, visit: &Visit, code: u16, marked: bool) -> bool {
        if visit.passes || code < 200 {
            return !marked || code < 200;
        }
        let scope = self.document.index().scope(visit.place);
        scope.counters.add(code);
        code < 400 && !marked && self.observer().is_none() && scope.documents(&visit.method, code)
    }

    #[cold]
    fn judge(&self, visit: &Visit, head: &Head<'_>) -> Option<Rewrite> {
        if visit.passes && head.panic.is_none() {
            return None;
        }
        let scope = self.document.index().scope(visit.place);
        let documented = scope.documents(&visit.method, head.code);
        let ours = head.sent.map(Sent::status);
        let seen = Seen {
            code: head.code,
            documented,
            declared: head.declared,
            ours: ours.map(|ours| (ours.code(), ours.entry().is_none())),
        };
        let finding = seen.finding();
        let mode = self.mode;
        let code = match mode {
            Mode::Enforce => policy::enforced(head.code, finding, scope.errors(), head.declared),
            _ => head.code,
        };
        let rewrite = self.rewrite(visit, scope, head, code);
        let event = Event {
            method: &visit.method,
            route: visit.route.as_ref(),
            scope,
            finding,
            original: status_code(head.code),
            status: match &rewrite {
                Some(rewrite) => rewrite.status.status_code(),
                None => status_code(head.code),
            },
            declared: head.declared,
            sent: head.sent,
            panic: head.panic,
            reshaped: rewrite.as_ref().is_some_and(|rewrite| !rewrite.unclear),
        };
        if let Some(observe) = self.observer() {
            observe(&event);
        }
        let known = matches!(finding, Finding::Documented | Finding::Excused);
        assert!(known || mode != Mode::Panic, "{event}");
        event.log();
        rewrite
    }

    /// `code` is the status to send.
    fn rewrite(&self, visit: &Visit, scope: &Scope, head: &Head<'_>, code: u16) -> Option<Rewrite> {
        let panicked = head.panic.is_some();
        if code < 400 || (!panicked && (visit.passes || self.mode == Mode::Report)) {
            return None;
        }
        let status = scope.status(self.document.table(), code)?;
        let format = scope.format;
        // The body of ours says another status, which a middleware changed.
        let is_stale = head.sent.is_some_and(|sent| sent.status() != code);
        let always = panicked || is_stale || code != head.code || self.body_writer().is_some();
        let is_ours = || head.sent.is_some_and(|sent| sent.has_form(head.media_type));
        let form = if always {
            Some(false)
        } else if is_ours() {
            Some(true)
        } else {
            rewrite::has_form(format, code, head.media_type)
        };
        (form != Some(true)).then(|| Rewrite {
            status,
            format,
            original: head.code,
            unclear: form.is_none(),
            is_text: media_type::is(head.media_type, "text/plain"),
            panicked,
        })
    }
}

impl Rewrite {
    /// The body, and its media type.
    fn body(
        &self,
        guard: &Guard,
        request: &Request<'_>,
        text: Option<&[u8]>,
        sent: Option<&Sent>,
    ) -> (HeaderValue, Bytes) {
        let details = self.details(text, sent);
        let body = match guard.body_writer() {
            Some(write) => write(request, &details),
            None => Bytes::from(self.format.render(&details)),
        };
        (self.format.content_type(), body)
    }
}

// A hook that panicked is called again for the next response, as a handler is.
impl UnwindSafe for Guard {}
impl RefUnwindSafe for Guard {}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard")
            .field("table", &self.document.table().name())
            .field("mode", &self.mode)
            .field(
                "under",
                &self.settings.as_ref().map_or("", |settings| &settings.base),
            )
            .finish_non_exhaustive()
    }
}

/// What is kept of a request until its response.
#[derive(Debug)]
struct Visit {
    method: Method,
    /// For a request that belongs to no operation. An operation has its own path.
    route: Option<Route>,
    place: Place,
    /// Whether the response is not checked at all.
    passes: bool,
}

/// What is looked at of a response.
#[derive(Debug, Default)]
struct Head<'a> {
    code: u16,
    media_type: Option<&'a [u8]>,
    sent: Option<&'a Sent>,
    declared: Option<StatusSet>,
    /// The message of the panic that caused the response.
    panic: Option<&'a str>,
}

impl<'a> Head<'a> {
    #[inline]
    fn new(status: StatusCode, headers: &'a HeaderMap, extensions: &'a Extensions) -> Self {
        Head {
            code: status.as_u16(),
            media_type: only(headers.get_all(CONTENT_TYPE).iter()).map(HeaderValue::as_bytes),
            sent: extensions.get(),
            declared: extensions.get::<Declared>().map(|declared| declared.0),
            panic: None,
        }
    }
}

fn is_preflight(headers: &HeaderMap) -> bool {
    headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

/// Every code here comes from a `StatusCode`.
fn status_code(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
