//! Quotations with their authors.

use super::super::blocks::quoted;
use super::{Call, Rendered};

pub(super) fn render(call: &Call<'_>) -> Option<Rendered> {
    let arguments = call.arguments;
    let (text, source) = match call.name {
        "multilingualquote" => {
            let text = format!("{}\n\n{}", arguments.first(&["original"])?, arguments.first(&["translated"])?);
            (text, arguments.first(&["author"]).map(str::to_owned))
        }
        "pullquote" => (call.body?.to_owned(), None),
        "blockquote" | "quote" | "epigraph" => {
            let text = call.body.filter(|body| !body.is_empty()).or_else(|| arguments.first(&["text", "quote"]))?;
            (text.to_owned(), named(call).or_else(|| of_words(&arguments.raw)))
        }
        _ => return None,
    };
    let text = match source.filter(|source| !source.is_empty()) {
        Some(source) => format!("{text}\n\n— {source}"),
        None => text,
    };
    Some(Rendered::block(quoted(&text), format!("{} → quotation", call.written)))
}

/// The author and the source, by their keys.
fn named(call: &Call<'_>) -> Option<String> {
    let author = call.arguments.first(&["author", "by", "name"]);
    let source = call.arguments.first(&["source", "title", "from", "cite"]);
    let link = call.arguments.first(&["link", "url", "href"]);
    let source = match (source, link) {
        (Some(source), Some(link)) => Some(format!("[{source}]({link})")),
        (None, Some(link)) => Some(format!("<{link}>")),
        (source, None) => source.map(str::to_owned),
    };
    let parts: Vec<String> = author.map(str::to_owned).into_iter().chain(source).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Hexo's order: author and source with a comma between them, then an address and its title.
fn of_words(written: &str) -> Option<String> {
    if written.is_empty() || written.contains('=') && !written.contains("http") {
        return None;
    }
    let words: Vec<&str> = written.split_whitespace().collect();
    let Some(at) = words.iter().position(|word| word.starts_with("http")) else {
        return Some(written.trim_matches(['"', '\'']).to_owned());
    };
    let (author, address, title) = (words[..at].join(" "), words[at], words[at + 1..].join(" "));
    let source = if title.is_empty() { format!("<{address}>") } else { format!("[{title}]({address})") };
    Some(if author.is_empty() { source } else { format!("{author}, {source}") })
}
