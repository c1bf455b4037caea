//! What a handler does with a pet whose name asks for something else than a pet: what third-party code does in a service.

/// What a handler does.
#[derive(Clone, Copy, Debug)]
pub enum Behaviour {
    /// What the pet store does.
    Store,
    /// Panics.
    Panic,
    /// Panics with a value that panics again when it is dropped.
    Bomb,
    /// Takes longer than the layer of timeouts allows.
    Slow,
    /// Responds with something of its own.
    Foreign(Foreign),
}

/// What nobody should panic with.
#[derive(Debug)]
pub struct Bomb;

impl Bomb {
    /// Panics with it.
    pub fn throw() -> ! {
        std::panic::panic_any(Bomb)
    }
}

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("again");
    }
}

/// A response that no table knows.
#[derive(Clone, Copy, Debug)]
pub struct Foreign {
    /// The status code.
    pub code: u16,
    /// The media type of the body.
    pub media_type: &'static str,
    /// One more field.
    pub field: (&'static str, &'static str),
    /// The body.
    pub body: &'static str,
}

/// What `GET /pets/{petId}` does for this pet.
#[must_use]
pub fn behaviour(pet: &str) -> Behaviour {
    const TEXT: &str = "text/plain; charset=utf-8";
    let (code, media_type, field, body) = match pet {
        "panic" => return Behaviour::Panic,
        "bomb" => return Behaviour::Bomb,
        "slow" => return Behaviour::Slow,
        "teapot" => (418, TEXT, ("etag", "\"7\""), "short and stout"),
        "limited" => (429, TEXT, ("retry-after", "30"), "not so fast"),
        "denied" => (403, TEXT, ("www-authenticate", "Bearer"), "no"),
        "missing" => (404, "text/html", ("content-language", "de"), "<p>weg</p>"),
        "conflict" => (409, TEXT, ("x-request-id", "7"), "taken"),
        "encoded" => (418, TEXT, ("content-encoding", "br"), "hunter2 in Brotli"),
        "digest" => (403, TEXT, ("content-digest", "sha-256=:x:"), "no"),
        "leak" => (500, TEXT, ("connection", "close"), "password=hunter2"),
        "gateway" => (502, TEXT, ("retry-after", "5"), "10.0.0.7 refused"),
        "accepted" => (202, TEXT, ("x-request-id", "8"), "later"),
        "moved" => (307, TEXT, ("location", "/pets/1"), "there"),
        "problem" => (
            404,
            "application/problem+json",
            ("x-request-id", "9"),
            r#"{"title":"by hand"}"#,
        ),
        _ => return Behaviour::Store,
    };
    Behaviour::Foreign(Foreign {
        code,
        media_type,
        field,
        body,
    })
}
