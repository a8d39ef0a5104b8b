//! Addresses that differ only by case, and texts that are gone.

use super::old::Old;

fn page(keys: &str) -> String {
    format!("---\ntitle: T\n{keys}---\nText.\n")
}

#[test]
fn an_address_in_another_case_lives_on() {
    let new = Old::new()
        .file("_config.yml", "url: https://a.example\n")
        .file("a.md", page("permalink: /About-Me/\n"))
        .file("b.md", page("permalink: /contact/\n"))
        .import();
    assert_eq!(new.list("posts/about-me.md", "aliases"), ["/About-Me/"]);
    assert_eq!(new.list("posts/contact.md", "aliases"), [""; 0], "it is the address itself");
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn a_text_whose_source_is_gone_stays_and_is_told_of() {
    let site = Old::new()
        .file("_config.yml", "url: https://a.example\n")
        .file("_posts/2024-05-01-a.md", page(""))
        .file("_posts/2024-05-02-b.md", page(""));
    let new = site.import();
    assert!(!new.report.contains("earlier imports"), "{}", new.report);
    new.delete_old("_posts/2024-05-01-a.md");
    let report = new.again();
    assert!(new.has("posts/a.md"));
    assert!(
        report.contains("## Texts of earlier imports that are not in this one\n\n- posts/a.md: its source is gone"),
        "{report}"
    );
    assert!(!report.contains("posts/b.md: its source"), "{report}");
    new.delete("posts/a.md");
    assert!(!new.again().contains("posts/a.md: its source"));
}
