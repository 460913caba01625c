//! Scenes: the language they are written in and what it means. Plays nothing; see `session`.

pub mod condition;
pub mod document;
pub mod portrait;
pub mod written;

#[cfg(test)]
mod tests {
    #[test]
    fn probe() {
        let text = include_str!("/tmp/probe.ron");
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let doc: super::document::Document = crate::diag::with_spans(text, |t| options.from_str(t)).unwrap();
        println!("{doc:#?}");
    }
}
