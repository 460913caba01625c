//! How a line appears: phrase by phrase, quick enough to read along. Pure arithmetic; knows no clock.

/// Milliseconds a line may take in all.
const LONGEST: f32 = 1600.0;

/// How many characters are visible after `millis`. Whole phrases at a time, so that words don't trickle.
#[must_use]
pub fn shown(text: &str, millis: f32) -> usize {
    let squeeze = squeeze(text);
    let mut start = 0.0;
    let mut count = 0;
    let mut phrase = 0;
    let mut ends = 0;
    for (index, c) in text.chars().enumerate() {
        if phrase == 0 {
            if start * squeeze > millis {
                return ends;
            }
            phrase = 1;
        }
        start += cost(c);
        count = index + 1;
        if breaks(c) {
            ends = count;
            phrase = 0;
        }
    }
    count
}

/// Milliseconds until all of `text` is visible.
#[must_use]
pub fn duration(text: &str) -> f32 {
    let (mut at, mut last, mut fresh) = (0.0, 0.0, true);
    for c in text.chars() {
        if fresh {
            last = at;
        }
        at += cost(c);
        fresh = breaks(c);
    }
    last * squeeze(text)
}

fn squeeze(text: &str) -> f32 {
    let all: f32 = text.chars().map(cost).sum();
    if all > LONGEST { LONGEST / all } else { 1.0 }
}

/// 30 Han or 60 Latin characters a second, and a breath at a break.
fn cost(c: char) -> f32 {
    if breaks(c) {
        100.0
    } else if c.is_ascii() {
        1000.0 / 60.0
    } else {
        1000.0 / 30.0
    }
}

fn breaks(c: char) -> bool {
    matches!(c, '，' | '。' | '！' | '？' | '；' | '：' | '…' | ',' | '.' | '!' | '?' | ';' | ':')
}

#[cfg(test)]
mod tests {
    use super::{duration, shown};

    #[test]
    fn phrases_come_one_by_one() {
        let line = "四十分钟，三个窗口，没人管！";
        assert_eq!(shown(line, 0.0), 5);
        assert_eq!(shown(line, 200.0), 5);
        assert_eq!(shown(line, 240.0), 10);
        assert_eq!(shown(line, duration(line)), line.chars().count());
    }

    #[test]
    fn long_lines_take_no_longer() {
        let line = "一句话，".repeat(80);
        assert!(duration(&line) <= 1600.0);
        assert_eq!(shown(&line, 1600.0), line.chars().count());
        assert!(shown(&line, 400.0) < 120);
    }

    #[test]
    fn empty_lines_are_there_at_once() {
        assert_eq!((shown("", 0.0), duration("")), (0, 0.0));
    }
}
