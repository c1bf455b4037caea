//! Prints the modules: data as constants, a documented constant for each status, and the checks.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Attribute, LitStr, Path};

use super::contents::{Contents, Operation};
use super::data::{self, Named};
use super::doc;
use super::parse::{Module, Part, Source};
use crate::lists::{List, each};
use crate::rustdoc::Rustdoc;
use crate::set::Set;
use crate::table_ref::named;
use crate::{names, place};

/// Prints the modules, and what makes the compiler rebuild them when a document changes.
pub(crate) fn modules(
    krate: &TokenStream,
    modules: &[Module],
    tables: &[Option<Contents>],
) -> TokenStream {
    let printed = modules.iter().zip(tables).map(|(module, contents)| {
        let (docs, body) = match (&module.source, contents) {
            (Source::Tables(parts), _) => composed(module, parts, modules, tables),
            (_, Some(contents)) if contents.broken => {
                (Rustdoc::default(), anything(module, &contents.operations))
            }
            (_, Some(contents)) => table(module, contents),
            (_, None) => (Rustdoc::default(), anything(module, &[])),
        };
        let attributes = each(&module.attributes, Attribute::to_token_stream);
        let (visibility, name) = (&module.visibility, &module.name);
        // rustc shows the definition of a module from `mod` to its end. So these tokens are at the user's place.
        let keyword = syn::Token![mod](name.span());
        let inside = quote!(use #krate::__private as __statusbook; #body);
        let mut inside = Group::new(Delimiter::Brace, inside);
        inside.set_span(Span::call_site().located_at(name.span()));
        quote! {
            #attributes
            #docs
            // The user cannot help that a large table takes long. Nobody forbids this lint, and no other lint is allowed.
            #[allow(long_running_const_eval)]
            #visibility #keyword #name #inside
        }
    });
    let offered = each(modules, |module| {
        let body = module.body.as_ref().map(named);
        let parts = match &module.source {
            Source::Tables(parts) => each(parts, |part| named(&part.table)),
            _ => TokenStream::new(),
        };
        quote!(#body #parts)
    });
    let tracked = tracked(krate, modules, tables);
    quote!(#offered #(#printed)* #tracked)
}

/// A table that was read, and the tables of its operations.
fn table(module: &Module, contents: &Contents) -> (Rustdoc, TokenStream) {
    let document = document_of(module);
    let name = plain(&module.name);
    let named = Named {
        name: &name,
        document: &document,
        contents,
    };
    let constants = data::constants(&named);
    let (body, format) = format(module).unzip();
    let ignored = ignored(module);
    let of_operations = format
        .as_ref()
        .map(|format| quote!(format: super::#format,));
    let of_operations = quote!(#of_operations #ignored);
    let (paths, places) = contents.paths();
    let name_of_path = |place| format_ident!("__PATH_{place}");
    let (mut shared, mut operations) = (TokenStream::new(), TokenStream::new());
    for (place, siblings) in paths.iter().enumerate() {
        if siblings.len() > 1 {
            data::siblings(&name_of_path(place), siblings).to_tokens(&mut shared);
        }
    }
    for (one, place) in contents.operations.iter().zip(places) {
        let is_shared = paths.get(place).is_some_and(|siblings| siblings.len() > 1);
        let shared = is_shared.then(|| name_of_path(place));
        let siblings = shared.map_or_else(|| quote!(&[]), |name| quote!(super::#name));
        operation(&document, one, &siblings, &of_operations).to_tokens(&mut operations);
    }
    let tables = each(
        &contents.operations,
        |Operation { name, .. }| quote!(#name::TABLE,),
    );
    let codes = data::error_code_constants(&named);
    let format = format.map(|format| quote!(format: #format,));
    let built_in = is_built_in().then(|| quote!(built_in: true,));
    let rest = quote!(operations: &[#tables], #format #ignored #built_in);
    let table = data::table(&named, &rest);
    let body = quote! {
        #body
        /// The documented table.
        pub const TABLE: __statusbook::Table = #table;
        #constants
        #codes
        #shared
        #operations
    };
    (doc::table(&document, contents), body)
}

/// What the document lists and `status_table!` ignores.
fn ignored(module: &Module) -> TokenStream {
    let Source::Document(document) = &module.source else {
        return TokenStream::new();
    };
    let ignores =
        |word: &Option<LitStr>| word.as_ref().is_some_and(|word| word.value() == "ignore");
    let ranges = ignores(&document.ranges).then(|| quote!(ignores_ranges: true,));
    let default = ignores(&document.default).then(|| quote!(ignores_default: true,));
    quote!(#ranges #default)
}

/// Returns whether the facade itself is being compiled, and not its tests or examples.
fn is_built_in() -> bool {
    let is_ours = |variable| std::env::var(variable).is_ok_and(|name| name == "statusbook");
    is_ours("CARGO_PKG_NAME") && is_ours("CARGO_CRATE_NAME")
}

/// The module of an operation.
fn operation(
    document: &str,
    operation: &Operation,
    siblings: &TokenStream,
    shared: &TokenStream,
) -> TokenStream {
    let shown = operation.shown();
    let place = operation.document.as_deref().unwrap_or(document);
    let named = Named {
        name: &shown,
        document: place,
        contents: &operation.contents,
    };
    let rest = data::operation(operation, siblings);
    let table = data::table(&named, &quote!(#rest #shared));
    let constants = data::constants(&named);
    let docs = doc::operation(document, operation);
    let name = &operation.name;
    quote! {
        #docs
        pub mod #name {
            use super::__statusbook;
            /// What the operation documents.
            pub const TABLE: __statusbook::Table = #table;
            #constants
        }
    }
}

/// The document's name in messages. For an inline table, it is the Rust file.
fn document_of(module: &Module) -> String {
    match &module.source {
        Source::Document(document) => document.path.value(),
        _ => place::file(module.name.span()),
    }
}

/// `body = CodeMessage`, as a path from the module's parent, and the constant with its value.
fn format(module: &Module) -> Option<(TokenStream, TokenStream)> {
    let value = body_value(module.body.as_ref()?);
    let module = quote! {
        mod __body {
            use super::super::*;
            use super::__statusbook;
            pub(super) const FORMAT: __statusbook::std::option::Option<__statusbook::Format> = #value;
        }
    };
    Some((module, quote!(__body::FORMAT)))
}

/// A body that a table chooses, in a module within the table's.
fn body_value(body: &Path) -> TokenStream {
    let body = from_within(body);
    quote!(__statusbook::std::option::Option::Some(__statusbook::Format::of::<#body>().__checked()))
}

/// A union, or some statuses of a table. rustc makes it from the tables, so that they may be in other modules and
/// crates. For tables of the same call, the codes are known here, and have constants.
fn composed(
    module: &Module,
    parts: &[Part],
    modules: &[Module],
    tables: &[Option<Contents>],
) -> (Rustdoc, TokenStream) {
    let known = |part: &Path| {
        let name = part.get_ident()?;
        let found = modules
            .iter()
            .zip(tables)
            .find(|(module, _)| module.name == *name && module.cfg().next().is_none())?;
        found.1.as_ref().map(|contents| (found.0, contents))
    };
    let name = plain(&module.name);
    let document = document_of(module);
    let mut codes = Set::default();
    let (mut constants_of_parts, mut parts_printed) = (TokenStream::new(), TokenStream::new());
    for (index, part) in parts.iter().enumerate() {
        let known = known(&part.table);
        let without_operations = known.filter(|(_, contents)| contents.operations.is_empty());
        let table = if let Some((module, contents)) = without_operations {
            let (name, document) = (plain(&module.name), document_of(module));
            let named = Named {
                name: &name,
                document: &document,
                contents,
            };
            let (ignored, body) = (ignored(module), module.body.as_ref().map(body_value));
            let format = body.map(|body| quote!(format: #body,));
            data::table(&named, &quote!(#ignored #format))
        } else {
            let part = from_within(&part.table);
            quote!(#part::TABLE)
        };
        let whole = format_ident!("PART_{index}");
        let constant = quote!(const #whole: __statusbook::Table = #table;);
        let Some(listed) = &part.codes else {
            if let Some((_, contents)) = known {
                codes.extend(contents.codes());
            }
            constants_of_parts.extend(constant);
            parts_printed.extend(quote!(#whole,));
            continue;
        };
        let numbers = List(listed);
        let checks = each(listed, |code| {
            let number = code.number;
            // At the place of the code, so that rustc underlines it.
            let mut whole = whole.clone();
            whole.set_span(code.span);
            let check = crate::table_ref::checks(code.span);
            let check =
                quote_spanned!(code.span=> __statusbook::#check::documented(#whole, #number));
            quote!(const _: __statusbook::Status = #check;)
        });
        let constant = quote!(#constant #checks);
        let name = match parts {
            [_] => name.clone(),
            _ => crate::table_ref::written(&part.table),
        };
        let some = quote!(__statusbook::intersection_table!(#name, #whole, &[#numbers]));
        constants_of_parts.extend(constant);
        parts_printed.extend(quote!(#some,));
        codes.extend(listed.iter().map(|code| code.number));
    }
    let (body, format) = format(module).unzip();
    let table = if let [Part { codes: Some(_), .. }] = parts {
        quote!(__parts::TABLES[0])
    } else {
        let package = place::package();
        quote!(__statusbook::union_table!(#name, #document, #package, __parts::TABLES))
    };
    let table = if let Some(format) = format {
        quote! {{
            const TABLE: __statusbook::Table = #table;
            const DATA: __statusbook::TableData = __statusbook::intersection::with_format(TABLE, #format);
            __statusbook::Table::new(&DATA)
        }}
    } else {
        table
    };
    let constants = each(codes.as_slice(), |code| {
        let status = quote!(__statusbook::check::documented(TABLE, #code));
        data::constant(*code, &doc::status_of_union(*code), &status)
    });
    let docs = doc::composed(parts);
    let body = quote! {
        #body
        /// The parts are named as the module's surroundings name them.
        mod __parts {
            use super::super::*;
            use super::__statusbook;
            #constants_of_parts
            pub(super) const TABLES: &[__statusbook::Table] = &[#parts_printed];
        }
        /// The table that is made of others.
        pub const TABLE: __statusbook::Table = #table;
        #constants
    };
    (docs, body)
}

/// Converts a path of the parent module to a path in the module.
fn from_within(path: &Path) -> TokenStream {
    let first = path.segments.first().map(|first| first.ident.to_string());
    match first.as_deref() {
        Some("super") => quote!(super::super::#path),
        Some("self") => {
            let rest = path.segments.iter().skip(1);
            quote!(super::super #(::#rest)*)
        }
        _ => quote!(#path),
    }
}

/// After a mistake: a table that documents everything, so that its uses cause no errors. Each known operation has one
/// too.
fn anything(module: &Module, operations: &[Operation]) -> TokenStream {
    let name = plain(&module.name);
    // The names may be the reason why the document is refused.
    let mut names = HashSet::new();
    let operations: Vec<_> = operations
        .iter()
        .filter(|operation| names.insert(operation.name.to_string()))
        .collect();
    // The constants are here once for all tables, because a document may have thousands of operations, and one mistake.
    let inner = each(&operations, |operation| {
        let (name, shown) = (&operation.name, operation.shown());
        let table = any_table(&shown, &TokenStream::new());
        quote! {
            pub mod #name {
                use super::__statusbook;
                #[allow(unused_imports)]
                pub use super::__any::*;
                pub const TABLE: __statusbook::Table = #table;
            }
        }
    });
    let tables = each(&operations, |Operation { name, .. }| quote!(#name::TABLE,));
    let table = any_table(&name, &quote!(operations: &[#tables],));
    let constants = names::all().map(|(code, name)| {
        let name = Ident::new(name, Span::call_site());
        quote!(pub const #name: __statusbook::Status = __statusbook::check::documented(super::TABLE, #code);)
    });
    quote! {
        pub const TABLE: __statusbook::Table = #table;
        mod __any {
            use super::__statusbook;
            #(#constants)*
        }
        #[allow(unused_imports)]
        pub use self::__any::*;
        #inner
    }
}

/// A table that documents everything.
fn any_table(name: &str, rest: &TokenStream) -> TokenStream {
    quote! {{
        const DATA: __statusbook::TableData = __statusbook::TableData {
            #rest
            ..__statusbook::TableData::anything(#name)
        }
        .collected();
        __statusbook::Table::new(&DATA)
    }}
}

/// `include_bytes!` makes the compiler track a file. In a function that nobody calls, it adds no bytes to the
/// metadata of the library, as a constant would. Its name begins as names do that nobody has to use, because an `allow` breaks
/// under `forbid`.
fn tracked(krate: &TokenStream, modules: &[Module], tables: &[Option<Contents>]) -> TokenStream {
    let mut always = Set::default();
    let mut configured = Vec::new();
    for (module, contents) in modules.iter().zip(tables) {
        let Some(contents) = contents else {
            continue;
        };
        let files = contents.files.iter().map(String::as_str);
        if module.cfg().next().is_some() {
            let files: Set<&str> = files.collect();
            let (cfg, files) = (module.cfg(), include(krate, files.as_slice()));
            configured.push(files.map(|files| quote!(#(#cfg)* #files)));
        } else {
            always.extend(files);
        }
    }
    let always = include(krate, always.as_slice());
    quote!(#always #(#configured)*)
}

fn include(krate: &TokenStream, files: &[&str]) -> Option<TokenStream> {
    if files.is_empty() {
        return None;
    }
    let files = files.iter().map(|file| format!("/{file}"));
    Some(quote! {
        const _: () = {
            use #krate::__private::std as __std;
            fn _tracked() {
                #(
                    let _ = __std::include_bytes!(
                        __std::concat!(__std::env!("CARGO_MANIFEST_DIR"), #files)
                    );
                )*
            }
        };
    })
}

/// A module's name without `r#`.
fn plain(name: &Ident) -> String {
    syn::ext::IdentExt::unraw(name).to_string()
}
