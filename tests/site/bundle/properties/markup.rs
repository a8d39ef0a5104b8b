//! Parses HTML as strictly as the renderer writes it, and reports errors.

/// The contents of some HTML.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// Every id, in order.
    pub(super) ids: Vec<String>,
    /// The ids of the headings, in order.
    pub(super) headings: Vec<String>,
}

const VOID: [&str; 5] = ["br", "hr", "img", "input", "source"];

/// Elements that must not be in an author's text.
const FORBIDDEN: [&str; 12] =
    ["script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "template", "frame", "svg"];

/// Parses the HTML of a text: every element is closed in order; no script, handler, style or URL that runs.
pub(super) fn read(html: &str) -> Result<Markup, String> {
    let mut markup = Markup::default();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let here = || rest[at..].chars().take(60).collect::<String>();
        let tag = &rest[at + 1..];
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = &comment[comment.find("-->").ok_or_else(|| format!("a comment without an end: {}", here()))? + 3..];
            continue;
        }
        let closes = tag.starts_with('/');
        let tag = tag.strip_prefix('/').unwrap_or(tag);
        let length = tag.find(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit()).unwrap_or(tag.len());
        let (name, mut after) = tag.split_at(length);
        if name.is_empty() || FORBIDDEN.contains(&name) {
            return Err(format!("no element to be here: {}", here()));
        }
        while let Some(attribute) = after.strip_prefix(' ').filter(|_| !closes) {
            let end = attribute.find(['=', ' ', '>']).unwrap_or(attribute.len());
            let (key, value) = attribute.split_at(end);
            let (value, next) = match value.strip_prefix("=\"") {
                Some(value) => value.split_once('"').ok_or_else(|| format!("a value without an end: {}", here()))?,
                None => ("", value),
            };
            harmless(key, value).map_err(|what| format!("{what}: {}", here()))?;
            if key == "id" {
                markup.ids.push(value.to_owned());
                if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                    markup.headings.push(value.to_owned());
                }
            }
            after = next;
        }
        rest = after.strip_prefix('>').ok_or_else(|| format!("a tag without an end: {}", here()))?;
        match closes {
            true if open.pop() != Some(name) => return Err(format!("closed out of turn: {}", here())),
            false if !VOID.contains(&name) => open.push(name),
            _ => {}
        }
    }
    if open.is_empty() { Ok(markup) } else { Err(format!("left open: {open:?}")) }
}

fn harmless(key: &str, value: &str) -> Result<(), String> {
    if key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        return Err(format!("no name of an attribute, {key:?}"));
    }
    if key.starts_with("on") || key == "style" || key == "srcdoc" || key == "formaction" {
        return Err(format!("the attribute {key}"));
    }
    if matches!(key, "href" | "src" | "srcset" | "poster") {
        // As browsers read it: without the characters they drop before they look for the scheme.
        let address: String = value.replace("&amp;", "&").chars().filter(|c| !c.is_control() && *c != ' ').collect();
        let end = address.find([':', '/', '?', '#']).unwrap_or(address.len());
        let scheme = address[end..].starts_with(':').then(|| address[..end].to_ascii_lowercase());
        if scheme.is_some_and(|scheme| !["http", "https", "mailto", "tel"].contains(&scheme.as_str())) {
            return Err(format!("the address {value}"));
        }
    }
    Ok(())
}

#[test]
fn malformed_html_is_detected() {
    assert!(read("<p>a <b class=\"x\">b</b><br></p><!-- c --><img src=\"/a\" alt=\"<\">").is_ok());
    for html in [
        "<p>a",
        "<p><b></p></b>",
        "a < b",
        "<script></script>",
        "<p onclick=\"x\"></p>",
        "<p style=\"x\"></p>",
        "<a href=\"java\tscript:x\"></a>",
        "<img src=\"data:x\">",
        "<p a\"b=\"c\"></p>",
    ] {
        assert!(read(html).is_err(), "{html}");
    }
}
