//! With `--lenient`, a post that cannot be read is left out, and the others are built.

use crate::bundle::site::Site;

const HARBOUR: &str = "title = \"The harbour\"\ndate = 2025-03-02\ndescription = \"On the harbour.\"";

fn broken() -> Site {
    Site::new()
        .post_with("harbour.md", HARBOUR, "The tide tables are [in another text](tides.md).")
        .post_with("tides.md", "title = \"Tides\"\ndate = 2025-02-30", "Low at six.")
        .file("posts/letters.md", b"+++\ntitle = \"Letters\"\n+++\nCaf\xe9.\n")
        .post_with("secret.md", &format!("{HARBOUR}\npassword = \"herring\""), "Nobody may read this.")
}

#[test]
fn a_post_with_an_error_is_left_out_and_the_rest_is_built() {
    let built = broken().lenient().bundle();
    let warnings = built.warnings();
    let begins = [
        "posts/harbour.md:6: warning: \"tides.md\" has no page",
        "posts/letters.md:4: warning: left out: this is not UTF-8 — save the file as UTF-8",
        "posts/secret.md:5: warning: left out: \"password\" may be meant to hide this text",
        "posts/tides.md:3: warning: left out: this is not TOML: invalid date",
    ];
    assert_eq!(warnings.len(), begins.len(), "{warnings:#?}");
    for (warning, begin) in warnings.iter().zip(begins) {
        assert!(warning.starts_with(begin), "{warning}");
    }
    assert!(built.body("posts/harbour/").contains("The tide tables"));
    let files = built.files();
    assert!(!files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("Nobody may read this")));
    assert!(!files.keys().any(|path| path.contains("tides") || path.contains("secret") || path.contains("letters")));
}

#[test]
fn strictly_a_post_with_an_error_stops_the_build() {
    let mistakes = broken().mistakes();
    assert_eq!(mistakes.len(), 4, "{mistakes:#?}");
    assert!(!mistakes.iter().any(|mistake| mistake.contains("left out")), "{mistakes:#?}");
}

#[test]
fn leniently_an_error_in_site_toml_stops_the_build() {
    let mistakes = broken().config("per_page = \"many\"\n").lenient().mistakes();
    assert!(mistakes.iter().any(|mistake| mistake.starts_with("site.toml:")), "{mistakes:#?}");
}
