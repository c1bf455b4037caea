//! The axum example, started on a free port and driven over HTTP.

#[allow(dead_code, reason = "the program's `main`")]
#[path = "../examples/axum_gateway.rs"]
mod axum_gateway;
mod requests;

#[test]
fn axum_responds_as_documented() {
    requests::drive(axum_gateway::serve);
}

#[test]
fn a_handler_can_fail_with_an_error_of_any_type() {
    use axum::routing::get;
    use gateway::GatewayError;
    use statusbook::ApiError;

    async fn remove() -> Result<(), Box<dyn ApiError + Send + Sync>> {
        Err(GatewayError::NotFound {
            id: "eu-7".to_owned(),
        })?
    }

    // A handler that axum does not accept would not compile.
    let _: axum::Router = axum::Router::new().route("/", get(remove));
    let error: Box<dyn ApiError + Send + Sync> = GatewayError::InUse("eu-7".to_owned()).into();
    let response = axum::response::IntoResponse::into_response(error);
    assert_eq!(response.status(), 409);
}

/// Responses of layers, of the router and of a panic all have the body of the contract and a documented status.
#[test]
fn the_guard_speaks_for_everything_else() {
    let rows = [
        (
            "GET",
            "/gateways",
            "authorization: Bearer lab\r\n",
            401,
            "the token has expired",
        ),
        (
            "GET",
            "/gateways",
            "authorization: Bearer office\r\n",
            200,
            "office",
        ),
        // The page does not document a 413, so the guard sends the nearest documented error.
        (
            "POST",
            "/gateways",
            "content-length: 70000\r\n",
            400,
            "length limit exceeded",
        ),
        (
            "GET",
            "/gateways/gw-2/statistics",
            "",
            408,
            "The request times out.",
        ),
        (
            "GET",
            "/gateways/gw-1/statistics",
            "",
            500,
            "due to a service exception",
        ),
        (
            "GET",
            "/nothing",
            "",
            404,
            "The requested page is not found.",
        ),
        (
            "PUT",
            "/gateways",
            "",
            405,
            "The method specified in the request is not allowed.",
        ),
    ];
    requests::drive_more(axum_gateway::serve, &rows);
}
