//! The names of elements, and what the grammars of HTML and Markdown know about each.

/// The name of an element in a begin or end tag.
#[derive(Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// The name as written.
    pub(crate) name: &'a str,
    pub(crate) element: Element,
}

impl<'a> Tag<'a> {
    pub(crate) fn new(name: &'a str) -> Self {
        let mut element = Element::by_name(name.as_bytes());
        // Most names are in lower case, and are not copied.
        if element == Element::Other && name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            element = Element::by_name(name.to_ascii_lowercase().as_bytes());
        }
        Tag { name, element }
    }

    /// The tag of an element whose tag is missing.
    pub(super) fn missing(element: Element) -> Self {
        Tag { name: "", element }
    }

    pub(crate) fn is(self, property: u16) -> bool {
        self.element.is(property)
    }

    /// The level of a heading.
    pub(super) fn heading_level(self) -> Option<u8> {
        match (self.element, self.name.as_bytes()) {
            (Element::Heading, [_, digit]) => Some(digit - b'0'),
            _ => None,
        }
    }
}

/// An end tag of any heading closes any other, so all headings are equal.
impl PartialEq for Tag<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.element == other.element
            && (self.element != Element::Other || self.name.eq_ignore_ascii_case(other.name))
    }
}

/// It has no content and no end tag.
pub(super) const VOID: u16 = 1;
/// Its begin tag ends a paragraph. Its end tag closes every element inside of it.
pub(super) const BLOCK: u16 = 1 << 1;
/// Its end tag may be in a block that began inside of it.
pub(super) const FORMATTING: u16 = 1 << 2;
/// The end tag of a block inside of it does not reach out of it.
pub(super) const BARRIER: u16 = 1 << 3;
/// It is a part of a table.
pub(super) const PART: u16 = 1 << 4;
/// Its content is neither markup nor text of the page.
pub(super) const RAW: u16 = 1 << 5;
/// A browser does not show it.
pub(super) const HIDDEN: u16 = 1 << 6;
/// It is shown struck out.
pub(super) const STRUCK: u16 = 1 << 7;
/// In Markdown, it begins a block if its tag is at the beginning of a line.
pub(crate) const HTML_BLOCK: u16 = 1 << 8;
/// In Markdown, its tag within a text is markup. Of other names, like `<id>`, only those with `HTML_BLOCK` are.
pub(crate) const INLINE: u16 = 1 << 9;

macro_rules! elements {
    ($($element:ident: $($name:literal)|+ $(, $property:ident)*;)*) => {
        /// An element that a grammar knows.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Element {
            $($element,)*
            /// Any other element.
            Other,
        }

        impl Element {
            /// The element with a name in lower case.
            fn by_name(name: &[u8]) -> Self {
                match name {
                    $($($name)|+ => Element::$element,)*
                    _ => Element::Other,
                }
            }

            pub(crate) fn is(self, property: u16) -> bool {
                let properties: u16 = match self {
                    $(Element::$element => { 0 $(| $property)* })*
                    Element::Other => 0,
                };
                properties & property != 0
            }
        }
    };
}

elements! {
    A: b"a", FORMATTING, INLINE;
    Abbr: b"abbr", INLINE;
    Address: b"address", BLOCK, HTML_BLOCK;
    Area: b"area", VOID;
    Article: b"article", BLOCK, HTML_BLOCK;
    Aside: b"aside", BLOCK, HTML_BLOCK;
    B: b"b", FORMATTING, INLINE;
    Base: b"base", VOID, HTML_BLOCK;
    Basefont: b"basefont", HTML_BLOCK;
    Bdo: b"bdo";
    Big: b"big", FORMATTING, INLINE;
    Blockquote: b"blockquote", BLOCK, HTML_BLOCK;
    Body: b"body", HTML_BLOCK;
    Br: b"br", VOID, INLINE;
    Caption: b"caption", BARRIER, PART, HTML_BLOCK;
    Center: b"center", BLOCK, HTML_BLOCK;
    Cite: b"cite", INLINE;
    Code: b"code", FORMATTING, INLINE;
    Col: b"col", VOID, PART, HTML_BLOCK;
    Colgroup: b"colgroup", PART, HTML_BLOCK;
    Datalist: b"datalist", HIDDEN;
    Dd: b"dd", BLOCK, HTML_BLOCK;
    Del: b"del", STRUCK, INLINE;
    Details: b"details", BLOCK, HTML_BLOCK;
    Dfn: b"dfn", INLINE;
    Dialog: b"dialog", BLOCK, HTML_BLOCK;
    Dir: b"dir", BLOCK, HTML_BLOCK;
    Div: b"div", BLOCK, HTML_BLOCK;
    Dl: b"dl", BLOCK, HTML_BLOCK;
    Dt: b"dt", BLOCK, HTML_BLOCK;
    Em: b"em", FORMATTING, INLINE;
    Embed: b"embed", VOID;
    Fieldset: b"fieldset", BLOCK, HTML_BLOCK;
    Figcaption: b"figcaption", BLOCK, HTML_BLOCK;
    Figure: b"figure", BLOCK, HTML_BLOCK;
    Font: b"font", FORMATTING, INLINE;
    Footer: b"footer", BLOCK, HTML_BLOCK;
    Form: b"form", BLOCK, HTML_BLOCK;
    Frame: b"frame", HTML_BLOCK;
    Frameset: b"frameset", HTML_BLOCK;
    Head: b"head", HTML_BLOCK;
    Header: b"header", BLOCK, HTML_BLOCK;
    Heading: b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6", BLOCK, HTML_BLOCK;
    Hgroup: b"hgroup", BLOCK;
    Hr: b"hr", VOID, BLOCK, HTML_BLOCK;
    Html: b"html", HTML_BLOCK;
    I: b"i", FORMATTING, INLINE;
    Iframe: b"iframe", RAW, HTML_BLOCK;
    Img: b"img", VOID, INLINE;
    Input: b"input", VOID;
    Ins: b"ins", INLINE;
    Kbd: b"kbd", INLINE;
    Legend: b"legend", HTML_BLOCK;
    Li: b"li", BLOCK, HTML_BLOCK;
    Link: b"link", VOID, HTML_BLOCK;
    Listing: b"listing", BLOCK;
    Main: b"main", BLOCK, HTML_BLOCK;
    Mark: b"mark", INLINE;
    Menu: b"menu", BLOCK, HTML_BLOCK;
    Menuitem: b"menuitem", HTML_BLOCK;
    Meta: b"meta", VOID;
    Nav: b"nav", BLOCK, HTML_BLOCK;
    Nobr: b"nobr", FORMATTING, INLINE;
    Noembed: b"noembed", RAW;
    Noframes: b"noframes", RAW, HTML_BLOCK;
    Noscript: b"noscript";
    Object: b"object", BLOCK, BARRIER;
    Ol: b"ol", BLOCK, HTML_BLOCK;
    Optgroup: b"optgroup", HTML_BLOCK;
    Option: b"option", HTML_BLOCK;
    P: b"p", BLOCK, HTML_BLOCK;
    Param: b"param", VOID, HTML_BLOCK;
    Plaintext: b"plaintext", BLOCK;
    Pre: b"pre", BLOCK, HTML_BLOCK;
    Q: b"q", INLINE;
    S: b"s", FORMATTING, STRUCK, INLINE;
    Samp: b"samp", INLINE;
    Script: b"script", RAW, HTML_BLOCK;
    Search: b"search", BLOCK, HTML_BLOCK;
    Section: b"section", BLOCK, HTML_BLOCK;
    Small: b"small", FORMATTING, INLINE;
    Source: b"source", VOID;
    Span: b"span", INLINE;
    Strike: b"strike", FORMATTING, STRUCK, INLINE;
    Strong: b"strong", FORMATTING, INLINE;
    Style: b"style", RAW, HTML_BLOCK;
    Sub: b"sub", INLINE;
    Summary: b"summary", BLOCK, HTML_BLOCK;
    Sup: b"sup", INLINE;
    Svg: b"svg", HIDDEN, INLINE;
    Table: b"table", BLOCK, BARRIER, HTML_BLOCK;
    Tbody: b"tbody", PART, HTML_BLOCK;
    Td: b"td", BARRIER, PART, HTML_BLOCK;
    Template: b"template", BLOCK, BARRIER, HIDDEN, INLINE;
    Textarea: b"textarea", RAW, HTML_BLOCK;
    Tfoot: b"tfoot", PART, HTML_BLOCK;
    Th: b"th", BARRIER, PART, HTML_BLOCK;
    Thead: b"thead", PART, HTML_BLOCK;
    Title: b"title", RAW, HTML_BLOCK;
    Tr: b"tr", PART, HTML_BLOCK;
    Track: b"track", VOID, HTML_BLOCK;
    Tt: b"tt", FORMATTING, INLINE;
    U: b"u", FORMATTING, INLINE;
    Ul: b"ul", BLOCK, HTML_BLOCK;
    Var: b"var", INLINE;
    Wbr: b"wbr", VOID, INLINE;
    Xmp: b"xmp", BLOCK, RAW;
}
