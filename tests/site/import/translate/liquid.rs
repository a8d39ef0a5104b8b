//! Liquid and kramdown, as in Jekyll and Eleventy.

use personal_page::import::translate::syntax::Syntax::{Eleventy, Hugo, Jekyll};

use super::{becomes, is_left, stays};

#[test]
fn highlight_becomes_a_code_block() {
    becomes(
        Jekyll,
        "{% highlight ruby linenos %}\ndef foo\n  puts 'foo'\nend\n{% endhighlight %}\n",
        "```ruby linenos\ndef foo\n  puts 'foo'\nend\n```\n",
    );
    becomes(
        Eleventy,
        "{% highlight \"js\", \"1,3-4\" %}\nlet a;\n{%- endhighlight %}\n",
        "```js {1,3-4}\nlet a;\n```\n",
    );
}

#[test]
fn highlight_in_a_list_stays_in_its_item() {
    becomes(
        Jekyll,
        "1. One\n\n   {% highlight sh %}\n   ls\n     -a\n   {% endhighlight %}\n2. Two\n",
        "1. One\n\n   ```sh\n   ls\n     -a\n   ```\n\n2. Two\n",
    );
}

#[test]
fn a_post_url_becomes_the_path_of_the_file() {
    becomes(
        Jekyll,
        "[Hello]({% post_url 2024-05-01-hello %}) and [second]({{ site.baseurl }}{% link _posts/second.md %}#a).\n\n[h]: {{ site.url }}{% post_url 2024-05-01-hello %}\n",
        "[Hello](./hello.md) and [second](./second.md#a).\n\n[h]: ./hello.md\n",
    );
}

#[test]
fn a_link_to_a_file_becomes_its_address() {
    becomes(Jekyll, "[Slides]({% link assets/slides.pdf %})\n", "[Slides](/blog/assets/slides.pdf)\n");
}

#[test]
fn addresses_of_the_site_are_resolved() {
    becomes(
        Jekyll,
        "![a]({{ site.url }}{{ site.baseurl }}/assets/a.png) [b]({{ \"/b/\" | relative_url }}) [c]({{ '/c' | absolute_url }}) [d]({{site.baseurl}}/d/)\n",
        "![a](/blog/assets/a.png) [b](/blog/b/) [c](/blog/c) [d](/blog/d/)\n",
    );
    becomes(Eleventy, "[b]({{ '/b/' | url }})\n", "[b](/blog/b/)\n");
}

#[test]
fn raw_text_is_unwrapped_in_code() {
    becomes(
        Jekyll,
        "```liquid\n{% raw %}\n{{ page.title }}\n{% endraw %}\n```\n\nWrite `{% raw %}{{ x }}{% endraw %}`.\n",
        "```liquid\n{{ page.title }}\n```\n\nWrite `{{ x }}`.\n",
    );
    becomes(
        Jekyll,
        "{% raw %}\n```liquid\n{% include a.html %}\n```\n{% endraw %}\n",
        "```liquid\n{% include a.html %}\n```\n",
    );
}

#[test]
fn raw_text_in_prose_stays_text() {
    becomes(Jekyll, "Use {% raw %}{{ page.title }}{% endraw %} here.\n", "Use \\{\\{ page.title }} here.\n");
}

#[test]
fn known_includes_are_translated() {
    becomes(
        Jekyll,
        "{% include youtube.html id=\"w7Ft2ymGmfc\" %}\n\n{% include figure.html src=\"/a.png\" alt=\"A\" caption=\"An A\" %}\n\n{% include video id=\"55\" provider=\"vimeo\" %}\n",
        "![Video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc)\n\n![A](/a.png \"An A\")\n\n![Video on Vimeo](https://vimeo.com/55)\n",
    );
    is_left(Jekyll, "{% include sponsors.html %}\n", 1, "{% include %}");
}

#[test]
fn conditions_are_left() {
    is_left(Jekyll, "A.\n\n{% if site.x %}\nB.\n{% endif %}\n", 3, "{% if %}");
    is_left(Jekyll, "A {{ page.title }}.\n", 1, "{{ page.title }}");
    is_left(Eleventy, "{% set x = 1 %}\n", 1, "{% set %}");
}

#[test]
fn a_comment_becomes_one_of_html() {
    becomes(Jekyll, "A.\n\n{% comment %}\nLater.\n{% endcomment %}\n", "A.\n\n<!-- Later. -->\n");
    becomes(Jekyll, "A.\n\n{::comment}\nLater.\n{:/comment}\n", "A.\n\n<!--\nLater.\n-->\n");
}

#[test]
fn tags_in_code_stay() {
    stays(Jekyll, "```liquid\n{% post_url 2024-05-01-hello %}\n```\n\nWrite `{% include x.html %}`.\n");
}

#[test]
fn tags_mean_nothing_where_the_engine_has_none() {
    is_left(Hugo, "{% post_url 2024-05-01-hello %}\n", 1, "{% post_url %}");
}

#[test]
fn a_setting_of_the_site_is_written_and_one_that_is_not_known_is_left() {
    becomes(
        Jekyll,
        "[x][r]\n\n[r]: {{ site.repository }}/issues/{{site.repository}}\n",
        "[x][r]\n\n[r]: https://code.example/issues/https://code.example\n",
    );
    is_left(Jekyll, "By {{ site.owner }}.\n", 1, "{{ site.owner }}");
    stays(Jekyll, "Write `{{ site.repository }}`.\n");
}
