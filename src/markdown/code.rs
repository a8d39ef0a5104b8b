//! Blocks of code.

use pulldown_cmark::CodeBlockKind;

use super::escape;

/// Begins a block. It can be reached by the keyboard, since long lines make it scroll.
pub(super) fn open(out: &mut String, kind: &CodeBlockKind<'_>) {
    let language = match kind {
        CodeBlockKind::Fenced(info) => language(info),
        CodeBlockKind::Indented => "",
    };
    out.push_str("<pre tabindex=\"0\"><code");
    if !language.is_empty() {
        out.push_str(" class=\"language-");
        escape::text(out, language);
        out.push('"');
    }
    out.push('>');
}

/// Ends a block.
pub(super) fn close(out: &mut String) {
    out.push_str("</code></pre>\n");
}

/// The first word of what stands behind the fence: `rust` of `rust,ignore` and of `rust {2-3}`.
fn language(info: &str) -> &str {
    info.split([' ', '\t', ',', '{']).next().unwrap_or_default()
}
