//! `#[derive(ApiResponse)]`: a response with several possible successes.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Member, Path, Type};

use crate::allowed::allowed;
use crate::args;
use crate::code::Code;
use crate::errors::Errors;
use crate::generics::{parameters, predicates};
use crate::place::{our_member, ours};

mod message;

/// A variant, or the whole struct.
struct Variant<'a> {
    name: Option<&'a Ident>,
    code: Code,
    body: Option<(Member, &'a Type)>,
}

/// Expands `#[derive(ApiResponse)]`.
pub fn expand(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let facade = facade(&input.attrs, &mut errors);
    let variants = variants(&input, &mut errors);
    let impls = if errors.is_empty() {
        impls(&input, &variants)
    } else {
        fallback(&input)
    };
    let errors = errors.into_tokens();
    let allowed = allowed(&input.attrs);
    quote! {
        #errors
        #allowed
        const _: () = {
            use #facade::__private as __statusbook;
            #impls
        };
    }
}

/// `#[api_response(crate = path)]`.
fn facade(attributes: &[Attribute], errors: &mut Errors) -> TokenStream {
    let mut facade = quote!(::statusbook);
    for attribute in attributes {
        if !attribute.path().is_ident("api_response") {
            continue;
        }
        let read = |input: ParseStream<'_>| {
            let (key, _) = args::key(input, &["crate"], &mut Vec::new())?;
            let path = args::value(input, &key, "crate::statusbook", Path::parse_mod_style)?;
            args::end(input)?;
            Ok(path)
        };
        let path = args::contents(attribute, message::ATTRIBUTE_USAGE)
            .and_then(|tokens| args::parse(tokens.into_iter().collect(), read));
        if let Some(path) = errors.absorb(path) {
            facade = path.into_token_stream();
        }
    }
    facade
}

fn variants<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Vec<Variant<'a>> {
    match &input.data {
        Data::Struct(data) => {
            let variant = variant(&input.ident, &input.attrs, &data.fields, errors);
            let variant = variant.map(|variant| Variant {
                name: None,
                ..variant
            });
            variant.into_iter().collect()
        }
        Data::Enum(data) => {
            if data.variants.is_empty() {
                errors.push(syn::Error::new(input.ident.span(), message::EMPTY));
            }
            let mut own = input.attrs.iter();
            if let Some(own) = own.find(|one| one.path().is_ident("status")) {
                errors.push(syn::Error::new(own.path().span(), message::ON_ENUM));
                return Vec::new();
            }
            let read = data.variants.iter();
            read.filter_map(|one| variant(&one.ident, &one.attrs, &one.fields, errors))
                .collect()
        }
        Data::Union(data) => {
            errors.push(syn::Error::new(data.union_token.span(), message::UNION));
            Vec::new()
        }
    }
}

fn variant<'a>(
    name: &'a Ident,
    attributes: &[Attribute],
    fields: &'a Fields,
    errors: &mut Errors,
) -> Option<Variant<'a>> {
    let mut attributes = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("status"));
    let missing = || syn::Error::new(name.span(), message::no_status(&name.unraw().to_string()));
    let code = errors.absorb(attributes.next().ok_or_else(missing).and_then(status));
    if let Some(second) = attributes.next() {
        errors.push(syn::Error::new(
            second.path().span(),
            message::SECOND_STATUS,
        ));
    }
    let mut bodies = fields.iter().zip(fields.members());
    let body = bodies.next();
    if let Some((second, _)) = bodies.next() {
        let text = message::several_bodies(&name.unraw().to_string());
        errors.push(syn::Error::new(second.span(), text));
    }
    Some(Variant {
        name: Some(name),
        code: code?,
        body: body.map(|(field, member)| (member, &field.ty)),
    })
}

/// `#[status(201)]`.
fn status(attribute: &Attribute) -> syn::Result<Code> {
    let tokens = args::contents(attribute, message::USAGE)?;
    let code = args::parse(tokens.into_iter().collect(), |input| {
        let code: Code = input.parse()?;
        if !input.is_empty() {
            return Err(input.error(message::ONLY_STATUS));
        }
        Ok(code)
    })?;
    if code.number >= 400 {
        return Err(syn::Error::new(code.span, message::error(code.number)));
    }
    Ok(code)
}

fn impls(input: &DeriveInput, variants: &[Variant<'_>]) -> TokenStream {
    let ident = ours(&input.ident);
    let (generics, arguments, _) = input.generics.split_for_impl();
    let own = predicates(&input.generics);
    let statuses = variants.iter().map(|variant| {
        let number = variant.code.number;
        variant.body.as_ref().map_or_else(
            || quote!(.and(__statusbook::handlers::Part::declared(&[#number]))),
            |(_, ty)| {
                // With the macro's hygiene, so that lints do not take our path for one that the user wrote. rustc shows the type.
                let place = proc_macro2::Span::mixed_site().located_at(ty.span());
                quote_spanned!(place=> .and(__statusbook::handlers::coded::<#number, #ty>()))
            },
        )
    });
    let all = quote!(__statusbook::handlers::Part::NONE #(#statuses)*);
    // If the type depends on a parameter, its statuses are known only where it is used.
    let bounds = variants.iter().filter_map(|variant| {
        let (_, ty) = variant.body.as_ref()?;
        (!input.generics.params.is_empty()).then(|| quote!(#ty: __statusbook::handlers::Responses,))
    });
    let parameters = parameters(&input.generics);
    let ty = quote!(#ident #arguments);
    let value = format_ident!("__value");
    let arms = variants.iter().map(|variant| {
        let number = variant.code.number;
        let name = variant.name.map(ours).into_iter();
        let path = quote!(Self #(::#name)*);
        variant.body.as_ref().map_or_else(
            || quote!([#path {} => #number]),
            |(member, ty)| {
                let member = our_member(member);
                quote!([#path { #member: #value } => #number, #value, #ty])
            },
        )
    });
    quote! {
        #[automatically_derived]
        impl #generics __statusbook::handlers::Responses for #ty
        where #own #(#bounds)*
        {
            const STATUSES: __statusbook::StatusSet = #all.statuses;
            const FAULTS: __statusbook::StatusSet = #all.faults;
        }
        __statusbook::respond_traits! {
            [#parameters] [#ty] [#own] [#(#arms)*]
        }
    }
}

/// After a mistake: a response with any status, so that its uses cause no errors.
fn fallback(input: &DeriveInput) -> TokenStream {
    if matches!(input.data, Data::Union(_)) {
        return TokenStream::new();
    }
    let ident = ours(&input.ident);
    let (generics, arguments, clause) = input.generics.split_for_impl();
    let own = predicates(&input.generics);
    let parameters = parameters(&input.generics);
    let ty = quote!(#ident #arguments);
    quote! {
        #[automatically_derived]
        impl #generics __statusbook::handlers::Responses for #ty #clause {
            const STATUSES: __statusbook::StatusSet = __statusbook::StatusSet::EMPTY;
        }
        __statusbook::respond_traits! {
            [#parameters] [#ty] [#own] [[_ => 200]]
        }
    }
}
