//! How a rule writes down wordings: literals, choices and gaps. Knows no regular expressions, on purpose.
//!
//! `[我|我们]~道歉` · `^` start and `$` end of the clause · `~` a word or two · `…` anything inside the clause ·
//! `……` anything inside the sentence · `[a|b]` one of these · `[a|b]?` or none · `<me>` a named set · `<time>` a slot ·
//! a final `*` in English: any ending.

use std::collections::BTreeMap;

/// What may stand between two parts of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Gap {
    /// Nothing but a space.
    #[default]
    None,
    /// A word or two of the same clause.
    Short,
    /// Anything in the same clause.
    Clause,
    /// Anything in the same sentence.
    Sentence,
}

/// One part: the gap before it and the wordings it may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What may stand before it.
    pub gap: Gap,
    /// Literals, or slots such as `<time>`.
    pub any: Vec<String>,
}

/// A pattern without optional parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// The clause starts with it.
    pub at_start: bool,
    /// The clause ends with it.
    pub at_end: bool,
    /// Its parts, at least one.
    pub parts: Vec<Part>,
}

/// Named sets of wordings.
pub type Sets = BTreeMap<String, Vec<String>>;

/// Shapes one written pattern may unfold to.
const UNFOLD_AT_MOST: usize = 16;

/// Parts that one pattern may have.
pub const PARTS_AT_MOST: usize = 8;

/// Reads one pattern; optional parts unfold to several shapes.
///
/// # Errors
/// Says in English what is wrong with it.
pub fn shapes(written: &str, sets: &Sets) -> Result<Vec<Shape>, String> {
    let mut text = written.trim();
    let at_start = text.strip_prefix('^').is_some_and(|rest| {
        text = rest;
        true
    });
    let at_end = text.strip_suffix('$').is_some_and(|rest| {
        text = rest;
        true
    });
    let mut open = vec![(Shape { at_start, at_end, parts: Vec::new() }, Gap::None)];
    while !text.is_empty() {
        let gap = [("……", Gap::Sentence), ("…", Gap::Clause), ("~", Gap::Short)]
            .into_iter()
            .find(|(sign, _)| text.starts_with(sign));
        if let Some((sign, gap)) = gap {
            text = text.get(sign.len()..).unwrap_or_default().trim_start();
            for (_, before) in &mut open {
                *before = gap.max(*before);
            }
            continue;
        }
        let (any, rest) = part(text, sets)?;
        let (optional, rest) = rest.strip_prefix('?').map_or((false, rest), |rest| (true, rest));
        // Left out, an optional part leaves the wider of the gaps around it to the next part.
        let without = if optional { open.clone() } else { Vec::new() };
        for (shape, before) in &mut open {
            shape.parts.push(Part { gap: std::mem::take(before), any: any.clone() });
        }
        open.extend(without);
        if open.len() > UNFOLD_AT_MOST {
            return Err(format!("`{written}` has too many optional parts"));
        }
        text = rest.trim_start();
    }
    // A gap before an optional last part may be left hanging where that part is left out, but none may be written last.
    if written.trim_end_matches('$').ends_with(['…', '~']) || open.iter().any(|(shape, _)| shape.parts.is_empty()) {
        return Err(format!("`{written}` needs words on both sides of a gap"));
    }
    if open.iter().any(|(shape, _)| shape.parts.len() > PARTS_AT_MOST) {
        return Err(format!("`{written}` has more than {PARTS_AT_MOST} parts"));
    }
    Ok(open.into_iter().map(|(shape, _)| shape).collect())
}

/// The wordings of the first part of `text`, and what follows it.
fn part<'a>(text: &'a str, sets: &Sets) -> Result<(Vec<String>, &'a str), String> {
    if let Some(rest) = text.strip_prefix('[') {
        let (inside, rest) = rest.split_once(']').ok_or_else(|| format!("`{text}`: `[` is not closed"))?;
        let mut any = Vec::new();
        for choice in inside.split('|').map(str::trim) {
            match choice.strip_prefix('<').and_then(|name| name.strip_suffix('>')) {
                Some(name) => any.extend(named(name, sets)?),
                None if choice.is_empty() => return Err(format!("`{text}`: an empty choice; write `[…]?`")),
                None => any.push(choice.to_owned()),
            }
        }
        return Ok((any, rest));
    }
    if let Some(rest) = text.strip_prefix('<') {
        let (name, rest) = rest.split_once('>').ok_or_else(|| format!("`{text}`: `<` is not closed"))?;
        return Ok((named(name, sets)?, rest));
    }
    let end = text.find(['[', '<', '~', '…']).unwrap_or(text.len());
    let (literal, rest) = text.split_at(end);
    if literal.contains([']', '>', '|', '?']) {
        return Err(format!("`{literal}`: a stray sign"));
    }
    Ok((vec![literal.trim().to_owned()], rest))
}

fn named(name: &str, sets: &Sets) -> Result<Vec<String>, String> {
    if super::slots::Slot::from_name(name).is_some() {
        return Ok(vec![format!("<{name}>")]);
    }
    sets.get(name).cloned().ok_or_else(|| format!("no set is called <{name}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets() -> Sets {
        Sets::from([("me".to_owned(), vec!["我".to_owned(), "我们".to_owned()])])
    }

    #[test]
    fn reads_parts_and_gaps() {
        let shape = shapes("^<me>…[查|核实]~<time>$", &sets()).unwrap_or_default();
        assert_eq!(shape.len(), 1);
        assert!(shape[0].at_start && shape[0].at_end);
        assert_eq!(
            shape[0].parts.iter().map(|part| part.gap).collect::<Vec<_>>(),
            [Gap::None, Gap::Clause, Gap::Short]
        );
    }

    #[test]
    fn unfolds_what_is_optional() {
        assert_eq!(shapes("真[的]?抱歉", &sets()).map(|all| all.len()), Ok(2));
    }

    #[test]
    fn names_what_is_wrong() {
        assert!(shapes("[我|你", &sets()).is_err());
        assert!(shapes("<nobody>好", &sets()).is_err());
        assert!(shapes("好…", &sets()).is_err());
    }
}
