//! Problem details for HTTP APIs (RFC 9457).

use super::json::Object;
use super::{Answer, Body};

/// `application/problem+json` (RFC 9457): `type`, `title` (the documented phrase), `status`, `detail`, and `code` where the
/// error has one.
#[derive(Clone, Copy, Debug)]
pub struct Problem;

impl Body for Problem {
    const MEDIA_TYPE: &'static str = "application/problem+json";

    fn render(answer: &Answer<'_>) -> Vec<u8> {
        let mut object = Object::new();
        object.text("type", answer.problem_type.unwrap_or("about:blank"));
        object.text("title", answer.status.reason());
        object.number("status", answer.status.code());
        object.text("detail", &answer.detail);
        if let Some(instance) = &answer.instance {
            object.text("instance", instance);
        }
        if let Some(code) = answer.code {
            object.text("code", code);
        }
        object.finish()
    }
}
