//! Syntax of other engines in a text, which this one does not have.

use crate::bundle::site::Site;

/// The findings on a text; the text begins on line 5.
fn told(text: &str) -> Vec<String> {
    let warnings = Site::new().post("hello.md", text).lenient().bundle().warnings();
    warnings.into_iter().filter(|line| line.contains("readers see")).collect()
}

#[track_caller]
fn warns(text: &str, line: usize, written: &str, remedy: &str) {
    let all = told(text);
    let [warning] = &all[..] else { panic!("{text}: {all:#?}") };
    assert!(warning.starts_with(&format!("posts/hello.md:{line}: warning: {written} is a")), "{text}: {warning}");
    assert!(warning.contains(&format!(" — {remedy}")), "{text}: {warning}");
}

const VIDEO: &str = "show it in a paragraph of its own: ![what it shows](https://…)";
const ALERT: &str = "write > [!NOTE] on a line, and the text below it, each line after >";
const CONTENTS: &str = "delete it: each page has a contents list of its own";
const CODE: &str = "put the code between two lines of ```";
const FILE: &str = "write the path of the file: [its title](./other.md)";

#[test]
fn each_kind_is_reported_with_what_to_write_instead() {
    for (text, written, remedy) in [
        ("{{< youtube dQw4w9WgXcQ >}}", "{{< youtube >}}", VIDEO),
        ("{{<youtube dQw4w9WgXcQ>}}", "{{< youtube >}}", VIDEO),
        ("{{% notice tip %}}\nMind **this**.\n{{% /notice %}}", "{{< notice >}}", ALERT),
        (
            "{{< figure src=\"a.jpg\"\n  title=\"It's a \"lake\"\" >}}",
            "{{< figure >}}",
            "write ![what it shows](./picture.jpg",
        ),
        ("## On {{< icon >}} signs", "{{< icon >}}", "write its content in Markdown"),
        ("See [the other]({{< ref \"other.md\" >}}).", "{{< ref >}}", FILE),
        ("{% include video.html id=\"x\" %}", "{% include %}", "write its content in Markdown"),
        ("{%- gist 12345 -%}", "{% gist %}", "put the code between two lines of ```, or link to it: [the code]("),
        ("{% highlight ruby %}\nputs \"==a==\" [[1]] {{ x }}\n{% endhighlight %}", "{% highlight %}", CODE),
        (
            "{% raw %}\n{{ page.title }}\n{% endraw %}",
            "{% raw %}",
            "delete it and the tag that ends it, and put the text between them in backticks",
        ),
        (
            "{{< tweet user=\"a\" id=\"1\" >}}",
            "{{< tweet >}}",
            "quote it, > before each line, and link to it: [the post](",
        ),
        ("{{< toot 1 >}}", "{{< toot >}}", "quote it, > before each line"),
        ("{% codepen PNaGbb %}", "{% codepen %}", "link to it: [the example]("),
        ("{% jsfiddle ccWP7 %}", "{% jsfiddle %}", "link to it: [the example]("),
        ("{{< spotify type=\"track\" >}}", "{{< spotify >}}", "link to it: [the recording]("),
        ("{% iframe https://x.example/ %}", "{% iframe %}", "link to it: [the page]("),
        ("{% image_toggler a.png b.png %}", "{% image_toggler %}", "write ![what it shows](./picture.jpg"),
        ("{% responsive-image path: a.png %}", "{% responsive-image %}", "write ![what it shows](./picture.jpg"),
        ("{{< my_video a.mp4 >}}", "{{< my_video >}}", "link to it: [the video]("),
        ("{% note_counter %}", "{% note_counter %}", "write its content in Markdown, or delete it"),
        ("{% if page.x %}yes{% else %}no{% endif %}", "{% if %}", "write its content in Markdown"),
        ("It is {{ page.title }}.", "{{ page.title }}", "write its content in Markdown"),
        ("[About]({{site.baseurl}}/about/)", "{{ site.baseurl }}", "write the path from the root: /about/"),
        ("![A lake]({{ \"/lake.jpg\" | relative_url }})", "{{ relative_url }}", "write the path from the root"),
        ("{{ youtube(id=\"x\", class=\"wide\") }}", "{{ youtube }}", VIDEO),
        ("{{ .Params.title }}", "{{ .Params.title }}", "write its content in Markdown"),
        (":::tip\n\nMind this.\n\n:::", ":::tip", ALERT),
        ("> ::: {.callout-warning}\n> Mind this.\n> :::", ":::callout-warning", ALERT),
        ("::youtube[A video]{#x}", "::youtube", VIDEO),
        ("!!! note \"A title\"\n\n    Mind this.", "!!! note", ALERT),
        ("See [[Another Page]].", "[[…]]", "link to the file: [its title](./other.md)"),
        ("See [[another page|these words]].", "[[…]]", "link to the file"),
        ("![[lake.jpg]]", "![[…]]", "show the picture, ![what it shows](./picture.jpg)"),
        ("[toc]", "[toc]", CONTENTS),
        ("[[_TOC_]]", "[[_TOC_]]", CONTENTS),
        ("* TOC\n{:toc}", "{: …}", CONTENTS),
        ("A paragraph.\n{: .lead}", "{: …}", "delete it; headings take attributes"),
        ("[A link](/archive/){:target=\"_blank\"}", "{: …}", "delete it"),
        ("[A link](/archive/){target=_blank}", "{: …}", "delete it"),
        ("It is ==very== good.", "==…==", "write <mark>words</mark>"),
        ("这是==重点==内容。", "==…==", "write <mark>words</mark>"),
        ("A claim.^[With a note to it.]", "^[…]", "write [^1] here"),
        ("import Tabs from '@theme/Tabs';\n\nWords.", "import", "delete the line"),
        (
            "export const meta = 1\n\nWords.",
            "export",
            "delete the line; to show it as written, put it between backticks",
        ),
        ("import Tabs, { TabItem as Item } from 'tabs'\n\nWords.", "import", "delete the line"),
        ("import * as data from \"./data.json\";\n\nWords.", "import", "delete the line"),
        ("import type { Props } from '../types'\n\nWords.", "import", "delete the line"),
        ("export const meta: Meta = {\n\nWords.", "export", "delete the line"),
        ("export default Layout\n\nWords.", "export", "delete the line"),
        ("export default (props) => props.children\n\nWords.", "export", "delete the line"),
        ("export default function Page() {\n\nWords.", "export", "delete the line"),
        ("export async function load() {\n\nWords.", "export", "delete the line"),
        ("export class Page extends Base {\n\nWords.", "export", "delete the line"),
        ("export { default } from './layout'\n\nWords.", "export", "delete the line"),
        ("export * from './layout'\n\nWords.", "export", "delete the line"),
        ("{/* unseen */}", "{/* … */}", "write <!-- and -->"),
        ("<Tabs>\n\nWords.\n\n</Tabs>", "<Tabs>", "write its content in Markdown"),
        ("A <Youtube id=\"x\" /> here.", "<Youtube>", VIDEO),
        ("[gallery ids=\"1,2\"]", "[gallery …]", "show each picture"),
    ] {
        warns(text, if written == "{: …}" && text.contains('\n') { 6 } else { 5 }, written, remedy);
    }
}

#[test]
fn what_only_looks_like_it_is_not_told_of() {
    for text in [
        "Two braces {{ }} and {{}} alone, {% 50 %} and {{1,2},{3}} and {{a},{b}}.",
        "`{{< x >}}` and ``{% x %}`` and `[[x]]` and `==x==`.",
        "```\n{{< x >}}\n[[x]]\n:::tip\n[toc]\nimport a from 'b'\n```",
        "    {{< x >}}\n    ==x==",
        "<pre>\n{{ page.title }}\n</pre>\n\n<code>{% x %}</code> and <kbd>[[x]]</kbd>",
        "<!-- {{< x >}} ==x== -->",
        "A formula $a_{{x}} = [[b]]$ and\n\n$$\n{{x}}^[a b]\n$$",
        "\\{{ page.title }} and \\[[x]] and \\==x==",
        "If a == b == c, then a==b==c; `x`==1 and y!==z, ==, === and ====.",
        "Heading\n=======\n\nText.",
        "Of f(x)^[2] and x^[n+1], ^[a-z]+$ and [^1].\n\n[^1]: A note.",
        "[[1]](https://x.example/) and [[x]] and a[[i]] and [[:alpha:]] and [[ -f x ]] and [[1, 2]].\n\n[x]: https://x.example/",
        "The attribute [[nodiscard]] of C++.",
        "Rust's {:?}, {:#?}, {:.2}, {:>8}, {:#x} and {name: string}.",
        "## A heading {#an-id .class}\n\n## A [link](/archive/) {#another}",
        "Vec<String>, Option<Foo> and HashMap<String, Vec<Item>>.",
        "A <BR> and <B>bold</B> one.",
        ":) was all he wrote\n\n:tada: We shipped\n\n::before and std::string",
        "Wow!!! note that.\n\n!!! really\n\nText.",
        "import antigravity\n\nexport the file from 'here'\n\nimport \"fmt\"",
        "export default of last year fell.",
        "export default (of goods) fell.",
        "export class struggles are many.",
        "export const is what JavaScript writes.",
        "export let us say, of goods.",
        "export function (of a port) is old.",
        "export async work, and export var costs.",
        "import this from \"that\"",
        "import goods from \"the far east\"",
        "import new goods from 'here'",
        "`import Tabs from 'tabs'`\n\n`export default Layout`",
        "On GitHub ${{ secrets.TOKEN }} is a secret.",
        "The style {{color: 'red'}} of React.",
        "[toc]\n\n[toc]: https://x.example/",
        "[x] and [ ] and [a link][toc].\n\n[toc]: https://x.example/",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn formulas_of_other_engines_are_reported() {
    let remedy = "write $x$ in a line, without spaces inside the dollar signs";
    for (text, written) in [
        (r"Inline math: \(\varphi = \dfrac{1+\sqrt5}{2}\)", r"\(…\)"),
        (r"Renders: \\[ r = \frac{\sum_{i=1}^{n}(x_i - \bar{x})}{2} \\]", r"\[…\]"),
        ("\\[\n\\frac{{a}}{{b}}\n\\]", r"\[…\]"),
        (r"would render: $ \sin(x) = \sum_{n=0}^{\infty} x^{2n + 1} $", "$ … $"),
        (r"The unit $\alpha $ here.", "$ … $"),
    ] {
        warns(text, 5, written, remedy);
    }
    for text in [
        r"`\(\varphi\)` and $\varphi$ and `$ \sin $`.",
        "$$\n\\left\\(\\frac a b\\right\\) \\\\[2pt] x\n$$",
        r"A quote \[sic\] and \(so on\) and \[a_b\].",
        r"It is in $HOME\bin and $PATH^.",
        r"It costs $ 5 and $ 6, or \$ \x \$.",
        "In `sh`:\n\n    $ printf \"a\\n\" $HOME",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
    let off = Site::new().config("[markdown]\nmath = false\n").post("hello.md", r"\(\varphi\)").bundle();
    assert_eq!(off.warnings(), [""; 0]);
}

#[test]
fn a_name_is_reported_once_for_the_whole_site() {
    let built = Site::new()
        .post("a.md", "{{< youtube a >}} {{< youtube b >}}\n\n{{< gist x >}}")
        .post("b.md", "One.\n\n{{< youtube c >}}")
        .post("c.md", "{{< youtube d >}}")
        .bundle();
    let remedy = "show it in a paragraph of its own: ![what it shows](https://…); to show it as written, put it between backticks";
    let code = "put the code between two lines of ```, or link to it: [the code](https://gist.github.com/…); to show it as written, put it between backticks";
    let what = "is a shortcode of another engine, and readers see it as written";
    assert_eq!(
        built.warnings(),
        [
            format!(
                "posts/a.md:5: warning: {{{{< youtube >}}}} {what} (4 times in 3 texts: also posts/a.md:5, posts/b.md:7 …) — {remedy}"
            ),
            format!("posts/a.md:7: warning: {{{{< gist >}}}} {what} — {code}"),
        ]
    );
}

#[test]
fn the_words_at_fault_are_known() {
    let built = Site::new().post("hello.md", "Now `==a==`, ==a== and [[b]].").bundle();
    let findings = built.report.findings.sorted();
    let columns: Vec<_> = findings.iter().map(|finding| finding.location.columns).collect();
    assert_eq!(columns, [Some((13, 18)), Some((23, 28))]);
}

#[test]
fn a_remedy_that_is_followed_leaves_no_finding() {
    for text in [
        "Link to it: [the video](https://www.youtube.com/watch?v=x)",
        "> [!NOTE]\n> Mind this.",
        "```rust\nlet x = 1;\n```",
        "[its title](./hello.md)",
        "The words **words** are strong.",
        "A claim.[^1]\n\n[^1]: The note.",
        "`{{ page.title }}` and `[[x]]`",
        "The root $\\sqrt x$",
        "```\n{{ page.title }}\n```",
        "Put the code here, [the code](https://gist.github.com/ada/1).",
        "> Rain.\n\n[the post](https://social.example/1), [the example](https://x.example/), [the recording](https://y.example/)",
        "## Words {#id}",
    ] {
        assert_eq!(Site::new().post("hello.md", text).bundle().warnings(), [""; 0], "{text}");
    }
}

#[test]
fn a_text_of_nothing_but_openings_takes_no_time() {
    for sign in [
        "{{", "{%", "{{<", "[[", "^[", "==", "{:", "{/*", "[x y=\"", "<pre>", "<Foo ", "::: {", "!!! x\n", "^[[[",
        "\\(^", "$ \\a",
    ] {
        let text = sign.repeat(200_000 / sign.len());
        let site = Site::new().post("hello.md", &text);
        drop(personal_page::bundle::check(&site.options));
    }
}
