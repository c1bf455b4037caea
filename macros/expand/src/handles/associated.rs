//! `R::Error`, where `R` is a type parameter. In the checks, `R` is a concrete type, for which rustc does not know the trait of
//! `Error`. So `R::Error` becomes an alias that has the bounds of `R`.

use proc_macro2::{Group, Ident, Punct, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{Type, WherePredicate};

use super::names::located;
use super::signature::Signature;

/// The code with an alias for each `R::Error` in it, and the aliases.
pub(super) fn aliased(code: TokenStream, signature: &Signature) -> (TokenStream, TokenStream) {
    let parameters = signature.generics.type_params();
    let parameters: Vec<&Ident> = parameters.map(|parameter| &parameter.ident).collect();
    if parameters.is_empty() {
        return (code, TokenStream::new());
    }
    let mut found = Vec::new();
    let code = replaced(code, &parameters, &mut found);
    let aliases = found.iter().enumerate().map(|(index, (parameter, name))| {
        let (alias, bounds) = (alias(index), bounds(signature, parameter));
        quote!(type #alias<#parameter: #bounds> = #parameter::#name;)
    });
    (code, quote!(#(#aliases)*))
}

fn alias(index: usize) -> Ident {
    format_ident!("__Associated{index}", span = Span::call_site())
}

fn replaced(
    code: TokenStream,
    parameters: &[&Ident],
    found: &mut Vec<(Ident, Ident)>,
) -> TokenStream {
    let mut out = TokenStream::new();
    let mut rest = code.into_iter().peekable();
    let mut colons = 0;
    while let Some(token) = rest.next() {
        // Behind one colon is a type, and behind two the rest of a path.
        let begins = colons < 2;
        colons = if is(&token, ':') { colons + 1 } else { 0 };
        match token {
            TokenTree::Ident(parameter) if begins && parameters.contains(&&parameter) => {
                let Some(colon) = rest.next_if(|next| is(next, ':')) else {
                    out.extend([parameter]);
                    continue;
                };
                let Some(second) = rest.next_if(|next| is(next, ':')) else {
                    out.extend([TokenTree::Ident(parameter), colon]);
                    continue;
                };
                let Some(TokenTree::Ident(name)) = rest.peek().cloned() else {
                    out.extend([TokenTree::Ident(parameter), colon, second]);
                    continue;
                };
                rest.next();
                let same = |(of, known): &(Ident, Ident)| *of == parameter && *known == name;
                let index = found.iter().position(same).unwrap_or(found.len());
                let alias = located(&alias(index), parameter.span());
                let mut end = Punct::new('>', proc_macro2::Spacing::Alone);
                end.set_span(Span::call_site().located_at(name.span()));
                out.extend(quote!(#alias<#parameter #end));
                if index == found.len() {
                    found.push((parameter, name));
                }
            }
            TokenTree::Group(group) => {
                let inside = replaced(group.stream(), parameters, found);
                let mut inside = Group::new(group.delimiter(), inside);
                inside.set_span(group.span());
                out.extend([inside]);
            }
            other => out.extend([other]),
        }
    }
    out
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// The bounds of a parameter, from the list of parameters and from the `where` clause. Their spans are those of the macro, so
/// that none of the user's lints calls them needless in an alias.
fn bounds(signature: &Signature, parameter: &Ident) -> TokenStream {
    let mut parameters = signature.generics.type_params();
    let own = parameters.find(|one| one.ident == *parameter);
    let mut all: Vec<TokenStream> = own
        .into_iter()
        .flat_map(|one| one.bounds.iter().map(ToTokens::to_token_stream))
        .collect();
    let clause = signature.clause.iter().flat_map(|one| &one.predicates);
    for predicate in clause {
        if let WherePredicate::Type(predicate) = predicate
            && let Type::Path(bounded) = &predicate.bounded_ty
            && bounded.path.is_ident(parameter)
        {
            all.extend(predicate.bounds.iter().map(ToTokens::to_token_stream));
        }
    }
    ours(quote!(#(#all)+*))
}

fn ours(tokens: TokenStream) -> TokenStream {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let mut inside = Group::new(group.delimiter(), ours(group.stream()));
            inside.set_span(Span::call_site().located_at(group.span()));
            TokenTree::Group(inside)
        }
        mut other => {
            other.set_span(Span::call_site().located_at(other.span()));
            other
        }
    });
    tokens.collect()
}

#[cfg(test)]
mod tests {
    use crate::handles::expand;

    #[test]
    fn a_type_behind_one_colon_is_found_and_one_in_a_path_is_not() {
        let table = "pets, with(R = Store)".parse().unwrap();
        let handler = "fn find<R: Repo>(_: Call<fn(id: R::Id)>, _: Call<own::R::Id>) -> Created {}";
        let printed = expand(table, &handler.parse().unwrap()).to_string();
        let printed = printed.replace(' ', "");
        assert!(printed.contains("fn(id:__Associated0<R>)"), "{printed}");
        assert!(printed.contains("Call<own::R::Id>"), "{printed}");
        assert!(!printed.contains("own::__Associated"), "{printed}");
    }
}
