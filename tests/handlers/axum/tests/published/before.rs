// The signatures of an implementation of the RealWorld API, as such services have them: one error for the whole application,
// and extractors that reject as axum does. All that is added is `#[handles]`, and the derive on the error.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use statusbook::{ApiError, handles, status_table};

status_table! {
    pub mod conduit = "document.yaml";
    /// What the application sends.
    pub mod application { 401 "", 403 "", 404 "", 422 "", 500 "" }
}

#[derive(Debug, ApiError)]
#[api_error(table = application)]
pub enum Error {
    #[status(401, "authentication required")]
    Unauthorized,
    #[status(403, "user may not perform that action")]
    Forbidden,
    #[status(404, "request path not found")]
    NotFound,
    #[status(422, "error in the request body")]
    UnprocessableEntity,
    #[status(500)]
    Database(#[from] std::io::Error),
}

type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Clone)]
pub struct ApiContext;
type Context = Extension<ApiContext>;

pub struct AuthUser;
impl<S: Sync> FromRequestParts<S> for AuthUser {
    type Rejection = Error;
    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self> {
        Err(Error::Unauthorized)
    }
}

pub struct MaybeAuthUser;
impl<S: Sync> FromRequestParts<S> for MaybeAuthUser {
    type Rejection = Error;
    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self> {
        Ok(MaybeAuthUser)
    }
}

#[derive(Serialize, Deserialize)]
pub struct User;
#[derive(Serialize, Deserialize)]
pub struct UserBody<T> {
    user: T,
}
#[derive(Serialize)]
pub struct ProfileBody;
#[derive(Deserialize)]
pub struct ListQuery;
#[derive(Serialize, Deserialize)]
pub struct ArticleBody<T = User> {
    article: T,
}
#[derive(Serialize)]
pub struct Articles;
#[derive(Serialize, Deserialize)]
pub struct CommentBody;
#[derive(Serialize)]
pub struct Tags;

#[handles(conduit::create_user)]
async fn create_user(ctx: Context, Json(req): Json<UserBody<User>>) -> Result<Json<UserBody<User>>> {
    todo!()
}

#[handles(conduit::login)]
async fn login_user(ctx: Context, Json(req): Json<UserBody<User>>) -> Result<Json<UserBody<User>>> {
    todo!()
}

#[handles(conduit::get_current_user)]
async fn get_current_user(auth_user: AuthUser, ctx: Context) -> Result<Json<UserBody<User>>> {
    todo!()
}

#[handles(conduit::update_current_user)]
async fn update_user(auth_user: AuthUser, ctx: Context, Json(req): Json<UserBody<User>>) -> Result<Json<UserBody<User>>> {
    todo!()
}

#[handles(conduit::get_profile_by_username)]
async fn get_user_profile(maybe_auth_user: MaybeAuthUser, ctx: Context, Path(username): Path<String>) -> Result<Json<ProfileBody>> {
    todo!()
}

#[handles(conduit::follow_user_by_username)]
async fn follow_user(auth_user: AuthUser, ctx: Context, Path(username): Path<String>) -> Result<Json<ProfileBody>> {
    todo!()
}

#[handles(conduit::unfollow_user_by_username)]
async fn unfollow_user(auth_user: AuthUser, ctx: Context, Path(username): Path<String>) -> Result<Json<ProfileBody>> {
    todo!()
}

#[handles(conduit::get_articles_feed)]
async fn feed_articles(auth_user: AuthUser, ctx: Context, query: Query<ListQuery>) -> Result<Json<Articles>> {
    todo!()
}

#[handles(conduit::get_articles)]
async fn list_articles(maybe_auth_user: MaybeAuthUser, ctx: Context, query: Query<ListQuery>) -> Result<Json<Articles>> {
    todo!()
}

#[handles(conduit::create_article)]
async fn create_article(auth_user: AuthUser, ctx: Context, Json(req): Json<ArticleBody>) -> Result<Json<ArticleBody>> {
    todo!()
}

#[handles(conduit::get_article)]
async fn get_article(maybe_auth_user: MaybeAuthUser, ctx: Context, Path(slug): Path<String>) -> Result<Json<ArticleBody>> {
    todo!()
}

#[handles(conduit::update_article)]
async fn update_article(auth_user: AuthUser, ctx: Context, Path(slug): Path<String>, Json(req): Json<ArticleBody>) -> Result<Json<ArticleBody>> {
    todo!()
}

#[handles(conduit::delete_article)]
async fn delete_article(auth_user: AuthUser, ctx: Context, Path(slug): Path<String>) -> Result<()> {
    todo!()
}

#[handles(conduit::get_article_comments)]
async fn get_article_comments(maybe_auth_user: MaybeAuthUser, ctx: Context, Path(slug): Path<String>) -> Result<Json<Articles>> {
    todo!()
}

#[handles(conduit::create_article_comment)]
async fn add_comment(auth_user: AuthUser, ctx: Context, Path(slug): Path<String>, req: Json<CommentBody>) -> Result<Json<CommentBody>> {
    todo!()
}

#[handles(conduit::delete_article_comment)]
async fn delete_comment(auth_user: AuthUser, ctx: Context, Path((slug, comment_id)): Path<(String, i64)>) -> Result<()> {
    todo!()
}

#[handles(conduit::create_article_favorite)]
async fn favorite_article(auth_user: AuthUser, ctx: Context, Path(slug): Path<String>) -> Result<Json<ArticleBody>> {
    todo!()
}

#[handles(conduit::delete_article_favorite)]
async fn unfavorite_article(auth_user: AuthUser, ctx: Context, Path(slug): Path<String>) -> Result<Json<ArticleBody>> {
    todo!()
}

#[handles(conduit::get_tags)]
async fn get_tags(ctx: Context) -> Result<Json<Tags>> {
    todo!()
}
