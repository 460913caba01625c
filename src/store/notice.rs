//! What the store has to tell people, in both languages. Never interrupts anything.

use crate::text::Bilingual;

/// Something worth a line in the window or the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// No room: kept in memory, tried again.
    DiskFull,
    /// Can't be written right now, for this reason: kept in memory, tried again.
    NotSaved(String),
    /// What was held back is written.
    SavedAgain,
    /// Given up on, for this reason.
    Lost(String, String),
    /// This file can't be deleted, for this reason.
    NotDeleted(String, String),
    /// Nothing can be written here, for this reason.
    ReadOnly(String),
    /// Another instance writes.
    Locked,
    /// The file can't be read, for this reason, and was moved to `set-aside`.
    SetAside(String, Bilingual),
    /// The file can't be read, for this reason, and stays where it is.
    Unreadable(String, Bilingual),
    /// The file was written by a newer app: this format.
    Newer(String, u32),
    /// The end of a draft could not be read; so many events are kept.
    DraftTorn(String, usize),
    /// The file was changed after it was written.
    Altered(String),
    /// These settings could not be read and are as new.
    Settings(Vec<String>),
}

impl Notice {
    /// In words.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::DiskFull => (
                "磁盘满了，练习照常，有空间再补存。".to_owned(),
                "Disk full. Carry on; it saves once there is room.".to_owned(),
            ),
            Self::NotSaved(why) => (
                format!("暂时存不进去（{why}），练习照常，稍后再试。"),
                format!("Can't save just now ({why}). Carry on; it tries again."),
            ),
            Self::SavedAgain => ("刚才没存的都补上了。".to_owned(), "What was held back is saved now.".to_owned()),
            Self::Lost(file, why) => (format!("“{file}”存不了：{why}"), format!("\"{file}\" can't be saved: {why}")),
            Self::NotDeleted(file, why) => {
                (format!("“{file}”删不掉：{why}"), format!("\"{file}\" can't be deleted: {why}"))
            }
            Self::ReadOnly(why) => (
                format!("数据文件夹写不进去（{why}）。可以照常练，但不会保存；也可以换个位置。"),
                format!(
                    "The data folder can't be written ({why}). You can practise, but nothing is kept; or choose another."
                ),
            ),
            Self::Locked => (
                "先心已经在另一个窗口里开着。这边可以练，但不会保存。".to_owned(),
                "Heartfirst is open elsewhere. You can practise here, but nothing is kept.".to_owned(),
            ),
            Self::SetAside(file, why) => (
                format!("“{file}”读不了（{}），已移到 set-aside 文件夹，其他记录不受影响。", why.zh),
                format!("\"{file}\" can't be read ({}); moved to set-aside. Everything else is loaded.", why.en),
            ),
            Self::Unreadable(file, why) => (
                format!("“{file}”读不了（{}），原样留着。", why.zh),
                format!("\"{file}\" can't be read ({}); left as it is.", why.en),
            ),
            Self::Newer(file, format) => (
                format!("“{file}”是新版先心写的（格式 {format}），请升级后再看；这里只读，不会改动它。"),
                format!(
                    "\"{file}\" was written by a newer Heartfirst (format {format}): update to open it. It is left untouched."
                ),
            ),
            Self::DraftTorn(file, kept) => (
                format!("草稿“{file}”末尾坏了，前 {kept} 步还在。"),
                format!("The end of the draft \"{file}\" is damaged; the first {kept} steps are kept."),
            ),
            Self::Altered(file) => {
                (format!("“{file}”写成之后被改动过。"), format!("\"{file}\" was changed after it was written."))
            }
            Self::Settings(names) => (
                format!("有 {} 项设置读不了，已按默认处理：{}", names.len(), names.join("、")),
                format!("{} settings can't be read and are back to their defaults: {}", names.len(), names.join(", ")),
            ),
        };
        Bilingual::new(zh, en)
    }
}

/// What an error of the system comes to, in a few words.
#[must_use]
pub fn reason(error: &std::io::Error) -> String {
    error.kind().to_string()
}

/// Is the disk (or what we may use of it) full?
#[must_use]
pub fn is_full(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
}
