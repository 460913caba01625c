//! Names of the icons of the bundled icon font. Never chooses a word: an icon always stands beside one.

use egui::{FontFamily, FontId, RichText};

/// The family the icons live in.
pub const FAMILY: &str = "icons";

/// `today`.
pub const TODAY: char = '\u{e8df}';
/// `library_books`.
pub const LIBRARY_BOOKS: char = '\u{e02f}';
/// `trending_up`.
pub const TRENDING_UP: char = '\u{e8e5}';
/// `menu_book`.
pub const MENU_BOOK: char = '\u{ea19}';
/// `edit_note`.
pub const EDIT_NOTE: char = '\u{e745}';
/// `groups`.
pub const GROUPS: char = '\u{f233}';
/// `settings`.
pub const SETTINGS: char = '\u{e8b8}';
/// `hearing`.
pub const HEARING: char = '\u{e023}';
/// `visibility`.
pub const VISIBILITY: char = '\u{e8f4}';
/// `meeting_room`.
pub const MEETING_ROOM: char = '\u{eb4f}';
/// `self_improvement`.
pub const SELF_IMPROVEMENT: char = '\u{ea78}';
/// `send`.
pub const SEND: char = '\u{e163}';
/// `lightbulb`.
pub const LIGHTBULB: char = '\u{e90f}';
/// `handshake`.
pub const HANDSHAKE: char = '\u{ebcb}';
/// `replay`.
pub const REPLAY: char = '\u{e042}';
/// `outlined_flag`.
pub const OUTLINED_FLAG: char = '\u{f0c6}';
/// `lock`.
pub const LOCK: char = '\u{e899}';
/// `rule`.
pub const RULE: char = '\u{f1c2}';
/// `query_stats`.
pub const QUERY_STATS: char = '\u{e4fc}';
/// `balance`.
pub const BALANCE: char = '\u{eaf6}';
/// `add`.
pub const ADD: char = '\u{e145}';
/// `close`.
pub const CLOSE: char = '\u{e5cd}';
/// `pause`.
pub const PAUSE: char = '\u{e034}';
/// `arrow_back`.
pub const ARROW_BACK: char = '\u{e5c4}';
/// `arrow_forward`.
pub const ARROW_FORWARD: char = '\u{e5c8}';
/// `check`.
pub const CHECK: char = '\u{e668}';
/// `folder`.
pub const FOLDER: char = '\u{e2c7}';
/// `language`.
pub const LANGUAGE: char = '\u{ea07}';
/// `dark_mode`.
pub const DARK_MODE: char = '\u{e51c}';
/// `light_mode`.
pub const LIGHT_MODE: char = '\u{e518}';
/// `contrast`.
pub const CONTRAST: char = '\u{eb37}';
/// `play_arrow`.
pub const PLAY_ARROW: char = '\u{e037}';
/// `expand_more`.
pub const EXPAND_MORE: char = '\u{e5cf}';
/// `chevron_right`.
pub const CHEVRON_RIGHT: char = '\u{e5cc}';
/// `search`.
pub const SEARCH: char = '\u{ef7a}';
/// `edit`.
pub const EDIT: char = '\u{f097}';
/// `warning`.
pub const WARNING: char = '\u{f083}';
/// `bookmark`.
pub const BOOKMARK: char = '\u{e8e7}';
/// `delete`.
pub const DELETE: char = '\u{e92e}';
/// `undo`.
pub const UNDO: char = '\u{e166}';
/// `redo`.
pub const REDO: char = '\u{e15a}';
/// `info`.
pub const INFO: char = '\u{e88e}';
/// `person`.
pub const PERSON: char = '\u{f0d3}';
/// `upload_file`.
pub const UPLOAD_FILE: char = '\u{e9fc}';
/// `download`.
pub const DOWNLOAD: char = '\u{f090}';
/// `more_horiz`.
pub const MORE_HORIZ: char = '\u{e5d3}';
/// `print`.
pub const PRINT: char = '\u{e8ad}';
/// `link`.
pub const LINK: char = '\u{e250}';
/// `save`.
pub const SAVE: char = '\u{e161}';
/// `cloud_off`.
pub const CLOUD_OFF: char = '\u{e2c1}';
/// `format_size`.
pub const FORMAT_SIZE: char = '\u{e245}';
/// `animation`.
pub const ANIMATION: char = '\u{e71c}';
/// `keyboard`.
pub const KEYBOARD: char = '\u{e312}';
/// `keyboard_return`.
pub const KEYBOARD_RETURN: char = '\u{e31b}';
/// `timer`.
pub const TIMER: char = '\u{e425}';
/// `badge`.
pub const BADGE: char = '\u{ea67}';
/// `restart_alt`.
pub const RESTART_ALT: char = '\u{f053}';
/// `help`.
pub const HELP: char = '\u{e8fd}';
/// `event_available`.
pub const EVENT_AVAILABLE: char = '\u{e614}';

/// The icon font at `size` points.
#[must_use]
pub fn font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(FAMILY.into()))
}

/// One icon as text, for labels and atoms.
#[must_use]
pub fn text(icon: char, size: f32) -> RichText {
    RichText::new(icon).font(font(size))
}
