//! What the texts need besides the data of the site, and how far each is loaded.

use std::collections::BTreeMap;

use personal_page::bundle::preview::Preview;

/// The program for the costly work, and the grammars for it. Each is requested once.
#[derive(Debug, Default)]
pub struct Needs {
    program: Stage,
    /// By the names of their files. An empty one is still being loaded, or cannot be.
    grammars: BTreeMap<String, Vec<u8>>,
}

/// How far the program is.
#[derive(Debug, Default, PartialEq, Eq)]
enum Stage {
    /// No text has needed it.
    #[default]
    Unused,
    Requested,
    Loaded,
    Failed,
}

/// What is to be requested now.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Requests {
    /// Whether the program is.
    pub program: bool,
    /// The names of the files of grammars.
    pub grammars: Vec<String>,
}

impl Needs {
    /// What a text needs that was not requested before.
    pub fn of(&mut self, preview: &Preview) -> Requests {
        let needs_program = preview.needs_costly || !preview.missing_grammars.is_empty();
        // The grammars are for the program.
        if !needs_program || self.program == Stage::Failed {
            return Requests::default();
        }
        let program = self.program == Stage::Unused;
        if program {
            self.program = Stage::Requested;
        }
        let new = preview.missing_grammars.iter().filter(|name| !self.grammars.contains_key(*name));
        let new: Vec<String> = new.cloned().collect();
        self.grammars.extend(new.iter().map(|name| (name.clone(), Vec::new())));
        Requests { program, grammars: new }
    }

    /// Keeps that the program is loaded, or cannot be.
    pub fn program_is(&mut self, loaded: bool) {
        self.program = if loaded { Stage::Loaded } else { Stage::Failed };
    }

    /// Whether the program is loaded.
    #[must_use]
    pub fn has_program(&self) -> bool {
        self.program == Stage::Loaded
    }

    /// Keeps a grammar that is loaded.
    pub fn keep(&mut self, name: String, grammar: Vec<u8>) {
        self.grammars.insert(name, grammar);
    }

    /// The grammars that are loaded, by the names of their files.
    pub fn grammars(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.grammars.iter().filter(|(_, grammar)| !grammar.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use personal_page::bundle::preview::Preview;

    use super::{Needs, Requests};

    fn with_code(grammar: &str) -> Preview {
        Preview { missing_grammars: vec![grammar.to_owned()], ..Preview::default() }
    }

    #[test]
    fn a_text_of_words_needs_nothing() {
        assert_eq!(Needs::default().of(&Preview::default()), Requests::default());
    }

    #[test]
    fn a_formula_needs_the_program_and_code_its_grammar_too() {
        let formula = Preview { needs_costly: true, ..Preview::default() };
        assert_eq!(Needs::default().of(&formula), Requests { program: true, grammars: Vec::new() });
        let requests = Requests { program: true, grammars: vec!["rust-1".to_owned()] };
        assert_eq!(Needs::default().of(&with_code("rust-1")), requests);
    }

    #[test]
    fn nothing_is_requested_twice() {
        let mut needs = Needs::default();
        needs.of(&with_code("rust-1"));
        assert_eq!(needs.of(&with_code("rust-1")), Requests::default());
        let requests = Requests { program: false, grammars: vec!["c-2".to_owned()] };
        assert_eq!(needs.of(&with_code("c-2")), requests);
    }

    #[test]
    fn without_the_program_no_grammar_is_requested() {
        let mut needs = Needs::default();
        needs.of(&Preview { needs_costly: true, ..Preview::default() });
        needs.program_is(false);
        assert_eq!(needs.of(&with_code("rust-1")), Requests::default());
    }
}
