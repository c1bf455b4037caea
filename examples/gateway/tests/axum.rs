//! The axum example, started on a free port and driven over HTTP.

#[allow(dead_code, reason = "the program's `main`")]
#[path = "../examples/axum_gateway.rs"]
mod axum_gateway;
mod requests;

#[test]
fn axum_answers_as_documented() {
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

    // A handler that axum does not take would not compile.
    let _: axum::Router = axum::Router::new().route("/", get(remove));
    let error: Box<dyn ApiError + Send + Sync> = GatewayError::InUse("eu-7".to_owned()).into();
    let response = axum::response::IntoResponse::into_response(error);
    assert_eq!(response.status(), 409);
}
