//! The pieces screens are made of; each takes plain data and paints it. Never knows a scene, a session or a store.

pub mod bubble;
pub mod button;
pub mod card;
pub mod face;
pub mod gate_strip;
pub mod heat_curve;
pub mod marks;
pub mod meter;
pub mod point_row;
pub mod rail;
pub mod reply_card;
pub mod score_segment;
pub mod strip;

pub use bubble::{Bubble, Who};
pub use face::{FaceView, Pose};
pub use gate_strip::GateStrip;
pub use heat_curve::{CurvePoint, HeatCurve};
pub use marks::{Line, Mark};
pub use meter::{Meter, MeterKind};
pub use point_row::{PointMark, PointRow};
pub use rail::RailItem;
pub use reply_card::ReplyCard;
pub use score_segment::ScoreSegment;
pub use strip::{Strip, StripKind};

/// Text on one line, cut with … where there is no room; the whole is in the accessible name.
fn one_line(
    ui: &egui::Ui,
    text: &str,
    font: egui::FontId,
    colour: egui::Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}
