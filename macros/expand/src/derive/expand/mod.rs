//! Prints the impls of the error type. Long code is in `statusbook`, so that the output compiles quickly.

use std::cell::RefCell;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, GenericParam, Generics, Ident};

use super::ast;
use super::resolve::{Item, Response, Variant};
use crate::allowed::allowed;
use crate::errors::Errors;
use crate::lists::{List, each};
use crate::place::{our_member, ours};

mod api_error;
mod arms;
mod body;
mod bounds;
mod checks;
mod contract;
mod display;
mod docs;
mod error;
mod extension;
mod fallback;
mod fixed;
mod from;
mod headers;
mod names;
mod text;

pub(super) use names::Names;

/// The item, and the names that the code for it uses.
pub(super) struct Printer<'a> {
    pub(super) item: &'a Item<'a>,
    /// The same as written.
    pub(super) ast: &'a ast::Item<'a>,
    pub(super) names: &'a Names,
    /// The hidden module of the facade.
    pub(super) private: Ident,
    /// The constant that holds the table.
    pub(super) table: Ident,
    /// The function that returns the response of a value.
    pub(super) outcome: Ident,
    /// `Variant`, imported: what is known of a variant at compile time.
    pub(super) case: Ident,
    /// `Contract`, imported, because a lint may call a qualified path unnecessary.
    pub(super) contract: Ident,
    /// The constants that only check something.
    checked: RefCell<Vec<Ident>>,
    pub(super) formatter: Ident,
    /// A parameter or variable.
    pub(super) value: Ident,
}

pub(super) fn item(item: &Item<'_>, names: &Names, errors: Errors) -> TokenStream {
    let printer = Printer {
        item,
        ast: item.ast,
        names,
        private: names.private(Span::call_site()),
        table: names.local("TABLE"),
        outcome: names.local("outcome"),
        case: names.local("Variant"),
        contract: names.local("Contract"),
        checked: RefCell::default(),
        formatter: names.local("formatter"),
        value: names.local("value"),
    };
    printer.print(errors)
}

impl Printer<'_> {
    fn print(&self, errors: Errors) -> TokenStream {
        let facade = self.ast.attr.facade();
        let private = &self.private;
        let shadows = self.shadows();
        let imports = self.imports(errors.is_empty());
        let checks = self.checks();
        let impls = if errors.is_empty() {
            self.impls()
        } else {
            self.fallback(errors)
        };
        // Named where nothing is evaluated, so that they are not unused.
        let checked = self.checked.borrow();
        let names = List(&checked);
        let checked = (!checked.is_empty())
            .then(|| quote!(const _: fn() = || if false { let _ = [#names]; };));
        let offered = self.offered();
        // No `allow` but the user's own, because a crate that forbids the lint would not compile.
        let allowed = allowed(&self.ast.original.attrs);
        quote! {
            #allowed
            const _: () = {
                #offered
                use #facade::__private as #private;
                #imports
                #shadows
                #checks
                #impls
                #checked
            };
        }
    }

    /// The table, and names of codes, for an editor.
    fn offered(&self) -> TokenStream {
        let mut offered = self.ast.attr.offered.clone();
        let Some(table) = &self.ast.attr.table else {
            return offered;
        };
        let of_variants = self.ast.variants.iter().map(|variant| &variant.status);
        for status in of_variants.chain([&self.ast.status]).flatten() {
            let begun = status.begun.as_ref();
            offered.extend(begun.map(|name| table.named_code(name)));
        }
        offered
    }

    /// The imports that the code uses.
    fn imports(&self, sound: bool) -> TokenStream {
        let (private, case, contract) = (&self.private, &self.case, &self.contract);
        let mut imports = TokenStream::new();
        let mut variants = self.item.variants.iter();
        if sound && variants.any(|variant| !variant.statuses().is_empty()) {
            imports.extend(quote!(use #private::Variant as #case;));
        }
        let mut contracted = self.item.variants.iter();
        let contracted = contracted.any(|variant| self.contracted(variant).is_some());
        if contracted || (sound && !self.ast.attr.instances.is_empty()) {
            imports.extend(quote!(use #private::Contract as #contract;));
        }
        let mut responses = self.item.variants.iter().map(|one| &one.response);
        if sound && responses.any(|one| one.as_ref().is_some_and(Response::shows_path)) {
            imports.extend(quote!(use #private::ShowPath as _;));
        }
        imports
    }

    /// A constant that only checks something.
    pub(super) fn check_named(&self, ident: &Ident, role: &str) -> Ident {
        let name = self.names.constant(ident, role);
        self.checked.borrow_mut().push(name.clone());
        name
    }

    /// The type with the user's span, where rustc underlines missing impls. A deprecated type is as in [`ours`].
    fn type_name(&self) -> Ident {
        let mut attributes = self.ast.original.attrs.iter();
        if attributes.any(|attribute| attribute.path().is_ident("deprecated")) {
            ours(self.ast.ident)
        } else {
            self.ast.ident.clone()
        }
    }

    fn impls(&self) -> TokenStream {
        let display = (!self.ast.skip().display).then(|| self.display());
        let error = (!self.ast.skip().error).then(|| self.error());
        let from = (!self.ast.skip().from).then(|| self.from(false));
        let statuses = self.statuses_used();
        let contract = self.contract();
        let api_error = self.api_error();
        let responses = self.responses();
        quote!(#statuses #display #error #from #contract #api_error #responses)
    }

    /// A new binding cannot have the name of a constant in scope, but it can have the name of a function. These functions hide
    /// the user's constants.
    fn shadows(&self) -> TokenStream {
        let most = self
            .item
            .variants
            .iter()
            .map(|variant| variant.fields().len())
            .max();
        let (formatter, value) = (&self.formatter, &self.value);
        let mut shadows = quote!(fn #formatter() {} fn #value() {});
        for index in 0..most.unwrap_or_default() {
            let field = self.field(index);
            shadows.extend(quote!(fn #field() {}));
        }
        shadows
    }

    pub(super) fn field(&self, index: usize) -> Ident {
        self.names.field(index, Span::call_site())
    }

    /// `Error::NotFound { id: __field_0, .. }`
    pub(super) fn pattern(&self, variant: &Variant<'_>, bound: &[usize]) -> TokenStream {
        let ty = self.type_name();
        let name = self.is_enum().then(|| ours(variant.ast.ident)).into_iter();
        if variant.ast.unit {
            return quote!(#ty #(::#name)*);
        }
        let fields = bound
            .iter()
            .filter_map(|index| variant.fields().get(*index));
        let members = fields.map(|field| our_member(&field.member));
        let bindings = bound.iter().map(|index| self.field(*index));
        quote!(#ty #(::#name)* { #(#members: #bindings,)* .. })
    }

    pub(super) fn is_enum(&self) -> bool {
        self.ast.is_enum
    }

    /// An empty enum has no value: there is nothing to match.
    pub(super) fn is_empty(&self) -> bool {
        self.item.variants.is_empty()
    }

    /// `impl<T> Trait for Type<T> where … { body }`
    pub(super) fn implement(
        &self,
        span: Span,
        of: &TokenStream,
        clause: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let ident = self.type_name();
        let generics = self.ast.generics;
        let (_, arguments, _) = generics.split_for_impl();
        // Brackets of ours: clippy skips generics whose brackets a macro wrote.
        let generics = (!generics.params.is_empty()).then(|| {
            let parameters = parameters(generics);
            quote!(<#parameters>)
        });
        quote_spanned! {span=>
            #[automatically_derived]
            impl #generics #of for #ident #arguments #clause { #body }
        }
    }

    /// The type with its parameters.
    pub(super) fn ty(&self) -> TokenStream {
        let ident = self.type_name();
        let (_, arguments, _) = self.ast.generics.split_for_impl();
        quote!(#ident #arguments)
    }
}

/// The parameters of an impl, without angle brackets; each with a comma.
fn parameters(generics: &Generics) -> TokenStream {
    let parameters = generics.params.iter().map(|one| parameter(one, true));
    quote!(#(#parameters,)*)
}

/// A parameter without its default, with or without its bounds.
fn parameter(parameter: &GenericParam, bounded: bool) -> TokenStream {
    match parameter {
        GenericParam::Lifetime(of) => of.to_token_stream(),
        GenericParam::Type(of) => {
            let (attributes, ident) = (each(&of.attrs, Attribute::to_token_stream), &of.ident);
            let (colon, bounds) = (&of.colon_token, &of.bounds);
            let bounds = bounded.then(|| quote!(#colon #bounds));
            quote!(#attributes #ident #bounds)
        }
        GenericParam::Const(of) => {
            let (attributes, ident) = (each(&of.attrs, Attribute::to_token_stream), &of.ident);
            let ty = &of.ty;
            quote!(#attributes const #ident: #ty)
        }
    }
}
