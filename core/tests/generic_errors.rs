//! The responses of a generic error type, in core and in every framework that is enabled.

use std::cell::Cell;
use std::fmt::{self, Debug, Display};

use statusbook::{ApiError, IntoResponse, Status, status, vpn};

#[derive(Debug)]
struct Failed<'a, T, const N: usize>
where
    T: Copy,
{
    what: &'a str,
    with: [T; N],
}

impl<T: Display + Copy, const N: usize> Display for Failed<'_, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        self.with.iter().try_for_each(|with| write!(f, " {with}"))
    }
}

impl<T: Display + Debug + Copy, const N: usize> std::error::Error for Failed<'_, T, N> {}

impl<T: Display + Debug + Copy, const N: usize> ApiError for Failed<'_, T, N> {
    fn status(&self) -> Status {
        status!(vpn, 404)
    }
}

statusbook::__private::respond_traits!(['a, T, const N: usize,] [Failed<'a, T, N>] [T: Copy,]);

/// Neither `Send` nor `'static`: refused where a framework wants that, not here.
#[derive(Debug)]
struct Local<'a>(&'a Cell<u32>);

impl Display for Local<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gateway {} is in use", self.0.get())
    }
}

impl std::error::Error for Local<'_> {}

impl ApiError for Local<'_> {
    fn status(&self) -> Status {
        status!(vpn, 409)
    }
}

statusbook::__private::respond_traits!(['a,] [Local<'a>] []);

#[test]
fn a_generic_error_is_a_response() {
    let error = Failed {
        what: "no gateway",
        with: [7, 8],
    };
    let response = error.into_response();
    assert_eq!(response.status(), 404);
    assert_eq!(
        *response.body(),
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no gateway 7 8"}"#
    );
}

#[test]
fn an_error_that_stays_in_its_thread_is_a_response() {
    let response = Local(&Cell::new(7)).into_response();
    assert_eq!(response.status(), 409);
}

#[test]
fn a_boxed_error_of_any_type_is_a_response() {
    let number = Cell::new(7);
    let boxed: Box<dyn ApiError + '_> = Box::new(Local(&number));
    assert_eq!(boxed.into_response().status(), 409);
}

/// That the impls exist is what is tested: nothing here runs.
#[allow(dead_code)]
fn frameworks_take_it() {
    type Error = Failed<'static, u8, 2>;
    #[cfg(feature = "actix-web")]
    {
        fn takes<T: actix_web::ResponseError + actix_web::Responder>() {}
        takes::<Error>();
        takes::<Status>();
    }
    #[cfg(feature = "axum-core")]
    {
        fn takes<T: axum_core::response::IntoResponse>() {}
        takes::<Error>();
        takes::<Status>();
    }
    #[cfg(feature = "poem")]
    {
        fn takes<T: poem::IntoResponse + Into<poem::Error>>() {}
        takes::<Error>();
        takes::<Status>();
    }
    #[cfg(feature = "rocket")]
    {
        fn takes<T: for<'r> rocket::response::Responder<'r, 'static>>() {}
        takes::<Error>();
        takes::<Status>();
    }
    #[cfg(feature = "salvo")]
    {
        fn takes<T: salvo_core::writing::Scribe + salvo_core::writing::Writer>() {}
        takes::<Error>();
        takes::<Status>();
    }
    #[cfg(feature = "warp")]
    {
        fn takes<T: warp::Reply>() {}
        takes::<Error>();
        takes::<Status>();
    }
}
