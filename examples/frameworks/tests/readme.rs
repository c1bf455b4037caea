//! Checks the README's table of frameworks against the manifests and the compiler.

use statusbook::{ApiError, vpn};

const README: &str = include_str!("../../../README.md");
const CORE: &str = include_str!("../../../core/Cargo.toml");
const HERE: &str = include_str!("../Cargo.toml");

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
#[status(404, "no gateway")]
struct Missing;

/// The names of traits, each of which `$type` implements: else this does not compile.
macro_rules! implemented {
    ($type:ty: $($name:literal = $bound:path),+) => {{
        $({
            fn implements<T: $bound>() {}
            implements::<$type>();
        })+
        [$($name),+].map(|name| format!("`{name}`")).join(", ")
    }};
}

macro_rules! traits {
    ($($traits:tt)+) => {{
        let error = implemented!(Missing: $($traits)+);
        assert_eq!(implemented!(statusbook::Status: $($traits)+), error);
        error
    }};
}

#[test]
fn its_table_of_frameworks_is_true() {
    let rows = [
        (
            "actix-web",
            version(CORE, "actix-web"),
            Some("actix-web"),
            traits!(
                "ResponseError" = actix_web::ResponseError,
                "Responder" = actix_web::Responder
            ),
            "actix_gateway",
        ),
        (
            "axum",
            version(HERE, "axum"),
            Some("axum"),
            traits!("IntoResponse" = axum::response::IntoResponse),
            "axum_gateway",
        ),
        (
            "hyper",
            version(HERE, "hyper"),
            None,
            traits!("statusbook::IntoResponse" = statusbook::IntoResponse),
            "hyper_gateway",
        ),
        (
            "poem",
            version(CORE, "poem"),
            Some("poem"),
            // A status is not an error: it becomes poem's without the trait.
            implemented!(Missing: "IntoResponse" = poem::IntoResponse, "ResponseError" = poem::error::ResponseError),
            "poem_gateway",
        ),
        (
            "Rocket",
            version(CORE, "rocket"),
            Some("rocket"),
            traits!("Responder" = rocket::response::Responder<'static, 'static>),
            "rocket_gateway",
        ),
        (
            "Salvo",
            version(CORE, "salvo_core"),
            Some("salvo"),
            traits!("Scribe" = salvo::Scribe, "Writer" = salvo::Writer),
            "salvo_gateway",
        ),
        (
            "warp",
            version(CORE, "warp"),
            Some("warp"),
            traits!("Reply" = warp::Reply),
            "warp_gateway",
        ),
    ];
    let mut table = vec![
        "| Framework | Version | Feature | Traits | Example |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    for (framework, version, feature, traits, example) in rows {
        if let Some(feature) = feature {
            assert!(CORE.contains(&format!("\n{feature} = [")), "{feature}");
        }
        let feature = feature.map_or_else(|| "none".to_owned(), |feature| format!("`{feature}`"));
        let examples =
            [".", "../gateway"].map(|package| format!("{package}/examples/{example}.rs"));
        assert!(
            examples
                .iter()
                .any(|path| std::path::Path::new(path).exists()),
            "{example}"
        );
        table.push(format!(
            "| {framework} | {version} | {feature} | {traits} | `{example}` |"
        ));
    }
    let table = table.join("\n");
    assert!(README.contains(&table), "the README should say:\n{table}");
}

/// The version that a manifest asks for.
fn version<'m>(manifest: &'m str, dependency: &str) -> &'m str {
    let entry = format!("\n{dependency} = {{ version = \"");
    let start = manifest.find(&entry).map(|at| at + entry.len());
    let rest = start
        .and_then(|start| manifest.get(start..))
        .expect(dependency);
    rest.split('"').next().expect(dependency)
}
