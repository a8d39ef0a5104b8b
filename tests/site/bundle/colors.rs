//! The colours outside of pages are those of the site's own style, edited or not.

use crate::bundle::site::Site;

fn with_paper(css: &str) -> Site {
    let mut site = Site::new().post("bread.md", "Flour and water.").file("style/tokens.css", css);
    site.options.previews = true;
    site
}

fn expect(css: &str, light: &str, dark: &str) {
    let built = with_paper(css).bundle();
    let html = built.text("posts/bread/index.html");
    for (scheme, color) in [("light", light), ("dark", dark)] {
        let tag = format!("<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{color}\">");
        assert!(html.contains(&tag), "{tag} for {css}");
    }
    let manifest = built.text("manifest.webmanifest");
    for key in ["background_color", "theme_color"] {
        assert!(manifest.contains(&format!("\"{key}\":\"{light}\"")), "{manifest}");
    }
    assert!(built.text("feed.css").contains(css));
}

#[test]
fn an_edited_style_colors_the_frame_the_home_screen_and_the_feed() {
    expect(":root { --paper: light-dark(#102030, #405060); }", "#102030", "#405060");
    expect(":root { --paper: lavender; }", "lavender", "lavender");
}

#[test]
fn an_edited_style_colors_the_pictures_of_link_previews() {
    for (css, paper) in [(":root { --paper: #102030 }", [16, 32, 48]), (":root { --paper: white }", [255, 255, 255])] {
        let built = with_paper(css).bundle();
        let picture = image::load_from_memory(&built.bytes("posts/bread/preview.png")).expect("a picture");
        assert_eq!(picture.to_rgb8().get_pixel(0, 0).0, paper, "{css}");
    }
}
