#![doc = include_str!("../docs/guide/mod.md")]

#[doc = include_str!("../docs/guide/bodies.md")]
pub mod bodies {}

#[cfg_attr(feature = "openapi", doc = include_str!("../docs/guide/openapi.md"))]
#[cfg_attr(
    not(feature = "openapi"),
    doc = "OpenAPI: shown with the feature `openapi`."
)]
pub mod openapi {}

#[doc = include_str!("../docs/guide/pages.md")]
pub mod pages {}

#[doc = include_str!("../docs/guide/services.md")]
pub mod services {}

#[doc = include_str!("../docs/guide/testing.md")]
pub mod testing {}

#[doc = include_str!("../docs/guide/thiserror.md")]
pub mod thiserror {}
