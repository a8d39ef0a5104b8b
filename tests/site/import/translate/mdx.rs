//! MDX, and the Markdown of Docusaurus and VitePress.

use personal_page::import::translate::syntax::Syntax::{Astro, Docusaurus, Hugo, VitePress};

use super::{becomes, is_left, stays, told};

#[test]
fn imports_are_deleted_and_exports_are_told_of() {
    becomes(Astro, "import A from './A.astro';\nimport {\n  B,\n} from '../b';\n\nText.\n", "\nText.\n");
    let (text, notes) = told(Astro, "Text.\n\nexport const meta = {\n  a: 1,\n};\n\nMore.\n");
    assert_eq!(text, "Text.\n\n\nMore.\n");
    assert_eq!(notes.open[0].line, 3);
    assert!(notes.open[0].message.contains("export const meta = {"), "{notes:?}");
}

#[test]
fn components_become_what_they_show() {
    becomes(
        Astro,
        "<Callout type=\"warning\" title=\"Careful\">\n  Text with **bold**.\n</Callout>\n\n<YouTube id=\"w7Ft2ymGmfc\" />\n\n<Image src=\"./a.png\" alt={\"A\"} width={300} />\n",
        "> [!WARNING]\n> **Careful**\n>\n> Text with **bold**.\n\n![Video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc)\n\n![A](./a.png)\n",
    );
}

#[test]
fn a_picture_may_be_imported() {
    becomes(
        Docusaurus,
        "import lake from './lake.jpg';\n\n<Image src={lake} alt=\"Lake\" />\n\n<Image src={require('./b.png').default} alt=\"B\" />\n",
        "\n![Lake](./lake.jpg)\n\n![B](./b.png)\n",
    );
}

#[test]
fn tabs_stand_below_one_another() {
    becomes(
        Docusaurus,
        "<Tabs>\n  <TabItem value=\"npm\" label=\"npm\">\n\n  ```sh\n  npm i\n  ```\n\n  </TabItem>\n  <TabItem value=\"yarn\">\n\n  Text.\n\n  </TabItem>\n</Tabs>\n",
        "**npm**\n\n```sh\nnpm i\n```\n\n**yarn**\n\nText.\n",
    );
}

#[test]
fn comments_become_those_of_html() {
    becomes(Docusaurus, "A.\n\n{/* truncate */}\n\nB.\n", "A.\n\n<!-- truncate -->\n\nB.\n");
    stays(Docusaurus, "A.\n\n<!-- truncate -->\n\nB.\n");
}

#[test]
fn class_names_become_classes() {
    becomes(Astro, "<span className=\"a\">x</span>\n", "<span class=\"a\">x</span>\n");
}

#[test]
fn what_is_not_known_is_left() {
    is_left(Astro, "A.\n\n<Chart data={points} />\n", 3, "<Chart>");
    is_left(Astro, "By {frontmatter.author}.\n", 1, "{frontmatter.author}");
}

#[test]
fn types_and_sentences_are_no_components() {
    stays(Astro, "A Vec<Note> and `<Callout>` and an Option<Tab>.\n\nimport it from the box, they said.\n");
    stays(Hugo, "import a from './a';\n");
}

#[test]
fn containers_become_alerts() {
    becomes(Docusaurus, ":::note\n\nSome **content**.\n\n:::\n", "> [!NOTE]\n> Some **content**.\n");
    becomes(Docusaurus, ":::tip[My *tip*]\nUse it.\n:::\n", "> [!TIP]\n> **My *tip***\n>\n> Use it.\n");
    becomes(VitePress, "::: danger STOP\nNo.\n:::\n", "> [!CAUTION]\n> **STOP**\n>\n> No.\n");
    becomes(
        Docusaurus,
        "::::info\nOuter.\n\n:::warning\nInner.\n:::\n\n::::\n",
        "> [!NOTE]\n> Outer.\n>\n> > [!WARNING]\n> > Inner.\n",
    );
}

#[test]
fn details_and_groups_of_code_are_unfolded() {
    becomes(
        VitePress,
        "::: details Click me\nHidden.\n:::\n",
        "<details>\n<summary>Click me</summary>\n\nHidden.\n\n</details>\n",
    );
    becomes(
        VitePress,
        "::: code-group\n\n```js [config.js]\na\n```\n\n```ts:line-numbers {1}\nb\n```\n\n:::\n",
        "```js title=\"config.js\"\na\n```\n\n```ts linenos {1}\nb\n```\n",
    );
}

#[test]
fn containers_in_code_stay() {
    stays(Docusaurus, "```md\n:::note\nText.\n:::\n```\n\nWrite `:::note` there. C++ has std::vector.\n");
}

#[test]
fn the_words_behind_a_language_are_those_of_this_dialect() {
    becomes(
        Docusaurus,
        "```js title=\"a.js\" showLineNumbers {1,3-5}\n1\n```\n",
        "```js title=\"a.js\" linenos {1,3-5}\n1\n```\n",
    );
    stays(Docusaurus, "```js title=\"a.js\" {1,3-5}\n1\n```\n");
}

#[test]
fn comments_that_mark_lines_become_marked_lines() {
    becomes(
        Docusaurus,
        "```js title=\"a.js\"\n// highlight-next-line\none();\ntwo();\n// highlight-start\nthree();\nfour();\n// highlight-end\n```\n",
        "```js title=\"a.js\" {1,3,4}\none();\ntwo();\nthree();\nfour();\n```\n",
    );
    becomes(
        VitePress,
        "```ts\none() // [!code focus]\ntwo()\n```\n\n```ts\nold() // [!code --]\nnew() // [!code ++]\nrest()\n```\n",
        "```ts {1}\none()\ntwo()\n```\n\n```diff\n-old()\n+new()\n rest()\n```\n",
    );
    stays(VitePress, "```ts\none() // [!!code focus]\nlet highlight = \"highlight-start\"\n```\n");
}

#[test]
fn words_of_themes_behind_a_language_are_marked_lines_or_nothing() {
    becomes(
        Astro,
        "```js title=\"a.js\" del={2} ins={3-4} {6} frame=\"none\" \"word\" wrap\n1\n```\n",
        "```js title=\"a.js\" {2,3-4,6}\n1\n```\n",
    );
    becomes(Astro, "```ts file=\"src/a.ts\"\n1\n```\n", "```ts title=\"src/a.ts\"\n1\n```\n");
}

#[test]
fn directives_of_fuwari_become_links_and_words() {
    becomes(Astro, "::github{repo=\"a/b\"}\n", "[Project on GitHub](https://github.com/a/b)\n");
    becomes(Astro, "It is :spoiler[over **now**].\n", "It is over **now**.\n");
    stays(Astro, "Write `::github{repo=\"a/b\"}`. C++ has std::vector{1}, and ::1 is an address.\n");
}

#[test]
fn code_of_vue_is_left_out_and_badges_are_words() {
    let (text, notes) = told(
        VitePress,
        "<script setup>\nimport A from './A.vue'\n</script>\n\nText <Badge type=\"tip\" text=\"new\" />.\n",
    );
    assert_eq!(text.trim_start(), "Text *new*.\n");
    assert_eq!((notes.open[0].line, notes.open.len()), (1, 1), "{notes:?}");
    becomes(VitePress, "## `useData` <Badge text=\"new\" />\n", "## `useData` *new* {#usedata}\n");
    stays(VitePress, "```vue\n<script setup>\n</script>\n```\n");
}
