//! What shortcodes, tags and components show, by their names, which engines and themes share.

mod alert;
mod embed;
mod figure;
mod link;
mod quote;
mod section;

pub(super) use alert::{alert, kind, of_word, strong};
pub(super) use figure::picture;
pub(super) use section::details;

use super::arguments::Arguments;
use super::blocks;
use super::page::{Page, marks};

/// What is shown in place of a tag.
#[derive(Debug)]
pub(super) struct Rendered {
    pub(super) text: String,
    /// Whether it needs lines of its own.
    pub(super) block: bool,
    pub(super) kind: String,
    pub(super) lost: Vec<(String, String)>,
}

impl Rendered {
    fn block(text: String, kind: impl Into<String>) -> Self {
        Self { text, block: true, kind: kind.into(), lost: Vec::new() }
    }

    fn inline(text: impl Into<String>, kind: impl Into<String>) -> Self {
        Self { text: text.into(), block: false, kind: kind.into(), lost: Vec::new() }
    }
}

/// A tag as the renderers of single kinds see it.
struct Call<'a> {
    page: &'a Page<'a>,
    /// The name as written, for the report.
    written: &'a str,
    /// The name in lower case, without what joins words.
    name: &'a str,
    arguments: &'a Arguments,
    /// The text between the tags, without the marks of the list or quote that it is in.
    body: Option<&'a str>,
    /// Where the tag begins.
    start: usize,
}

/// What a tag shows; `None` if it is not known.
pub(super) fn render(
    page: &Page<'_>,
    written: &str,
    arguments: &Arguments,
    body: Option<&str>,
    start: usize,
) -> Option<Rendered> {
    let begin = page.line_start(start);
    let prefix = marks(&page.text[begin..start]).0;
    let body = body.map(|body| blocks::unindented(body, &prefix));
    let (written, arguments) = match written {
        "include" | "include_cached" | "partial" => included(arguments)?,
        _ => (written.to_owned(), arguments.clone()),
    };
    let name = simple(&written);
    let call = Call { page, written: &written, name: &name, arguments: &arguments, body: body.as_deref(), start };
    figure::render(&call)
        .or_else(|| embed::render(&call))
        .or_else(|| link::render(&call))
        .or_else(|| quote::render(&call))
        .or_else(|| section::render(&call))
        .or_else(|| alert::render(&call))
}

/// The name and the arguments of `{% include name.html x="y" %}`.
fn included(arguments: &Arguments) -> Option<(String, Arguments)> {
    let file = arguments.at(0)?;
    let name = file.rsplit('/').next().unwrap_or(file);
    let name = name.split('.').next().unwrap_or(name);
    // As in Minimal Mistakes: `{% include video provider="youtube" id=… %}`.
    let provider = arguments.get("provider").filter(|_| name == "video");
    Some((provider.unwrap_or(name).to_owned(), arguments.without_first()))
}

/// A name in lower case, without `-`, `_` and the folder or namespace before it.
fn simple(name: &str) -> String {
    let last = name.rsplit(['/', ':']).next().unwrap_or(name);
    last.chars().filter(|c| !matches!(c, '-' | '_' | '.')).flat_map(char::to_lowercase).collect()
}
