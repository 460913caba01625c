//! Finds times, dates, spans of time and numbers in either script. Never reckons with them.

use std::ops::Range;

/// A kind of wording that no list can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// A time of day: 四点半, "4 pm".
    Clock,
    /// A day: 明天, 周五前, "by Friday".
    Date,
    /// A length of time: 十分钟, "two hours".
    Duration,
    /// Any of the three.
    Time,
    /// A number.
    Number,
}

impl Slot {
    /// All slots.
    pub const ALL: [Self; 5] = [Self::Clock, Self::Date, Self::Duration, Self::Time, Self::Number];

    /// Its name in a pattern, without the angle brackets.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clock => "clock",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Time => "time",
            Self::Number => "number",
        }
    }

    /// The slot of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.name() == name)
    }
}

/// Every slot in `text` (plain form), in order; a time is found both as what it is and as [`Slot::Time`].
#[must_use]
pub fn find(text: &str) -> Vec<(Slot, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let fresh =
            text.get(..at).and_then(|head| head.chars().next_back()).is_none_or(|left| !left.is_ascii_alphanumeric());
        let step = rest.chars().next().map_or(1, char::len_utf8);
        let Some((slot, length)) = (if fresh { one(rest) } else { None }) else {
            at += step;
            continue;
        };
        let range = at..at + length;
        found.push((slot, range.clone()));
        if slot != Slot::Number {
            found.push((Slot::Time, range));
        }
        at += length.max(step);
    }
    found
}

/// Letters that some slot begins with; all others are passed over at once.
const HEADS: &str = "今明后当这本下上中傍晚周星礼月年天午开打节零〇一二两三四五六七八九十百千万半几";

/// The slot at the head of `rest`, and its length.
fn one(rest: &str) -> Option<(Slot, usize)> {
    let head = rest.chars().next()?;
    if !head.is_ascii_alphanumeric() && !HEADS.contains(head) {
        return None;
    }
    if let Some(length) = day(rest) {
        // 明天下午四点 is one time, not two.
        let after = rest.get(length..).unwrap_or_default();
        let gap = after.len() - after.trim_start_matches([' ', '的']).len();
        return match number(after.get(gap..)?).and_then(|count| unit(after.get(gap..)?, count)) {
            Some((Slot::Clock, more)) => Some((Slot::Clock, length + gap + more)),
            _ => Some((Slot::Date, length)),
        };
    }
    let count = number(rest)?;
    unit(rest, count).or(Some((Slot::Number, count)))
}

/// Words for days and parts of days, longest first where one begins another.
const DAYS: &[&str] = &[
    "今天下午",
    "今天上午",
    "今天晚上",
    "今天中午",
    "明天上午",
    "明天下午",
    "明天中午",
    "明天早上",
    "明天晚上",
    "明早",
    "明晚",
    "明天",
    "明日",
    "今天之内",
    "今天",
    "今晚",
    "今早",
    "今日",
    "后天",
    "当天",
    "当晚",
    "这周末",
    "这周",
    "本周内",
    "本周",
    "周末",
    "本月",
    "月底",
    "月初",
    "年底",
    "年前",
    "下班前",
    "下班以前",
    "天黑前",
    "午饭前",
    "开车前",
    "打烊前",
    "下午",
    "上午",
    "中午",
    "傍晚",
    "晚上",
    "晚饭前",
    "当场",
    "节前",
    "today",
    "tonight",
    "tomorrow morning",
    "tomorrow afternoon",
    "tomorrow evening",
    "tomorrow",
    "noon",
    "midday",
    "midnight",
    "lunchtime",
    "this morning",
    "this afternoon",
    "this evening",
    "this week",
    "next week",
    "end of the day",
    "end of day",
    "close of business",
    "end of the week",
    "end of the month",
    "end of play",
    "end of my shift",
    "close of play",
    "teatime",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const WEEKS: &[&str] = &["下周", "这周", "本周", "下星期", "下礼拜", "周", "星期", "礼拜"];

fn day(rest: &str) -> Option<usize> {
    let whole = |word: &&&str| {
        rest.strip_prefix(**word)
            .is_some_and(|after| !word.is_ascii() || !after.starts_with(|next: char| next.is_ascii_alphanumeric()))
    };
    let named = DAYS.iter().filter(whole).map(|word| word.len()).max();
    let weekday = WEEKS.iter().find_map(|week| {
        let after = rest.strip_prefix(week)?;
        let number = after.chars().next().filter(|day| "一二三四五六日天".contains(*day))?;
        Some(week.len() + number.len_utf8())
    });
    let next_week = ["下周", "下星期", "下个月", "下月"]
        .iter()
        .filter(|word| rest.starts_with(**word))
        .map(|word| word.len())
        .max();
    let length = weekday.into_iter().chain(named).chain(next_week).max()?;
    // 下午 and the like before a clock belong to it; 周五下午 is one day.
    let after = rest.get(length..)?;
    let part = ["上午", "下午", "晚上", "中午", "早上", " morning", " afternoon", " evening"];
    Some(length + part.iter().find(|part| after.starts_with(**part)).map_or(0, |part| part.len()))
}

const EN_NUMBERS: &[&str] = &[
    "half an",
    "half a",
    "a couple of",
    "couple of",
    "a few",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty-four",
    "twenty",
    "thirty",
    "forty-eight",
    "forty-five",
    "forty",
    "fifty",
    "sixty",
    "ninety",
    "half past",
    "quarter past",
    "quarter to",
    "an",
    "a",
];

/// The length of a number at the head of `rest`.
fn number(rest: &str) -> Option<usize> {
    let digits: usize = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let more = rest.get(digits..).unwrap_or_default();
        let tail =
            more.strip_prefix([':', '.', ',']).map_or(0, |more| more.bytes().take_while(u8::is_ascii_digit).count());
        return Some(if tail > 0 { digits + 1 + tail } else { digits });
    }
    let han: usize = rest
        .chars()
        .take_while(|letter| "零〇一二两三四五六七八九十百千万半几".contains(*letter))
        .map(char::len_utf8)
        .sum();
    if han > 0 {
        return Some(han);
    }
    EN_NUMBERS
        .iter()
        .filter(|word| rest.strip_prefix(**word).is_some_and(|after| after.starts_with([' ', '-'])))
        .map(|word| word.len())
        .max()
}

const HAN_UNITS: &[(&str, Slot)] = &[
    ("个工作日", Slot::Duration),
    ("工作日", Slot::Duration),
    ("个小时", Slot::Duration),
    ("小时", Slot::Duration),
    ("个钟头", Slot::Duration),
    ("个钟", Slot::Duration),
    ("分钟", Slot::Duration),
    ("刻钟", Slot::Duration),
    ("秒", Slot::Duration),
    ("天", Slot::Duration),
    ("个星期", Slot::Duration),
    ("个礼拜", Slot::Duration),
    ("周", Slot::Duration),
    ("个月", Slot::Duration),
    ("月", Slot::Date),
    ("号", Slot::Date),
    ("点", Slot::Clock),
    ("时", Slot::Clock),
];
const EN_UNITS: &[&str] = &["second", "minute", "min", "hour", "hr", "day", "week", "month", "fortnight", "moment"];

/// The unit behind a number of `count` bytes, and the length of both.
fn unit(rest: &str, count: usize) -> Option<(Slot, usize)> {
    let after = rest.get(count..)?;
    for (unit, slot) in HAN_UNITS {
        if let Some(tail) = after.strip_prefix(unit) {
            // 一点 is "a little", 一天 may be "one day": 点 counts with 半, 钟, 前 or a number other than 一 before it.
            if *unit == "点" && rest.starts_with('一') && count == 3 && !tail.starts_with(['半', '钟', '前', '整'])
            {
                return None;
            }
            if (*unit == "号" || *unit == "时") && tail.starts_with(['线', '码', '楼', '间', '候']) {
                return None;
            }
            let more = ["半", "钟", "整", "内", "之内", "以内", "前", "之前"]
                .iter()
                .find(|more| tail.starts_with(**more))
                .map_or(0, |more| more.len());
            return Some((*slot, count + unit.len() + more));
        }
    }
    let head = rest.get(..count)?;
    let gap = after.len() - after.trim_start_matches([' ', '-']).len();
    let word = after.get(gap..)?;
    let letters = word.bytes().take_while(u8::is_ascii_lowercase).count();
    let unit = word.get(..letters)?;
    if matches!(unit, "am" | "pm" | "o" | "oclock") || word.starts_with("p.m") || word.starts_with("a.m") {
        let clock = if word.starts_with("o'clock") { 7 } else { letters.max(2) };
        return (unit != "o" || clock == 7).then_some((Slot::Clock, count + gap + clock));
    }
    let (filler, unit) = match unit {
        "working" | "business" | "short" | "more" | "full" => {
            let next = word.get(letters + 1..).unwrap_or_default();
            let length = next.bytes().take_while(u8::is_ascii_lowercase).count();
            (letters + 1 + length, next.get(..length).unwrap_or_default())
        }
        _ => (letters, unit),
    };
    if EN_UNITS.contains(&unit.strip_suffix('s').unwrap_or(unit)) {
        return Some((Slot::Duration, count + gap + filler));
    }
    if matches!(unit, "st" | "nd" | "rd" | "th") {
        return Some((Slot::Date, count + letters));
    }
    if head.contains(':') || head == "half past" || head.starts_with("quarter") {
        return Some((Slot::Clock, count));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_slots(text: &str, picture: &[(Slot, &str)]) {
        let found: Vec<(Slot, &str)> = find(text)
            .into_iter()
            .filter(|(slot, _)| *slot != Slot::Time)
            .map(|(slot, at)| (slot, text.get(at).unwrap_or("?")))
            .collect();
        assert_eq!(found, picture);
    }

    #[test]
    fn finds_times_in_both_scripts() {
        check_slots("明天下午四点半给您电话", &[(Slot::Clock, "明天下午四点半")]);
        check_slots("十五分钟内到,周五前办好", &[(Slot::Duration, "十五分钟内"), (Slot::Date, "周五")]);
        check_slots("慢一点说", &[(Slot::Number, "一")]);
        check_slots(
            "by 4 pm or within two working days",
            &[(Slot::Clock, "4 pm"), (Slot::Duration, "two working days")],
        );
        check_slots("at 16:30 on friday", &[(Slot::Clock, "16:30"), (Slot::Date, "friday")]);
        check_slots("by four o'clock", &[(Slot::Clock, "four o'clock")]);
    }
}
