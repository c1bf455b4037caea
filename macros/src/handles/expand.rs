//! Prints the function, and the checks beside it. Each check is at the type that it is about.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, GenericParam, Ident, ReturnType, Type, Visibility};

use super::message as refusal;
use super::options::{self, Options};
use super::output::{self, Output};
use super::shown::shown;
use super::signature::{Parameter, Signature};
use crate::code::Code;
use crate::errors::Errors;
use crate::framework::Framework;
use crate::lifetimes;
use crate::table_ref::{self, TableUnion};

/// Attributes of frameworks that create a type with the name of the function.
const TYPE_MAKING: &[&str] = &[
    "connect", "craft", "delete", "endpoint", "get", "handler", "head", "options", "patch", "post",
    "put", "query", "route", "routes", "trace",
];

/// A parameter and its own attributes.
struct Extractor<'a> {
    parameter: &'a Parameter,
    /// Its other attributes.
    attributes: Vec<&'a Attribute>,
    into: bool,
    declares: Option<Vec<Code>>,
}

impl Extractor<'_> {
    /// The statuses of the parameter, or none if its `#[cfg(…)]` removes it.
    fn part(&self, private: &Ident, part: TokenStream) -> TokenStream {
        let mut conditions = self
            .attributes
            .iter()
            .filter(|one| one.path().is_ident("cfg"));
        let Some(first) = conditions.next() else {
            return part;
        };
        quote!({
            let part = #private::handlers::Part::NONE;
            #first
            #(#conditions)*
            let part = #part;
            part
        })
    }
}

/// A type of the signature whose responses are checked.
struct Checked {
    /// The expression for its statuses.
    part: TokenStream,
    /// The method of `Held` that checks it; nothing where the part is stated.
    check: Option<&'static str>,
    /// What the user wrote, and where its type begins in that.
    written: (String, usize),
    /// Its first token and its last.
    place: (Span, Span),
}

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
    quote!(#errors #beside #function)
}

/// Whether the function may stand in an `impl` block, which takes neither a type nor an unnamed constant. No macro is told. A
/// block is indented.
///
/// There, all that stands beside the function is one type, with the checks in a derive: rustc refuses one item, and names the
/// macro around it.
fn may_be_in_impl() -> bool {
    let (_, column) = crate::place::position(Span::call_site());
    column > 1
}

impl<'a> Extractor<'a> {
    fn read(parameter: &'a Parameter, errors: &mut Errors) -> Self {
        let mut extractor = Extractor {
            parameter,
            attributes: Vec::new(),
            into: false,
            declares: None,
        };
        for attribute in &parameter.attributes {
            if attribute.path().is_ident("into") {
                extractor.into = true;
                if attribute.meta.require_path_only().is_err() {
                    let text = refusal::INTO_TAKES_NOTHING;
                    errors.push(syn::Error::new(attribute.path().span(), text));
                }
            } else if attribute.path().is_ident("declares") {
                let key = Ident::new("declares", attribute.path().span());
                let usage = refusal::EMPTY_DECLARES_ON_PARAMETER;
                let codes = match attribute.meta.require_list() {
                    Ok(_) => attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
                        options::codes(input, &key, usage)
                    }),
                    Err(_) => Err(syn::Error::new(key.span(), usage)),
                };
                extractor.declares = errors.absorb(codes);
            } else {
                extractor.attributes.push(attribute);
            }
        }
        if extractor.into && extractor.declares.is_some() {
            let text = refusal::INTO_AND_DECLARES;
            errors.push(syn::Error::new(parameter.ty.span(), text));
        }
        extractor
    }

    /// The parameter as the function takes it: `Or(Json(pet), _): Or<Json<NewPet>, Result<(), AddPetError>>`.
    fn print(&self, options: &Options, signature: &Signature) -> TokenStream {
        let (attributes, pattern) = (&self.attributes, &self.parameter.pattern);
        let ty = &self.parameter.ty;
        let facade = options.facade();
        let handlers = quote!(#facade::__private::handlers);
        if self.into
            && let Some(result) = result_type(signature, &handlers)
        {
            let place = ty.span();
            let or = quote_spanned!(place=> #facade::__private::handlers::Or);
            return quote_spanned!(place=> #(#attributes)* #or(#pattern, _): #or<#ty, #result>);
        }
        if let Some(codes) = &self.declares {
            let stated = stated(codes, &handlers);
            return quote!(#(#attributes)* #handlers::Declares(#pattern, _): #handlers::Declares<#ty, #stated>);
        }
        quote!(#(#attributes)* #pattern: #ty)
    }
}

/// Refuses what cannot be checked, and options without effect.
fn refuse(
    options: &Options,
    signature: &Signature,
    extractors: &[Extractor<'_>],
    errors: &mut Errors,
) {
    let output = returned(signature);
    if options.declares.is_none()
        && let Some((place, text)) = output.and_then(output::hidden)
    {
        errors.push(syn::Error::new(place, refusal::hidden(&text)));
    }
    if options.declares.is_some() && !signature.asynchronous && future(signature).is_some() {
        let place = signature.name.span();
        errors.push(syn::Error::new(place, refusal::DECLARES_NEEDS_ASYNC));
    }
    let mut checked: Vec<&Type> = Vec::new();
    for extractor in extractors {
        let ty = &extractor.parameter.ty;
        let no_result = match Output::of(output) {
            Output::Unit => true,
            Output::Result(..) => false,
            Output::Whole(ty) => output::hidden(ty).is_some(),
        };
        if extractor.into && no_result {
            errors.push(syn::Error::new(ty.span(), refusal::INTO_WITHOUT_ERROR));
        }
        if extractor.declares.is_none() {
            if let Some(place) = output::keyword(ty.to_token_stream(), "impl") {
                errors.push(syn::Error::new(place, refusal::IMPL_PARAMETER));
            }
            checked.push(ty);
        }
    }
    if options.declares.is_none() {
        checked.extend(output);
    }
    for ty in &checked {
        if let Some(place) = output::keyword(ty.to_token_stream(), "Self") {
            errors.push(syn::Error::new(place, refusal::SELF_TYPE));
        }
    }
    for parameter in &signature.generics.params {
        let name = match parameter {
            GenericParam::Type(parameter) => &parameter.ident,
            GenericParam::Const(parameter) => &parameter.ident,
            GenericParam::Lifetime(_) => continue,
        };
        let known = options.with.iter().any(|(given, _)| given == name);
        let used = |ty: &&Type| mentions(ty.to_token_stream(), name);
        if !known && checked.iter().any(used) {
            let text = refusal::generic(&name.unraw().to_string());
            errors.push(syn::Error::new(name.span(), text));
        }
    }
    for (name, _) in &options.with {
        let known = signature
            .generics
            .params
            .iter()
            .any(|parameter| match parameter {
                GenericParam::Type(parameter) => parameter.ident == *name,
                GenericParam::Const(parameter) => parameter.ident == *name,
                GenericParam::Lifetime(_) => false,
            });
        // A method has the parameters of its type too.
        if !known && signature.receiver.is_none() {
            let text = refusal::unknown_parameter(&name.to_string());
            errors.push(syn::Error::new(name.span(), text));
        }
    }
    if options.state.is_none()
        && let Some(second) = second_state(signature)
    {
        errors.push(syn::Error::new(second.span(), refusal::SEVERAL_STATES));
    }
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

/// `Stated<413, Stated<422, ()>>`
fn stated(codes: &[Code], handlers: &TokenStream) -> TokenStream {
    codes.iter().rev().fold(quote!(()), |rest, code| {
        let number = code.number;
        quote!(#handlers::Stated<#number, #rest>)
    })
}

/// Names the table, so that its import is not unused.
fn mentioned(options: &Options) -> TokenStream {
    let tables = options.table.iter().flat_map(TableUnion::parts);
    let tables = tables.map(table_ref::TableRef::module);
    quote!(#(const _: () = { let _ = #tables; };)*)
}

/// The hidden type with the handler's name. `router!` finds the operation through it.
fn marker(signature: &Signature) -> Option<(&Visibility, Ident)> {
    if signature.receiver.is_some() || makes_a_type(signature) {
        return None;
    }
    // Shown as ours, it is no business of the user's lints.
    let hidden = located(&signature.name, signature.name.span());
    Some((&signature.visibility, hidden))
}

/// After a mistake, the operation of the handler is unknown.
fn unknown(options: &Options, signature: &Signature) -> TokenStream {
    let mentioned = mentioned(options);
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

/// Returns whether another attribute below creates a type with the handler's name.
fn makes_a_type(signature: &Signature) -> bool {
    signature.has_attribute(TYPE_MAKING)
}

fn checks(options: &Options, signature: &Signature, extractors: &[Extractor<'_>]) -> TokenStream {
    let Some(table) = &options.table else {
        return TokenStream::new();
    };
    let facade = options.facade();
    let (private, held) = (local("__statusbook"), local("__HELD"));
    let table_name = local("__TABLE");
    let import = quote!(use #facade::__private as #private;);
    let (definition, table) = table.expression(&table_name, &private);
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
        let arguments = quote!(#index);
        // rustc underlines a call from its first to its last token. So the whole type is underlined.
        let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
        arguments.set_span(last);
        Some(quote_spanned!(first=> #held.#method #arguments))
    });
    let assumed = assumed(options, signature);
    let never = options.never.iter().map(|code| code.number);
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
        quote_spanned!(place=> #held.declared(#number))
    });
    let exhaustive = exhaustive(options, signature, &held);
    let calls = own.chain(never_checks).chain(declared).chain(exhaustive);
    let written = checked.iter().map(|one| {
        let (text, ty) = (&one.written.0, Literal::usize_unsuffixed(one.written.1));
        quote!((#text, #ty))
    });
    let fallible = !matches!(Output::of(returned(signature)), Output::Unit);
    let (handler, own_type) = handler_type(signature);
    quote! {
        const _: () = {
            #import
            #(#instances)*
            #definition
            #own_type
            const #held: #private::handlers::check::Held<#handler, #count> = {
                #infer
                #assumed
                #private::handlers::check::Held::to(
                    #table, &[#(#never),*], #faults, #fallible, [#(#parts),*], [#(#written),*]
                )
            };
            #(const _: () = #calls;)*
            impl #private::handlers::Handles for #handler {
                const TABLE: #private::Table = #table;
                const STATUSES: #private::StatusSet = #held.statuses();
            }
        };
    }
}

/// The type that stands for the handler, and its definition where it is not the hidden one of the handler's name.
fn handler_type(signature: &Signature) -> (Ident, TokenStream) {
    // An impl block takes no type, and an attribute below makes a generic type of a generic handler, which `router!` cannot
    // name.
    let generic = makes_a_type(signature) && !signature.generics.params.is_empty();
    if signature.receiver.is_some() || generic {
        (
            local("__Handler"),
            quote!(
                enum __Handler {}
            ),
        )
    } else {
        (signature.name.clone(), TokenStream::new())
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
    let named = |ty: &Type| lifetimes::renamed(ty.to_token_stream(), &anonymous_lifetime);
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
            if matches!(output::bare(ty), Type::Path(_)) && future(signature).is_some() =>
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
fn exhaustive(options: &Options, signature: &Signature, held: &Ident) -> Vec<TokenStream> {
    let Some(exhaustive) = &options.exhaustive else {
        return Vec::new();
    };
    let excepted = exhaustive.except.iter().map(|code| {
        let (number, place) = (code.number, code.span);
        let held = at(held, place);
        quote_spanned!(place=> #held.excepted(#number))
    });
    let place = exhaustive.span;
    let (held, name) = (at(held, place), signature.name.unraw().to_string());
    let codes = exhaustive.except.iter().map(|code| code.number);
    let whole = quote_spanned!(place=> #held.exhaustive(#name, &[#(#codes),*]));
    excepted.chain([whole]).collect()
}

/// Every type of the signature that has statuses, extractors first.
fn checked(options: &Options, signature: &Signature, extractors: &[Extractor<'_>]) -> Vec<Checked> {
    let private = local("__statusbook");
    let mut all = Vec::new();
    let unchecked = options
        .framework
        .as_ref()
        .is_some_and(|one| !one.is_checked());
    for extractor in extractors {
        let ty = &extractor.parameter.ty.to_token_stream();
        let ends = place(ty);
        let named = lifetimes::renamed(ty.clone(), &anonymous_lifetime);
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
            let result = lifetimes::renamed(result, &anonymous_lifetime);
            let part = quote_spanned!(ends.0=> #framework.into::<#named, #result, _>());
            all.push(Checked {
                part: extractor.part(&private, part),
                check: None,
                written: (String::new(), 0),
                place: ends,
            });
        } else if !unchecked {
            let (pattern, ty) = (shown(&extractor.parameter.pattern), shown(ty));
            let written = (format!("{pattern}: {ty}"), pattern.len() + 2);
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
        let named = lifetimes::renamed(ty.clone(), &anonymous_lifetime);
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
            written: (text, 0),
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

impl Checked {
    fn stated(codes: &[Code]) -> Self {
        let private = local("__statusbook");
        let codes = codes.iter().map(|code| code.number);
        Checked {
            part: quote!(#private::handlers::Part::declared(&[#(#codes),*])),
            check: None,
            written: (String::new(), 0),
            place: (Span::call_site(), Span::call_site()),
        }
    }
}

fn needs_framework(options: &Options, extractors: &[Extractor<'_>]) -> bool {
    options.framework.is_some() || extractors.iter().any(|one| one.declares.is_none())
}

/// The `Result` whose error `#[into]` converts to.
fn result_type(signature: &Signature, handlers: &TokenStream) -> Option<TokenStream> {
    match Output::of(returned(signature)) {
        Output::Unit => None,
        // Without the success, which may be an `impl Trait`.
        Output::Result(_, error) => Some(quote!(#handlers::Outcome<(), #error>)),
        Output::Whole(ty) => Some(ty.to_token_stream()),
    }
}

/// The output of the future that a function returns.
fn future(signature: &Signature) -> Option<&Type> {
    match &signature.output {
        ReturnType::Type(_, ty) if !signature.asynchronous => output::of_future(ty),
        _ => None,
    }
}

/// What the handler finally returns.
fn returned(signature: &Signature) -> Option<&Type> {
    match &signature.output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(future(signature).unwrap_or(ty)),
    }
}

/// The state of the router, from the option or from `State<T>`.
fn state(options: &Options, signature: &Signature) -> TokenStream {
    if let Some(state) = &options.state {
        return state.to_token_stream();
    }
    let first = signature
        .parameters
        .iter()
        .find_map(|one| state_of(&one.ty));
    first.map_or_else(|| quote!(()), anonymous)
}

/// A `State<T>` of another type than the first one.
fn second_state(signature: &Signature) -> Option<&Type> {
    let mut states = signature
        .parameters
        .iter()
        .filter_map(|one| state_of(&one.ty));
    let first = states.next()?.to_token_stream().to_string();
    states.find(|other| other.to_token_stream().to_string() != first)
}

fn state_of(ty: &Type) -> Option<&Type> {
    let Type::Path(ty) = output::bare(ty) else {
        return None;
    };
    let last = ty.path.segments.last()?;
    if last.ident != "State" {
        return None;
    }
    output::types(&last.arguments).next()
}

/// The type with inferred lifetimes.
fn anonymous(ty: &Type) -> TokenStream {
    lifetimes::renamed(ty.to_token_stream(), &anonymous_lifetime)
}

fn anonymous_lifetime(name: &Ident) -> Option<String> {
    (name != "static").then(|| "_".to_owned())
}

/// The first and the last token of a type.
fn place(ty: &TokenStream) -> (Span, Span) {
    let mut tokens = ty.clone().into_iter();
    let first = tokens.next();
    let last = tokens.last().or_else(|| first.clone());
    let span = |token: Option<TokenTree>| token.map_or_else(Span::call_site, |token| token.span());
    (span(first), span(last))
}

/// A generated name in the user's scope.
fn local(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// A name of a local variable at `place`.
fn located(name: &Ident, place: Span) -> Ident {
    at(name, Span::call_site().located_at(place))
}

/// A name of an item at the user's own place. For a generated name, rustc would show the whole attribute.
fn at(name: &Ident, place: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(place);
    name
}

/// Whether a name occurs among tokens.
fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}
