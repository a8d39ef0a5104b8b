//! Chinese, Japanese and Korean: emphasis beside punctuation, and joined lines.

use personal_page::content::Dialect;
use personal_page::markdown::anatomy;

use super::{check, check_line};

#[test]
fn emphasis_ends_and_begins_beside_punctuation() {
    check_line(&[
        ("**重要。**后面", "<strong>重要。</strong>后面"),
        (
            "**重要。**后面**也重要**，**「x」**是",
            "<strong>重要。</strong>后面<strong>也重要</strong>，<strong>「x」</strong>是",
        ),
        ("这是**“重要”**的，*重要！*后", "这是<strong>“重要”</strong>的，<em>重要！</em>后"),
        (
            "**重要(x)**后 我**\"x\"**说 **`c`**后",
            "<strong>重要(x)</strong>后 我<strong>“x”</strong>说 <strong><code>c</code></strong>后",
        ),
        ("これは**「強調」**です。**（注）**が", "これは<strong>「強調」</strong>です。<strong>（注）</strong>が"),
        ("**이 용어(This term)**를", "<strong>이 용어(This term)</strong>를"),
        ("~~重要。~~后", "<del>重要。</del>后"),
    ]);
}

#[test]
fn what_is_not_emphasis_stays_so_and_every_character_is_kept() {
    check_line(&[
        ("\\*。\\* 3 * 4。* 5", "*。* 3 * 4。* 5"),
        ("a **b.**c", "a **b.**c"),
        (
            "`**。**x` [链接。**a。**b](/a。**b \"t。**c\")",
            "<code>**。**x</code> <a href=\"/repo/a%E3%80%82**b\" title=\"t。**c\">链接。<strong>a。</strong>b</a>",
        ),
        // As many different characters as there are stand-ins, and the stand-ins themselves.
        ("\u{e000}**重。**后\u{2800}**(x)**后", "\u{e000}<strong>重。</strong>后\u{2800}<strong>(x)</strong>后"),
    ]);
    let heading = &anatomy("## **重要。**后面 {#重。}", Dialect::default()).headings[0];
    assert_eq!((heading.text.as_str(), heading.id.as_deref()), ("重要。后面", Some("重。")));
}

#[test]
fn a_line_break_between_wide_characters_is_no_gap() {
    check_line(&[
        ("你好\n世界，\n“好”\n吗", "你好世界，“好”吗"),
        ("你**好**\n[世](/u)\n`界`\n。", "你<strong>好</strong><a href=\"/repo/u\">世</a><code>界</code>。"),
        ("カタカナ\nひらがな", "カタカナひらがな"),
        ("你好\nEnglish\n世界", "你好\nEnglish\n世界"),
        ("한국\n어", "한국\n어"),
        ("“a”\n“b”", "“a”\n“b”"),
        ("你好  \n世界", "你好<br>\n世界"),
    ]);
    check(&[("> 你好\n> 世界", "<blockquote>\n<p>你好世界</p>\n</blockquote>")]);
    assert_eq!(anatomy("你好\n世界\n==", Dialect::default()).headings[0].text, "你好世界");
}
