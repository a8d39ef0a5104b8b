//! Shortcodes of WordPress in Markdown.

use personal_page::import::translate::syntax::Syntax::{Hugo, WordPress};

use super::{becomes, is_left, stays};

#[test]
fn captions_and_embeds_are_translated() {
    becomes(
        WordPress,
        "[caption id=\"x\" width=\"300\"]![A lake](lake.jpg) At dawn[/caption]\n\n[embed]https://youtu.be/x[/embed]\n",
        "![A lake](lake.jpg \"At dawn\")\n\n![YouTube](https://youtu.be/x)\n",
    );
    is_left(WordPress, "[gallery ids=\"1,2\"]\n", 1, "[gallery …]");
}

#[test]
fn brackets_stay() {
    stays(WordPress, "A [video](https://a.example) and [quote] and `[youtube x]`.\n");
    stays(Hugo, "[embed]https://youtu.be/x[/embed]\n");
}
