//! Code stays byte for byte.

use personal_page::import::translate::syntax::Syntax::Eleventy;

use super::{EVERY, becomes, stays};

/// One of each form of every engine.
const FORMS: &str = "{{< youtube w7Ft2ymGmfc >}} {{ youtube(id=\"x\") }} ==mark== :smile: [[hello]] ![[a.png]] \
                     {{ site.url }}/x ^[a note here] \\\\(x\\\\) <Note>x</Note> [a](@/hello.md) {: .note}";

#[test]
fn in_fences_and_spans_nothing_changes() {
    for syntax in EVERY {
        stays(syntax, &format!("```\n{FORMS}\n# h\n!!! note\n    x\n:::note\nx\n:::\n```\n"));
        stays(syntax, &format!("- item\n\n  ~~~~ md\n  {FORMS}\n  ~~~\n  # x\n  ~~~~\n\n> ```\n> {FORMS}\n> ```\n"));
        stays(syntax, &format!("A `` {FORMS} `` b.\n"));
        stays(syntax, &format!("Text.\n\n    {FORMS}\n    # h\n\nText.\n"));
    }
}

#[test]
fn in_comments_nothing_changes() {
    for syntax in EVERY {
        stays(syntax, "A.\n\n<!-- ==x== :smile: [[hello]] {{< youtube w7Ft2ymGmfc >}} -->\n\nB.\n");
    }
}

#[test]
fn a_comparison_in_a_language_is_one_here() {
    becomes(Eleventy, "```diff-js\n+a\n-b\n c\n```\n", "```js diff\n+a\n-b\n c\n```\n");
    stays(Eleventy, "```diff\n+a\n```\n\n```text\ndiff-js\n```\n");
}
