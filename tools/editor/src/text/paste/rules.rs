//! What elements mean, by their names, classes and styles.

use super::tree::Tree;

/// Whether an element stands in a block of its own.
pub(super) fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 36] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    ];
    const PARTS: [&str; 8] = ["tbody", "td", "tfoot", "th", "thead", "tr", "menu", "dir"];
    BLOCKS.contains(&name) || PARTS.contains(&name)
}

/// Whether a reader of the page sees nothing of an element.
pub(super) fn is_hidden(tree: &Tree, id: usize) -> bool {
    const HIDDEN: [&str; 19] = [
        "head", "style", "script", "template", "title", "meta", "link", "noscript", "svg", "canvas", "iframe",
        "object", "select", "textarea", "datalist", "col", "colgroup", "audio", "video",
    ];
    let name = tree.name(id);
    HIDDEN.contains(&name)
        || tree.attribute(id, "hidden").is_some()
        || tree.style(id, "display").is_some_and(|display| display == "none")
        // The sign of a list item of Word, which the list writes itself.
        || tree.style(id, "mso-list").is_some_and(|list| list == "ignore")
        // The sign beside a heading of GitHub.
        || name == "a" && tree.attribute(id, "aria-hidden") == Some("true")
}

/// How words are set, by an element's name and style. `None` for what they take over.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Type {
    pub(super) strong: Option<bool>,
    pub(super) emphasis: Option<bool>,
    pub(super) deleted: bool,
    pub(super) code: bool,
}

pub(super) fn type_of(tree: &Tree, id: usize) -> Type {
    let name = tree.name(id);
    let weight = tree.style(id, "font-weight").and_then(|weight| match weight.as_str() {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        weight => weight.parse::<u32>().ok().map(|weight| weight >= 600),
    });
    let slant = tree.style(id, "font-style").map(|style| style.starts_with("italic") || style.starts_with("oblique"));
    let line =
        ["text-decoration", "text-decoration-line"].iter().filter_map(|key| tree.style(id, key)).collect::<String>();
    Type {
        strong: weight.or(matches!(name, "b" | "strong").then_some(true)),
        emphasis: slant.or(matches!(name, "i" | "em" | "cite" | "dfn" | "var").then_some(true)),
        deleted: matches!(name, "s" | "del" | "strike") || line.contains("line-through"),
        code: matches!(name, "code" | "tt" | "samp" | "kbd"),
    }
}

/// Whether an element is code by its style alone, as VS Code writes it.
pub(super) fn is_styled_code(tree: &Tree, id: usize) -> bool {
    let monospace = tree.style(id, "font-family").is_some_and(|family| family.contains("monospace"));
    monospace && tree.style(id, "white-space").is_some_and(|space| space == "pre")
}

/// Whether a link leads somewhere from another page.
pub(super) fn leads(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    let scheme = lower.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '?', '#']));
    match scheme {
        Some(scheme) => matches!(scheme, "http" | "https" | "mailto" | "tel" | "ftp" | "geo" | "sms" | "xmpp"),
        None => !lower.is_empty() && !lower.starts_with('#'),
    }
}

/// Whether a picture is on the web.
pub(super) fn is_on_the_web(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    leads(address) && !lower.starts_with("mailto:") && !lower.starts_with("tel:")
}
