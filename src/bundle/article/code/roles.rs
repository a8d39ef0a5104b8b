//! Maps the hundreds of scopes that grammars name to the few roles that have a colour.

use std::sync::LazyLock;

use syntect::parsing::Scope;

use super::spans::ROLES;

/// A role and its scopes on each line; the most specific scope wins. `-` is no role, even within a scope that has one.
const RULES: &str = "
    c comment meta.diff markup.quote
    s string markup.raw markup.underline.link storage.type.string
    a meta.mapping.key entity.name.tag.yaml entity.name.tag.toml entity.name.tag.json
    n constant keyword.other.unit storage.type.numeric support.constant variable.language.bool entity.name.constant
    - keyword.operator variable.language.star support.punctuation
    k keyword storage variable.language entity.name.tag markup.heading
    t storage.type.go entity.name.table entity.name.section entity.other.inherited-class support.type support.class
    t entity.name
    f entity.name.function entity.name.macro support.function support.macro variable.function
    a support.type.property-name entity.other variable.annotation meta.annotation variable.parameter.option support.type.key
    v support.type.custom-property variable.parameter variable.other.readwrite.shell variable.other.php variable.other.perl
    v storage.modifier.lifetime meta.group.expansion.parameter variable.other.makefile
    i markup.inserted
    d markup.deleted
    - source text meta.interpolation meta.embedded meta.template.expression meta.group.expansion.command
    - entity.name.label entity.name.namespace meta.jsx.children
";

/// The parsed rules, those with more atoms first.
static PARSED: LazyLock<Vec<(Scope, Option<&'static str>)>> = LazyLock::new(|| {
    let mut rules = Vec::new();
    for line in RULES.lines() {
        let mut words = line.split_whitespace();
        let role = words.next().and_then(|word| ROLES.into_iter().find(|role| *role == word));
        rules.extend(words.filter_map(|scope| Some((Scope::new(scope).ok()?, role))));
    }
    rules.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
    rules
});

/// The role of a token: that of its innermost scope with a rule.
pub(super) fn role(scopes: &[Scope], words: &str) -> Option<&'static str> {
    // The key of a mapping has the scope of a string as well; the key takes precedence.
    if scopes.iter().any(|scope| KEY.is_prefix_of(*scope)) {
        return Some("a");
    }
    let rule = |scope: &Scope| PARSED.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope));
    let (scope, role) = scopes.iter().rev().find_map(rule)?;
    // Some operators are words: `as`, `not`, `instanceof`.
    if *scope == *OPERATOR && words.starts_with(char::is_alphabetic) {
        return Some("k");
    }
    *role
}

static KEY: LazyLock<Scope> = LazyLock::new(|| scope("meta.mapping.key"));
static OPERATOR: LazyLock<Scope> = LazyLock::new(|| scope("keyword.operator"));

fn scope(name: &str) -> Scope {
    Scope::new(name).expect("a scope of at most eight atoms")
}
