//! A named text and its lines. Never reads the file: whoever reads it hands the text over.

use super::Span;

/// A place as people count: both from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from one.
    pub line: usize,
    /// Character in the line, from one.
    pub column: usize,
}

/// A text with its name, able to say where a byte stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// The text of the file called `name`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
        Self { name: name.into(), text, line_starts }
    }

    /// The file's name as the user gave it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines there are, at least one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// Where byte `offset` stands; the end of the text for anything beyond it.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.floor(offset);
        let line = self.line_number(offset);
        let start = self.line_start(line);
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        Position { line, column }
    }

    /// The line (from one) on which byte `offset` stands; cheaper than [`Source::position`] on long lines.
    #[must_use]
    pub fn line_number(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset).max(1)
    }

    /// The byte at `position`; the end of the line for columns beyond it.
    #[must_use]
    pub fn offset(&self, position: Position) -> usize {
        let start = self.line_start(position.line);
        let line = self.line(position.line);
        let within = line.char_indices().nth(position.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
        start + within
    }

    /// Line `number` (from one) without its line break; empty if there is none.
    #[must_use]
    pub fn line(&self, number: usize) -> &str {
        let line = self.text.get(self.line_start(number)..self.line_start(number + 1)).unwrap_or_default();
        let line = line.strip_suffix('\n').unwrap_or(line);
        line.strip_suffix('\r').unwrap_or(line)
    }

    /// The byte at which line `number` begins; the end of the text if there is none.
    #[must_use]
    pub fn line_start(&self, number: usize) -> usize {
        self.line_starts.get(number.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    /// `span` cut to the text and to whole characters, so that slicing by it can't fail.
    #[must_use]
    pub fn clamp(&self, span: Span) -> Span {
        let start = self.floor(span.start);
        Span { start, end: self.floor(span.end).max(start) }
    }

    fn floor(&self, offset: usize) -> usize {
        self.text.floor_char_boundary(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_place(text: &str, offset: usize, line: usize, column: usize) {
        let source = Source::new("t", text);
        let position = source.position(offset);
        assert_eq!((position.line, position.column), (line, column));
        assert_eq!(source.offset(position), source.floor(offset));
    }

    #[test]
    fn places_are_counted_in_characters_from_one() {
        check_place("", 0, 1, 1);
        check_place("ab\ncd", 2, 1, 3);
        check_place("ab\ncd", 3, 2, 1);
        check_place("机油\n“灯”亮", 7 + 3, 2, 2);
        check_place("机油", 4, 1, 2); // inside a character: its beginning
        check_place("ab", 99, 1, 3);
    }
}
