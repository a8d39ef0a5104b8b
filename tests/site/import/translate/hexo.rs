//! Hexo's tag plugins.

use personal_page::import::translate::syntax::Syntax::Hexo;

use super::{becomes, stays};

#[test]
fn a_codeblock_becomes_one_with_its_title() {
    becomes(
        Hexo,
        "{% codeblock Array.map lang:js mark:1,4-7 first_line:10 %}\narray.map(callback)\n{% endcodeblock %}\n",
        "```js title=\"Array.map\" linenostart=10 {1,4-7}\narray.map(callback)\n```\n",
    );
    becomes(
        Hexo,
        "{% codeblock _.compact http://underscorejs.org/#compact Underscore.js %}\n_.compact([0]);\n{% endcodeblock %}\n",
        "```text title=\"_.compact\"\n_.compact([0]);\n```\n\n[Underscore.js](http://underscorejs.org/#compact)\n",
    );
    becomes(Hexo, "{% code %}\n{{ x }}\n{% endcode %}\n", "```\n{{ x }}\n```\n");
}

#[test]
fn a_mermaid_tag_becomes_a_fence_that_is_drawn() {
    becomes(
        Hexo,
        "{% mermaid %}\ngraph TD;\nA-->B;\n{% endmermaid %}\n\n{% mermaid() %} of words stays.\n",
        "```mermaid\ngraph TD;\nA-->B;\n```\n\n{% mermaid() %} of words stays.\n",
    );
}

#[test]
fn pictures_of_the_post_become_pictures() {
    becomes(
        Hexo,
        "{% asset_img lake.jpg A lake %}\n\n{% asset_img post-image hill.png 500 400 '\"A title\" \"An alt\"' %}\n\n{% img left /images/a.png 100 200 Words %}\n",
        "![A lake](lake.jpg \"A lake\")\n\n![An alt](hill.png \"A title\")\n\n![Words](/images/a.png \"Words\")\n",
    );
}

#[test]
fn links_to_posts_lead_to_their_files() {
    becomes(
        Hexo,
        "{% post_link hello 'Say hello' %} and [x]({% post_path second %}) and {% asset_link a.pdf The paper %} and {% link Google https://google.com true %}.\n",
        "[Say hello](./hello.md) and [x](./second.md) and [The paper](a.pdf) and [Google](https://google.com).\n",
    );
}

#[test]
fn quotations_have_their_authors() {
    becomes(
        Hexo,
        "{% blockquote David Levithan, Wide Awake %}\nDo not just seek.\n{% endblockquote %}\n",
        "> Do not just seek.\n>\n> — David Levithan, Wide Awake\n",
    );
    becomes(
        Hexo,
        "{% quote Seth Godin http://a.example/b.html Welcome %}\nEvery.\n{% endquote %}\n",
        "> Every.\n>\n> — Seth Godin, [Welcome](http://a.example/b.html)\n",
    );
    becomes(Hexo, "{% pullquote left %}\nEvery.\n{% endpullquote %}\n", "> Every.\n");
}

#[test]
fn notes_of_themes_become_alerts() {
    becomes(Hexo, "{% note warning %}\nCareful.\n{% endnote %}\n", "> [!WARNING]\n> Careful.\n");
}

#[test]
fn the_words_behind_a_language_are_the_title() {
    becomes(Hexo, "```js main.js\n1\n```\n", "```js title=\"main.js\"\n1\n```\n");
    stays(Hexo, "```js {1}\n1\n```\n");
}

#[test]
fn raw_text_stays_in_fences_that_hexo_takes_out_before() {
    stays(Hexo, "```\n{% raw %}\n{{ x }}\n{% endraw %}\n```\n");
    becomes(Hexo, "{% raw %}\nA {{ x }}.\n{% endraw %}\n", "A \\{\\{ x }}.\n");
}

#[test]
fn the_mark_of_an_excerpt_stays() {
    stays(Hexo, "A.\n\n<!-- more -->\n\nB.\n");
}
