//! The words of a talk in the terminal. Decides nothing.

use crate::text::Lang;

pub fn no_display(lang: Lang) -> String {
    say!(
        lang,
        "这里打不开窗口，就在终端里练。情景和复盘都一样。",
        "No window can be opened here, so it goes on in the terminal, with the same scenes and the same debrief."
    )
}

pub fn choose(lang: Lang) -> String {
    say!(lang, "选一个情景（写序号，q 退出）：", "Choose a scene (its number; q to quit): ")
}

pub fn choose_again(lang: Lang, most: usize) -> String {
    say!(lang, "请写 1 到 {most} 之间的数。", "Please give a number from 1 to {most}.")
}

pub fn nothing_to_play(lang: Lang) -> String {
    say!(
        lang,
        "没有可练的情景：scenarios/ 里放一个，或写 heartfirst play 路径。",
        "There is no scene to play: put one into scenarios/, or write heartfirst play PATH."
    )
}

pub fn listed(lang: Lang, number: usize, title: &str, level: u8, minutes: u8) -> String {
    say!(
        lang,
        "{number:>3}. {title}（难度 {level}，约 {minutes} 分钟）",
        "{number:>3}. {title} (level {level}, about {minutes} min)"
    )
}

pub fn go_on(lang: Lang, number: usize, title: &str, answers: u16) -> String {
    say!(
        lang,
        "{number:>3}. 接着练：{title}（已答 {answers} 句）",
        "{number:>3}. Go on: {title} (answers so far: {answers})"
    )
}

pub fn brief(lang: Lang, role: &str, brief: &str) -> String {
    say!(lang, "你是：{role}\n{brief}", "You are: {role}\n{brief}")
}

pub fn may(lang: Lang, authority: &[&str]) -> String {
    let list = authority.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    });
    say!(lang, "你能答应的：{list}", "You may promise: {list}")
}

pub fn how(lang: Lang) -> String {
    say!(
        lang,
        "写序号选一句，或直接写自己的话。也可以：听 · 看 · 换 · 记 · 缓 · 提示 · 离开 · 帮助",
        "Give a number to pick a line, or type your own words. Also: listen · observe · setting · note · breathe · hint · leave · help"
    )
}

pub fn help(lang: Lang) -> String {
    say!(
        lang,
        "  1–5        选这一句\n  其他的话   就是你说的话（前面加“say ”也行）\n  听 listen  不插话，听下去\n  看 observe 看看对方\n  换 setting 换个地方、人或时间（不写名字就列出来）\n  记 note    当面记下一件事（不写名字就列出来）\n  缓 breathe 缓口气\n  提示 hint  看一眼提示（会记着）\n  离开 leave 离开这场谈话",
        "  1–5        pick that line\n  other text is what you say (\"say \" before it works too)\n  listen     listen on without a word\n  observe    look at the customer\n  setting    change place, person or time (alone: lists them)\n  note       write a fact down (alone: lists them)\n  breathe    take a breath\n  hint       see a hint (it is remembered)\n  leave      leave the talk"
    )
}

pub fn prompt() -> &'static str {
    "> "
}

pub fn card(number: usize, text: &str, unavailable: Option<&str>) -> String {
    match unavailable {
        Some(reason) => format!("  ×  {text} ({reason})"),
        None => format!("  {number}. {text}"),
    }
}

pub fn no_such_card(lang: Lang, number: usize) -> String {
    say!(lang, "没有第 {number} 句。", "There is no line {number}.")
}

pub fn no_settings(lang: Lang) -> String {
    say!(lang, "这会儿没有别的可换。", "There is nothing to change to just now.")
}

pub fn settings(lang: Lang) -> String {
    say!(lang, "可以换成（写“换 序号”）：", "You can change to (\"setting NUMBER\"):")
}

pub fn no_facts(lang: Lang) -> String {
    say!(lang, "还没听到可记的事。", "No fact has been told yet.")
}

pub fn facts(lang: Lang) -> String {
    say!(lang, "可以记下（写“记 序号”）：", "You can write down (\"note NUMBER\"):")
}

pub fn no_hints(lang: Lang) -> String {
    say!(lang, "考核里没有提示。", "There are no hints in an exam.")
}

pub fn left_kindly(lang: Lang) -> String {
    say!(lang, "话到这里为止，这场给你留着。", "That is where it stops; it is kept for you.")
}
