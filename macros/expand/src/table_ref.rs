//! A table in the user's source: `vpn`, `crate::tables::vpn`, or `petstore["GET /pets/{petId}"]` for an operation.
//! Some macros also take a union, `petstore::add_pet | edge`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Ident, LitStr, Path, Token, bracketed, token};

use crate::errors::at_last_token;
use crate::{message, names, place};

/// What rust-analyzer appends to the name at the cursor, to see what could stand there.
const COMPLETED: &str = "raCompletionMarker";

/// The module of a table, and optionally an operation of it.
pub(crate) struct TableRef {
    path: Path,
    operation: Option<LitStr>,
}

/// A table, or a union of tables written in place.
pub(crate) struct TableUnion {
    parts: Vec<TableRef>,
}

impl Parse for TableRef {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let table = TableRef::part(input)?;
        if input.peek(Token![|]) {
            return Err(input.error(message::UNION_ELSEWHERE));
        }
        Ok(table)
    }
}

impl Parse for TableUnion {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut parts = vec![TableRef::part(input)?];
        while input.parse::<Option<Token![|]>>()?.is_some() {
            parts.push(TableRef::part(input)?);
        }
        Ok(TableUnion { parts })
    }
}

impl TableUnion {
    /// The tables, in the order in which they are written.
    pub(crate) fn parts(&self) -> &[TableRef] {
        &self.parts
    }

    /// The place of the first table.
    pub(crate) fn span(&self) -> Span {
        self.parts
            .first()
            .map_or_else(Span::call_site, TableRef::span)
    }

    /// The tables as an expression, and the constant `name` where that is not the table of a module. In the scope of an
    /// [`import`]. Whoever refuses something has to say which package sees the table.
    pub(crate) fn expression(
        &self,
        name: &Ident,
        private: &Ident,
    ) -> (Option<TokenStream>, TokenStream) {
        match self.parts() {
            [
                table @ TableRef {
                    operation: None, ..
                },
            ] => (None, table.module()),
            _ => (Some(self.definition(name, private)), quote!(#name)),
        }
    }

    /// The union as the constant `name`, an item that needs [`import`] in its scope.
    pub(crate) fn definition(&self, name: &Ident, private: &Ident) -> TokenStream {
        if let [table] = self.parts() {
            return table.definition(name, private);
        }
        let part = |index| Ident::new(&format!("PART_{index}"), Span::call_site());
        let (mut names, mut parts) = (TokenStream::new(), TokenStream::new());
        for (index, table) in self.parts.iter().enumerate() {
            let name = part(index);
            parts.extend(table.definition(&name, private));
            names.extend(quote!(#name,));
        }
        let written: Vec<_> = self.parts.iter().map(TableRef::written).collect();
        let (written, file) = (written.join(" | "), place::file(self.span()));
        let package = place::package();
        quote! {
            const #name: #private::Table = {
                #parts
                #private::union_table!(#written, #file, #package, &[#names])
            };
        }
    }
}

impl TableRef {
    /// A table that more may follow.
    fn part(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = path(input)?;
        let operation = if input.peek(token::Bracket) {
            let content;
            let bracket = bracketed!(content in input);
            let refuse = |_| syn::Error::new(bracket.span.join(), message::EXPECTED_OPERATION);
            let operation = content.parse().map_err(refuse)?;
            if !content.is_empty() {
                return Err(content.error(message::EXPECTED_OPERATION));
            }
            Some(operation)
        } else {
            None
        };
        Ok(TableRef { path, operation })
    }
}

/// The module of a table.
pub(crate) fn path(input: ParseStream<'_>) -> syn::Result<Path> {
    if let Ok(text) = input.fork().parse::<LitStr>() {
        return Err(input.error(message::quoted_table(&text.value())));
    }
    if !input.peek(Ident::peek_any) && !input.peek(Token![::]) {
        return Err(input.error(message::EXPECTED_TABLE));
    }
    let mut path = input.call(Path::parse_mod_style)?;
    if let Some(operation) = as_documented(&path) {
        let name = operation.to_string();
        let text = message::operation_as_documented(&name, &names::upper(&name).to_lowercase());
        return Err(syn::Error::new(operation.span(), text));
    }
    if let Some(last) = held(&mut path) {
        let (module, name) = (written(&path), last.to_string());
        let text = match name.as_str() {
            "TABLE" => message::table_of_module(&module),
            _ => message::status_in_path(&module, &name),
        };
        return Err(syn::Error::new(last.span(), text));
    }
    Ok(path)
}

/// `getFile` of `petstore::getFile`, as the document writes it. rustc would warn of a module of this name.
fn as_documented(path: &Path) -> Option<&Ident> {
    let last = &path.segments.last()?.ident;
    let name = last.to_string();
    let name = name.strip_suffix(COMPLETED).unwrap_or(&name);
    let mixed = name.starts_with(char::is_lowercase) && name.contains(char::is_uppercase);
    (mixed && path.segments.len() > 1).then_some(last)
}

/// The tables at the beginning of the input, and the handlers behind them, as imports that rustc skips.
///
/// An editor completes a name at its first place in the expansion. In an import, it offers modules, and no names of the
/// expansion. So these are printed before everything else, also after a mistake.
pub(crate) fn offered(input: ParseStream<'_>) -> TokenStream {
    let ahead = input.fork();
    let mut offered = TokenStream::new();
    let mut handlers = false;
    while let Ok(path) = begun(&ahead) {
        offered.extend(named(&path));
        let operation = ahead.peek(token::Bracket);
        if operation && ahead.parse::<TokenTree>().is_err() {
            break;
        }
        handlers |= ahead.peek(Token![:]);
        let more = ahead.peek(Token![|]) || handlers;
        if !more || ahead.parse::<TokenTree>().is_err() {
            break;
        }
    }
    if offered.is_empty() {
        offered.extend(quote!(
            #[cfg(false)]
            use self as __named;
        ));
    }
    offered
}

/// A path where an editor looks at it first. See [`offered`].
pub(crate) fn named(path: &Path) -> TokenStream {
    quote!(#[cfg(false)] use #path as __named;)
}

/// The name of a code, in the same form: an editor offers the statuses that the table documents. Before the name is begun,
/// `name` is empty.
pub(crate) fn named_code(table: &Path, name: &TokenStream) -> TokenStream {
    if name.is_empty() {
        return named(table);
    }
    quote!(#[cfg(false)] use #table::#name as __named;)
}

/// A path, or its beginning: `petstore` of `petstore::`.
pub(crate) fn begun(input: ParseStream<'_>) -> syn::Result<Path> {
    let mut path = Path {
        leading_colon: input.parse()?,
        segments: Punctuated::new(),
    };
    loop {
        let segment = input.call(Ident::parse_any)?;
        path.segments.push_value(segment.into());
        if !input.peek(Token![::]) || !input.peek3(Ident::peek_any) {
            return Ok(path);
        }
        path.segments.push_punct(input.parse()?);
    }
}

/// A path as the user wrote it, without the spaces between its tokens.
pub(crate) fn written(path: &impl ToTokens) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// Takes what the module of a table holds off its path: `TABLE` of `vpn::TABLE`, `NOT_FOUND` of `vpn::NOT_FOUND`.
fn held(path: &mut Path) -> Option<Ident> {
    let name = path.segments.last()?.ident.to_string();
    let held = name == "TABLE" || names::code(&name).is_some();
    if !held || path.segments.len() < 2 {
        return None;
    }
    let last = path.segments.pop()?;
    path.segments.pop_punct();
    Some(last.ident)
}

impl TableRef {
    /// The module that is named here, even with a mistake beside it, so that rustc does not report its import as unused.
    pub(crate) fn mentioned(input: ParseStream<'_>) -> Option<Self> {
        let mut path = input.fork().call(Path::parse_mod_style).ok()?;
        if as_documented(&path).is_some() {
            return None;
        }
        // A name of a status alone, as in `status!(NOT_FOUND)`, is not a module.
        if path
            .get_ident()
            .is_some_and(|name| names::code(&name.to_string()).is_some())
        {
            return None;
        }
        held(&mut path);
        Some(TableRef {
            path,
            operation: None,
        })
    }

    /// The table as an expression at `place`, and what that needs before it, in the scope of an [`import`].
    pub(crate) fn expression(&self, place: Span) -> (Option<TokenStream>, TokenStream) {
        if self.operation.is_none() {
            return (None, self.seen());
        }
        let table = |place| Ident::new("TABLE", Span::call_site().located_at(place));
        let definition = self.definition(&table(Span::call_site()), &private(Span::call_site()));
        let table = table(place);
        (Some(definition), quote!(#table))
    }

    /// The table as the constant `name`, an item that needs [`import`] in its scope.
    ///
    /// The path keeps the user's span, so that rustc underlines it if it leads nowhere. The uses of the constant may have other
    /// spans. For a wrong operation, the constant documents everything, so that no second error follows.
    pub(crate) fn definition(&self, name: &Ident, private: &Ident) -> TokenStream {
        let module = self.seen();
        let Some(operation) = &self.operation else {
            return quote!(const #name: #private::Table = #module;);
        };
        let place = operation.span();
        let (mut at_place, table) = (private.clone(), Ident::new("MODULE", place));
        at_place.set_span(place);
        let check = quote_spanned!(place=> #at_place::check::operation(#table, #operation));
        quote! {
            const #name: #private::Table = {
                const #table: #private::Table = #module;
                const _: #private::Table = #check;
                #private::check::operation_or_anything(#table, #operation)
            };
        }
    }

    /// What to say of a code that is not a name, as it was written: it may be known at run time.
    pub(crate) fn known_at_run_time(&self, code: &str) -> String {
        match self.operation {
            Some(_) => message::known_at_run_time_of_operation(code),
            None => message::known_at_run_time(&written(&self.module()), code),
        }
    }

    /// The table as the user wrote it.
    pub(crate) fn written(&self) -> String {
        match &self.operation {
            Some(operation) => format!("{}[\"{}\"]", written(&self.path), operation.value()),
            None => written(&self.path),
        }
    }

    /// The table of the module, as the package that names it sees it.
    fn seen(&self) -> TokenStream {
        let (module, package) = (self.module(), place::package());
        quote!(#module.seen_by(#package))
    }

    /// See [`named_code`].
    pub(crate) fn named_code(&self, name: &TokenStream) -> TokenStream {
        named_code(&self.path, name)
    }

    /// Where the user named it.
    pub(crate) fn span(&self) -> Span {
        self.path
            .segments
            .last()
            .map_or_else(Span::call_site, |last| last.ident.span())
    }

    /// The table of the module, without regard to the operation.
    pub(crate) fn module(&self) -> TokenStream {
        let path = &self.path;
        // The user did not write `TABLE`: no lint shall blame them for the path before it.
        let place = path
            .segments
            .last()
            .map_or_else(Span::call_site, |last| last.ident.span());
        let table = Ident::new("TABLE", Span::call_site().located_at(place));
        quote!(#path::#table)
    }
}

/// Expands a macro that stands where an expression does, and is about a table. `offer` prints names for an editor, and `read`
/// everything else. Both take what follows the facade.
pub(crate) fn expand(
    input: &TokenStream,
    offer: fn(ParseStream<'_>) -> TokenStream,
    read: fn(&TokenStream, ParseStream<'_>) -> syn::Result<TokenStream>,
) -> TokenStream {
    let mut named = None;
    let mut offered = TokenStream::new();
    let parser = |input: ParseStream<'_>| {
        let krate = crate::facade(input)?;
        named = TableRef::mentioned(input);
        offered = offer(input);
        read(&krate, input)
    };
    let printed = parser.parse2(input.clone()).unwrap_or_else(|error| {
        // The table is named nevertheless, so that its import is not unused.
        let table = named.map(|table| table.module());
        let table = table.map(|table| quote!(let _ = #table;));
        let error = at_last_token(error, input).into_compile_error();
        quote!(#table #error)
    });
    quote!({ #offered #printed })
}

/// Brings the hidden module of the facade into a block, under the name that [`private`] gives it.
///
/// Through `$crate` in every path, rustc would underline the whole macro call instead of the code in it.
pub(crate) fn import(facade: &TokenStream) -> TokenStream {
    let name = private(Span::call_site());
    quote!(use #facade::__private as #name;)
}

/// The hidden module of the facade, in a block that holds [`import`].
pub(crate) fn private(span: Span) -> Ident {
    Ident::new("__statusbook", span)
}

/// The module of checks, in a path that begins with [`private`]: where a part of a path is generated,
/// `unused_qualifications` does not take the path for the user's.
pub(crate) fn checks(span: Span) -> Ident {
    Ident::new("check", Span::call_site().located_at(span))
}
