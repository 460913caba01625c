//! Values that know where they were written. Reads no files.

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// Byte range in a [`Source`](super::Source).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// As a range, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A value that remembers where it was written.
///
/// Equality ignores the span: two documents that say the same thing are equal
/// no matter how they are laid out.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place; `None` for text with escapes and for values made by the program.
    pub span: Option<Span>,
}

impl<T> Spanned<T> {
    /// A value that was never written in a file.
    pub fn unplaced(value: T) -> Self {
        Self { value, span: None }
    }
}

impl Spanned<String> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Spanned<T>
where
    T: for<'a> From<&'a str>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<T>);

        impl<'de, T> Visitor<'de> for Text<T>
        where
            T: for<'a> From<&'a str>,
        {
            type Value = Spanned<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text in quotes")
            }

            // RON hands us a slice of the very text being parsed, so its address is its position.
            fn visit_borrowed_str<E: de::Error>(self, written: &'de str) -> Result<Self::Value, E> {
                Ok(Spanned { value: T::from(written), span: locate(written) })
            }

            fn visit_str<E: de::Error>(self, escaped: &str) -> Result<Self::Value, E> {
                Ok(Spanned { value: T::from(escaped), span: None })
            }
        }

        deserializer.deserialize_str(Text(PhantomData))
    }
}

thread_local! {
    /// Address range of the text now being parsed on this thread.
    static PARSING: Cell<Option<(usize, usize)>> = const { Cell::new(None) };
}

/// Runs `parse` so that every [`Spanned`] read from `text` knows its place in it.
pub(crate) fn with_spans<T>(text: &str, parse: impl FnOnce(&str) -> T) -> T {
    struct Restore(Option<(usize, usize)>);

    impl Drop for Restore {
        fn drop(&mut self) {
            PARSING.set(self.0);
        }
    }

    let start = text.as_ptr() as usize;
    let _restore = Restore(PARSING.replace(Some((start, start + text.len()))));
    parse(text)
}

fn locate(part: &str) -> Option<Span> {
    let (text_start, text_end) = PARSING.get()?;
    let start = part.as_ptr() as usize;
    let end = start + part.len();
    (text_start <= start && end <= text_end).then(|| Span { start: start - text_start, end: end - text_start })
}
