//! Errors of any type, behind a box: `?` makes one of every [`ApiError`].

use crate::error::ApiError;

impl<'e, E: ApiError + 'e> From<E> for Box<dyn ApiError + 'e> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

impl<'e, E: ApiError + Send + Sync + 'e> From<E> for Box<dyn ApiError + Send + Sync + 'e> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

#[cfg(test)]
mod tests {
    use crate::{ApiError, IntoResponse, vpn};

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(404, "no such gateway")]
    struct Missing;

    #[derive(Debug, ApiError)]
    #[api_error(table = vpn)]
    #[status(409, "the gateway is in use")]
    struct InUse;

    fn find(found: bool) -> Result<(), Missing> {
        if found { Ok(()) } else { Err(Missing) }
    }

    fn delete(found: bool) -> Result<(), Box<dyn ApiError + Send + Sync>> {
        find(found)?;
        Err(InUse)?
    }

    fn delete_here(found: bool) -> Result<(), Box<dyn ApiError>> {
        find(found)?;
        Err(InUse)?
    }

    #[test]
    fn question_mark_boxes_every_error() {
        let status = |error: Box<dyn ApiError + Send + Sync>| error.into_response().status();
        assert_eq!(
            delete(false).map_err(status),
            Err(http::StatusCode::NOT_FOUND)
        );
        assert_eq!(
            delete(true).map_err(status),
            Err(http::StatusCode::CONFLICT)
        );
        assert_eq!(
            delete_here(true).unwrap_err().detail(),
            "the gateway is in use"
        );
    }
}
