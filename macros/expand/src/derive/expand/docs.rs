//! The rustdoc of the contract: each variant, its statuses and its message.

use super::Printer;
use super::checks::shown;
use crate::derive::resolve::{Message, Variant};
use crate::rustdoc::Rustdoc;
use crate::table_ref::TableRef;

impl Printer<'_> {
    pub(super) fn docs(&self) -> Rustdoc {
        let table = self.ast.attr.table.as_ref().map(TableRef::written);
        let docs = Rustdoc::default().markup("The statuses are held to ");
        let docs = docs.code(table.as_deref().unwrap_or_default());
        let docs = docs.markup(".\n\n| variant | status | message |\n|---|---|---|\n");
        self.item.variants.iter().fold(docs, row)
    }
}

fn row(docs: Rustdoc, variant: &Variant<'_>) -> Rustdoc {
    let mut docs = docs.markup("| ").code(&variant.ast.name()).markup(" |");
    for (index, declared) in variant.statuses().iter().enumerate() {
        docs = docs
            .markup(if index == 0 { " " } else { ", " })
            .number(u32::from(declared.code.number));
    }
    if let Some(inner) = variant.inner() {
        let ty = shown(&quote::ToTokens::to_token_stream(inner.ty));
        docs = docs.markup(" those of ").code(&ty);
    }
    let docs = docs.markup(" | ");
    let response = variant.response.as_ref();
    let docs = match response.map(|response| &response.message) {
        Some(Message::Text(text)) => docs.text(text.written),
        Some(Message::Documented) => docs.markup("as documented"),
        Some(Message::Transparent(_)) => docs.markup("that of the error inside"),
        Some(Message::Function | Message::Elsewhere) | None => docs,
    };
    docs.markup(" |\n")
}

#[cfg(test)]
mod tests {
    use quote::quote;

    #[test]
    fn the_contract_shows_variants_statuses_and_messages() {
        let code = crate::derive::expand(quote! {
            #[api_error(table = api::vpn)]
            enum Error {
                #[status(404, "no `{id}` | [x](y)")]
                NotFound { id: String },
                #[status(any(400, 422), by = .0)]
                Decided(u16),
                #[status(transparent)]
                Inner(Other<u8>),
            }
        });
        let code = code.to_string().replace("\\\\", "\\");
        for row in [
            "held to `api::vpn`.",
            r"| `NotFound` | 404 | no \`\{id\}\` \| \[x\]\(y\) |",
            "| `Decided` | 400, 422 | as documented |",
            "| `Inner` | those of `Other<u8>` | that of the error inside |",
        ] {
            assert!(code.contains(row), "{row} is not in\n{code}");
        }
    }
}
