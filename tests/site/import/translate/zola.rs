//! Zola's shortcodes, and those of the theme tabi.

use personal_page::import::translate::syntax::Syntax::Zola;

use super::{becomes, is_left, stays};

#[test]
fn links_to_sources_lead_to_the_new_files() {
    becomes(
        Zola,
        "[a](@/blog/hello/index.md#part) and [b][b].\n\n[b]: @/blog/second.md\n",
        "[a](./hello.md#part) and [b][b].\n\n[b]: ./second.md\n",
    );
}

#[test]
fn a_link_to_a_text_that_is_not_there_is_left() {
    is_left(Zola, "A.\n\n[a](@/blog/gone.md)\n", 3, "\"@/blog/gone.md\" leads to no text");
}

#[test]
fn admonitions_become_alerts() {
    becomes(
        Zola,
        "{{ admonition(type=\"danger\", title=\"No [way](a) `x`\", text='It is \"gone\".') }}\n",
        "> [!CAUTION]\n> **No [way](a) `x`**\n>\n> It is \"gone\".\n",
    );
    becomes(
        Zola,
        "{% admonition(type=\"info\") %}\nText with {{ youtube(id=\"w7Ft2ymGmfc\") }}.\n{% end %}\n",
        "> [!NOTE]\n> Text with [Video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc).\n",
    );
}

#[test]
fn pictures_of_themes_become_pictures() {
    becomes(
        Zola,
        "{{ full_width_image(src=\"a.webp\", alt=\"A\") }}\n\n{{ dual_theme_image(light_src=\"l.webp\", dark_src=\"d.webp\" alt=\"Tower\") }}\n\n{{ image_toggler(default_src=\"a.png\", toggled_src=\"b.png\", default_alt=\"A\", toggled_alt=\"B\") }}\n",
        "![A](a.webp)\n\n![Tower](l.webp){dark=\"d.webp\"}\n\n![A](a.png)\n\n![B](b.png)\n",
    );
}

#[test]
fn diagrams_and_formulas_are_taken_as_they_are() {
    becomes(
        Zola,
        "{% mermaid(invertible=true) %}\ngraph TD\n    A --> B\n{% end %}\n\n{% katex(block=true) %}\nx_1 * y_1\n{% end %}\n",
        "```mermaid\ngraph TD\n    A --> B\n```\n\n$$\nx_1 * y_1\n$$\n",
    );
}

#[test]
fn escaped_shortcodes_are_what_the_page_showed() {
    becomes(
        Zola,
        "```\n{{/* youtube(id=\"x\") */}}\n{%/* quote() */%}\nHi\n{%/* end */%}\n```\n",
        "```\n{{ youtube(id=\"x\") }}\n{% quote() %}\nHi\n{% end %}\n```\n",
    );
}

#[test]
fn what_is_not_known_is_left() {
    is_left(Zola, "A.\n\n{{ iine(icon=\"heart\") }}\n", 3, "{{ iine }}");
}

#[test]
fn shortcodes_in_code_stay() {
    stays(Zola, "`{{ youtube(id=\"x\") }}`\n\n```\n{% admonition() %}\n{% end %}\n[a](@/blog/hello.md)\n```\n");
}
