//! Lists of attributes.

use personal_page::import::translate::syntax::Syntax::{Hugo, Jekyll, Obsidian, Plain};

use super::{becomes, stays};

#[test]
fn a_class_of_a_notice_makes_an_alert() {
    becomes(
        Jekyll,
        "Mind the gap.\nReally.\n{: .warning}\n\nText.\n",
        "> [!WARNING]\n> Mind the gap.\n> Really.\n\nText.\n",
    );
    becomes(Jekyll, "> A tip.\n{: .prompt-tip }\n", "> [!TIP]\n> A tip.\n");
    becomes(Jekyll, "A.\n\n{: .note }\nBelow.\n\nB.\n", "A.\n\n> [!NOTE]\n> Below.\n\nB.\n");
    becomes(Jekyll, "Info.\n{: .notice--info}\n", "> [!NOTE]\n> Info.\n");
}

#[test]
fn attributes_of_links_and_pictures_are_deleted() {
    becomes(
        Jekyll,
        "[a](https://a.example){:target=\"_blank\"} ![b](b.png){: width=\"300\" .left}\n",
        "[a](https://a.example) ![b](b.png)\n",
    );
    becomes(Plain, "![b](b.png){width=300} ![c](c.png =300x200)\n", "![b](b.png) ![c](c.png)\n");
    becomes(Obsidian, "![lake|300](lake.png)\n", "![lake](lake.png)\n");
}

#[test]
fn other_attributes_of_blocks_are_deleted() {
    becomes(Jekyll, "Text.\n{: style=\"color: red\"}\n\nMore.\n", "Text.\n\nMore.\n");
}

#[test]
fn an_id_stays_with_its_heading() {
    becomes(Jekyll, "## Part {: #one .x}\n\nText.\n", "## Part {#one}\n\nText.\n");
    stays(Jekyll, "## Part {#one}\n\nText.\n");
}

#[test]
fn a_contents_list_is_deleted() {
    becomes(Jekyll, "A.\n\n* TOC\n{:toc}\n\nB.\n", "A.\n\n\nB.\n");
    becomes(Plain, "[TOC]\n\nB.\n", "\n\nB.\n");
}

#[test]
fn braces_in_prose_and_code_stay() {
    stays(Hugo, "The set {a, b} and `[x](y){:target}` and format!(\"{:?}\").\n\n    ![b](b.png){width=300}\n");
    stays(Jekyll, "println!(\"{:#x} {:.2}\") stays.\n");
}
