//! Hugo's shortcodes, and those of its themes.

use personal_page::import::translate::syntax::Syntax::Hugo;

use super::{becomes, is_left, stays};

#[test]
fn a_figure_becomes_a_picture_with_its_caption() {
    becomes(
        Hugo,
        "Before.\n\n{{< figure src=\"lake.jpg\" alt=\"A lake\" caption=\"The *lake* at dawn\" width=\"300\" >}}\n\nAfter.\n",
        "Before.\n\n![A lake](lake.jpg \"The *lake* at dawn\")\n\nAfter.\n",
    );
}

#[test]
fn arguments_may_be_on_lines_of_their_own() {
    becomes(Hugo, "{{< figure\n  src=\"lake.jpg\"\n  alt=\"A lake\"\n>}}\n\nText.\n", "![A lake](lake.jpg)\n\nText.\n");
}

#[test]
fn a_figure_with_a_link_is_a_linked_picture() {
    becomes(
        Hugo,
        "{{< figure src=\"a.png\" title=\"Two \\\"A\\\"\" link=\"https://example.org/\" />}}\n",
        "[![Two \"A\"](a.png \"Two \\\"A\\\"\")](https://example.org/)\n",
    );
}

#[test]
fn a_figure_gets_lines_of_its_own() {
    becomes(Hugo, "Text:\n{{< figure src=\"a.png\" alt=\"A\" >}}\nMore.\n", "Text:\n\n![A](a.png)\n\nMore.\n");
}

#[test]
fn highlight_becomes_a_code_block() {
    becomes(
        Hugo,
        "{{< highlight go \"linenos=table,hl_lines=2 4-5,linenostart=199\" >}}\nfunc main() {\n\t# no heading\n}\n{{< / highlight >}}\n",
        "```go linenostart=199 {2,4-5}\nfunc main() {\n\t# no heading\n}\n```\n",
    );
}

#[test]
fn code_with_backticks_gets_a_longer_fence() {
    becomes(
        Hugo,
        "{{< highlight markdown >}}\n```js\n1\n```\n{{< /highlight >}}\n",
        "````markdown\n```js\n1\n```\n````\n",
    );
}

#[test]
fn a_reference_becomes_the_path_of_the_file() {
    becomes(
        Hugo,
        "See [this]({{< ref \"posts/hello.md#part\" >}}) and [that]({{% relref path=\"second.md\" %}}).\n",
        "See [this](./hello.md#part) and [that](./second.md).\n",
    );
}

#[test]
fn a_reference_to_nothing_is_left() {
    is_left(Hugo, "Text.\n\nSee [this]({{< ref \"gone.md\" >}}).\n", 3, "{{< ref >}}");
}

#[test]
fn videos_become_frames_and_posts_links() {
    becomes(
        Hugo,
        "{{< youtube w7Ft2ymGmfc >}}\n\n{{< vimeo id=\"55073825\" title=\"A film\" >}}\n\n{{< x user=\"SanDiegoZoo\" id=\"1453110110599868418\" >}}\n\n{{< gist spf13 7896402 >}}\n\n{{< instagram CxOWiQNP2MO >}}\n",
        "![Video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc)\n\n![A film](https://vimeo.com/55073825)\n\n[Post on X](https://x.com/SanDiegoZoo/status/1453110110599868418)\n\n[Code on GitHub Gist](https://gist.github.com/spf13/7896402)\n\n[Post on Instagram](https://www.instagram.com/p/CxOWiQNP2MO/)\n",
    );
}

#[test]
fn a_video_in_a_line_or_an_item_stays_a_link() {
    becomes(
        Hugo,
        "See {{< youtube w7Ft2ymGmfc >}}.\n\n- {{< youtube w7Ft2ymGmfc >}}\n\n> {{< vimeo 55073825 >}}\n",
        "See [Video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc).\n\n- [Video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc)\n\n> ![Video on Vimeo](https://vimeo.com/55073825)\n",
    );
}

#[test]
fn notices_of_themes_become_alerts() {
    becomes(
        Hugo,
        "{{< notice tip >}}\nUse a **fork**.\n\n- Really\n{{< /notice >}}\n",
        "> [!TIP]\n> Use a **fork**.\n>\n> - Really\n",
    );
    becomes(
        Hugo,
        "{{% admonition type=\"danger\" title=\"Mind the gap\" %}}\nIt is wide.\n{{% /admonition %}}\n",
        "> [!CAUTION]\n> **Mind the gap**\n>\n> It is wide.\n",
    );
    becomes(Hugo, "{{< hint info >}}\nA hint.\n{{< /hint >}}\n", "> [!NOTE]\n> A hint.\n");
}

#[test]
fn shortcodes_in_shortcodes_are_translated() {
    becomes(
        Hugo,
        "{{< tabs >}}\n{{< tab \"Linux\" >}}\n{{< notice warning >}}\nCareful.\n{{< /notice >}}\n{{< /tab >}}\n{{< tab \"Mac\" >}}\nFine.\n{{< /tab >}}\n{{< /tabs >}}\n",
        "**Linux**\n\n> [!WARNING]\n> Careful.\n\n**Mac**\n\nFine.\n",
    );
}

#[test]
fn a_notice_stays_in_its_list_item() {
    becomes(
        Hugo,
        "- One\n\n  {{< notice note >}}\n  In the item.\n  {{< /notice >}}\n\n- Two\n",
        "- One\n\n  > [!NOTE]\n  > In the item.\n\n- Two\n",
    );
}

#[test]
fn details_become_html() {
    becomes(
        Hugo,
        "{{< details summary=\"See\" open=true >}}\nInside.\n{{< /details >}}\n",
        "<details open>\n<summary>See</summary>\n\nInside.\n\n</details>\n",
    );
}

#[test]
fn a_diagram_becomes_a_code_block() {
    becomes(Hugo, "{{<mermaid>}}\ngraph TD;\nA-->B;\n{{</mermaid>}}\n", "```mermaid\ngraph TD;\nA-->B;\n```\n");
}

#[test]
fn an_escaped_shortcode_in_code_is_what_the_page_showed() {
    becomes(
        Hugo,
        "```text\n{{</* youtube id */>}}\n{{%/* notice */%}}\n```\n\nWrite `{{</* ref \"x\" */>}}`.\n",
        "```text\n{{< youtube id >}}\n{{% notice %}}\n```\n\nWrite `{{< ref \"x\" >}}`.\n",
    );
}

#[test]
fn an_escaped_shortcode_in_prose_stays_text() {
    becomes(Hugo, "Write {{</* youtube id */>}} there.\n", "Write \\{\\{\\< youtube id >}} there.\n");
}

#[test]
fn a_shortcode_in_code_stays() {
    stays(
        Hugo,
        "```text\n{{< youtube w7Ft2ymGmfc >}}\n```\n\nWrite `{{< youtube id >}}`.\n\n- Item\n\n  ~~~\n  {{< figure src=\"a\" >}}\n  ~~~\n",
    );
}

#[test]
fn a_shortcode_that_is_not_known_is_left() {
    is_left(Hugo, "One.\n\n{{< weather city=\"Rome\" >}}\n", 3, "{{< weather >}}");
    is_left(Hugo, "{{< param \"version\" >}}\n", 1, "{{< param >}}");
}

#[test]
fn arguments_in_backticks_are_raw() {
    becomes(Hugo, "{{< figure src=`a.png` alt=`Say \"hi\"` >}}\n", "![Say \"hi\"](a.png)\n");
}

#[test]
fn an_inline_shortcode_is_the_text_of_its_template() {
    becomes(Hugo, "A\n\n{{< sum.inline >}}\n<p>One</p>\n{{</ sum.inline >}}\n\nB\n", "A\n\n<p>One</p>\n\nB\n");
}
