//! Records of the site and its texts on the AT Protocol.

use crate::bundle::site::Site;

const PUBLICATION: &str = "at://did:plc:abc123/site.standard.publication/3lwafzkjqm25s";
const DOCUMENT: &str = "at://did:plc:abc123/site.standard.document/3mek5jhip372r";

#[test]
fn the_site_and_its_texts_name_their_records() {
    let keys = format!("title = \"Rye\"\ndate = 2025-03-01\ndescription = \"R.\"\nat_uri = \"{DOCUMENT}\"");
    let site = Site::new().config(&format!("publication = \"{PUBLICATION}\""));
    let built = site.post_with("rye.md", &keys, "Hi.").post("2025-03-02-oats.md", "Hi.").bundle();
    assert_eq!(built.text(".well-known/site.standard.publication"), PUBLICATION);
    let link = |name: &str, uri: &str| format!("<link rel=\"{name}\" href=\"{uri}\">");
    assert!(built.text("index.html").contains(&link("site.standard.publication", PUBLICATION)));
    assert!(built.text("posts/rye/index.html").contains(&link("site.standard.document", DOCUMENT)));
    for page in ["posts/oats/index.html", "archive/index.html"] {
        assert!(!built.text(page).contains("site.standard."), "{page}");
    }
}

#[test]
fn a_record_that_apps_could_not_verify_is_reported() {
    let handle = "publication = \"at://me.example/site.standard.publication/3lw\"";
    let errors = Site::new().config(handle).post("2025-03-01-hello.md", "Hi.").mistakes();
    assert!(errors[0].contains("site.toml") && errors[0].contains("with the DID of its account"), "{errors:?}");
    let keys = "title = \"Rye\"\ndate = 2025-03-01\nat_uri = \"https://me.example/rye\"";
    let errors = Site::new().post_with("rye.md", keys, "Hi.").mistakes();
    assert!(errors[0].contains("rye.md:4") && errors[0].contains("the address of a record"), "{errors:?}");
}

#[test]
fn a_site_below_the_root_of_its_host_is_told_where_its_record_is_looked_for() {
    let config = format!("publication = \"{PUBLICATION}\"");
    let site = Site::new().config(&config).post("2025-03-01-hello.md", "Hi.");
    let path = site.root().join("site.toml");
    let text = std::fs::read_to_string(&path).expect("settings");
    std::fs::write(&path, text.replace("https://me.example", "https://me.example/notes")).expect("settings");
    let warnings = site.bundle().warnings().join("\n");
    assert!(warnings.contains("public/.well-known/site.standard.publication/notes"), "{warnings}");
}
