//! Categories: the second taxonomy, beside tags. A site has nothing of them until a text has one.

use walkdir::WalkDir;

use crate::bundle::site::{Built, Site};

const LOAF: &str = "title = \"A loaf\"\ndate = 2025-03-02\ndescription = \"Rye.\"\ntags = [\"Rye\"]\ncategories = [\"Baking\", \"Slow Food\"]";
const ROLLS: &str = "title = \"Rolls\"\ndate = 2025-03-01\ndescription = \"Wheat.\"\ntags = [\"Baking\"]";
const BUNS: &str = "---\ntitle: Buns\ndate: 2025-02-01\ndescription: Sweet.\ncategory: Baking\n---\nSugar.\n";

fn site() -> Site {
    Site::new().post_with("loaf.md", LOAF, "Flour.").post_with("rolls.md", ROLLS, "Salt.").file("posts/buns.md", BUNS)
}

fn built() -> Built {
    let built = site().bundle();
    assert_eq!(built.warnings(), [""; 0]);
    built
}

/// The links in the header of an article, as address and words.
fn links_above(built: &Built, page: &str) -> Vec<(String, String)> {
    let html = built.text(&format!("{page}index.html"));
    let (_, header) = html.split_once("<article").expect("an article");
    let (header, _) = header.split_once("</header>").expect("its header");
    let links = header.split("<a rel=\"tag\" href=\"").skip(1).filter_map(|rest| {
        let (address, rest) = rest.split_once("\">")?;
        Some((address.to_owned(), rest.split_once("</a>")?.0.to_owned()))
    });
    links.collect()
}

#[test]
fn a_category_stands_above_the_title_and_a_tag_below_it() {
    let built = built();
    let html = built.text("posts/loaf/index.html");
    let kicker = "<p class=\"kicker\"><a rel=\"tag\" href=\"/categories/baking/\">Baking</a> · \
                  <a rel=\"tag\" href=\"/categories/slow-food/\">Slow Food</a></p>";
    let places = [kicker, "<h1 class=\"p-name\">A loaf</h1>", "<ul class=\"tags\""].map(|part| html.find(part));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{html}");
    assert_eq!(links_above(&built, "posts/buns/"), [("/categories/baking/".to_owned(), "Baking".to_owned())]);
    let tag = ("/tags/baking/".to_owned(), "Baking".to_owned());
    assert_eq!(links_above(&built, "posts/rolls/"), [tag], "a tag of the same word is a tag");
}

#[test]
fn each_category_has_a_page_of_its_posts_and_all_have_one_with_their_counts() {
    let built = built();
    let baking = built.text("categories/baking/index.html");
    assert!(baking.contains("<p class=\"kicker\">Category</p><h1>Baking</h1>"), "{baking}");
    let places = ["/posts/loaf/", "/posts/buns/"].map(|post| baking.find(&format!("href=\"{post}\"")));
    assert!(places.iter().all(Option::is_some) && places.is_sorted() && !baking.contains("/posts/rolls/"), "{baking}");
    let all = built.text("categories/index.html");
    assert!(all.contains("<h1>Categories</h1>"), "{all}");
    for (category, count) in [("baking/\">Baking", 2), ("slow-food/\">Slow Food", 1)] {
        let entry = format!("href=\"/categories/{category}</a><span class=\"count\">{count}</span>");
        assert!(all.contains(&entry), "{all}");
    }
    let tags = built.text("tags/index.html");
    assert!(!tags.contains("Slow Food") && tags.contains("/tags/baking/"), "{tags}");
    assert!(built.text("tags/baking/index.html").contains("Rolls") && !baking.contains("Rolls"));
}

#[test]
fn a_long_category_is_cut_into_pages_that_lead_to_each_other() {
    let mut site = Site::new().config("per_page = 2\n");
    for n in 1..=3 {
        let keys =
            format!("title = \"Day {n}\"\ndate = 2025-03-{n:02}\ndescription = \"D.\"\ncategories = [\"Diary\"]");
        site = site.post_with(&format!("day-{n}.md"), &keys, "Words.");
    }
    let built = site.base("/repo/").bundle();
    let page = |path: &str| built.text(path);
    assert!(page("categories/diary/index.html").contains("rel=\"next\" href=\"/repo/categories/diary/page/2/\""));
    let second = page("categories/diary/page/2/index.html");
    assert!(second.contains("rel=\"prev\" href=\"/repo/categories/diary/\"") && second.contains("Day 1"), "{second}");
    assert!(!built.folder.join("categories/diary/page/3").exists());
}

#[test]
fn a_category_has_a_feed_that_its_page_names_and_its_posts_name_it_in_all_feeds() {
    let built = built();
    let feed = built.text("categories/baking/feed.xml");
    assert!(feed.contains("<title>Baking · Field Notes</title>") && feed.contains("Buns"), "{feed}");
    assert!(!feed.contains("Rolls"), "{feed}");
    let named = "type=\"application/atom+xml\" title=\"Baking · Field Notes\" href=\"/categories/baking/feed.xml\"";
    assert!(built.text("categories/baking/index.html").contains(named));
    for (file, category) in [
        ("feed.xml", "<category term=\"Slow Food\"/>"),
        ("rss.xml", "<category>Slow Food</category>"),
        ("feed.json", "\"tags\":[\"Rye\",\"Baking\",\"Slow Food\"]"),
    ] {
        assert!(built.text(file).contains(category), "{file}");
    }
}

#[test]
fn search_engines_learn_of_the_category() {
    let built = built();
    let sitemap = built.text("sitemap.xml");
    for page in ["categories/", "categories/baking/", "categories/slow-food/"] {
        assert!(sitemap.contains(&format!("<loc>https://me.example/{page}</loc>")), "{sitemap}");
    }
    let loaf = built.text("posts/loaf/index.html");
    assert!(loaf.contains("\"articleSection\":[\"Baking\",\"Slow Food\"]"), "{loaf}");
    assert!(loaf.contains("\"keywords\":[\"Rye\"]"), "{loaf}");
    assert!(loaf.contains("<meta property=\"article:section\" content=\"Baking\">"), "{loaf}");
    assert!(!built.text("posts/rolls/index.html").contains("articleSection"));
    let baking = built.text("categories/baking/index.html");
    let step = |position: u8, name: &str, page: &str| {
        format!(
            "{{\"@type\":\"ListItem\",\"position\":{position},\"name\":\"{name}\",\"item\":\"https://me.example/{page}\"}}"
        )
    };
    assert!(baking.contains(&step(2, "Categories", "categories/")), "{baking}");
    assert!(baking.contains(&step(3, "Baking", "categories/baking/")), "{baking}");
}

#[test]
fn links_in_texts_lead_to_categories_that_are_there() {
    let keys = "title = \"Index\"\ndate = 2025-01-01\ndescription = \"I.\"";
    let link = |name: &str| site().post_with("index-of-all.md", keys, &format!("[a](/categories/{name}/)"));
    assert_eq!(link("baking").bundle().warnings(), [""; 0]);
    assert_eq!(link("brewing").mistakes().len(), 1);
}

#[test]
fn a_site_without_categories_has_no_page_no_link_and_no_word_of_them() {
    let built = Site::new().post_with("rolls.md", ROLLS, "Salt.").bundle();
    assert!(!built.folder.join("categories").exists());
    for entry in
        WalkDir::new(&built.folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        let text = String::from_utf8_lossy(&std::fs::read(entry.path()).expect("a file")).to_lowercase();
        let foreign = ["/categories", "articlesection", "article:section"].into_iter().find(|word| text.contains(word));
        assert_eq!(foreign, None, "{}", entry.path().display());
    }
    let page = "title = \"My categories\"\npage = true\ndescription = \"Mine.\"\nslug = \"categories\"";
    let own = Site::new().post_with("rolls.md", ROLLS, "Salt.").post_with("all.md", page, "By hand.").bundle();
    assert!(own.text("categories/index.html").contains("By hand."), "the address is free");
}

#[test]
fn an_own_page_at_the_address_of_the_categories_is_reported() {
    let page = "title = \"Mine\"\npage = true\ndescription = \"Mine.\"\nslug = \"categories\"";
    let mistakes = site().post_with("all.md", page, "By hand.").mistakes();
    assert_eq!(
        mistakes,
        [
            "posts/all.md:5: has the address /categories/, which is that of the list of categories — give it another slug"
        ]
    );
}

#[test]
fn a_collection_of_that_name_beside_categories_is_reported_and_one_without_is_not() {
    let notes = |site: Site| {
        let text = "+++\ntitle = \"One\"\ndate = 2025-01-01\ndescription = \"1.\"\n+++\nWords.\n";
        site.config("[collections.categories]\n").file("categories/one.md", text)
    };
    let line = crate::common::folder::CONFIG.lines().count() + 1;
    let told = format!(
        "site.toml:{line}: the collection has the address /categories/, which is that of the list of categories — \
         name the folder and the table otherwise"
    );
    assert_eq!(notes(site()).mistakes(), [told]);
    assert!(notes(Site::new()).bundle().text("categories/index.html").contains("One"));
}

#[test]
fn a_text_in_no_list_names_its_category_without_a_link_that_leads_nowhere() {
    for (keys, name) in [("unlisted = true\ndate = 2025-03-01", "posts/plans/"), ("page = true", "plans/")] {
        let keys = format!("title = \"Plans\"\n{keys}\ndescription = \"P.\"\ncategories = [\"Alone\"]");
        let built = Site::new().post_with("plans.md", &keys, "Hush.").bundle();
        assert!(built.text(&format!("{name}index.html")).contains("<p class=\"kicker\">Alone</p>"), "{name}");
        assert!(!built.folder.join("categories").exists(), "{name}");
    }
}

#[test]
fn categories_are_checked_as_tags_are() {
    let post = |day: u8, categories: &str| {
        format!("title = \"Day {day}\"\ndate = 2025-03-{day:02}\ndescription = \"D.\"\ncategories = [{categories}]")
    };
    let two = |one: &str, other: &str| {
        Site::new().post_with("a.md", &post(1, one), "A.").post_with("b.md", &post(2, other), "B.")
    };
    assert_eq!(
        two("\"Big Data\"", "\"big data\"").bundle().warnings(),
        ["posts/b.md:5: warning: the category \"big data\" is shown as \"Big Data\", as other posts have it — \
          write \"Big Data\" in all posts"]
    );
    assert_eq!(
        two("\"big data\"", "\"big-data\"").mistakes(),
        ["posts/b.md:5: the category \"big-data\" has the address of \"big data\" in posts/a.md:5, \
          /categories/big-data/ — write \"big data\" in both, or rename one of them"]
    );
    assert_eq!(
        two("\"A\"", "\"!\"").mistakes(),
        ["posts/b.md:5: the category \"!\" has no letter and no digit for an address — \
          write a name with a letter or a digit"]
    );
    let fine = "categories = [\"Big Data\"]\ntags = [\"big-data\"]";
    let keys = format!("title = \"A\"\ndate = 2025-03-01\ndescription = \"A.\"\n{fine}");
    let both = Site::new().post_with("a.md", &keys, "A.").bundle();
    assert_eq!(both.warnings(), [""; 0], "a tag and a category are not compared");
    assert!(both.text("tags/big-data/index.html").contains("<h1>big-data</h1>"));
    assert!(both.text("categories/big-data/index.html").contains("<h1>Big Data</h1>"));
}

#[test]
fn the_site_speaks_of_categories_in_its_language() {
    let keys = "title = \"Brot\"\ndate = 2025-03-01\ndescription = \"B.\"\ncategories = [\"Backen\"]";
    let built = Site::new().config("language = \"de\"\n").post_with("brot.md", keys, "Mehl.").bundle();
    assert!(built.text("categories/index.html").contains("<h1>Kategorien</h1>"));
    assert!(built.text("categories/backen/index.html").contains("<p class=\"kicker\">Kategorie</p><h1>Backen</h1>"));
}

#[test]
fn posts_of_one_category_are_related() {
    let built = built();
    let loaf = built.article("posts/loaf/");
    let related: Vec<String> = loaf.related.iter().map(|post| post.route.path()).collect();
    assert_eq!(related, ["posts/buns/"], "a tag of the same word does not relate");
}
