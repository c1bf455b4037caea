//! The guard in situations that only one framework has.

use std::convert::Infallible;
use std::future::Future;

use guarded::guard;

const PROBLEM: &str = "application/problem+json";

fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(future)
}

/// What comes late is no error message. The other frameworks have only bodies that are there, or are polled once.
#[test]
fn poem_does_not_wait_for_a_stream() {
    use poem::{Body, Endpoint, EndpointExt, Request, Response};

    let respond = |_: Request| {
        let stalled = futures_util::stream::pending::<std::io::Result<Vec<u8>>>();
        let response = Response::builder().status(poem::http::StatusCode::IM_A_TEAPOT);
        let response = response.content_type("text/plain");
        response.body(Body::from_bytes_stream(stalled))
    };
    let endpoint = poem::endpoint::make_sync(respond).with(guard().reshape());
    let response = run(async {
        let call = endpoint.call(Request::builder().uri_str("/pets/1").finish());
        tokio::time::timeout(std::time::Duration::from_secs(5), call).await
    });
    let response = response.expect("it waits").expect("a response");
    assert_eq!(response.content_type(), Some(PROBLEM));
}

/// Trailers of a success pass. Those of a body that is rewritten go with it, and no field announces them.
#[test]
fn axum_speaks_http_2_with_trailers() {
    use axum::body::Body;
    use axum::http::{HeaderMap, Request, Response};
    use axum::routing::get;
    use http_body_util::{BodyExt, StreamBody};
    use hyper::body::{Bytes, Frame};
    use hyper_util::rt::{TokioExecutor, TokioIo};
    use hyper_util::service::TowerToHyperService;

    let respond = |request: Request<Body>| async move {
        let mut trailers = HeaderMap::new();
        trailers.insert("x-sum", "7".parse().expect("a value"));
        let frames = [Frame::data(Bytes::from("text")), Frame::trailers(trailers)];
        let frames = futures_util::stream::iter(frames.map(Ok::<_, Infallible>));
        let status = if request.uri().path() == "/pets/tea" {
            418
        } else {
            200
        };
        let response = Response::builder().status(status);
        let response = response.header("content-type", "text/plain");
        let response = response.header("trailer", "x-sum");
        response
            .body(Body::new(StreamBody::new(frames)))
            .expect("a response")
    };
    let router = axum::Router::new()
        .route("/pets/{id}", get(respond))
        .layer(guard().enforce());
    run(async {
        let (server, client) = tokio::io::duplex(4096);
        let service = TowerToHyperService::new(router);
        let server = hyper::server::conn::http2::Builder::new(TokioExecutor::new())
            .serve_connection(TokioIo::new(server), service);
        tokio::spawn(server);
        let client =
            hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(client));
        let (mut sender, connection) = client.await.expect("a connection");
        tokio::spawn(connection);
        for (path, status, trailers) in [("/pets/1", 200, true), ("/pets/tea", 400, false)] {
            // Many at once: they share the connection.
            let requests: Vec<_> = (0..20)
                .map(|_| {
                    let request = Request::builder().uri(path).body(Body::empty());
                    sender.send_request(request.expect("a request"))
                })
                .collect();
            for response in futures_util::future::join_all(requests).await {
                let response = response.expect("a response");
                assert_eq!(response.status(), status, "{path}");
                assert_eq!(
                    response.headers().contains_key("trailer"),
                    trailers,
                    "{path}"
                );
                let body = response.into_body().collect().await.expect("a body");
                assert_eq!(body.trailers().is_some(), trailers, "{path}");
            }
        }
    });
}

/// The reason phrase of a status that is replaced does not stay beside the new one.
#[test]
fn actix_web_forgets_the_reason_phrase_of_another_status() {
    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::{App, HttpResponse, web};

    let respond = async || HttpResponse::ImATeapot().reason("Short And Stout").finish();
    let response = actix_web::rt::System::new().block_on(async {
        let app = App::new()
            .wrap(guard().enforce())
            .default_service(web::to(respond));
        let service = init_service(app).await;
        call_service(&service, TestRequest::with_uri("/pets/1").to_request()).await
    });
    let head = response.response().head();
    assert_eq!((head.status.as_u16(), head.reason()), (400, "Bad Request"));
}

/// Its handlers share one response: what an outer one said before the panic is not of the handler that panicked.
#[test]
fn salvo_keeps_the_fields_of_an_outer_handler_after_a_panic() {
    use guarded::client::{send, start};
    use salvo::conn::tcp::TcpAcceptor;
    use salvo::http::header::HeaderValue;
    use salvo::prelude::*;

    #[handler]
    async fn identify(
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        control: &mut FlowCtrl,
    ) {
        let id = HeaderValue::from_static("42");
        response.headers_mut().insert("x-request-id", id);
        control.call_next(request, depot, response).await;
    }

    #[handler]
    async fn find(response: &mut Response) {
        response
            .headers_mut()
            .insert("content-encoding", HeaderValue::from_static("br"));
        response.body("half");
        panic!("halfway");
    }

    let address = start(
        |listener, guard| {
            let router = Router::with_path("pets/{id}").get(find);
            let service = Service::new(router).hoop(identify).hoop(guard);
            run(async {
                listener.set_nonblocking(true).expect("a listener");
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                let acceptor = TcpAcceptor::try_from(listener).expect("a listener");
                Server::new(acceptor).serve(service).await;
            });
        },
        guard(),
    );
    let request = b"GET /pets/1 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    let response = send(address, request).expect("a response");
    assert_eq!(response.status, 500);
    assert_eq!(response.field("x-request-id"), Some("42"));
    assert_eq!(response.field("content-type"), Some(PROBLEM));
    assert_eq!(response.field("content-encoding"), None);
    assert!(!response.text().contains("half"), "{}", response.text());
}

/// A handler of Rocket says how long its body is, and nobody asks the body.
#[test]
fn rocket_reads_no_more_of_a_body_than_an_error_message_is_long() {
    use rocket::http::{Method, Status};
    use rocket::local::blocking::Client;
    use rocket::response::{Responder, Response};
    use rocket::route::{BoxFuture, Outcome, Route};
    use rocket::tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
    use rocket::{Data, Request};
    use std::io::{Result, SeekFrom};
    use std::pin::Pin;
    use std::task::{Context, Poll};

    struct Endless;

    impl AsyncRead for Endless {
        fn poll_read(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<Result<()>> {
            buffer.put_slice(&[b'x'; 16][..buffer.remaining().min(16)]);
            Poll::Ready(Ok(()))
        }
    }

    impl AsyncSeek for Endless {
        fn start_seek(self: Pin<&mut Self>, _: SeekFrom) -> Result<()> {
            Ok(())
        }

        fn poll_complete(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<u64>> {
            Poll::Ready(Ok(0))
        }
    }

    impl<'r> Responder<'r, 'static> for Endless {
        fn respond_to(self, _: &'r Request<'_>) -> rocket::response::Result<'static> {
            Response::build()
                .status(Status::ImATeapot)
                .raw_header("content-type", "text/plain")
                .sized_body(3, Endless)
                .ok()
        }
    }

    fn find<'r>(request: &'r Request<'_>, _: Data<'r>) -> BoxFuture<'r> {
        Box::pin(async move { Outcome::from(request, Endless) })
    }

    let routes = [Route::new(Method::Get, "/pets/1", find)];
    let rocket = rocket::build().mount("/", routes).attach(guard().reshape());
    let client = Client::untracked(rocket).expect("a service");
    let body = client.get("/pets/1").dispatch().into_string();
    let body = body.expect("a body");
    assert!(
        body.contains("I'm a teapot") && !body.contains("xxx"),
        "{body}"
    );
}
