//! Prints the checks of a handler. Each is at the type that it is about.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{GenericParam, Ident, ReturnType, Type};

use super::associated;
use super::checked::{checked, needs_framework};
use super::extractor::Extractor;
use super::names::{anonymous, at, local, located, place};
use super::options::Options;
use super::output::Output;
use super::returned::{future, returned};
use super::signature::Signature;
use super::state::state;
use crate::allowed::allowed;
use crate::bare::bare;
use crate::framework::Framework;
use crate::lists::List;

pub(super) fn checks(
    options: &Options,
    signature: &Signature,
    extractors: &[Extractor<'_>],
) -> TokenStream {
    let Some(table) = &options.table else {
        return TokenStream::new();
    };
    let facade = options.facade();
    let (private, held) = (local("__statusbook"), local("__HELD"));
    let table_name = local("__TABLE");
    let import = quote!(use #facade::__private as #private;);
    let (definition, table) = table.expression(&table_name, &private);
    let instances = instances(options, signature);
    let checked = checked(options, signature, extractors);
    let parts = checked.iter().map(|one| &one.part);
    let count = checked.len();
    let framework = local("__framework");
    let infer = needs_framework(options, extractors).then(|| {
        let state = state(options, signature);
        let named = options.framework.as_ref().map(Framework::ty);
        named.map_or_else(
            || quote!(let #framework = #private::handlers::Framework::<_, #state>::new();),
            |named| quote!(let #framework = #private::handlers::Framework::<#private::handlers::#named, #state>::named();),
        )
    });
    let own = checked.iter().enumerate().filter_map(|(index, one)| {
        let (first, last) = one.place;
        let method = Ident::new(one.check?, first);
        let held = at(&held, first);
        let index = Literal::usize_unsuffixed(index);
        let arguments = quote!(#table, #index);
        // rustc underlines a call from its first to its last token. So the whole type is underlined.
        let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
        arguments.set_span(last);
        Some(quote_spanned!(first=> #held.#method #arguments))
    });
    let assumed = assumed(options, signature);
    let faults = options.faults;
    let never_checks = options.never.iter().map(|code| {
        let (number, place) = (code.number, code.span);
        let held = at(&held, place);
        quote_spanned!(place=> #held.never(#number))
    });
    let declared = options.declares.iter().flatten();
    let declared = declared.chain(
        extractors
            .iter()
            .flat_map(|one| one.declares.iter().flatten()),
    );
    let declared = declared.map(|code| {
        let (number, place) = (code.number, code.span);
        let held = at(&held, place);
        quote_spanned!(place=> #held.declared(#table, #number))
    });
    let exhaustive = exhaustive(options, signature, &held, &table);
    let calls = own.chain(never_checks).chain(declared).chain(exhaustive);
    let written: Vec<&str> = checked.iter().map(|one| one.written.as_str()).collect();
    let (written, package) = (written.join("\n"), crate::place::package());
    let never = match options.never.as_slice() {
        [] => quote!(EMPTY),
        codes => {
            let codes = List(codes);
            quote!(of(&[#codes]))
        }
    };
    let fallible = !matches!(Output::of(returned(signature)), Output::Unit);
    let (handler, own_type) = handler_type(signature);
    let value = quote! {
        #infer
        #assumed
        #private::handlers::check::Held {
            parts: [#(#parts),*],
            written: #written,
            package: #package,
            never: #private::StatusSet::#never,
            faults: #faults,
            fallible: #fallible,
        }
    };
    let (value, aliases) = associated::aliased(value, signature);
    let allowed = allowed(&signature.attributes);
    let offered = &options.offered;
    quote! {
        #allowed
        const _: () = {
            #offered
            #import
            #instances
            #aliases
            #definition
            #own_type
            const #held: #private::handlers::check::Held<#count> = { #value };
            #(const _: () = #calls;)*
            impl #private::handlers::Handles for #handler {
                const TABLE: #private::Table = #table.seen_by(#package);
                const STATUSES: #private::StatusSet = #held.statuses();
            }
        };
    }
}

/// `with(R = PgRepo)`: the instance, under the name of the parameter.
fn instances(options: &Options, signature: &Signature) -> TokenStream {
    let instances = options.with.iter().map(|(name, instance)| {
        let constant = signature
            .generics
            .params
            .iter()
            .find_map(|parameter| match parameter {
                GenericParam::Const(parameter) if parameter.ident == *name => Some(&parameter.ty),
                _ => None,
            });
        constant.map_or_else(
            || quote!(type #name = #instance;),
            |ty| quote!(const #name: #ty = #instance;),
        )
    });
    quote!(#(#instances)*)
}

/// The type that stands for the handler, and its definition where it is not the hidden one of the handler's name.
fn handler_type(signature: &Signature) -> (Ident, TokenStream) {
    // An `impl` block cannot contain a type. An attribute below turns a generic handler into a generic type, which `router!`
    // cannot name.
    let generic = signature.makes_a_type() && !signature.generics.params.is_empty();
    if signature.receiver.is_some() || generic {
        (
            local("__Handler"),
            quote!(
                enum __Handler {}
            ),
        )
    } else {
        (
            located(&signature.name, Span::call_site()),
            TokenStream::new(),
        )
    }
}

/// What the names in the return type promise. rustc confirms it, because a user may have another `Result` or `BoxFuture`.
fn assumed(options: &Options, signature: &Signature) -> TokenStream {
    let Some(returned) = returned(signature) else {
        return TokenStream::new();
    };
    if options.declares.is_some() {
        return TokenStream::new();
    }
    let private = local("__statusbook");
    let named = |ty: &Type| anonymous(ty.to_token_stream());
    let at = |ty: &Type| {
        let place = place(&ty.to_token_stream()).0;
        (place, located(&private, place))
    };
    let result = match Output::of(Some(returned)) {
        Output::Result(success, error) => {
            let (place, private) = at(returned);
            let (whole, success, error) = (named(returned), named(success), named(error));
            Some(quote_spanned!(place=> #private::handlers::result::<#whole, #success, #error>();))
        }
        _ => None,
    };
    let future = match &signature.output {
        ReturnType::Type(_, ty)
            if matches!(bare(ty), Type::Path(_)) && future(signature).is_some() =>
        {
            let (place, private) = at(ty);
            let (whole, returned) = (named(ty), named(returned));
            Some(quote_spanned!(place=> #private::handlers::future::<#whole, #returned>();))
        }
        _ => None,
    };
    quote!(#future #result)
}

/// `exhaustive(except(407))`: everything documented is used, and each exception is needed.
fn exhaustive(
    options: &Options,
    signature: &Signature,
    held: &Ident,
    table: &TokenStream,
) -> Vec<TokenStream> {
    let Some(exhaustive) = &options.exhaustive else {
        return Vec::new();
    };
    let excepted = exhaustive.except.iter().map(|code| {
        let (number, place) = (code.number, code.span);
        let held = at(held, place);
        quote_spanned!(place=> #held.excepted(#table, #number))
    });
    let place = exhaustive.span;
    let (held, name) = (at(held, place), signature.name.unraw().to_string());
    let codes = List(&exhaustive.except);
    let whole = quote_spanned!(place=> #held.exhaustive(#table, #name, &[#codes]));
    excepted.chain([whole]).collect()
}
