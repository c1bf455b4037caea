//! The bounds that generic parameters need: those of the fields that are shown, of sources, and of inner errors.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Ident, Lifetime, Type, TypeParam};

use crate::{generics, lifetimes};

/// Predicates to add to the user's where clause.
pub(super) struct Bounds<'a> {
    generics: &'a Generics,
    predicates: Vec<TokenStream>,
}

impl<'a> Bounds<'a> {
    pub(super) fn new(generics: &'a Generics) -> Self {
        Bounds {
            generics,
            predicates: Vec::new(),
        }
    }

    /// Requires `bound` for the type of a field, if the type depends on a parameter.
    pub(super) fn field(&mut self, ty: &Type, bound: &dyn Fn() -> TokenStream) {
        if depends(ty, self.generics) {
            let bound = bound();
            self.predicate(quote!(#ty: #bound));
        }
    }

    /// Requires a bound for the error type itself, if it has parameters.
    pub(super) fn itself(&mut self, predicate: TokenStream) {
        if !self.generics.params.is_empty() {
            self.predicate(predicate);
        }
    }

    /// Demands something that is checked where the impl is used. If it does not hold, the impl is not the one to say so:
    /// `for` keeps rustc from refusing what can never hold.
    pub(super) fn deferred(&mut self, predicate: &TokenStream) {
        let mut any = "'__any".to_owned();
        while self
            .generics
            .lifetimes()
            .any(|own| own.lifetime.to_string() == any)
        {
            any.push('_');
        }
        let any = Lifetime::new(&any, Span::call_site());
        self.predicate(quote!(for<#any> #predicate));
    }

    fn predicate(&mut self, predicate: TokenStream) {
        let known = |other: &TokenStream| other.to_string() == predicate.to_string();
        if !self.predicates.iter().any(known) {
            self.predicates.push(predicate);
        }
    }

    /// The where clause, the user's own included.
    pub(super) fn clause(&self) -> TokenStream {
        let predicates = self.predicates();
        if predicates.is_empty() {
            predicates
        } else {
            quote!(where #predicates)
        }
    }

    /// The where clause of a function, with the bounds that the user put behind the parameters: a parameter whose bounds
    /// stand in two places is a lint.
    pub(super) fn whole_clause(&self) -> TokenStream {
        let bounded = self.generics.type_params();
        let bounded = bounded.filter(|parameter| !parameter.bounds.is_empty());
        let moved = bounded.map(|TypeParam { ident, bounds, .. }| quote!(#ident: #bounds,));
        let predicates = self.predicates();
        let predicates = quote!(#(#moved)* #predicates);
        if predicates.is_empty() {
            predicates
        } else {
            quote!(where #predicates)
        }
    }

    /// The predicates of the where clause, each with a comma.
    pub(super) fn predicates(&self) -> TokenStream {
        let added = &self.predicates;
        let own = generics::predicates(self.generics);
        quote!(#own #(#added,)*)
    }
}

/// Whether a type depends on a type parameter.
pub(super) fn depends(ty: &Type, generics: &Generics) -> bool {
    if generics.params.is_empty() {
        return false;
    }
    let mut parameters = Vec::new();
    for parameter in &generics.params {
        match parameter {
            GenericParam::Type(parameter) => parameters.push(&parameter.ident),
            GenericParam::Const(parameter) => parameters.push(&parameter.ident),
            GenericParam::Lifetime(_) => {}
        }
    }
    mentions(ty.to_token_stream(), &parameters)
}

/// Whether a parameter occurs, as a name of its own and not as `module::T`.
fn mentions(tokens: TokenStream, parameters: &[&Ident]) -> bool {
    let mut after_colons = false;
    let mut colons = 0;
    for token in tokens {
        let found = match &token {
            TokenTree::Ident(ident) => !after_colons && parameters.contains(&ident),
            TokenTree::Group(group) => mentions(group.stream(), parameters),
            _ => false,
        };
        if found {
            return true;
        }
        colons = match &token {
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons + 1,
            _ => 0,
        };
        after_colons = colons == 2;
    }
    false
}

/// The type with every lifetime `'static`, so that it can be named where none is in scope.
pub(super) fn without_lifetimes(ty: &Type) -> TokenStream {
    let tokens = ty.to_token_stream();
    let mut bound = Vec::new();
    bound_by_for(tokens.clone(), &mut bound);
    lifetimes::renamed(tokens, &|name| {
        (!bound.contains(&name.to_string())).then(|| "static".to_owned())
    })
}

/// The number of times that a lifetime is named.
pub(super) fn occurrences(tokens: TokenStream, name: &Ident) -> usize {
    let mut after_quote = false;
    let counts = tokens.into_iter().map(|token| {
        let quoted = std::mem::take(&mut after_quote);
        match token {
            TokenTree::Ident(ident) => usize::from(quoted && ident == *name),
            TokenTree::Punct(punct) => {
                after_quote = punct.as_char() == '\'';
                0
            }
            TokenTree::Group(group) => occurrences(group.stream(), name),
            TokenTree::Literal(_) => 0,
        }
    });
    counts.sum()
}

/// The lifetimes that a type brings itself: `'x` of `for<'x> fn(&'x u8)`.
fn bound_by_for(tokens: TokenStream, names: &mut Vec<String>) {
    let (mut after_for, mut inside, mut after_quote) = (false, false, false);
    for token in tokens {
        let was_for = std::mem::take(&mut after_for);
        match token {
            TokenTree::Ident(ident) => {
                if inside && std::mem::take(&mut after_quote) {
                    names.push(ident.to_string());
                }
                after_for = ident == "for";
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                '<' if was_for => inside = true,
                '>' => inside = false,
                letter => after_quote = letter == '\'',
            },
            TokenTree::Group(group) => bound_by_for(group.stream(), names),
            TokenTree::Literal(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::{format_ident, quote};

    use super::*;

    #[test]
    fn a_lifetime_is_counted_by_its_name() {
        let count = |tokens| occurrences(tokens, &format_ident!("a"));
        assert_eq!(count(quote!(&'a str)), 1);
        assert_eq!(count(quote!(Cow<'a, (&'b str, [&'a u8; 2])>)), 2);
        assert_eq!(count(quote!(&'b a)), 0);
    }
}
