//! `[old_lists]`: where another engine had the lists of tags and categories.

use crate::bundle::site::Site;

const LOAF: &str =
    "title = \"A loaf\"\ndate = 2025-03-02\ndescription = \"Rye.\"\ntags = [\"Rye\"]\ncategories = [\"Slow Food\"]";

fn site(lists: &str) -> Site {
    Site::new().config(&format!("[old_lists]\n{lists}\n")).post_with("loaf.md", LOAF, "Flour.")
}

#[test]
fn old_addresses_of_lists_lead_to_the_new_ones() {
    let built = site("tags = \"/tag/\"\ncategories = [\"/category\", \"/blog/topics/\"]").base("/repo/").bundle();
    assert_eq!(built.warnings(), [""; 0]);
    for (old, new) in [
        ("category/slow-food/", "categories/slow-food/"),
        ("category/", "categories/"),
        ("blog/topics/slow-food/", "categories/slow-food/"),
        ("tag/rye/", "tags/rye/"),
        ("tag/", "tags/"),
    ] {
        let page = built.text(&format!("{old}index.html"));
        assert!(page.contains(&format!("location.replace(\"/repo/{new}\" + ")), "{old}: {page}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{old}");
    }
    assert!(built.text("category/slow-food/index.html").contains("<title>Slow Food</title>"));
    assert!(!built.text("sitemap.xml").contains("/category/"));
}

#[test]
fn an_old_address_may_be_written_as_browsers_copy_it() {
    let built = site("categories = \"/cat%C3%A9gorie/\"").bundle();
    assert!(built.text("catégorie/slow-food/index.html").contains("location.replace(\"/categories/slow-food/\""));
}

#[test]
fn a_page_and_an_alias_of_a_text_keep_their_addresses() {
    let about = "title = \"Food\"\npage = true\ndescription = \"F.\"\nslug = \"category\"\naliases = [\"/category/slow-food/\"]";
    let built = site("categories = \"/category/\"").post_with("about.md", about, "By hand.").bundle();
    assert!(built.text("category/index.html").contains("By hand."));
    assert!(built.text("category/slow-food/index.html").contains("location.replace(\"/category/\""));
}

#[test]
fn a_file_of_the_owner_keeps_its_address_and_of_two_folders_in_another_case_one_redirects() {
    let built = site("categories = [\"/category/\", \"/Category/\"]")
        .file("public/category/slow-food/index.html", "By hand.")
        .bundle();
    assert_eq!(built.warnings(), [""; 0]);
    assert_eq!(built.text("category/slow-food/index.html"), "By hand.");
    assert!(built.text("category/index.html").contains("location.replace(\"/categories/\""));
}

#[test]
fn a_site_without_categories_has_no_redirect_to_them() {
    let keys = "title = \"A\"\ndate = 2025-03-02\ndescription = \"A.\"\ntags = [\"Rye\"]";
    let lists = "[old_lists]\ncategories = \"/category/\"\ntags = \"/tags/\"\n";
    let built = Site::new().config(lists).post_with("a.md", keys, "A.").bundle();
    assert!(!built.folder.join("category").exists());
    assert!(built.text("tags/rye/index.html").contains("<h1>Rye</h1>"));
}

#[test]
fn what_is_no_folder_of_the_old_site_is_reported() {
    let line = crate::common::folder::CONFIG.lines().count() + 2;
    for (value, message) in [
        (
            "tags = \"tag/\"",
            "\"tag/\" is not the path of a folder of the old site — write the path after the host, such as \"/tag/\"",
        ),
        (
            "categories = \"/\"",
            "\"/\" is not the path of a folder of the old site — write the path after the host, such as \"/category/\"",
        ),
        (
            "tags = \"/a/../b/\"",
            "\"/a/../b/\" is not the path of a folder of the old site — write the path after the host, such as \"/tag/\"",
        ),
    ] {
        assert_eq!(site(value).mistakes(), [format!("site.toml:{line}: {message}")]);
    }
    let unknown = site("topics = \"/topics/\"").bundle().warnings();
    assert!(unknown.len() == 1 && unknown[0].contains("unknown key \"old_lists.topics\""), "{unknown:?}");
}
