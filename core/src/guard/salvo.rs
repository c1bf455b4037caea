//! The guard as a handler of Salvo. As a hoop of the service, not of a router, it also sees requests without a route.

use salvo_core::http::header::{
    ACCESS_CONTROL_REQUEST_METHOD, ALLOW, CONTENT_ENCODING, HeaderValue,
};
use salvo_core::http::{ResBody, StatusCode};
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};

use super::document::Place;
use super::media_type::media_type;
use super::request::Source;
use super::rewrite::{LONGEST_TEXT, Rewrite};
use super::sent::Sent;
use super::unwind;
use super::{Guard, Head, Mode, Verdict, Visit};
use crate::response::declared::Declared;

#[async_trait]
impl Handler for Guard {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        control: &mut FlowCtrl,
    ) {
        let preflight = || {
            request
                .headers()
                .contains_key(ACCESS_CONTROL_REQUEST_METHOD)
        };
        let mut visit = self.enter(request.method(), request.uri().path(), preflight);
        if visit.place == Place::Elsewhere && !request.matched_path().is_empty() {
            visit = self.matched(visit, &format!("/{}", request.matched_path()));
        }
        let next = control.call_next(request, depot, response);
        if let Err(payload) = unwind::caught(next).await {
            if self.mode == Mode::Panic {
                std::panic::resume_unwind(payload);
            }
            *response = Response::new();
            response.status_code(StatusCode::INTERNAL_SERVER_ERROR);
            let message = unwind::message(payload);
            let head = Head::of_panic(&message);
            if let Verdict::Rewrite(rewrite) = self.leave(&visit, &head) {
                write(self, &visit, (request, depot), response, &rewrite, None);
            }
            return;
        }
        // If no handler set a status, Salvo sets one after all handlers, by the same rule.
        let status = response.status_code.unwrap_or(match response.body {
            ResBody::None => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        });
        let head = Head {
            code: status.as_u16(),
            media_type: media_type(response.headers()),
            sent: response.extensions.get(),
            declared: response
                .extensions
                .get::<Declared>()
                .map(|declared| declared.0),
            panic: None,
        };
        if let Verdict::Look(rewrite) | Verdict::Rewrite(rewrite) = self.leave(&visit, &head) {
            let text = match &response.body {
                ResBody::Once(body) if body.len() <= LONGEST_TEXT => Some(body.clone()),
                _ => None,
            };
            let headers = response.headers();
            let is_encoded = headers.contains_key(CONTENT_ENCODING);
            let text = text.filter(|_| rewrite.wants_text(media_type(headers), is_encoded));
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
