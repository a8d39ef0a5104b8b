//! Findings about raw HTML: what is wrong, and what to write instead.

use std::ops::Range;

use super::allowed;

/// How many names a message lists.
const NAMED: usize = 8;

/// What is wrong with some HTML, or not shown as it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HtmlProblem {
    /// An element is shown as text.
    Shown,
    /// An allowed element is never closed.
    NeverClosed,
    /// A closing tag has no opening tag.
    ClosesNothing,
    /// An allowed block element is within a line of text.
    BlockInLine,
    EndlessComment,
    /// An element is removed, although the owner allows HTML.
    LeftOut,
    /// HTML has no such element.
    Unknown,
    Attribute,
    TakenId,
    /// A frame of a host that is not allowed.
    Frame,
    /// A frame that is not loaded over HTTPS.
    OpenFrame,
    /// A frame of this site, or without a host.
    OwnFrame,
    FrameWithoutTitle,
    /// A heading of the level of the title.
    TopHeading,
}

#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) problem: HtmlProblem,
    /// The element, the attribute, the id or the host it is about.
    pub(crate) name: String,
    /// Its byte range in the text.
    pub(crate) span: Range<usize>,
}

impl HtmlProblem {
    /// What findings of one kind share, besides the problem: each kind is reported once per site.
    pub(crate) fn kind(self, name: &str) -> &str {
        match self {
            Self::Shown | Self::Unknown | Self::TakenId => "",
            Self::Attribute => attribute(name),
            _ => name,
        }
    }

    /// The message for all findings of one kind, with these names.
    pub(crate) fn message(self, names: &[&str], allow_html: bool) -> String {
        let name = names.first().copied().unwrap_or_default();
        let (is, s) = if names.len() == 1 { ("is", "") } else { ("are", "s") };
        let list = |show: fn(&str) -> String| list(names, show);
        match self {
            Self::Shown => format!("HTML is shown as text: {}", list(bracketed)),
            Self::NeverClosed if allow_html => format!("<{name}> is never closed, and contains all that follows"),
            Self::NeverClosed => format!("<{name}> is never closed, and shown as text"),
            Self::ClosesNothing => format!("</{name}> closes nothing, and is shown as text"),
            Self::BlockInLine => format!("<{name}> is in a line of text, and shown as text"),
            Self::EndlessComment => "a comment that never ends hides what follows".to_owned(),
            Self::LeftOut if allowed::WITH_CONTENT.contains(&name) => {
                format!("<{name}> is left out, with its content")
            }
            Self::LeftOut => format!("{} is left out", bracketed(name)),
            Self::Unknown if names.len() == 1 => format!("<{name}> is not an element of HTML, and left out"),
            Self::Unknown => format!("{} are not elements of HTML, and left out", list(bracketed)),
            Self::Attribute => format!("the attribute{s} {} {is} left out", list(str::to_owned)),
            Self::TakenId => format!("the id{s} {} {is} taken, and left out", list(quoted)),
            Self::Frame => format!("an <iframe> of {name} is left out: the host would learn who reads the post"),
            Self::OpenFrame => format!("an <iframe> of {name} is left out: its address is http, not https"),
            Self::OwnFrame => "an <iframe> without an address on another host is left out".to_owned(),
            Self::TopHeading => "<h1> is the level of the title, and becomes <h2>".to_owned(),
            Self::FrameWithoutTitle => "an <iframe> has no title for screen readers".to_owned(),
        }
    }

    /// What to write instead. `line` returns the line of `site.toml` that allows frames of a host.
    pub(crate) fn remedy(self, name: &str, line: impl Fn(&str) -> String) -> String {
        let remedy = match self {
            Self::Shown => "write it in Markdown, or allow HTML in site.toml: [markdown] html = true",
            Self::NeverClosed => {
                return format!("write </{name}> where it ends, in the same paragraph or between the same blocks");
            }
            Self::ClosesNothing => {
                return format!("delete it, or write <{name}> where it begins, in the same paragraph");
            }
            Self::BlockInLine => "begin a line with it, after an empty line",
            Self::EndlessComment => "write --> where it ends",
            Self::LeftOut => left_out(name),
            Self::Unknown => return format!("write \\<{name}> or `<{name}>` to show it"),
            Self::Attribute => attribute(name),
            Self::TakenId => "choose another",
            Self::Frame => return format!("allow it in site.toml:\n{}", line(name)),
            Self::OpenFrame => return format!("write {name}, and allow it in site.toml:\n{}", line(name)),
            Self::OwnFrame => "link to the page instead: [What it shows](/page/)",
            Self::TopHeading => "write <h2>, and increase the level of its subheadings by one",
            Self::FrameWithoutTitle => "describe what it shows: title=\"A film of the lake\"",
        };
        remedy.to_owned()
    }
}

/// Lists names, only the first [`NAMED`] of many.
pub(crate) fn list(names: &[&str], show: fn(&str) -> String) -> String {
    let more = if names.len() > NAMED { " …" } else { "" };
    names.iter().take(NAMED).map(|name| show(name)).collect::<Vec<_>>().join(", ") + more
}

/// The name of an element in angle brackets.
pub(crate) fn bracketed(name: &str) -> String {
    if name.starts_with('<') { name.to_owned() } else { format!("<{name}>") }
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// What to write instead of an element that is never allowed.
fn left_out(name: &str) -> &'static str {
    match name {
        "script" | "canvas" => "delete it: scripts in a text do not run",
        "style" => "delete it, and write its rules into public/owner.css",
        "svg" => "save it as a file beside the post, and show that: ![What it shows](./drawing.svg)",
        "object" | "embed" | "applet" | "param" => "link to the file instead: [Its name](./file.pdf)",
        "form" | "select" | "textarea" | "label" | "fieldset" | "legend" | "option" | "optgroup" | "output"
        | "datalist" => "link to a page that has the form: [Sign up](https://forms.example/)",
        "frame" | "frameset" => "link to the page instead: [What it shows](https://page.example/)",
        "font" | "basefont" | "big" | "blink" | "marquee" | "nobr" => {
            "write <span class=\"loud\"> instead, and .loud { … } into public/owner.css"
        }
        "xmp" | "plaintext" => "write it as a block of code",
        _ => "delete the tag",
    }
}

/// What to write instead of an attribute.
fn attribute(name: &str) -> &'static str {
    match name {
        "style" | "align" | "valign" | "bgcolor" | "border" | "color" | "face" | "size" | "width" | "height"
        | "hspace" | "vspace" | "cellpadding" | "cellspacing" | "background" | "nowrap" | "clear" => {
            "write class=\"special\" instead, and .special { … } into public/owner.css"
        }
        "target" => "delete it: the reader chooses where a link opens",
        "data-src" | "data-original" | "data-lazy-src" => "write it as src: no script in a text copies it there",
        _ if name.starts_with("on") => "delete it: scripts in a text do not run",
        _ => "delete it: it has no effect here",
    }
}
