//! “Did you mean …?” Never guesses wildly: a word too far from all others gets no suggestion.

/// Words longer than this are no slips of the finger.
const LONGEST: usize = 64;

/// The candidate nearest to `word`, if it is near enough to be what was meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let allowed = (length / 3).clamp(1, 4);
    let wanted = fold(word);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.chars().count().abs_diff(length) > allowed {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&wanted, &fold(candidate));
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// `Let-Vent` and `let_vent` are the same slip.
fn fold(word: &str) -> String {
    word.chars().map(|c| if c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check_nearest(word: &str, candidates: &[&str], expected: Option<&str>) {
        assert_eq!(nearest(word, candidates.iter().copied()), expected);
    }

    #[test]
    fn near_words_are_offered_and_far_ones_are_not() {
        check_nearest("openning", &["opening", "closing"], Some("opening"));
        check_nearest("Let-Vent", &["let_vent", "stall"], Some("let_vent"));
        check_nearest("tpye", &["type"], Some("type"));
        check_nearest("refund", &["opening", "closing"], None);
        check_nearest("", &["a"], None);
    }
}
