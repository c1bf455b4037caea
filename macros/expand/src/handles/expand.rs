//! Prints the function, and the checks beside it.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Ident, ReturnType, Visibility};

use super::checks::checks;
use super::extractor::{Extractor, stated};
use super::names::located;
use super::options::Options;
use super::output;
use super::refuse::refuse;
use super::returned::future;
use super::signature::Signature;
use crate::allowed::allowed;
use crate::code::Code;
use crate::errors::Errors;
use crate::table_ref::{self, TableUnion};

pub(super) fn function(
    options: &Options,
    signature: &Signature,
    mut errors: Errors,
) -> TokenStream {
    let extractors: Vec<Extractor<'_>> = signature
        .parameters
        .iter()
        .map(|parameter| Extractor::read(parameter, &mut errors))
        .collect();
    refuse(options, signature, &extractors, &mut errors);
    // After a mistake, the types are not checked, because every error would follow from the mistake.
    let checks = match &options.table {
        Some(_) if errors.is_empty() => checks(options, signature, &extractors),
        _ => unknown(options, signature),
    };
    // An impl block cannot have an unnamed constant.
    let (inside, checks) = match &signature.receiver {
        Some(_) => (checks, TokenStream::new()),
        None => (TokenStream::new(), checks),
    };
    let function = print(options, signature, &extractors, &inside);
    let beside = match marker(signature) {
        Some((visibility, name)) if may_be_in_impl() => {
            let facade = options.facade();
            quote! {
                #facade::__private::handlers::move_the_function_out_of_its_impl_or_give_it_self! {
                    [#checks] #visibility #name
                }
            }
        }
        Some((visibility, name)) => quote! {
            #[doc(hidden)]
            #[non_exhaustive]
            #visibility enum #name {}
            #checks
        },
        None => checks,
    };
    let errors = errors.into_tokens();
    // The errors come last, because an editor compares the expansion of an unfinished table with that of a finished one.
    quote!(#beside #function #errors)
}

/// Whether the function may be in an `impl` block, where neither a type nor an unnamed constant is allowed. A macro cannot know
/// it, but the content of a block is usually indented.
///
/// If so, the checks are in a derive on one type, within a macro. In a block, rustc then refuses one item only, and its message
/// has the name of the macro.
fn may_be_in_impl() -> bool {
    let (_, column) = crate::place::position(Span::call_site());
    column > 1
}

/// The function, with changed parameters and a marked response.
fn print(
    options: &Options,
    signature: &Signature,
    extractors: &[Extractor<'_>],
    checks: &TokenStream,
) -> TokenStream {
    let Signature {
        attributes,
        visibility,
        qualifiers,
        function,
        name,
        generics,
        receiver,
        clause,
        body,
        ..
    } = signature;
    // With `?Sized` and defaults. The where clause is printed after the return type.
    let params = &generics.params;
    let generics = (!params.is_empty()).then(|| quote!(<#params>));
    let inside = extractors.iter().map(|one| one.print(options, signature));
    let mut inside = Group::new(Delimiter::Parenthesis, quote!(#receiver #(#inside),*));
    inside.set_span(signature.parentheses.span.join());
    let marked = options
        .declares
        .as_ref()
        .filter(|_| signature.asynchronous || future(signature).is_none());
    let (output, body) = match marked {
        Some(codes) => marked_body(options, signature, codes),
        None => (signature.output.to_token_stream(), body.to_token_stream()),
    };
    // In a block around the body, so that the checks do not see its names.
    let body = if checks.is_empty() {
        body
    } else {
        // No lint shall call the user's own braces unnecessary.
        let inner = body.into_iter().map(|token| match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), group.stream());
                inner.set_span(Span::call_site().located_at(group.span()));
                TokenTree::Group(inner)
            }
            other => other,
        });
        quote!({ #checks #(#inner)* })
    };
    quote! {
        #(#attributes)*
        #visibility #qualifiers #function #name #generics #inside #output #clause #body
    }
}

/// The body of a handler with `declares`. It adds the declared statuses to the response.
fn marked_body(
    options: &Options,
    signature: &Signature,
    codes: &[Code],
) -> (TokenStream, TokenStream) {
    let facade = options.facade();
    let handlers = quote!(#facade::__private::handlers);
    let stated = stated(codes, &handlers);
    let body = &signature.body;
    let ty = match &signature.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) => ty.to_token_stream(),
    };
    let opaque = output::keyword(ty.clone(), "impl").is_some();
    let value = match (signature.asynchronous, opaque) {
        // The return type of the closure is the target of `?` and of coercions in the body.
        (true, false) => quote!((async move || -> #ty #body)().await),
        (true, true) => quote!(async move #body.await),
        (false, false) => quote!((move || -> #ty #body)()),
        (false, true) => quote!((move || #body)()),
    };
    (
        quote!(-> #handlers::Declares<#ty, #stated>),
        quote!({ #handlers::Declares::<_, #stated>::new(#value) }),
    )
}

/// Names the table, so that its import is not unused. It begins as the checks do, for an editor.
fn mentioned(options: &Options, signature: &Signature) -> TokenStream {
    let tables = options.table.iter().flat_map(TableUnion::parts);
    let tables = tables.map(table_ref::TableRef::module);
    let (allowed, offered) = (allowed(&signature.attributes), &options.offered);
    quote!(#allowed const _: () = { #offered #(let _ = #tables;)* };)
}

/// The hidden type with the handler's name. `router!` finds the operation through it.
fn marker(signature: &Signature) -> Option<(&Visibility, Ident)> {
    if signature.receiver.is_some() || signature.makes_a_type() {
        return None;
    }
    // At the attribute, so that the user's lints ignore it, and an editor shows only the function where its name stands.
    let hidden = located(&signature.name, Span::call_site());
    Some((&signature.visibility, hidden))
}

/// After a mistake, the operation of the handler is unknown.
fn unknown(options: &Options, signature: &Signature) -> TokenStream {
    let mentioned = mentioned(options, signature);
    let handles = marker(signature).map(|(_, name)| {
        let facade = options.facade();
        quote! {
            impl #facade::__private::handlers::Handles for #name {
                const TABLE: #facade::__private::Table = #facade::__private::handlers::ANYTHING;
                const STATUSES: #facade::__private::StatusSet = #facade::__private::StatusSet::EMPTY;
            }
        }
    });
    quote!(#mentioned #handles)
}
