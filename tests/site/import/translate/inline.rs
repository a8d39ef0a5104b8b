//! Signs within a line.

use personal_page::import::translate::syntax::Syntax::{Hugo, Plain};

use super::{EVERY, becomes, stays};

#[test]
fn marks_become_html() {
    for syntax in EVERY {
        becomes(syntax, "The ==important words== here.\n", "The <mark>important words</mark> here.\n");
    }
    stays(Plain, "if a == b and b == c, `==x==` stays.\n\nTitle\n-----\n\n```\n==x==\n```\n");
}

#[test]
fn names_of_emoji_become_emoji() {
    becomes(Plain, "Done :tada: and :+1: (:heart:).\n", "Done 🎉 and 👍 (❤️).\n");
    stays(
        Hugo,
        "At 10:30:00, std::move::x, a:smile:b, `:smile:`, :no_such_name:, [x](https://a.example/:smile:/), <abbr title=\":smile:\">x</abbr>.\n\n```\n:tada:\n```\n",
    );
}

#[test]
fn inline_notes_become_footnotes() {
    becomes(
        Plain,
        "A claim.^[From a *book*.] And another.^[From elsewhere.]\n",
        "A claim.[^note-1] And another.[^note-2]\n\n\n[^note-1]: From a *book*.\n\n[^note-2]: From elsewhere.\n",
    );
    stays(Plain, "x^[2] and ^[a-z]+ and [^1].\n\n[^1]: Note.\n");
}
