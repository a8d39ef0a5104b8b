//! Obsidian and Quartz.

use personal_page::import::translate::syntax::Syntax::{Hugo, Obsidian, Quartz};

use super::{becomes, is_left, stays, told};

#[test]
fn links_of_the_wiki_lead_to_the_files() {
    becomes(
        Obsidian,
        "See [[Hello]], [[hello|this]], [[Second#The Part|there]] and [[#Größe und Maß]].\n",
        "See [Hello](./hello.md), [this](./hello.md), [there](./second.md#the-part) and [Größe und Maß](#größe-und-maß).\n",
    );
    becomes(Quartz, "[[second#^abc|x]]\n", "[x](./second.md)\n");
}

#[test]
fn links_to_nothing_are_left() {
    is_left(Obsidian, "A.\n\nSee [[Nowhere]].\n", 3, "[[…]]");
}

#[test]
fn links_in_a_table_have_their_label() {
    becomes(
        Obsidian,
        "| a | b |\n| - | - |\n| [[hello\\|x]] | 2 |\n",
        "| a | b |\n| - | - |\n| [x](./hello.md) | 2 |\n",
    );
}

#[test]
fn embedded_pictures_become_pictures() {
    becomes(
        Obsidian,
        "![[lake.png]]\n\n![[the lake.png|300]]\n\n![[a.png|A hill|300x200]]\n",
        "![](lake.png)\n\n![](<the lake.png>)\n\n![A hill](a.png)\n",
    );
}

#[test]
fn an_embedded_text_becomes_a_link() {
    let (text, notes) = told(Obsidian, "A.\n\n![[Hello]]\n");
    assert_eq!(text, "A.\n\n[Hello](./hello.md)\n");
    assert_eq!((notes.open[0].line, notes.open.len()), (3, 1));
}

#[test]
fn callouts_become_alerts() {
    becomes(Obsidian, "> [!info]\n> Text.\n", "> [!NOTE]\n> Text.\n");
    becomes(
        Obsidian,
        "> [!bug] It breaks\n> Text.\n>\n> > [!todo]\n> > Mend it.\n",
        "> [!CAUTION]\n> **It breaks**\n>\n> Text.\n>\n> > [!NOTE]\n> > **Todo**\n> >\n> > Mend it.\n",
    );
    becomes(Obsidian, "> [!quote] Somebody\n> Words.\n", "> **Somebody**\n>\n> Words.\n");
}

#[test]
fn folded_callouts_become_details() {
    becomes(
        Obsidian,
        "> [!faq]- Are they foldable?\n> Yes.\n>\n> - Really\n\nAfter.\n",
        "<details>\n<summary>Are they foldable?</summary>\n\nYes.\n\n- Really\n\n</details>\n\nAfter.\n",
    );
    becomes(Obsidian, "> [!tip]+\n> Yes.\n", "<details open>\n<summary>Tip</summary>\n\nYes.\n\n</details>\n");
}

#[test]
fn comments_and_ids_of_blocks_are_not_shown() {
    becomes(
        Obsidian,
        "Text %%not shown%% here. ^a1b2\n\n%%\nlines\n%%\n",
        "Text <!-- not shown --> here.\n\n<!-- lines -->\n",
    );
}

#[test]
fn look_alikes_stay() {
    stays(Obsidian, "`[[Hello]]` and #tag and 2^10 and 100%.\n\n```\n![[a.png]] %%x%% ^id\n```\n");
    stays(Hugo, "a[[0]] and [[nodiscard]] and [x][[1]].\n");
}

#[test]
fn a_long_comment_is_not_shown_either() {
    let hidden = "secret ".repeat(2_000);
    let (text, _) = told(Obsidian, &format!("A %%one\n\ntwo%% b.\n\n%%\n{hidden}\n%%\n"));
    assert!(text.starts_with("A <!-- one two --> b.\n\n<!-- secret "), "{}", &text[..60]);
    assert!(text.ends_with("secret -->\n"));
}

#[test]
fn fragments_of_files_stay_and_web_pages_are_frames_or_linked() {
    becomes(Obsidian, "![[paper.pdf#page=3]]\n", "[paper.pdf](paper.pdf#page=3)\n");
    becomes(
        Obsidian,
        "![A talk|400](https://www.youtube.com/watch?v=x)\n",
        "![A talk](https://www.youtube.com/watch?v=x)\n",
    );
    becomes(Obsidian, "![A post](https://x.com/a/status/1)\n", "[A post](https://x.com/a/status/1)\n");
    stays(Obsidian, "![A hill](https://a.example/hill.png) `![](https://youtu.be/x)`\n");
}

#[test]
fn links_that_open_the_program_lead_to_the_note() {
    becomes(Obsidian, "[a](obsidian://open?vault=V&file=Hello)\n", "[a](./hello.md)\n");
    stays(Obsidian, "[a](obsidian://open?vault=V&file=Nowhere) and [b](obsidian://new?vault=V)\n");
}

#[test]
fn a_line_of_tags_goes_and_tags_in_a_sentence_stay() {
    becomes(Obsidian, "#a #b/c\n\nText.\n", "\n\nText.\n");
    stays(Obsidian, "## Heading\n\n#a is a tag.\n\n`#b`\n");
    stays(Hugo, "#a #b\n");
}
