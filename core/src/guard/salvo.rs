//! The guard as a handler of Salvo. As a hoop of the service, not of a router, it also sees requests without a route.

use salvo_core::http::header::{ALLOW, CONTENT_ENCODING, HeaderValue};
use salvo_core::http::{ResBody, StatusCode};
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};

use super::request::Source;
use super::rewrite::{LONGEST_TEXT, Rewrite};
use super::sent::Sent;
use super::unwind;
use super::{Guard, Head, Visit, is_preflight};

#[async_trait]
impl Handler for Guard {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        control: &mut FlowCtrl,
    ) {
        let preflight = || is_preflight(request.headers());
        let mut visit = self.enter(request.method(), request.uri().path(), preflight);
        self.matched(&mut visit, || {
            let route = request.matched_path();
            (!route.is_empty()).then(|| format!("/{route}"))
        });
        let next = control.call_next(request, depot, response);
        if let Err(payload) = unwind::caught(next).await {
            // The fields may be those of an outer handler: they stay, but for what described a body.
            response.extensions.remove::<Sent>();
            response.body = ResBody::None;
            response.status_code(StatusCode::INTERNAL_SERVER_ERROR);
            if let Some(rewrite) = self.panicked(&visit, payload) {
                write(self, &visit, (request, depot), response, &rewrite, None);
            }
            return;
        }
        // If no handler set a status, Salvo sets one after all handlers, by the same rule.
        let status = response.status_code.unwrap_or(match response.body {
            ResBody::None => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        });
        let headers = response.headers();
        let head = Head::new(status, headers, &response.extensions);
        if let Some(rewrite) = self.leave(&visit, &head) {
            let reads = rewrite.reads() && !headers.contains_key(CONTENT_ENCODING);
            let text = match &response.body {
                ResBody::Once(body) if reads && body.len() <= LONGEST_TEXT => Some(body.clone()),
                _ => None,
            };
            if !text.as_ref().is_some_and(|text| rewrite.keeps(text)) {
                write(
                    self,
                    &visit,
                    (request, depot),
                    response,
                    &rewrite,
                    text.as_deref(),
                );
            }
        }
    }
}

fn write(
    guard: &Guard,
    visit: &Visit,
    (request, depot): (&Request, &Depot),
    response: &mut Response,
    rewrite: &Rewrite,
    text: Option<&[u8]>,
) {
    let asked = super::Request::new(&visit.method, Source::Salvo(request, depot));
    let sent = response.extensions.get::<Sent>().cloned();
    let (media_type, body) = rewrite.body(guard, &asked, text, sent.as_ref());
    // Salvo adds `Allow` later, to what is a 405 then.
    let is_changed =
        rewrite.status != 405 && response.status_code == Some(StatusCode::METHOD_NOT_ALLOWED);
    if is_changed
        && !response.headers().contains_key(ALLOW)
        && let Some(allowed) = guard.allowed(request.uri().path())
        && let Ok(allowed) = HeaderValue::try_from(allowed)
    {
        response.headers_mut().insert(ALLOW, allowed);
    }
    response.status_code(rewrite.status.status_code());
    rewrite.fields(response.headers_mut(), media_type);
    response.body = ResBody::Once(body);
}
