//! Minifies the inline styles and scripts of a document.

use super::minify_css::css;
use super::minify_js::js;

pub(crate) fn document(html: &str) -> String {
    each(&each(html, "style", css), "script", js)
}

/// Changes the text of each element of a name.
fn each(html: &str, name: &str, minify: fn(&str) -> String) -> String {
    let mut lean = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, text, after)) = next(rest, name) {
        lean.push_str(before);
        lean.push_str(&minify(text));
        rest = after;
    }
    lean + rest
}

/// Splits at the first element of a name: everything up to its text (its tag included), the text, and the rest.
fn next<'h>(html: &'h str, name: &str) -> Option<(&'h str, &'h str, &'h str)> {
    let start = html.find(&format!("<{name}"))?;
    let text = start + html[start..].find('>')? + 1;
    let end = text + html[text..].find(&format!("</{name}>"))?;
    Some((&html[..text], &html[text..end], &html[end..]))
}

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn only_styles_and_scripts_are_minified() {
        let html = "<p>a  /* b */</p><style media=\"all\">a { b: c }</style><pre>\n  // d</pre><script>\n  // e\n  f()\n</script>\
                    <style> </style><script src=\"g.js\"></script>";
        let lean = "<p>a  /* b */</p><style media=\"all\">a{b:c}</style><pre>\n  // d</pre><script>f()</script>\
                    <style></style><script src=\"g.js\"></script>";
        assert_eq!(document(html), lean);
    }
}
