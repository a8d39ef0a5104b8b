//! Properties of all texts.

use personal_page::import::translate::syntax::Syntax;
use proptest::prelude::*;

use super::{EVERY, told};
use crate::bundle::properties::holds;

/// Pieces of the syntax of all engines, and of Markdown around it.
const PIECES: [&str; 72] = [
    "{{< ",
    " >}}",
    "{{% ",
    " %}}",
    "{% ",
    " %}",
    "{{ ",
    " }}",
    "{{</* ",
    " */>}}",
    "/",
    "figure src=\"a.png\"",
    "notice tip",
    "highlight go",
    "endhighlight",
    "raw",
    "endraw",
    "end",
    "youtube x1",
    "admonition(text=\"a\")",
    "{: .note}",
    "{:toc}",
    "{#id}",
    "==",
    "mark",
    ":smile:",
    ":",
    "[[",
    "]]",
    "![[",
    "hello",
    "|",
    "#part",
    "%%",
    "^id",
    "^[",
    "]",
    "](",
    ")",
    "@/hello.md",
    ":::",
    "note",
    "!!! note",
    "??? tip \"T\"",
    "> ",
    "[!info]- T",
    "**Note**",
    "- ",
    "1. ",
    "    ",
    "\n",
    "\n\n",
    "```",
    "`",
    "~~~",
    "# ",
    "\n===\n",
    "\n---\n",
    "$",
    "$$",
    "\\\\(",
    "\\\\)",
    "\\[",
    "\\]",
    "<Callout type=\"tip\">",
    "</Callout>",
    "<div class=\"note\">",
    "</div>",
    "{/* ",
    " */}",
    "import A from './a.png'\n",
    "ä\u{300}日\r\n",
];

fn pieces() -> impl Strategy<Value = (usize, String)> {
    let text = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat());
    (0..EVERY.len(), text)
}

#[test]
fn every_text_goes_through() {
    holds(3_000, &pieces(), |(syntax, text)| {
        let (_, notes) = told(EVERY[syntax], &text);
        let lines = text.split('\n').count();
        prop_assert!(notes.open.iter().all(|open| (1..=lines).contains(&open.line)), "{:?}", notes);
        Ok(())
    });
    holds(500, &(0..EVERY.len(), ".{0,200}"), |(syntax, text)| {
        told(EVERY[syntax], &text);
        Ok(())
    });
}

#[test]
fn prose_without_syntax_stays_byte_for_byte() {
    let words =
        prop::collection::vec("[a-zA-Zäöü日本,.;()'\" \n*_`0-9-]{0,20}", 0..30).prop_map(|words| words.join(" "));
    holds(1_000, &words, |text| {
        for syntax in [Syntax::Hugo, Syntax::Jekyll, Syntax::Obsidian, Syntax::Docusaurus, Syntax::Hexo] {
            prop_assert_eq!(&told(syntax, &text).0, &text);
        }
        Ok(())
    });
}

#[test]
fn a_form_between_words_is_translated_once() {
    let forms = [
        "{{< youtube x1 >}}",
        "{{ youtube(id=\"x1\") }}",
        "{% youtube x1 %}",
        "==mark==",
        ":smile:",
        "[[hello|x]]",
        "![[a.png]]",
        "^[A note here]",
        "\n\n:::tip\nText.\n:::\n\n",
        "\n\n!!! note\n    Text.\n\n",
        "\n\n# Title\n\n",
        "\n\n> [!info] Title\n> Text.\n\n",
        "\\\\(x_1\\\\)",
        "{/* x */}",
        "\n\n{{< notice tip >}}\nA\n{{< /notice >}}\n\n",
        "\n\n```js\n==x==\n```\n\n",
        "{% raw %}{{ x }}{% endraw %}",
        "words",
        "\n\n- item ",
        "\n\n> quote ",
        "\n\nText.\n{: .note}\n\n",
        "![a](b.png){width=300}",
        "<Note>Text</Note>",
    ];
    let text = prop::collection::vec(prop::sample::select(forms.to_vec()), 0..12).prop_map(|forms| forms.join(" and "));
    holds(1_500, &(0..EVERY.len(), text), |(syntax, text)| {
        let (once, _) = told(EVERY[syntax], &text);
        prop_assert_eq!(&told(EVERY[syntax], &once).0, &once);
        Ok(())
    });
}

#[test]
fn the_time_grows_with_the_text_and_no_faster() {
    let begin = std::time::Instant::now();
    for piece in [
        "{{< ",
        "{: .note}\n",
        "{% highlight x %}",
        "[[",
        "==",
        "`",
        "{",
        "<A ",
        "^[",
        "> ",
        ":::note\n",
        "\\\\(",
        "%%",
        "!!! a\n    ",
        "](",
        "- {: .note}\n",
    ] {
        for syntax in EVERY {
            told(syntax, &piece.repeat(3_000));
        }
    }
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}
