//! Enough of Rust to see which module uses which. Understands no macros and no types.

use super::tree::File;

/// A source file with its place in the crate.
pub struct Module {
    pub path: String,
    pub text: String,
    /// The text without comments, line for line.
    pub code: String,
    /// The module at the top of the crate it belongs to; `lib` and `main` for the roots.
    pub layer: String,
    /// Its own name.
    pub name: String,
    /// How many names lie between the crate and it.
    depth: usize,
}

impl Module {
    pub fn of(file: &File) -> Self {
        let inside = file.path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut names: Vec<&str> = inside.split('/').collect();
        if names.len() > 1 && names.last() == Some(&"mod") {
            names.pop();
        }
        let code = file.text.lines().map(without_comment).collect::<Vec<_>>().join("\n");
        Self {
            path: file.path.clone(),
            text: file.text.clone(),
            code,
            layer: names.first().copied().unwrap_or_default().to_owned(),
            name: names.last().copied().unwrap_or_default().to_owned(),
            depth: names.len(),
        }
    }

    /// Where its `mod` may stand; `None` for the roots of the crate.
    pub fn parent(&self) -> Option<[String; 2]> {
        if ["lib", "main"].contains(&self.name.as_str()) && self.depth == 1 {
            return None;
        }
        if self.depth == 1 {
            return Some(["src/lib.rs".to_owned(), "src/main.rs".to_owned()]);
        }
        let own = self.path.trim_end_matches("/mod.rs");
        let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        Some([format!("{folder}/mod.rs"), format!("{folder}.rs")])
    }

    /// Is `mod name` written here, by hand or in a list of names handed to a macro?
    pub fn declares(&self, name: &str) -> bool {
        let by_macro = self.code.contains("mod $module;");
        names_of_mods(&self.code).iter().any(|declared| declared == name)
            || (by_macro && self.code.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name))
    }
}

/// Names declared by `mod name;`, in order.
pub fn names_of_mods(code: &str) -> Vec<String> {
    code.lines()
        .filter_map(|line| {
            let line = line.trim();
            let (before, rest) = line.split_once("mod ")?;
            let public = before.is_empty() || before.starts_with("pub");
            rest.strip_suffix(';').filter(|_| public).map(|name| name.trim().to_owned())
        })
        .collect()
}

/// Which of `known` the module names, with the line.
pub fn layers_used(module: &Module, known: &[&str]) -> Vec<(usize, String)> {
    let supers = "super::".repeat(module.depth);
    let mut found = Vec::new();
    for path in ["crate::", "heartfirst::", supers.as_str()] {
        for (at, _) in module.code.match_indices(path) {
            let rest = &module.code[at + path.len()..];
            let names = if rest.starts_with('{') { first_names(rest) } else { vec![ident(rest)] };
            let line = line_of(&module.code, at);
            found.extend(names.into_iter().filter(|name| known.contains(name)).map(|name| (line, name.to_owned())));
        }
    }
    found
}

/// Lines on which `word` stands as words of its own, also as a part of `use std::{…}`.
pub fn in_code(code: &str, word: &str) -> Vec<usize> {
    let part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let open_end = !part(word.chars().next_back()) || word.ends_with('_');
    let own = code.match_indices(word).map(|(at, _)| at).filter(|at| {
        !part(code[..*at].chars().next_back()) && (open_end || !part(code[at + word.len()..].chars().next()))
    });
    let mut lines: Vec<usize> = own.map(|at| line_of(code, at)).collect();
    if let Some(name) = word.strip_prefix("std::") {
        for (at, _) in code.match_indices("std::{") {
            if first_names(&code[at + 5..]).contains(&name) {
                lines.push(line_of(code, at));
            }
        }
    }
    lines
}

pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn ident(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(text.len());
    &text[..end]
}

/// The first name of each part of `{a, b::c, d::{e, f}}`.
fn first_names(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut depth, mut expected) = (0_usize, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => {
                depth += 1;
                expected = depth == 1;
            }
            '}' if depth <= 1 => break,
            '}' => depth -= 1,
            ',' => expected = depth == 1,
            letter if expected && !letter.is_whitespace() => {
                names.push(ident(&text[at..]));
                expected = false;
            }
            _ => {}
        }
    }
    names
}

/// A line of code without `// …`; a `//` inside a string keeps its line whole.
fn without_comment(line: &str) -> &str {
    match line.split_once("//") {
        Some((before, _)) if before.matches('"').count() % 2 == 0 => before,
        _ => line,
    }
}
