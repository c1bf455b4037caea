//! The types of a signature that have statuses.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::extractor::Extractor;
use super::names::{anonymous, local, located, place};
use super::options::Options;
use super::output::Output;
use super::returned::{result_type, returned};
use super::shown::shown;
use super::signature::Signature;
use crate::code::Code;
use crate::lists::List;

/// A type of the signature whose responses are checked.
pub(super) struct Checked {
    /// The expression for its statuses.
    pub(super) part: TokenStream,
    /// The method of `Held` that checks it; nothing where the part is stated.
    pub(super) check: Option<&'static str>,
    /// What the user wrote: of an extractor the pattern, a tab and the type.
    pub(super) written: String,
    /// Its first token and its last.
    pub(super) place: (Span, Span),
}

impl Checked {
    fn stated(codes: &[Code]) -> Self {
        let private = local("__statusbook");
        let codes = List(codes);
        Checked {
            part: quote!(#private::handlers::Part::declared(&[#codes])),
            check: None,
            written: String::new(),
            place: (Span::call_site(), Span::call_site()),
        }
    }
}

/// Every type of the signature that has statuses, extractors first.
pub(super) fn checked(
    options: &Options,
    signature: &Signature,
    extractors: &[Extractor<'_>],
) -> Vec<Checked> {
    let private = local("__statusbook");
    let mut all = Vec::new();
    let unchecked = options
        .framework
        .as_ref()
        .is_some_and(|one| !one.is_checked());
    for extractor in extractors {
        let ty = &extractor.parameter.ty.to_token_stream();
        let ends = place(ty);
        let named = anonymous(ty.clone());
        let framework = located(&local("__framework"), ends.0);
        if let Some(codes) = &extractor.declares {
            let stated = Checked::stated(codes);
            all.push(Checked {
                part: extractor.part(&private, stated.part),
                ..stated
            });
        } else if !unchecked && extractor.into {
            // poem's attribute asks for the same.
            if signature.has_attribute(&["handler"]) {
                continue;
            }
            let handlers = quote!(#private::handlers);
            let Some(result) = result_type(signature, &handlers) else {
                continue;
            };
            let result = anonymous(result);
            let part = quote_spanned!(ends.0=> #framework.into::<#named, #result, _>());
            all.push(Checked {
                part: extractor.part(&private, part),
                check: None,
                written: String::new(),
                place: ends,
            });
        } else if !unchecked {
            let mut written = shown(&extractor.parameter.pattern);
            written.push('\t');
            written.push_str(&shown(ty));
            let part = quote_spanned!(ends.0=> #framework.extractor::<#named, _>());
            all.push(Checked {
                part: extractor.part(&private, part),
                check: Some("extractor"),
                written,
                place: ends,
            });
        }
    }
    if let Some(codes) = &options.declares {
        all.push(Checked::stated(codes));
        return all;
    }
    let infer = needs_framework(options, extractors);
    let mut output = |ty: TokenStream, ends: (Span, Span), method: &'static str| {
        let named = anonymous(ty.clone());
        let text = shown(&ty);
        let part = if infer {
            let framework = located(&local("__framework"), ends.0);
            quote_spanned!(ends.0=> #framework.output::<#named>())
        } else {
            let private = located(&private, ends.0);
            quote_spanned!(ends.0=> #private::handlers::output::<#named>())
        };
        all.push(Checked {
            part,
            check: Some(method),
            written: text,
            place: ends,
        });
    };
    match Output::of(returned(signature)) {
        Output::Unit => {
            let name = signature.name.span();
            output(quote!(()), (name, name), "success");
        }
        Output::Result(success, error) => {
            let (success, error) = (success.to_token_stream(), error.to_token_stream());
            let (first, second) = (place(&success), place(&error));
            output(success, first, "success");
            output(error, second, "error");
        }
        Output::Whole(ty) => {
            let ty = ty.to_token_stream();
            let ends = place(&ty);
            output(ty, ends, "success");
        }
    }
    all
}

pub(super) fn needs_framework(options: &Options, extractors: &[Extractor<'_>]) -> bool {
    options.framework.is_some() || extractors.iter().any(|one| one.declares.is_none())
}
