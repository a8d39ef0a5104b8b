//! What is edited, and that nothing else is.

mod properties;

use super::*;

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn list(words: &[&str]) -> Value {
    Value::List(words.iter().map(|word| (*word).to_owned()).collect())
}

fn date(day: &str) -> Value {
    Value::Date(day.to_owned())
}

#[track_caller]
fn sets(before: &str, key: &str, value: Value, after: &str) {
    let edit = set(before, key, &value);
    let edit = edit.unwrap_or_else(|refused| panic!("{refused:?} from {before}"));
    assert_eq!(edit.map_or(before.to_owned(), |edit| edit.apply(before)), after);
}

#[track_caller]
fn removes(before: &str, key: &str, after: &str) {
    let edit = remove(before, key).unwrap_or_else(|refused| panic!("{refused:?} from {before}"));
    assert_eq!(edit.map_or(before.to_owned(), |edit| edit.apply(before)), after);
}

#[test]
fn the_fields_of_a_form_are_read() {
    let read = |text: &str| {
        let fields = fields(text).expect("fields").into_iter();
        fields.map(|field| (field.key, field.value, text[field.range].to_owned())).collect::<Vec<_>>()
    };
    let field = |key: &str, value: Value, written: &str| (key.to_owned(), value, written.to_owned());
    assert_eq!(
        read(
            "+++\r\ntitle = 'Ein \"Titel\"' # c\r\ndate = 2025-03-01\r\ntags = [\"日本\", \"شمس\"]\r\ndraft = true\r\nseries_order = 2\r\n[extra]\r\ncover = \"a.jpg\"\r\n+++\r\n"
        ),
        [
            field("title", text("Ein \"Titel\""), "'Ein \"Titel\"'"),
            field("date", date("2025-03-01"), "2025-03-01"),
            field("tags", list(&["日本", "شمس"]), "[\"日本\", \"شمس\"]"),
            field("draft", Value::Flag(true), "true"),
            field("series_order", Value::Number("2".to_owned()), "2"),
            field("extra.cover", text("a.jpg"), "\"a.jpg\""),
        ]
    );
    assert_eq!(
        read(
            "---\ntitle: It's # c\ndate: 2025-03-01\ntags:\n- a\n- b\ndraft: no\ndescription: >-\n  one\n  two\n---\n"
        ),
        [
            field("title", text("It's"), "It's"),
            field("date", date("2025-03-01"), "2025-03-01"),
            field("tags", list(&["a", "b"]), "\n- a\n- b"),
            field("draft", text("no"), "no"),
            field("description", text("one two"), ">-\n  one\n  two"),
        ]
    );
    assert_eq!(
        read("{\n  \"title\": \"A\",\n  \"tags\": [\"b\"]\n}\n\nText"),
        [field("title", text("A"), "\"A\""), field("tags", list(&["b"]), "[\"b\"]")]
    );
    assert_eq!(read("Only text"), []);
    assert_eq!(fields("---\ntitle: \"never closed\n---\n"), None);
}

#[test]
fn a_value_of_toml_is_changed_and_every_other_byte_stays() {
    let before =
        "+++\r\n# first\r\ntitle   = 'Old'  # why\r\n\r\ndate = 2025-03-01\r\ntags = [ 'a','b' ]\r\n+++\r\nText";
    sets(before, "title", text("雨"), &before.replace("'Old'", "'雨'"));
    sets(before, "title", text("it's"), &before.replace("'Old'", "\"it's\""));
    sets(before, "date", date("2025-04-02T10:00:00Z"), &before.replace("2025-03-01", "2025-04-02T10:00:00Z"));
    sets(before, "date", date("2 April"), &before.replace("2025-03-01", "\"2 April\""));
    sets(before, "tags", list(&["a", "b", "c"]), &before.replace("'b' ]", "'b','c' ]"));
    sets(before, "tags", list(&["b"]), &before.replace("[ 'a','b' ]", "[ 'b' ]"));
    sets(before, "tags", list(&[]), &before.replace("[ 'a','b' ]", "[]"));
    sets(before, "title", text("Old"), before);
    let long = "+++\ndescription = \"\"\"\none\ntwo\"\"\"\n+++\n";
    sets(long, "description", text("three\nfour"), "+++\ndescription = \"\"\"\nthree\nfour\"\"\"\n+++\n");
    sets(
        "+++\n[taxonomies]\ntags = [\"a\"]\n+++\n",
        "taxonomies.tags",
        list(&["a", "b"]),
        "+++\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\n",
    );
}

#[test]
fn a_list_with_a_line_an_item_keeps_its_lines_and_comments() {
    let toml = "+++\ntags = [\n  \"a\", # first\n  # about b\n  \"b\"\n]\n+++\n";
    sets(
        toml,
        "tags",
        list(&["a", "b", "c"]),
        "+++\ntags = [\n  \"a\", # first\n  # about b\n  \"b\",\n  \"c\"\n]\n+++\n",
    );
    sets(toml, "tags", list(&["b"]), "+++\ntags = [\n  # about b\n  \"b\"\n]\n+++\n");
    let yaml = "---\r\ntags:\r\n  - a # first\r\n  # about b\r\n  - 'b'\r\n\r\n# end\r\ndraft: true\r\n---\r\n";
    sets(
        yaml,
        "tags",
        list(&["b", "a", "雨"]),
        &yaml.replace("  - a # first\r\n  # about b\r\n  - 'b'", "  # about b\r\n  - 'b'\r\n  - a # first\r\n  - 雨"),
    );
    sets("---\ntags:\n- a\n- b\n---\n", "tags", list(&["b"]), "---\ntags:\n- b\n---\n");
    sets("---\ntags:\n- a\n---\n", "tags", list(&[]), "---\ntags: []\n---\n");
    sets(
        "{\n  \"tags\": [\n    \"a\"\n  ]\n}\n",
        "tags",
        list(&["a", "b"]),
        "{\n  \"tags\": [\n    \"a\",\n    \"b\"\n  ]\n}\n",
    );
}

#[test]
fn tags_that_are_numbers_stay_in_the_list() {
    for (before, after) in [
        ("---\ntags: [2024, rust]\n---\n", "---\ntags: [2024, rust, new]\n---\n"),
        ("---\ntags:\n- 2024\n- rust\n---\n", "---\ntags:\n- 2024\n- rust\n- new\n---\n"),
        ("+++\ntags = [2024, \"rust\"]\n+++\n", "+++\ntags = [2024, \"rust\", \"new\"]\n+++\n"),
        ("{ \"tags\": [2024, \"rust\"] }\n", "{ \"tags\": [2024, \"rust\", \"new\"] }\n"),
    ] {
        let read = fields(before).expect("fields").remove(0).value;
        assert_eq!(read, list(&["2024", "rust"]), "{before}");
        sets(before, "tags", list(&["2024", "rust", "new"]), after);
    }
    let dates = "+++\ntags = [2024-05-01, 1.50]\n+++\n";
    sets(dates, "tags", list(&["2024-05-01", "1.50", "a"]), &dates.replace("1.50", "1.50, \"a\""));
    let table = fields("+++\ntags = [{ a = 1 }, 2]\n+++\n").expect("fields").remove(0).value;
    assert_eq!(table, Value::Other("[{ a = 1 }, 2]".to_owned()));
}

#[test]
fn a_value_of_yaml_keeps_its_quotes_and_gets_them_where_it_needs_them() {
    let before = "---\ntitle: Old  # why\nslug: 'old'\ndescription: \"a\"\ntags: [a, \"b\"]\nsummary: |\n  one\n\nextra:\n  deep: 1\n---\nText\n";
    sets(before, "title", text("New"), &before.replace("Old ", "New "));
    sets(before, "title", text("Rust: a start"), &before.replace("Old ", "\"Rust: a start\" "));
    sets(before, "title", text("true"), &before.replace("Old ", "\"true\" "));
    sets(before, "title", text("42"), &before.replace("Old ", "\"42\" "));
    sets(before, "slug", text("it's"), &before.replace("'old'", "'it''s'"));
    sets(before, "description", text("say \"so\" 👩‍👩‍👧"), &before.replace("\"a\"\n", "\"say \\\"so\\\" 👩‍👩‍👧\"\n"));
    sets(before, "tags", list(&["b", "c, d"]), &before.replace("[a, \"b\"]", "[\"b\", \"c, d\"]"));
    sets(before, "summary", text("two\nthree\n"), &before.replace("  one\n", "  two\n  three\n"));
    sets("---\ntitle:\ndraft: true\n---\n", "title", text("A"), "---\ntitle: A\ndraft: true\n---\n");
}

#[test]
fn a_new_key_has_its_place_among_the_others() {
    sets(
        "+++\ntitle = \"A\"\ndraft = true\n[extra]\na = 1\n+++\n",
        "date",
        date("2025-03-01"),
        "+++\ntitle = \"A\"\ndate = 2025-03-01\ndraft = true\n[extra]\na = 1\n+++\n",
    );
    sets(
        "---\r\ntitle: A\r\ntags:\r\n- a\r\n---\r\n",
        "draft",
        Value::Flag(true),
        "---\r\ntitle: A\r\ntags:\r\n- a\r\ndraft: true\r\n---\r\n",
    );
    sets("---\n---\n", "title", text("A"), "---\ntitle: A\n---\n");
    sets(
        "{\n  \"title\": \"A\"\n}\nText",
        "draft",
        Value::Flag(true),
        "{\n  \"title\": \"A\",\n  \"draft\": true\n}\nText",
    );
    sets("---\nseries-order: 1\n---\n", "series_order", Value::Number("2".to_owned()), "---\nseries-order: 2\n---\n");
}

#[test]
fn a_text_without_front_matter_gets_one() {
    sets("Text\r\nmore", "title", text("雨"), "+++\r\ntitle = \"雨\"\r\n+++\r\n\r\nText\r\nmore");
    sets("", "date", date("2025-03-01"), "+++\ndate = 2025-03-01\n+++\n\n");
}

#[test]
fn a_key_is_removed_with_its_line_and_comments_above_it_stay() {
    removes(
        "+++\n# c\ntitle = \"A\" # d\ntags = [\n  \"a\",\n]\ndraft = true\n+++\n",
        "tags",
        "+++\n# c\ntitle = \"A\" # d\ndraft = true\n+++\n",
    );
    removes(
        "---\r\ntitle: A\r\ntags:\r\n  - a\r\n  - b\r\ndraft: true\r\n---\r\n",
        "tags",
        "---\r\ntitle: A\r\ndraft: true\r\n---\r\n",
    );
    removes("---\ndescription: |\n  one\n\n  two\ndraft: true\n---\n", "description", "---\ndraft: true\n---\n");
    removes("{\n  \"title\": \"A\",\n  \"draft\": true\n}\n", "title", "{\n  \"draft\": true\n}\n");
    removes("{\n  \"title\": \"A\",\n  \"draft\": true\n}\n", "draft", "{\n  \"title\": \"A\"\n}\n");
    removes("Text", "title", "Text");
}

#[test]
fn what_has_no_safe_edit_is_refused_and_stays() {
    assert_eq!(set("---\ntitle: &a one\nslug: *a\n---\n", "title", &text("two")), Err(Refused::Unsupported));
    assert_eq!(set("+++\ntitle = \n+++\n", "title", &text("two")), Err(Refused::Unreadable));
    assert_eq!(set("+++\n+++\n", "taxonomies.tags", &list(&["a"])), Err(Refused::Unsupported));
    assert_eq!(remove("---\na: &x 1\nb: *x\n---\n", "a"), Err(Refused::Unsupported));
    // A fence is missing.
    for broken in ["---\ntitle: a\ndraft: true\n", "title: a\ndraft: true\n---\nText\n", "\u{feff}+++\r\ntitle = 1"] {
        assert_eq!(fields(broken), None, "{broken}");
        assert_eq!(set(broken, "title", &text("two")), Err(Refused::Unreadable), "{broken}");
        assert_eq!(remove(broken, "draft"), Err(Refused::Unreadable), "{broken}");
    }
    // Two words and a rule are none.
    let rule = "Title: a subtitle\n\n---\n\nText\n";
    sets(rule, "draft", Value::Flag(true), &["+++\ndraft = true\n+++\n\n", rule].concat());
}
