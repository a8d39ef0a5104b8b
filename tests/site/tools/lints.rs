//! Lints: text that looks like markup but is not, and markup that loses text.

use crate::tools::project::Project;

/// The location, message and remedy of each finding in a text.
fn found(text: &str) -> Vec<(String, String, String)> {
    let said = Project::new().post("a", text).check(&[]).err;
    let mut found = Vec::new();
    for line in said.lines() {
        let line = line.trim_start();
        if let Some(message) = line.strip_prefix("warning: ").or_else(|| line.strip_prefix("error: ")) {
            found.push((String::new(), message.to_owned(), String::new()));
        }
        let Some(last) = found.last_mut() else { continue };
        if let Some(place) = line.strip_prefix("--> posts/a.md:") {
            last.0 = place.to_owned();
        }
        if let Some(remedy) = line.strip_prefix("= help: ") {
            last.2 = remedy.to_owned();
        }
    }
    found
}

/// Checks the location, message and remedy of the only finding in a text that begins on line 6, and that the mended
/// texts have none.
#[track_caller]
fn check(text: &str, place: &str, message: &str, remedy: &str, mended: &[&str]) {
    let found = found(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    assert_eq!((found[0].0.as_str(), found[0].1.as_str(), found[0].2.as_str()), (place, message, remedy), "{text}");
    mended.iter().for_each(|mended| clean(mended));
}

#[track_caller]
fn clean(text: &str) {
    assert_eq!(found(text), [], "{text}");
}

#[test]
fn a_reference_that_nothing_defines() {
    let told = "\"[ref][nope]\" is not a link: nothing defines \"nope\"";
    let remedy = "write [nope]: https://… on a line of its own, or \\[ref][nope] to show it as text";
    check(
        "`[ref][nope]` and [ref][nope]",
        "6:19",
        told,
        remedy,
        &["A \\[ref][nope]", "A [ref][nope]\n\n[nope]: https://a.org/"],
    );
    let remedy = "write [a b]: https://… on a line of its own, or \\[a b][] to show it as text";
    check("见[a b][]。", "6:2", "\"[a b][]\" is not a link: nothing defines \"a b\"", remedy, &["\\[a b][]"]);
    let remedy = "write [nope]: https://… on a line of its own, or !\\[cat][nope] to show it as text";
    check(
        "A ![cat][nope]",
        "6:3",
        "\"![cat][nope]\" is not a link: nothing defines \"nope\"",
        remedy,
        &["A !\\[cat][nope]"],
    );
    clean(
        "[ ] [x] [1] [sic] arr[0][1] m[i][j] f(x)[a][b] [...] [1][2] [a]\n\n- [ ] b\n- [x] c\n\nd\n\n    [a][b]\n\n```\n[a][b]\n```",
    );
}

#[test]
fn a_destination_with_a_space() {
    let told = "\"[a](my file.md)\" is not a link: a space ends its destination";
    let remedy = "write (<my file.md>), or \\[a](my file.md) to show it as text";
    check("See [a](my file.md).", "6:5", told, remedy, &["See \\[a](my file.md)."]);
    let told = "\"![b](./my cat.png)\" is not a link: a space ends its destination";
    let remedy = "write (<./my cat.png>), or !\\[b](./my cat.png) to show it as text";
    check("> ![b](./my cat.png)", "6:3", told, remedy, &["> !\\[b](./my cat.png)"]);
    clean("[Smith](see the list above) `[a](b c.md)` f[x](y z.w) [1](a b.c)");
}

#[test]
fn a_footnote_without_its_other_end() {
    let told = "\"[^nonote]\" is not a reference: there is no such footnote";
    let remedy = "write the note on a line of its own, [^nonote]: …, or \\[^nonote] to show it as text";
    check("`[^nonote]` One[^nonote].", "6:16", told, remedy, &["One\\[^nonote].", "One[^nonote].\n\n[^nonote]: Note."]);
    let told = "nothing refers to the footnote \"[^n]\", so it is not shown";
    let remedy = "put [^n] after the words it belongs to, or delete the note";
    check("One.\n\n[^n]: Lost.", "8:1", told, remedy, &["One[^N].\n\n[^n]: Lost."]);
    let told = "the footnote \"[^n]\" is defined already, so this one is not shown";
    check(
        "One[^n].\n\n[^n]: A.\n\n[^n]: B.",
        "10:1",
        told,
        "give it another label",
        &["One[^n] two[^m].\n\n[^n]: A.\n\n[^m]: B."],
    );
    clean("The class [^a-z] and `[^b]`, $[^c]$.");
}

#[test]
fn a_definition_that_nothing_uses() {
    let told = "\"[Update]\" defines a link that is not used, and is not shown";
    let remedy = "use it, [text][Update], or delete it; write \\[Update] to show it as text";
    check(
        "One.\n\n[Update]: shipped!",
        "8:1",
        told,
        remedy,
        &["One.\n\n\\[Update]: shipped!", "[so][Update]\n\n[Update]: https://a.org"],
    );
    clean(
        "[a], [B][], [c d][E  f]![x][g]\n\n[A]: https://a.org\n[b]: https://b.org\n[e f]: https://e.org\n[g]: https://me.example/\n[//]: # (for me)",
    );
}

#[test]
fn code_without_an_end() {
    let told = "the code block that begins here is not closed";
    check(
        "One.\n\n```rust\nlet a = 1;\n\nTwo.",
        "8:1",
        told,
        "write ``` on a line of its own at its end",
        &["```rust\nlet a;\n```\n\nTwo."],
    );
    check(
        "> ~~~~\n> ~~~\n\nTwo.",
        "6:3",
        told,
        "write ~~~~ on a line of its own at its end",
        &["> ~~~~\n> ~~~\n> ~~~~\n\nTwo."],
    );
    check("- ```\n  a\n\nb", "6:3", told, "write ``` on a line of its own at its end", &["- ```\n  a\n  ```\n\nb"]);
    clean(
        "````\n```\n````\n\n> ```\n> a\n> ```\n\n- a\n\n  ~~~\n  ```\n  ~~~~~\n\nb\n\n    ```\n\n``` ``a`` ```\n\n```\n```",
    );
}

#[test]
fn cells_that_are_lost() {
    let told = "\"d\" is not shown: the row has more cells than the table has columns";
    let remedy =
        "give the first two lines of the table as many cells, or write \\| for a bar that does not divide cells";
    check("| a | b |\n|---|---|\n| `c` | x | d |", "8:13", told, remedy, &["a | b | e\n-|-|-\nc | x | d"]);
    let told = "\"c` | e\" is not shown: the row has more cells than the table has columns";
    check("a | b\n--|--\nf | `b|c` | e", "8:8", told, remedy, &["a | b\n--|--\nf | `b\\|c`"]);
    clean("| a | b |\n|:--|--:|\n| c |\n| d \\| e | f | |\n\n```\n|a|\n|-|\n|b|c|\n```");
}

#[test]
fn a_table_that_is_shown_as_text() {
    let told = "this is not a table: its first two lines differ in their number of cells";
    check(
        "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |",
        "7:1",
        told,
        "write |---|---|---| here",
        &["| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"],
    );
    clean("a | b\n\n---\n\n-- | --");
}

#[test]
fn an_alert_that_is_shown_as_a_quote() {
    let all = "write one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION]";
    check("> [!DANGER]\n> Hot.", "6:3", "\"[!DANGER]\" is not an alert", all, &["> [!CAUTION]\n> Hot."]);
    check("- > [!info]\n  > So.", "6:5", "\"[!info]\" is not an alert", all, &["- > [!note]\n  > So."]);
    let told = "\"[!NOTE]\" is not an alert: there is text after it";
    let remedy = "write [!NOTE] alone on its line, and the text on the next";
    check("> [!NOTE] Title\n> Text.", "6:3", told, remedy, &["> [!NOTE]\n> Title\n> Text."]);
    clean("> \\[!DANGER]\n\n> [a]!\n\n[!DANGER]\n\n```\n> [!DANGER]\n```");
}

#[test]
fn a_formula_with_an_empty_line() {
    let told = "the formula that begins here is shown as text: it contains an empty line";
    let remedy = "delete the empty line, or write \\$\\$ to show dollar signs";
    check("$$\na\n\nb\n$$", "6:1", told, remedy, &["$$\na\nb\n$$", "\\$\\$\na\n\nb\n\\$\\$"]);
    check("> $$ a\n>\n> b $$", "6:3", told, remedy, &["> $$ a\n> b $$"]);
    let told = "the formula that begins here is shown as text: it is not closed";
    check(
        "One.\n\n$$\na\n\nTwo.",
        "8:1",
        told,
        "write $$ after its last line, or \\$\\$ to show dollar signs",
        &["One.\n\n$$\na $$\n\nTwo."],
    );
    clean("In a shell $$ is the process.\n\n$$ is it.\n\n```\n$$\n\n$$\n```");
}

#[test]
fn a_heading_without_text() {
    let told = "a heading without text";
    let remedy = "write its text after the ##, or delete the line";
    check("One.\n\n##\n\nTwo.", "8:1", told, remedy, &["One.\n\n## Words\n\nTwo."]);
    check("## {#id}", "6:1", told, remedy, &["## Words {#id}"]);
    clean("## `a`\n\n## $b$\n\n## ![c](https://me.example/)");
}

#[test]
fn an_item_that_is_indented_by_too_little() {
    let told = "the item is not nested in the one above: it is indented too little";
    let remedy = "put 3 spaces before it to nest it, or as many as before that one if it is not nested";
    for (text, place, mended) in [
        ("1. Mehl wiegen\n  - Roggen\n  - Weizen", "7:3", "1. Mehl wiegen\n   - Roggen\n   - Weizen"),
        ("1. Actual numbers\n  1. Sub-list\n4. Last", "7:3", "1. Actual numbers\n   1. Sub-list\n4. Last"),
        ("1. a\n\n  * b", "8:3", "1. a\n\n* b"),
        ("> 1. a\n>   * b", "7:5", "> 1. a\n>    * b"),
        ("- x\n  1. a\n    + b", "8:5", "- x\n  1. a\n     + b"),
    ] {
        let remedy =
            if text.starts_with('>') || text.starts_with("- x") { remedy.replace('3', "5") } else { remedy.to_owned() };
        check(text, place, told, &remedy, &[mended]);
    }
    for text in [
        " 9. neun\n10. zehn",
        "9. neun\n 10. zehn",
        "- a\n  - b\n    - c\n- d",
        "1. a\n   - b\n   - c\n2. d",
        "10. a\n    - b",
        "- a\n- b\n\n1. c\n2. d",
        "Text.\n\n  1. a\n  2. b",
        "-   Fruit\n    -   Apple",
        "- [ ] a\n  - [x] b",
    ] {
        clean(text);
    }
}
