//! The parts of the response of each framework.

use std::cell::RefCell;

use http_body_util::BodyExt;
use rocket::local::blocking::Client;
use rocket::response::Responder;
use statusbook::{IntoResponse, Status};

use crate::{Bodiless, Failure};

/// What goes over the wire.
#[derive(Debug, PartialEq)]
pub(crate) struct Sent {
    pub(crate) status: u16,
    /// In order of name.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Sent {
    fn new<'a, N: AsRef<str> + 'a, V: AsRef<[u8]> + 'a>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
    ) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
        let mut headers: Vec<_> = headers
            .into_iter()
            .map(|(name, value)| (name.as_ref().to_owned(), text(value.as_ref())))
            .collect();
        headers.sort_by(|left, right| left.0.cmp(&right.0));
        Sent {
            status,
            headers,
            body: text(body),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The name of a framework, and its adapter.
type Adapter<A> = (&'static str, fn(A) -> Sent);

/// Each framework with its adapter, behind the rows given.
macro_rules! adapters {
    ($($own:expr),*) => {
        [
            $($own,)*
            ("actix-web, as an error", actix_error),
            ("actix-web, as a responder", actix),
            ("axum", axum),
            ("poem, as an error", poem_error),
            ("poem, as a response", poem),
            ("rocket", rocket),
            ("salvo", salvo),
            ("warp", warp),
        ]
    };
}

/// Each framework with what it makes of an error that has no content.
pub(crate) const OF_BODILESS: [Adapter<Bodiless>; 9] = adapters![("core", core)];

/// Each framework with what it makes of an error.
pub(crate) const ADAPTERS: [Adapter<Failure>; 8] = adapters![];

/// Each framework with what it makes of a status.
pub(crate) const OF_STATUSES: [Adapter<Status>; 9] = adapters![("core", core)];

pub(crate) fn core(response: impl IntoResponse) -> Sent {
    let (parts, body) = response.into_response().into_parts();
    Sent::new(parts.status.as_u16(), &parts.headers, &body)
}

fn actix_error(response: impl Into<actix_web::Error>) -> Sent {
    actix_sent(response.into().error_response())
}

fn actix(response: impl actix_web::Responder<Body = actix_web::body::BoxBody>) -> Sent {
    let request = actix_web::test::TestRequest::default().to_http_request();
    actix_sent(response.respond_to(&request))
}

fn actix_sent(response: actix_web::HttpResponse) -> Sent {
    let (head, body) = response.into_parts();
    let body = wait(actix_web::body::to_bytes(body)).expect("a body");
    Sent::new(head.status().as_u16(), head.headers(), &body)
}

pub(crate) fn axum(response: impl axum::response::IntoResponse) -> Sent {
    let (parts, body) = response.into_response().into_parts();
    let body = wait(axum::body::to_bytes(body, usize::MAX)).expect("a body");
    Sent::new(parts.status.as_u16(), &parts.headers, &body)
}

fn poem_error(response: impl Into<poem::Error>) -> Sent {
    poem_sent(response.into().into_response())
}

pub(crate) fn poem(response: impl poem::IntoResponse) -> Sent {
    poem_sent(response.into_response())
}

fn poem_sent(response: poem::Response) -> Sent {
    let (parts, body) = response.into_parts();
    let body = wait(body.into_vec()).expect("a body");
    Sent::new(parts.status.as_u16(), &parts.headers, &body)
}

fn rocket<A: for<'r> Responder<'r, 'static>>(response: A) -> Sent {
    thread_local! {
        static CLIENT: RefCell<Option<Client>> = const { RefCell::new(None) };
    }
    CLIENT.with_borrow_mut(|client| {
        let client = client.get_or_insert_with(|| {
            let config = rocket::Config {
                log_level: rocket::config::LogLevel::Off,
                ..rocket::Config::default()
            };
            Client::untracked(rocket::custom(config)).expect("a rocket")
        });
        // A responder needs a request, and any will do.
        let request = client.get("/");
        let mut response = response
            .respond_to(request.inner())
            .expect("no catcher is asked");
        let body = wait(response.body_mut().to_bytes()).expect("a body");
        let headers = response.headers().iter();
        let headers =
            headers.map(|header| (header.name().as_str().to_owned(), header.value().to_owned()));
        Sent::new(response.status().code, headers, &body)
    })
}

fn salvo(shown: impl salvo::Scribe) -> Sent {
    let mut response = salvo::Response::new();
    response.render(shown);
    let body = wait(response.take_body().collect())
        .expect("a body")
        .to_bytes();
    let status = response.status_code.expect("a status");
    Sent::new(status.as_u16(), response.headers(), &body)
}

fn warp(response: impl warp::Reply) -> Sent {
    let (parts, body) = response.into_response().into_parts();
    let body = wait(body.collect()).expect("a body").to_bytes();
    Sent::new(parts.status.as_u16(), &parts.headers, &body)
}

fn wait<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(future)
}
