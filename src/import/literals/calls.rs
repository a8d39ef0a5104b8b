//! The literals in the arguments of calls.

use super::tokens::{Token, tokens};

/// A literal in the arguments of a call, and the literal that is its key if it is in an object.
pub(in crate::import) type Argument = (Option<String>, String);

/// The literals in the arguments of each call of a name: `config.addPassthroughCopy({ "src/img": "/img" })`.
pub(in crate::import) fn calls(source: &str, name: &str) -> Vec<Vec<Argument>> {
    let tokens = tokens(source);
    let is_call = |at: &usize| {
        let named = matches!(&tokens[*at], Token::Name(found) if found.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.')));
        named && matches!(tokens.get(at + 1), Some(Token::Sign('(')))
    };
    (0..tokens.len()).filter(is_call).map(|at| arguments(&tokens[at + 2..])).collect()
}

fn arguments(tokens: &[Token]) -> Vec<Argument> {
    let (mut depth, mut key, mut found) = (1_usize, None, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(') => depth += 1,
            Token::Sign(')') => depth -= 1,
            Token::Text(text) if matches!(tokens.get(at + 1), Some(Token::Sign(':'))) => key = Some(text.clone()),
            Token::Text(text) => found.push((key.take(), text.clone())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::calls;

    #[test]
    fn the_arguments_of_calls_are_found() {
        let source =
            "eleventyConfig.addPassthroughCopy('img');\nconfig.addPassthroughCopy({ \"a/b\": \"/\", 'c': 'd' })\nx(1)";
        let found = calls(source, "addPassthroughCopy");
        let pair = |from: &str, to: &str| (Some(from.to_owned()), to.to_owned());
        assert_eq!(found, [vec![(None, "img".to_owned())], vec![pair("a/b", "/"), pair("c", "d")]]);
        assert_eq!(calls(source, "Copy"), [] as [Vec<_>; 0]);
    }
}
