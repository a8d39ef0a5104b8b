//! The token of GitHub.

use crate::page::event::Effect;
use crate::page::state::{Dialog, Place, State};

pub(super) fn entered(state: &mut State, token: &str, passphrase: &str) -> Vec<Effect> {
    if !is_token(token) {
        let problem = "This is not a token: it begins with github_pat_ or ghp_ and has letters, digits and _ only.";
        state.dialog = Some(Dialog::Token { problem: Some(problem.to_owned()), kept: false });
        return Vec::new();
    }
    vec![Effect::UseToken(token.to_owned(), passphrase.to_owned())]
}

/// Whether a text looks like a token. Never sent anywhere if it does not.
fn is_token(text: &str) -> bool {
    let known = ["github_pat_", "ghp_", "gho_", "ghu_"].iter().any(|start| text.starts_with(start));
    known && text.len() < 300 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

pub(super) fn forget(state: &mut State) -> Vec<Effect> {
    state.dialog = None;
    state.place = Place::ByHand;
    state.list.stored = None;
    vec![Effect::ForgetToken]
}
