//! The résumé: `resume.json` or `resume.toml`, and its page.

use serde_json::Value;

use crate::bundle::site::Site;

const RESUME: &str = r#"{
  "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
  "basics": {
    "name": "Ada Lovelace",
    "label": "Analyst \ud83e\uddee",
    "email": "ada@engine.example",
    "phone": "+44 20 7946 0958",
    "url": "https://ada.example/",
    "summary": "Writes programs for engines & notes <on> them.",
    "location": { "city": "London", "countryCode": "GB" },
    "profiles": [{ "network": "Mastodon", "username": "ada", "url": "https://a.example/@ada" }]
  },
  "work": [
    {
      "name": "Engine Works",
      "position": "Analyst",
      "url": "https://works.example/",
      "startDate": "2014-02",
      "endDate": "",
      "summary": "Programs.",
      "highlights": ["The first program", "Its notes"]
    },
    { "name": "Mill & Co", "position": "Clerk", "startDate": "2012", "endDate": "2014-01-31" }
  ],
	"education": [{ "institution": "At home", "area": "Mathematics", "studyType": "Lessons", "endDate": "2011" }],
  "skills": [{ "name": "Analysis", "level": "Expert", "keywords": ["series", "numbers"] }],
  "languages": [{ "language": "English", "fluency": "Native" }],
  "awards": null,
  "references": []
}
"#;

fn page(site: Site) -> String {
    let built = site.bundle();
    assert_eq!(built.warnings(), [""; 0]);
    built.text("resume/index.html")
}

fn json() -> Site {
    Site::new().post("hello.md", "My [résumé](/resume/), as [data](/resume.json).").file("resume.json", RESUME)
}

#[test]
fn a_resume_has_a_page_and_is_published_as_it_is() {
    let html = page(json());
    for part in [
        "<title>Résumé · ",
        "<div class=\"cv h-resume\"><header class=\"p-contact h-card\"><h1 class=\"p-name\">Ada Lovelace</h1>",
        "Analyst 🧮",
        "href=\"mailto:ada@engine.example\"",
        "href=\"tel:+442079460958\"",
        "notes &lt;on&gt; them.",
        "London, GB",
        "<a class=\"u-url\" rel=\"me\" href=\"https://a.example/@ada\">Mastodon</a>",
        "<h2>Experience</h2>",
        "<div class=\"item p-experience h-event\"><h3 class=\"p-name\"><a class=\"u-url\" href=\"https://works.example/\">Analyst</a>",
        "<time class=\"dt-start\" datetime=\"2014-02\">Feb 2014</time> – present",
        "<time class=\"dt-start\" datetime=\"2012\">2012</time> – <time class=\"dt-end\" datetime=\"2014-01-31\">31 Jan 2014</time>",
        "<li>The first program</li>",
        "Lessons, Mathematics",
        "series, numbers",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert!(!html.contains("<h2>Awards</h2>") && !html.contains("<h2>References</h2>"), "{html}");
    assert_eq!(json().bundle().text("resume.json"), RESUME);
    assert!(json().bundle().text("sitemap.xml").contains("/resume/</loc>"));
}

#[test]
fn search_engines_are_told_whose_resume_it_is() {
    let html = page(json());
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("structured data");
    let data: Value = serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON");
    let person = &data["@graph"][0]["mainEntity"];
    assert_eq!((&person["@type"], &person["name"]), (&"Person".into(), &"Ada Lovelace".into()));
    assert_eq!(person["worksFor"], serde_json::json!([{ "@type": "Organization", "name": "Engine Works" }]));
    assert_eq!(person["sameAs"], serde_json::json!(["https://a.example/@ada"]));
    assert_eq!(person["address"]["addressLocality"], "London");
}

#[test]
fn a_resume_in_toml_is_the_same_and_is_published_as_json() {
    let toml = "[basics]\nname = \"Ada Lovelace\"\n[[work]]\nposition = \"Analyst\"\nstartDate = 2014-02-01\nhighlights = [\"Notes\"]\n[[education]]\ninstitution = \"At home\"\nendDate = 2011\n";
    let site = || Site::new().file("resume.toml", toml);
    let html = page(site());
    assert!(html.contains("datetime=\"2014-02-01\">1 Feb 2014</time>") && html.contains("datetime=\"2011\""), "{html}");
    let data: Value = serde_json::from_str(&site().bundle().text("resume.json")).expect("JSON");
    assert_eq!(data["work"][0]["startDate"], "2014-02-01");
    assert_eq!(data["education"][0]["endDate"], "2011");
}

#[test]
fn without_the_file_there_is_no_page() {
    let files = Site::new().post("hello.md", "Words.").bundle().files();
    assert!(!files.keys().any(|path| path.starts_with("resume")), "{:?}", files.keys());
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let wrong = r#"{
  "basics": { "name": "Ada", "url": "javascript:alert(1)", "nickname": "A" },
  "work": [
    { "company": "Works", "startDate": "Feb 2014", "endDate": "2014-13" },
    { "position": "Clerk", "startDate": "2014-02", "endDate": "2013" },
    "Clerk"
  ],
  "skills": { "name": "Analysis" },
  "langauges": []
}"#;
    assert_eq!(
        Site::new().file("resume.json", wrong).mistakes(),
        [
            "resume.json:2: \"url\" is not a full address — write \"url\": \"https://example.org/\"",
            "resume.json:2: warning: unknown key \"basics.nickname\" — delete it, or write one of name, label, image, email, phone, url, summary, location, profiles",
            "resume.json:4: warning: unknown key \"work.company\" — delete it, or write one of name, location, description, position, url, startDate, endDate, summary, highlights",
            "resume.json:4: \"startDate\" is not a date: Feb 2014 — write \"startDate\": \"2014-02\", a day \"2014-02-28\" or a year \"2014\"",
            "resume.json:4: \"endDate\" is not a date: 2014-13 — write \"endDate\": \"2014-02\", a day \"2014-02-28\" or a year \"2014\"",
            "resume.json:5: the end 2013 is before the start 2014-02 — correct one of the two dates",
            "resume.json:6: \"work\" is no list of tables — write a list between [ and ], each item with its keys between { and }",
            "resume.json:8: \"skills\" is no list of tables — write a list between [ and ], each item with its keys between { and }",
            "resume.json:9: warning: unknown key \"langauges\" — did you mean \"languages\"?",
        ]
    );
}

#[test]
fn a_file_that_is_no_json_says_where() {
    let told = |text: &str| Site::new().file("resume.json", text).mistakes();
    let remedy = "look for a comma, a quote or a bracket that is missing or left over there";
    assert_eq!(
        told("{\n  \"basics\": {\n    \"name\": \"Ada\",\n  }\n}\n"),
        [format!("resume.json:4: this is not JSON: trailing comma — {remedy}")]
    );
    assert_eq!(told("[]"), ["resume.json:1: this is no object of JSON — begin the file with { and end it with }"]);
    let deep = format!("{{\"basics\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(told(&deep), ["resume.json:1: the values are nested too deeply — write a text, or a list of texts"]);
}

#[test]
fn two_files_and_a_text_at_the_address_are_mistakes() {
    let two = json().file("resume.toml", "[basics]\nname = \"Ada\"\n").mistakes();
    assert_eq!(two, ["resume.toml: there is resume.json too — delete one of the two"]);
    let page = Site::new()
        .file("resume.json", RESUME)
        .post_with("resume.md", "title = \"Résumé\"\npage = true\ndescription = \"Mine.\"", "Words.")
        .mistakes();
    assert_eq!(
        page,
        ["posts/resume.md: has the address /resume/, which is that of resume.json — give it another slug"]
    );
}
