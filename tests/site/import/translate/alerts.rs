//! Notices of other dialects.

use personal_page::import::translate::syntax::Syntax::{Jekyll, Plain};

use super::{becomes, stays};

#[test]
fn admonitions_of_python_become_alerts() {
    becomes(
        Plain,
        "!!! note \"A title\"\n\n    Text.\n\n    More.\n\nAfter.\n",
        "> [!NOTE]\n> **A title**\n>\n> Text.\n>\n> More.\n\nAfter.\n",
    );
    becomes(Plain, "!!! danger\n    Text.\nAfter.\n", "> [!CAUTION]\n> Text.\n\nAfter.\n");
    becomes(
        Plain,
        "???+ question \"Why?\"\n    Because.\n",
        "<details open>\n<summary>Why?</summary>\n\nBecause.\n\n</details>\n",
    );
}

#[test]
fn code_in_an_admonition_stays_code() {
    becomes(
        Plain,
        "!!! tip\n    Run:\n\n    ```sh\n    ls  :smile:\n    ```\n",
        "> [!TIP]\n> Run:\n>\n> ```sh\n> ls  :smile:\n> ```\n",
    );
}

#[test]
fn a_quotation_that_begins_with_a_kind_becomes_an_alert() {
    becomes(Plain, "> **Note**\n> Text.\n", "> [!NOTE]\n> Text.\n");
    becomes(Plain, "> **Warning:**\n> Text.\n", "> [!WARNING]\n> Text.\n");
    stays(Plain, "> **Note**, he said, that it stays.\n\n> Text.\n> **Note**\n> More.\n\n> [!NOTE]\n> Ours.\n");
}

#[test]
fn a_div_with_the_class_of_a_notice_becomes_an_alert() {
    becomes(
        Jekyll,
        "<div class=\"alert alert-warning\" role=\"alert\">\n\nMind **it**.\n\n</div>\n",
        "> [!WARNING]\n> Mind **it**.\n",
    );
    becomes(Jekyll, "<div class=\"note\">\n<p>Text.</p>\n</div>\n", "> [!NOTE]\n> Text.\n");
    stays(Jekyll, "<div class=\"text-info columns\">\n\nText.\n\n</div>\n");
}

#[test]
fn exclamations_stay() {
    stays(Plain, "Wow!!! note this.\n\n!!! note\n\nNot indented.\n\n??? what\n");
}
