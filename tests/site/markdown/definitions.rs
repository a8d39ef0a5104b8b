//! Only a colon and white space begin a definition: other colons at the start of a line are text.

use super::{check, html};

#[test]
fn a_colon_without_white_space_is_a_character_of_its_paragraph() {
    check(&[
        ("He left.\n:) was all he wrote", "<p>He left.\n:) was all he wrote</p>"),
        ("He left.\n\n:tada: We *shipped*.", "<p>He left.</p>\n<p>:tada: We <em>shipped</em>.</p>"),
        (":::tip\nBe kind.\n:::\n\nMore.\n\n:::", "<p>:::tip\nBe kind.\n:::</p>\n<p>More.</p>\n<p>:::</p>"),
        ("One\n:-) two\n:-|\n:# three\n:> four", "<p>One\n:-) two\n:-|\n:# three\n:&gt; four</p>"),
        ("*One\n:two* three", "<p><em>One\n:two</em> three</p>"),
        ("One\n:_two_ and :\"three\"", "<p>One\n:<em>two</em> and :“three”</p>"),
        ("One\n:", "<p>One\n:</p>"),
        ("One\n:  \n\ntwo", "<p>One\n:</p>\n<p>two</p>"),
    ]);
}

#[test]
fn within_lists_quotes_and_notes_it_is_the_same() {
    check(&[
        ("- One\n  :) two", "<ul>\n<li>One\n:) two</li>\n</ul>"),
        ("> One\n> :two\n:three", "<blockquote>\n<p>One\n:two\n:three</p>\n</blockquote>"),
        ("> One\n>\n> :two", "<blockquote>\n<p>One</p>\n<p>:two</p>\n</blockquote>"),
    ]);
    let note = html("Word[^1].\n\n[^1]: One\n    :) two");
    assert!(note.contains("<li id=\"fn-1\"><p>One\n:) two "), "{note}");
}

#[test]
fn real_definitions_stay_beside_colons_that_define_nothing() {
    check(&[
        ("Term\n: real\n:) smile\n: two", "<dl>\n<dt>Term</dt>\n<dd>real\n:) smile</dd>\n<dd>two</dd>\n</dl>"),
        (
            "*Soft* `t`\n\n:\tone\n\n    more\n\n:D",
            "<dl>\n<dt><em>Soft</em> <code>t</code></dt>\n<dd><p>one</p>\n<p>more</p>\n</dd>\n</dl>\n<p>:D</p>",
        ),
        ("One\n:two\n: three", "<dl>\n<dt>One\n:two</dt>\n<dd>three</dd>\n</dl>"),
    ]);
}

#[test]
fn a_colon_that_aligns_a_column_does_so() {
    let table = html("|a|b|\n:-|-:\n|1|2|");
    assert!(
        table.contains("<th scope=\"col\" class=\"left\">a</th><th scope=\"col\" class=\"right\">b</th>"),
        "{table}"
    );
    check(&[("a | b | c\n:-|-", "<p>a | b | c\n:-|-</p>")]);
}

#[test]
fn a_text_that_has_every_stand_in_itself_is_read_as_well() {
    check(&[(
        "^%@?/,\n:) two {x}\n\n## {x}",
        "<p>^%@?/,\n:) two {x}</p>\n<h2 id=\"one\">{x} <a class=\"anchor\" href=\"#one\" aria-label=\"Link to: {x}\">#</a></h2>",
    )]);
}
