//! Bytes to text: size, encoding and byte-order mark. Reads no files and repairs none.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::diag::{Diagnostic, Source, Span};
use crate::text::Bilingual;

/// The biggest file that is read, in bytes.
pub const LARGEST_FILE: usize = 1 << 20;
/// How much of an unreadable file is kept to show the place.
const HEAD: usize = 160;

/// The text of the file and what is wrong with its bytes. `false`: there is nothing to parse.
pub(super) fn decode(name: &str, bytes: &[u8]) -> (Source, Vec<Diagnostic>, bool) {
    if bytes.len() > LARGEST_FILE {
        return too_big(name, bytes);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != encoding_rs::UTF_8
    {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return not_utf8(name, &text, "UTF-16");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => match text.strip_prefix('\u{FEFF}') {
            Some(text) => {
                let source = Source::new(name, text);
                let marked = byte_order_mark(&source);
                (source, vec![marked], true)
            }
            None => (Source::new(name, text), Vec::new(), true),
        },
        Err(_) => undecodable(name, bytes),
    }
}

fn too_big(name: &str, bytes: &[u8]) -> (Source, Vec<Diagnostic>, bool) {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head).lines().next().unwrap_or_default().to_owned();
    let kib = bytes.len() / 1024;
    let diagnostic = Diagnostic::error(
        "file-too-big",
        Span { start: 0, end: text.len() },
        Bilingual::new(
            format!("文件有 {kib} KiB，超过 1024 KiB 的上限"),
            format!("The file has {kib} KiB; the limit is 1024 KiB"),
        ),
    )
    .because(Bilingual::new(
        "一个情景几十 KiB 就够了；这么大的文件多半是放错了，读它会让程序卡住。",
        "A scene needs a few dozen KiB. A file this big is most likely a different one, and reading it would stall the app.",
    ))
    .mend(Bilingual::new(
        "检查是不是选错了文件；情景太长就拆成几个文件",
        "Check that this is the right file; split a very long scene into several",
    ));
    (Source::new(name, text), vec![diagnostic], false)
}

fn byte_order_mark(source: &Source) -> Diagnostic {
    let first = source.text().chars().next().map_or(0, char::len_utf8);
    Diagnostic::error(
        "byte-order-mark",
        Span { start: 0, end: first },
        Bilingual::new(
            "文件开头有一个看不见的字节顺序标记（BOM）",
            "The file begins with an invisible byte-order mark (BOM)",
        ),
    )
    .because(Bilingual::new(
        "带 BOM 的文件在别的工具里会莫名其妙地出错，比对时也会显示成整行改动。",
        "A BOM makes other tools fail for no visible reason and shows up as a change nobody made.",
    ))
    .mend(Bilingual::new(
        "在编辑器里“另存为”，编码选 UTF-8，不要选“带 BOM 的 UTF-8”",
        "In the editor choose “Save as” with the encoding UTF-8, not “UTF-8 with BOM”",
    ))
}

fn undecodable(name: &str, bytes: &[u8]) -> (Source, Vec<Diagnostic>, bool) {
    // Latin text as UTF-16 without a mark is every second byte zero.
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(HEAD).filter(|byte| **byte == 0).count();
    let many = bytes.len().min(2 * HEAD) / 5;
    if zeros(1) > many {
        return not_utf8(name, &UTF_16LE.decode_without_bom_handling(bytes).0, "UTF-16");
    }
    if zeros(0) > many {
        return not_utf8(name, &UTF_16BE.decode_without_bom_handling(bytes).0, "UTF-16");
    }
    match GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => not_utf8(name, &text, "GBK"),
        None => not_utf8(name, &String::from_utf8_lossy(bytes), "?"),
    }
}

fn not_utf8(name: &str, text: &str, encoding: &str) -> (Source, Vec<Diagnostic>, bool) {
    let strange = |c: char| if encoding == "?" { c == '\u{FFFD}' } else { !c.is_ascii() };
    let start = text.find(strange).unwrap_or(0);
    let run = text.get(start..).unwrap_or_default();
    let length = run.find(|c| !strange(c)).unwrap_or(run.len());
    let message = match encoding {
        "?" => Bilingual::new(
            "文件不是 UTF-8 文本，这里的字节读不出来",
            "The file isn't UTF-8 text: these bytes can't be read",
        ),
        known => Bilingual::new(
            format!("文件是用 {known} 编码保存的，应当是 UTF-8"),
            format!("The file is saved in the encoding {known}; it must be UTF-8"),
        ),
    };
    let diagnostic = Diagnostic::error("not-utf8", Span { start, end: start + length }, message)
        .because(Bilingual::new(
            "换一台电脑，客户说的话就会变成乱码。",
            "On another computer the customer's words would turn into gibberish.",
        ))
        .mend(Bilingual::new(
            "用编辑器打开，确认汉字显示正常，再“另存为”，编码选 UTF-8",
            "Open it in an editor, see that the words are right, then “Save as” with the encoding UTF-8",
        ));
    (Source::new(name, text), vec![diagnostic], false)
}
