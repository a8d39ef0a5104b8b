//! Links to other texts and files of the site.

use super::super::syntax::Syntax;
use super::{Call, Rendered};

pub(super) fn render(call: &Call<'_>) -> Option<Rendered> {
    let arguments = call.arguments;
    let hexo = call.page.syntax == Syntax::Hexo;
    match call.name {
        "link" if hexo => {
            let at = arguments.words().position(|word| word.starts_with("http") || word.starts_with('/'))?;
            let words: Vec<&str> = arguments.words().take(at).collect();
            Some(labelled(call, arguments.at(at)?, &words.join(" ")))
        }
        "link" if call.body.is_some() => Some(labelled(call, arguments.first(&["href", "to", "url"])?, call.body?)),
        "ref" | "relref" | "posturl" | "postpath" | "link" => {
            let path = arguments.named_or(&["path"], 0)?;
            // Hugo's `ref` may name another language.
            let language =
                arguments.first(&["lang"]).or_else(|| arguments.at(1)).filter(|_| call.name.ends_with("ref"));
            Some(bare(call, &call.page.link_in(path, language).or_else(|| fallback(call, path))?))
        }
        "postlink" => {
            let path = call.page.link(arguments.at(0)?)?;
            let title = arguments.words().skip(1).filter(|word| !matches!(*word, "true" | "false"));
            let title = title.collect::<Vec<_>>().join(" ");
            let title = if title.is_empty() { arguments.at(0)?.replace(['-', '_'], " ") } else { title };
            Some(labelled(call, &path, &title))
        }
        "assetpath" => Some(bare(call, arguments.at(0)?)),
        "assetlink" => {
            let title = arguments.words().skip(1).collect::<Vec<_>>().join(" ");
            let file = arguments.at(0)?;
            Some(labelled(call, file, if title.is_empty() { file } else { &title }))
        }
        _ => None,
    }
}

/// The address of a file of the site. A text that is not found is an open note.
fn fallback(call: &Call<'_>, path: &str) -> Option<String> {
    let is_text = [".md", ".markdown", ".mdx"].iter().any(|ending| path.contains(ending));
    let is_file = call.name == "link" && path.contains('.') && !is_text;
    is_file.then(|| call.page.references.url(&format!("/{}", path.trim_start_matches('/')))).flatten()
}

/// A path in place of a tag: the destination of a link, or a link whose text is the path.
fn bare(call: &Call<'_>, path: &str) -> Rendered {
    let mut before = &call.page.text[call.page.line_start(call.start)..call.start];
    // The root of the site, `{{ site.baseurl }}`, is deleted before a tag.
    while let Some(root) = before.strip_suffix("}}").and_then(|before| before.rfind("{{")) {
        before = &before[..root];
    }
    let before = before.trim_end_matches([' ', '<', '"', '\'']);
    let is_destination = before.ends_with(['(', '=']) || before.ends_with("]:");
    let kind = format!("{} → link", call.written);
    let path = path.replace(' ', "%20");
    Rendered::inline(if is_destination { path } else { format!("[{path}]({path})") }, kind)
}

fn labelled(call: &Call<'_>, path: &str, label: &str) -> Rendered {
    let label = label.replace('[', "\\[").replace(']', "\\]");
    Rendered::inline(format!("[{label}]({})", path.replace(' ', "%20")), format!("{} → link", call.written))
}
