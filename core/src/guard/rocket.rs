//! The guard as a fairing of Rocket. Rocket itself catches panics, and has catchers for its own errors.

use std::io::Cursor;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Header;
use rocket::response::Body;
use rocket::tokio::io::AsyncReadExt;
use rocket::{Response, async_trait};

use super::media_type::only;
use super::request::{Request, Source};
use super::rewrite::{LONGEST_TEXT, Rewrite};
use super::sent::Sent;
use super::{Guard, Head};
use crate::response::declared::Declared;

#[async_trait]
impl Fairing for Guard {
    fn info(&self) -> Info {
        Info {
            name: "statusbook guard",
            kind: Kind::Response,
        }
    }

    async fn on_response<'r>(&self, request: &'r rocket::Request<'_>, response: &mut Response<'r>) {
        let preflight = || request.headers().contains("access-control-request-method");
        // Both crates take the same methods.
        let method = http::Method::from_bytes(request.method().as_str().as_bytes());
        let method = method.unwrap_or_default();
        let mut visit = self.enter(&method, request.uri().path().as_str(), preflight);
        self.matched(&mut visit, || request.route().map(|route| route.uri.path()));
        // A response of Rocket has no extensions. What ours carries is with the request.
        let code = response.status().code;
        let sent = remembered(request).filter(|sent| sent.status() == code || code < 400);
        let declared = request.local_cache(|| None::<Declared>).as_ref();
        let content_type = only(response.headers().get("content-type")).map(str::to_owned);
        let media_type = content_type.as_deref().map(str::as_bytes);
        let head = Head {
            code,
            media_type,
            sent: sent.as_ref(),
            declared: declared.map(|declared| declared.0),
            panic: None,
        };
        if let Some(rewrite) = self.leave(&visit, &head) {
            let is_encoded = response.headers().contains("content-encoding");
            let text = if rewrite.reads() && !is_encoded {
                at_hand(response.body_mut()).await
            } else {
                None
            };
            match text {
                Some(text) if rewrite.keeps(&text) => {
                    response.set_sized_body(text.len(), Cursor::new(text));
                }
                text => {
                    let headers = headers(request);
                    let extensions = request.local_cache(http::Extensions::new);
                    let asked = Request::new(&method, Source::Http(&headers, extensions));
                    let body = rewrite.body(self, &asked, text.as_deref(), sent.as_ref());
                    write(response, &rewrite, body);
                }
            }
        }
    }
}

/// Returns the body if it is short. Its preset size is only what a handler says, so no more than `LONGEST_TEXT` is read.
async fn at_hand(body: &mut Body<'_>) -> Option<Vec<u8>> {
    body.preset_size().filter(|size| *size <= LONGEST_TEXT)?;
    let mut text = Vec::new();
    let most = u64::try_from(LONGEST_TEXT).ok()? + 1;
    let mut short = AsyncReadExt::take(body, most);
    short.read_to_end(&mut text).await.ok()?;
    (text.len() <= LONGEST_TEXT).then_some(text)
}

fn headers(request: &rocket::Request<'_>) -> HeaderMap {
    let all = request.headers().iter().filter_map(|header| {
        let name = HeaderName::from_bytes(header.name().as_str().as_bytes()).ok()?;
        Some((name, HeaderValue::from_str(header.value()).ok()?))
    });
    all.collect()
}

/// Remembers what an error of this crate was, for the fairing.
pub(crate) fn remember(request: &rocket::Request<'_>, sent: Option<&Sent>) {
    let cell = request.local_cache(Cell::default);
    if let Ok(mut cell) = cell.0.lock() {
        *cell = sent.cloned();
    }
}

/// A request that fails in one route may be forwarded to another: the last error counts.
#[derive(Default)]
struct Cell(std::sync::Mutex<Option<Sent>>);

fn remembered(request: &rocket::Request<'_>) -> Option<Sent> {
    request.local_cache(Cell::default).0.lock().ok()?.clone()
}

fn write(response: &mut Response<'_>, rewrite: &Rewrite, (media_type, body): (HeaderValue, Bytes)) {
    response.set_status(rocket::http::Status::new(rewrite.status.code()));
    for name in rewrite.outdated() {
        response.remove_header(name.as_str());
    }
    // A media type of this crate is visible ASCII.
    if let Ok(media_type) = media_type.to_str() {
        response.set_header(Header::new("content-type", media_type.to_owned()));
    }
    response.set_sized_body(body.len(), Cursor::new(body));
}
