//! The words of a transcript. Decides nothing.

use crate::text::Lang;

pub fn title(lang: Lang, title: &str, seed: u64) -> String {
    say!(lang, "《{title}》 种子 {seed}", "{title} · seed {seed}")
}

pub fn stage(name: &str) -> String {
    format!("\n── {name} ──")
}

pub fn aside(text: &str) -> String {
    format!("  ({text})")
}

pub fn you(lang: Lang, spoken: &str) -> String {
    say!(lang, "你：{spoken}", "You: {spoken}")
}

pub fn says(lang: Lang, who: &str, does: Option<&str>, spoken: &str) -> String {
    let does = does.map(|does| match lang {
        Lang::Zh => does.to_owned(),
        Lang::En => format!("{does} "),
    });
    let does = does.unwrap_or_default();
    say!(lang, "{who}：{does}{spoken}", "{who}: {does}{spoken}")
}

pub fn shows(lang: Lang, name: &str, specific: bool, quote: Option<&str>) -> String {
    let specific = if specific { say!(lang, "（具体）", " (specific)") } else { String::new() };
    let quote = quote.map(|quote| say!(lang, "“{quote}”", " “{quote}”")).unwrap_or_default();
    format!("{name}{specific}{quote}")
}

pub fn judged(lang: Lang, shown: &[String], feel: u8, order: Option<u8>, unread: bool) -> String {
    let shown = if shown.is_empty() { say!(lang, "没看出什么", "nothing recognised") } else { shown.join(" · ") };
    let order = order.map(|order| say!(lang, " · 先后 {order}%", " · order {order}%")).unwrap_or_default();
    let unread = if unread { say!(lang, " · 有话没读懂", " · some words unread") } else { String::new() };
    say!(lang, "看出：{shown} · 感受 {feel}/4{order}{unread}", "shows: {shown} · feel {feel}/4{order}{unread}")
}

pub fn bounced(lang: Lang) -> String {
    say!(lang, "没听进去：办法来早了。", "It didn't land: the fix came too soon.")
}

pub fn shifted(
    lang: Lang,
    (heat, heat_now): (u8, u8),
    heat_word: &str,
    (trust, trust_now): (u8, u8),
    trust_word: &str,
    causes: &[String],
) -> String {
    let causes = causes.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    });
    say!(
        lang,
        "火气 {heat}→{heat_now}（{heat_word}） 信任 {trust}→{trust_now}（{trust_word}）：{causes}",
        "heat {heat}→{heat_now} ({heat_word}), trust {trust}→{trust_now} ({trust_word}): {causes}"
    )
}

pub fn cause(lang: Lang, quote: Option<&str>, why: &str, heat: i32, trust: i32) -> String {
    let heat = if heat == 0 { String::new() } else { say!(lang, " 火气{heat:+}", " heat {heat:+}") };
    let trust = if trust == 0 { String::new() } else { say!(lang, " 信任{trust:+}", " trust {trust:+}") };
    match quote {
        Some(quote) => say!(lang, "“{quote}”（{why}）{heat}{trust}", "“{quote}” ({why}){heat}{trust}"),
        None => format!("{why}{heat}{trust}"),
    }
}

pub fn now_feels(lang: Lang, word: &str) -> String {
    say!(lang, "对方现在：{word}", "They are now: {word}")
}

pub fn gate_opened(lang: Lang) -> String {
    say!(lang, "心门开了：听得进办法了。", "The gate opens: a solution can land now.")
}

pub fn gate_shut(lang: Lang) -> String {
    say!(lang, "心门关着：先让对方觉得被听见。", "The gate is shut: let them feel heard first.")
}

pub fn learned(lang: Lang, id: &str, fact: &str) -> String {
    say!(lang, "知道了 [{id}]：{fact}", "Learned [{id}]: {fact}")
}

pub fn noted(lang: Lang, fact: &str) -> String {
    say!(lang, "记下：{fact}", "noted: {fact}")
}

pub fn nothing_to_see(lang: Lang) -> String {
    say!(lang, "没看到新的。", "Nothing new to see.")
}

pub fn breathed(lang: Lang) -> String {
    say!(lang, "你缓了口气。", "you take a breath")
}

pub fn silence(lang: Lang) -> String {
    say!(lang, "对方等了又等，没等到一句话。", "they waited and heard nothing")
}

pub fn agreed(lang: Lang, agreement: &str) -> String {
    say!(lang, "谈妥：{agreement}", "Agreed: {agreement}")
}

pub fn promised(lang: Lang, promise: &str, beyond: bool) -> String {
    let beyond = if beyond { say!(lang, "（超出权限）", " (beyond your authority)") } else { String::new() };
    say!(lang, "承诺：{promise}{beyond}", "Promised: {promise}{beyond}")
}

pub fn kept(lang: Lang, promise: &str) -> String {
    say!(lang, "兑现：{promise}", "Kept: {promise}")
}

pub fn broken(lang: Lang, promise: &str) -> String {
    say!(lang, "没兑现：{promise}", "Not kept: {promise}")
}

pub fn warned(lang: Lang, warning: &str) -> String {
    say!(lang, "！{warning} 再选一次才算数。", "! {warning} Choose it again to go through with it.")
}

pub fn hint(lang: Lang, hint: Option<&str>) -> String {
    match hint {
        Some(hint) => say!(lang, "提示：{hint}", "Hint: {hint}"),
        None => say!(lang, "这一轮没有提示。", "No hint for this turn."),
    }
}
