//! Writes the contents as data: the expression of a table, and a documented constant for each status.

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use statusbook_reader::Codes;

use super::contents::{Contents, Entry, ErrorCode, Operation, Sibling};
use super::doc;
use crate::lists::{List, each};
use crate::rustdoc::Rustdoc;
use crate::{names, place};

/// The name of a table in messages.
pub(crate) struct Named<'a> {
    pub(crate) name: &'a str,
    pub(crate) document: &'a str,
    pub(crate) contents: &'a Contents,
}

/// The expression of a table. `rest` are further fields of its data.
pub(crate) fn table(table: &Named<'_>, rest: &TokenStream) -> TokenStream {
    let Named {
        name,
        document,
        contents,
    } = table;
    let (phrases, package) = (contents.holds_phrases(), place::package());
    let entries = each(&contents.entries, |entry| {
        self::entry(document, entry, phrases)
    });
    let mut sorted: Vec<usize> = (0..contents.error_codes.len()).collect();
    sorted.sort_by_key(|place| contents.error_codes.get(*place).map(|code| &code.code));
    let error_codes = each(&contents.error_codes, |code| error_code(document, code));
    let sorted = List(&sorted);
    quote! {{
        const DATA: __statusbook::TableData = __statusbook::TableData {
            entries: &[#entries],
            error_codes: &[#error_codes],
            sorted_codes: &[#sorted],
            #rest
            ..__statusbook::TableData::new(#name, #document, #package)
        }
        .collected();
        __statusbook::Table::new(&DATA)
    }}
}

fn entry(document: &str, entry: &Entry, phrases: bool) -> TokenStream {
    let phrase = phrases && !entry.reason.is_empty();
    let (first, last) = entry.range();
    let Entry {
        reason,
        descriptions,
        methods,
        line,
        ..
    } = entry;
    let document = entry.document.as_deref().unwrap_or(document);
    let descriptions = List(descriptions);
    let methods = match methods.as_slice() {
        [] => quote!(NONE),
        methods => {
            let methods = List(methods);
            quote!(of(&[#methods]))
        }
    };
    quote! {
        __statusbook::Entry {
            first: #first,
            last: #last,
            reason: #reason,
            phrase: #phrase,
            descriptions: &[#descriptions],
            methods: __statusbook::Methods::#methods,
            document: #document,
            line: #line,
        },
    }
}

fn error_code(document: &str, code: &ErrorCode) -> TokenStream {
    let document = code.document.as_deref().unwrap_or(document);
    let ErrorCode {
        code,
        statuses,
        message,
        description,
        line,
        ..
    } = code;
    let statuses = List(statuses);
    quote! {
        __statusbook::ErrorCode {
            code: #code,
            statuses: &[#statuses],
            message: #message,
            description: #description,
            document: #document,
            line: #line,
        },
    }
}

/// The operation of a table. `siblings` are the operations of its path.
pub(crate) fn operation(operation: &Operation, siblings: &TokenStream) -> TokenStream {
    let Operation {
        id,
        method,
        path,
        line,
        ..
    } = operation;
    quote! {
        operation: __statusbook::Operation::new(#id, #method, #path, #line, #siblings),
    }
}

/// The operations of a path with several, as the constant `name`, so that they are written once.
pub(crate) fn siblings(name: &Ident, siblings: &[Sibling<'_>]) -> TokenStream {
    let siblings = each(siblings, |Sibling { method, codes }| {
        let codes = List(codes);
        quote!((#method, __statusbook::StatusSet::of(&[#codes])),)
    });
    quote!(const #name: &[(&str, __statusbook::StatusSet)] = &[#siblings];)
}

/// A constant such as `NOT_FOUND` for every row with a single code.
///
/// It has the index of the row. A large document has thousands of constants, and rustc evaluates each.
pub(crate) fn constants(table: &Named<'_>) -> TokenStream {
    let mut constants = TokenStream::new();
    for (index, entry) in table.contents.entries.iter().enumerate() {
        if let Codes::One(code) = entry.codes {
            let status = quote!(__statusbook::check::row(TABLE, #index));
            let docs = doc::status(table.document, entry);
            constant(code, &docs, &status).to_tokens(&mut constants);
        }
    }
    constants
}

/// The constants of one code, which may have several names.
pub(crate) fn constant(code: u16, docs: &Rustdoc, status: &TokenStream) -> TokenStream {
    each(&names::names(code), |name| {
        let name = Ident::new(name, Span::call_site());
        quote!(#docs pub const #name: __statusbook::Status = #status;)
    })
}

/// A constant such as `DNS_0013` for each service error code, in a module of their own.
pub(crate) fn error_code_constants(table: &Named<'_>) -> Option<TokenStream> {
    let codes = &table.contents.error_codes;
    let mut uses: HashMap<String, usize> = HashMap::new();
    for code in codes {
        *uses.entry(constant_name(&code.code)).or_insert(0) += 1;
    }
    let mut constants = TokenStream::new();
    for code in codes {
        let name = constant_name(&code.code);
        if uses.get(&name) == Some(&1) {
            let name = Ident::new(&name, Span::call_site());
            let (docs, text) = (doc::error_code(table.document, code), &code.code);
            quote!(#docs pub const #name: &__statusbook::Str = #text;).to_tokens(&mut constants);
        }
    }
    (!constants.is_empty()).then(|| {
        quote! {
            /// The service error codes, each as a constant. Codes that differ only in their punctuation have none.
            pub mod codes {
                use super::__statusbook;
                #constants
            }
        }
    })
}

/// `DNS.0013` as the name of a constant.
fn constant_name(code: &str) -> String {
    let letters = code.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter.to_ascii_uppercase()
        } else {
            '_'
        }
    });
    let name: String = letters.take(200).collect();
    if name.starts_with(|first: char| first.is_ascii_digit())
        || name.chars().all(|letter| letter == '_')
    {
        format!("CODE_{name}")
    } else {
        name
    }
}
