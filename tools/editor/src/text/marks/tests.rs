use proptest::prelude::*;

use super::super::tested::{does, holds, texts};
use super::*;

fn bold(text: &str, selection: Selection) -> Option<Edit> {
    toggle(text, selection, Mark::Bold)
}

fn italic(text: &str, selection: Selection) -> Option<Edit> {
    toggle(text, selection, Mark::Italic)
}

fn code(text: &str, selection: Selection) -> Option<Edit> {
    toggle(text, selection, Mark::Code)
}

#[test]
fn what_is_selected_becomes_bold_without_the_spaces_around_it() {
    does(
        bold,
        &[
            ("The ⟦sun ⟧shines.", "The **⟦sun** ⟧shines."),
            ("今日は⟦天気⟧がいい。", "今日は**⟦天気⟧**がいい。"),
            ("⟦شمس الصيف⟧ حارة", "**⟦شمس الصيف⟧** حارة"),
            ("a ⟦👩‍👩‍👧⟧ b", "a **⟦👩‍👩‍👧⟧** b"),
            ("⟦  ⟧", ""),
        ],
    );
}

#[test]
fn a_second_time_takes_the_mark_off() {
    does(
        bold,
        &[
            ("The **⟦sun⟧** shines.", "The ⟦sun⟧ shines."),
            ("The ⟦**sun**⟧ shines.", "The ⟦sun⟧ shines."),
            ("The __⟦sun⟧__ shines.", "The ⟦sun⟧ shines."),
            ("***⟦both⟧***", "*⟦both⟧*"),
        ],
    );
    does(italic, &[("***⟦both⟧***", "**⟦both⟧**"), ("**⟦bold⟧**", "***⟦bold⟧***")]);
}

#[test]
fn a_part_of_bold_words_loses_the_mark_alone() {
    does(bold, &[("**all ⟦the⟧ words**", "**all** ⟦the⟧ **words**"), ("**all the ⟦words⟧**", "**all the** ⟦words⟧")]);
}

#[test]
fn words_that_are_partly_bold_become_bold_together() {
    does(
        bold,
        &[
            ("⟦one **two** three⟧", "**⟦one two three⟧**"),
            ("⟦one **two⟧ three**", "**⟦one two⟧ three**"),
            ("**one**⟦ two⟧", "**one**⟦ **two⟧**"),
        ],
    );
}

#[test]
fn each_paragraph_item_and_cell_has_a_mark_of_its_own() {
    does(
        bold,
        &[
            ("⟦one\r\n\r\ntwo⟧\r\n", "**⟦one**\r\n\r\n**two⟧**\r\n"),
            ("⟦- one\n- [ ] two⟧", "⟦- **one**\n- [ ] **two⟧**"),
            ("⟦> a line\n> and the next⟧", "⟦> **a line\n> and the next⟧**"),
            ("| ⟦a | b⟧ |\n| --- | --- |", "| **⟦a** | **b⟧** |\n| --- | --- |"),
            ("⟦## Über uns⟧", "⟦## **Über uns⟧**"),
        ],
    );
}

#[test]
fn without_a_selection_the_word_at_the_caret_is_marked() {
    does(
        bold,
        &[
            ("The su│n shines", "The **su│n** shines"),
            ("The sun│ shines", "The **sun│** shines"),
            ("The **su│n** shines", "The su│n shines"),
            ("l’e\u{301}te\u{301}│", "**l’e\u{301}te\u{301}│**"),
        ],
    );
}

#[test]
fn where_there_is_no_word_an_empty_mark_is_put_in_and_taken_out_again() {
    does(bold, &[("a │ b", "a **│** b"), ("a **│** b", "a │ b"), ("日本│語", "日本**│**語")]);
    does(italic, &[("a │ b", "a *│* b"), ("a *│* b", "a │ b")]);
}

#[test]
fn at_the_end_of_bold_words_the_caret_leaves_them() {
    does(bold, &[("a **b│** c", "a **b**│ c")]);
}

#[test]
fn a_mark_grows_over_another_that_it_would_cut() {
    does(
        bold,
        &[
            ("*one ⟦two* three⟧", "***one ⟦two* three⟧**"),
            ("`co⟦de` and⟧ text", "**`co⟦de` and⟧** text"),
            ("[a ⟦link⟧](/b/)", "[a **⟦link⟧**](/b/)"),
            ("see ⟦a [link⟧](/b/)", "see **⟦a [link⟧](/b/)**"),
        ],
    );
}

#[test]
fn code_has_more_backticks_around_it_than_in_it() {
    does(code, &[("use ⟦a`b⟧ now", "use ``⟦a`b⟧`` now"), ("use ``⟦a`b⟧`` now", "use ⟦a`b⟧ now"), ("⟦`⟧", "`` ⟦`⟧ ``")]);
}

#[test]
fn in_code_and_in_the_front_matter_nothing_is_marked() {
    does(
        bold,
        &[
            ("```\nlet ⟦a⟧ = 1;\n```\n", ""),
            ("```\nlet a│ = 1;\n```\n", ""),
            ("+++\ntitle = \"⟦One⟧\"\n+++\nText", ""),
            ("+++\ntitle = \"O│ne\"\n+++\nText", ""),
        ],
    );
}

#[test]
fn no_mark_ever_changes_a_word() {
    let marks = prop::sample::select(vec![Mark::Bold, Mark::Italic, Mark::Strike, Mark::Code]);
    holds(1500, &(texts(), 0..200_usize, 0..40_usize, marks), |(text, start, length, mark)| {
        if let Some(edit) = toggle(&text, Selection { start, end: start + length }, mark) {
            let words = |text: &str| text.replace(['*', '_', '`', '~', ' '], "");
            prop_assert_eq!(words(&edit.apply(&text)), words(&text));
            let new = edit.apply(&text);
            prop_assert!(
                new.is_char_boundary(edit.selection_after.start) && new.is_char_boundary(edit.selection_after.end)
            );
        }
        Ok(())
    });
}
