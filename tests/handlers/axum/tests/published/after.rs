//! The same handlers, held to the same document.
//!
//! Each error type has what its operations document. What every operation may respond with, and what an author's operations
//! do, is documented in two tables beside the document.

use std::convert::Infallible;

use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::{Extension, Json, Router};
use serde::{Deserialize, Serialize};
use statusbook::{ApiError, Created, handles, router, status_table};

status_table! {
    pub mod conduit = "documents/conduit.yaml";
    /// What every operation may respond with.
    pub mod edge {
        404 "Not Found" => "There is no such user, article or comment.",
        500 "Internal Server Error" => "The database did not respond.",
    }
    /// What the operations of an article's author may respond with.
    pub mod authors {
        403 "Forbidden" => "The article is somebody else's.",
    }
    mod generic { 422 "Unprocessable Entity" => "The request is not what was expected." }
    mod private { 401 "Unauthorized" => "The token is missing or not valid." }
    pub mod public_operations = generic | edge;
    pub mod private_operations = public_operations | private;
    pub mod authors_operations = private_operations | authors;
}

/// What an operation that everybody may call responds with.
#[derive(Debug, ApiError)]
#[api_error(table = public_operations)]
pub(crate) enum PublicError {
    #[status(422, "{0}")]
    Body(#[from] JsonRejection),
    #[status(422, "{0}")]
    Query(#[from] QueryRejection),
    #[status(422, "{0}")]
    Path(#[from] PathRejection),
    #[status(404)]
    Missing,
    #[status(500)]
    Database(#[from] std::io::Error),
}

/// A request without a token, or with one that is not valid.
#[derive(Debug, ApiError)]
#[api_error(table = private)]
#[status(401)]
pub(crate) struct NoToken;

/// What an operation of a user responds with.
#[derive(Debug, ApiError)]
#[api_error(table = private_operations)]
pub(crate) enum PrivateError {
    #[status(transparent)]
    NoToken(#[from] NoToken),
    #[status(transparent)]
    Public(#[from] PublicError),
}

/// What an operation of an article's author responds with.
#[derive(Debug, ApiError)]
#[api_error(table = authors_operations)]
pub(crate) enum AuthorError {
    #[status(403)]
    NotYours,
    #[status(transparent)]
    Public(#[from] PublicError),
}

/// What an operation that documents one error responds with.
#[derive(Debug, ApiError)]
#[api_error(table = conduit::create_user, exhaustive)]
#[status(422, "{0}")]
pub(crate) struct CreateUserError(#[from] JsonRejection);

/// A rejection is an error of each kind, by way of the one that everybody shares.
macro_rules! from_rejections {
    ($($error:ident: $($rejection:ident)+;)+) => {$($(
        impl From<$rejection> for $error {
            fn from(rejection: $rejection) -> Self {
                PublicError::from(rejection).into()
            }
        }
    )+)+};
}

from_rejections! {
    PrivateError: JsonRejection QueryRejection PathRejection;
    AuthorError: JsonRejection PathRejection;
}

#[derive(Clone)]
pub(crate) struct ApiContext;
type Context = Extension<ApiContext>;

/// The user whose token it is.
pub(crate) struct AuthUser(pub String);

impl<S: Sync> FromRequestParts<S> for AuthUser {
    type Rejection = NoToken;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, NoToken> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(NoToken)?;
        let token = token.to_str().map_err(|_| NoToken)?;
        let name = token.strip_prefix("Token ").ok_or(NoToken)?;
        Ok(AuthUser(name.to_owned()))
    }
}

/// The user, where there is a token. One that is not valid is nobody's.
pub(crate) struct MaybeAuthUser(pub Option<AuthUser>);

impl<S: Sync> FromRequestParts<S> for MaybeAuthUser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let user = AuthUser::from_request_parts(parts, state).await;
        Ok(MaybeAuthUser(user.ok()))
    }
}

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct User {
    username: String,
}
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct UserBody {
    user: User,
}
#[derive(Default, Serialize)]
pub(crate) struct ProfileBody {
    following: bool,
}
#[derive(Deserialize)]
pub(crate) struct ListQuery {
    limit: Option<u32>,
}
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct ArticleBody {
    title: String,
}
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct CommentBody {
    body: String,
}
#[derive(Serialize)]
pub(crate) struct Tags {
    tags: Vec<String>,
}

/// One article, and nobody's but Nora's.
fn article(slug: &str) -> Result<Json<ArticleBody>, PublicError> {
    match slug {
        "one" => Ok(Json(ArticleBody::default())),
        "broken" => Err(std::io::Error::other("the connection was lost").into()),
        _ => Err(PublicError::Missing),
    }
}

fn own_article(slug: &str, AuthUser(name): &AuthUser) -> Result<Json<ArticleBody>, AuthorError> {
    let article = article(slug)?;
    match name.as_str() {
        "nora" => Ok(article),
        _ => Err(AuthorError::NotYours),
    }
}

#[handles(conduit::create_user)]
async fn create_user(
    _: Context,
    #[into] Json(request): Json<UserBody>,
) -> Result<Created<Json<UserBody>>, CreateUserError> {
    Ok(Created(Json(request)))
}

#[handles(conduit::login | edge)]
async fn login_user(
    _: Context,
    #[into] Json(request): Json<UserBody>,
) -> Result<Json<UserBody>, PrivateError> {
    match request.user.username.as_str() {
        "nobody" => Err(NoToken.into()),
        _ => Ok(Json(request)),
    }
}

#[handles(conduit::get_current_user | edge)]
async fn get_current_user(_: AuthUser, _: Context) -> Result<Json<UserBody>, PrivateError> {
    Ok(Json(UserBody::default()))
}

#[handles(conduit::update_current_user | edge, exhaustive)]
async fn update_user(
    _: AuthUser,
    _: Context,
    #[into] Json(request): Json<UserBody>,
) -> Result<Json<UserBody>, PrivateError> {
    Ok(Json(request))
}

#[handles(conduit::get_profile_by_username | edge)]
async fn get_user_profile(
    viewer: MaybeAuthUser,
    _: Context,
    #[into] Path(username): Path<String>,
) -> Result<Json<ProfileBody>, PublicError> {
    let following = viewer.0.is_some_and(|viewer| viewer.0 != username);
    Ok(Json(ProfileBody { following }))
}

#[handles(conduit::follow_user_by_username | edge, exhaustive)]
async fn follow_user(
    _: AuthUser,
    _: Context,
    #[into] Path(_username): Path<String>,
) -> Result<Json<ProfileBody>, PublicError> {
    Ok(Json(ProfileBody { following: true }))
}

#[handles(conduit::unfollow_user_by_username | edge, exhaustive)]
async fn unfollow_user(
    _: AuthUser,
    _: Context,
    #[into] Path(_username): Path<String>,
) -> Result<Json<ProfileBody>, PublicError> {
    Ok(Json(ProfileBody::default()))
}

#[handles(conduit::get_articles_feed | edge, exhaustive)]
async fn feed_articles(
    _: AuthUser,
    _: Context,
    #[into] query: Query<ListQuery>,
) -> Result<Json<Vec<ArticleBody>>, PublicError> {
    let articles = query.limit.into_iter().map(|_| ArticleBody::default());
    Ok(Json(articles.collect()))
}

#[handles(conduit::get_articles | edge)]
async fn list_articles(
    _: MaybeAuthUser,
    _: Context,
    #[into] _query: Query<ListQuery>,
) -> Result<Json<Vec<ArticleBody>>, PublicError> {
    Ok(Json(Vec::new()))
}

#[handles(conduit::create_article | edge, exhaustive)]
async fn create_article(
    _: AuthUser,
    _: Context,
    #[into] Json(request): Json<ArticleBody>,
) -> Result<Created<Json<ArticleBody>>, PublicError> {
    Ok(Created(Json(request)))
}

#[handles(conduit::get_article | edge, exhaustive)]
async fn get_article(
    _: MaybeAuthUser,
    _: Context,
    #[into] Path(slug): Path<String>,
) -> Result<Json<ArticleBody>, PublicError> {
    article(&slug)
}

#[handles(conduit::update_article | authors | edge, exhaustive)]
async fn update_article(
    user: AuthUser,
    _: Context,
    #[into] Path(slug): Path<String>,
    #[into] Json(request): Json<ArticleBody>,
) -> Result<Json<ArticleBody>, AuthorError> {
    let _ = own_article(&slug, &user)?;
    Ok(Json(request))
}

#[handles(conduit::delete_article | authors | edge)]
async fn delete_article(
    user: AuthUser,
    _: Context,
    #[into] Path(slug): Path<String>,
) -> Result<(), AuthorError> {
    let _ = own_article(&slug, &user)?;
    Ok(())
}

#[handles(conduit::get_article_comments | edge)]
async fn get_article_comments(
    _: MaybeAuthUser,
    _: Context,
    #[into] Path(slug): Path<String>,
) -> Result<Json<Vec<CommentBody>>, PublicError> {
    let _ = article(&slug)?;
    Ok(Json(Vec::new()))
}

#[handles(conduit::create_article_comment | edge)]
async fn add_comment(
    _: AuthUser,
    _: Context,
    #[into] Path(slug): Path<String>,
    #[into] Json(request): Json<CommentBody>,
) -> Result<Json<CommentBody>, PublicError> {
    let _ = article(&slug)?;
    Ok(Json(request))
}

#[handles(conduit::delete_article_comment | authors | edge)]
async fn delete_comment(
    user: AuthUser,
    _: Context,
    #[into] Path((slug, _comment)): Path<(String, i64)>,
) -> Result<(), AuthorError> {
    let _ = own_article(&slug, &user)?;
    Ok(())
}

#[handles(conduit::create_article_favorite | edge)]
async fn favorite_article(
    _: AuthUser,
    _: Context,
    #[into] Path(slug): Path<String>,
) -> Result<Json<ArticleBody>, PublicError> {
    article(&slug)
}

#[handles(conduit::delete_article_favorite | edge)]
async fn unfavorite_article(
    _: AuthUser,
    _: Context,
    #[into] Path(slug): Path<String>,
) -> Result<Json<ArticleBody>, PublicError> {
    article(&slug)
}

/// Still with the error of a whole application, which could be more than this handler sends.
#[handles(conduit::get_tags | edge, declares(200, 500))]
async fn get_tags(_: Context) -> Result<Json<Tags>, AuthorError> {
    Ok(Json(Tags { tags: Vec::new() }))
}

/// The whole application.
pub(crate) fn application() -> Router {
    let router = router!(conduit:
        create_user, login_user, get_current_user, update_user,
        get_user_profile, follow_user, unfollow_user,
        feed_articles, list_articles, create_article, get_article, update_article, delete_article,
        get_article_comments, add_comment, delete_comment,
        favorite_article, unfavorite_article, get_tags,
    );
    router.layer(Extension(ApiContext))
}
