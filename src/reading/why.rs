//! The sentence that tells a trainee why a wording didn't count. Never scolds.

use super::types::Scope;
use crate::rubric::Move;
use crate::text::Bilingual;

/// Whether a near-miss teaches anything: a harm that was only quoted or denied needs no word.
pub(super) fn is_taught(shows: Move, scope: Scope) -> bool {
    scope != Scope::Asserted && (!shows.is_harm() || scope == Scope::Negated || scope == Scope::Quoted)
}

/// Why a wording of `shows`, said in `scope`, doesn't count.
pub(super) fn why(shows: Move, scope: Scope) -> Bilingual {
    let name = shows.name();
    let (zh, en) = (name.zh, name.en);
    match scope {
        Scope::Asserted => Bilingual::new("", ""),
        Scope::Negated if shows.is_harm() => Bilingual::new(
            format!("字面上像“{zh}”,但前面有否定,不算。"),
            format!("This reads like “{en}”, but a “not” turns it round, so it isn't held against you."),
        ),
        Scope::Quoted if shows.is_harm() => Bilingual::new(
            format!("“{zh}”的话是引用别人的,不算在你头上。"),
            format!("The words that read like “{en}” are somebody else's, so they aren't held against you."),
        ),
        Scope::Negated => Bilingual::new(
            format!("这里前面有否定词,客户听到的是“没有”,所以不算“{zh}”。"),
            format!("A “not” stands before it, so the customer hears the opposite of “{en}”."),
        ),
        Scope::Quoted => Bilingual::new(
            format!("这是引用别人的话,不是你自己说的,所以不算“{zh}”。"),
            format!("These are quoted words, not your own, so they don't count as “{en}”."),
        ),
        Scope::Hypothetical if shows == Move::Apologise => Bilingual::new(
            "为“如果”道歉、为客户的感觉道歉,都等于说错不在我们。直接为发生的事道歉就好。",
            "An apology with an “if”, or for how the customer feels, leaves the fault in doubt. Say sorry for what happened.",
        ),
        Scope::Hypothetical => Bilingual::new(
            format!("加了“如果”,这句话还没有落到实处,不算“{zh}”。"),
            format!("With an “if” in front it isn't said yet, so it doesn't count as “{en}”."),
        ),
        Scope::Cancelled => Bilingual::new(
            "前半句刚说理解,后面的“但是”又把它收了回去。先说出他的感受,停一下,再谈事情。",
            "The “but” takes back the understanding before it. Name the feeling, stop there, then go on to the matter.",
        ),
        Scope::Question => Bilingual::new(
            format!("这里是在问,不是在说定,所以不算“{zh}”。"),
            format!("This asks instead of saying, so it doesn't count as “{en}”."),
        ),
        Scope::Repeated => Bilingual::new(
            "这句话前面已经一字不差地说过,再说一遍客户会觉得是套话。",
            "You have said this before in the same words; said again, it sounds like a formula.",
        ),
        Scope::Copied => Bilingual::new(
            "这是客户的原话。换成你自己的话说出来,他才知道你听进去了。",
            "These are the customer's own words. Put them in yours, and they know that you listened.",
        ),
        Scope::Piled => Bilingual::new(
            "这里只是把关键词堆在一起。对客户说一句完整的话,才算数。",
            "This only heaps up key words. Say a whole sentence to the customer, and it counts.",
        ),
    }
}
