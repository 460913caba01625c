//! The customer: face, name, heat, trust and what moved them. Never shows a number or a reason that the mode hides.

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::transcript::Transcript;
use crate::customer::{Emotion, Temperament, trust_word};
use crate::scenario::Scenario;
use crate::scenario::document::Want;
use crate::scenario::portrait::Prop;
use crate::session::Mode;
use crate::text::Lang;
use crate::ui::cx::Cx;
use crate::ui::strings::{Strings, fill};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{FaceView, Meter, MeterKind, card};

/// What is shown of the customer now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub scenario: &'a Scenario,
    pub mode: Mode,
    /// As the face has it.
    pub emotion: Emotion,
    /// As the meters have it, a moment later.
    pub metered: Emotion,
    pub talking: bool,
    /// Whether what moved the meters may be shown yet.
    pub causes: bool,
}

/// Words that change with the feeling only.
#[derive(Debug, Default)]
pub(super) struct PersonWords {
    key: Option<(Lang, Emotion)>,
    face: String,
    trust: String,
}

impl PersonWords {
    fn refresh(&mut self, cx: &Cx, seen: Seen<'_>) {
        let key = Some((cx.lang, seen.emotion));
        if self.key == key {
            return;
        }
        self.key = key;
        let customer = &seen.scenario.customer;
        let heat = cx.text.heat_word(f32::from(seen.emotion.heat.get()));
        let values = [
            ("name", customer.name.get(cx.lang)),
            ("heat", heat),
            ("tell", tell(cx.text, customer.temperament, customer.face.prop)),
        ];
        self.face = fill(&cx.text.tells.face_name, &values);
        trust_word(seen.emotion.trust).get(cx.lang).clone_into(&mut self.trust);
    }

    /// The column at the left.
    pub fn column(&mut self, ui: &mut Ui, cx: &Cx, rect: Rect, seen: Seen<'_>, transcript: &Transcript) {
        self.refresh(cx, seen);
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("person"), |ui| {
            card::show(ui, |ui| {
                ui.set_height(rect.height() - 32.0);
                ScrollArea::vertical().id_salt("person scroll").auto_shrink(false).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let size = ui.available_width().min((rect.height() * 0.42).max(140.0));
                    ui.vertical_centered(|ui| self.face(ui, seen, size));
                    ui.add_space(12.0);
                    name(ui, cx, seen);
                    if seen.mode != Mode::Exam {
                        ui.add_space(12.0);
                        self.meters(ui, cx, seen, transcript);
                    }
                    ui.add_space(12.0);
                    bearing(ui, cx, seen);
                    if seen.mode == Mode::Coached {
                        ui.add_space(12.0);
                        wants(ui, cx, seen);
                    }
                });
            });
        });
    }

    /// The strip at the top of narrow windows.
    pub fn strip(&mut self, ui: &mut Ui, cx: &Cx, rect: Rect, seen: Seen<'_>, transcript: &Transcript) {
        self.refresh(cx, seen);
        let low = rect.height() < 90.0;
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("person"), |ui| {
            let frame = card::frame(ui).inner_margin(8);
            frame.show(ui, |ui| {
                ui.set_min_size(rect.size() - vec2(16.0, 16.0));
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing.x = 16.0;
                    self.face(ui, seen, rect.height() - 16.0);
                    ui.vertical(|ui| {
                        ui.set_width((ui.available_width() * 0.28).max(96.0));
                        ui.spacing_mut().item_spacing.y = 0.0;
                        ui.add_space(if low { 0.0 } else { 4.0 });
                        name(ui, cx, seen);
                        let tell = tell(cx.text, seen.scenario.customer.temperament, seen.scenario.customer.face.prop);
                        let text = Type::Small.text(ui, tell).color(theme::palette(ui).secondary);
                        ui.add(egui::Label::new(text).truncate());
                    });
                    if seen.mode != Mode::Exam {
                        let width = ((ui.available_width() - 16.0) / 2.0).floor();
                        for kind in [MeterKind::Heat, MeterKind::Trust] {
                            ui.vertical(|ui| {
                                ui.set_width(width);
                                ui.add_space(4.0);
                                // In the low strip there is no room for reasons; the words stay underlined.
                                let transcript = if low { None } else { Some(transcript) };
                                self.meter(ui, cx, seen, transcript, kind);
                            });
                        }
                    }
                });
            });
        });
    }

    fn face(&self, ui: &mut Ui, seen: Seen<'_>, size: f32) {
        let customer = &seen.scenario.customer;
        let view = FaceView {
            face: &customer.face,
            temperament: customer.temperament,
            heat: f32::from(seen.emotion.heat.get()),
            trust: f32::from(seen.emotion.trust.get()),
            talking: seen.talking,
            name: &self.face,
            size: size.floor(),
            on: theme::palette(ui).card,
        };
        ui.push_id("face", |ui| view.show(ui));
    }

    fn meters(&self, ui: &mut Ui, cx: &Cx, seen: Seen<'_>, transcript: &Transcript) {
        self.meter(ui, cx, seen, Some(transcript), MeterKind::Heat);
        ui.add_space(8.0);
        self.meter(ui, cx, seen, Some(transcript), MeterKind::Trust);
    }

    fn meter(&self, ui: &mut Ui, cx: &Cx, seen: Seen<'_>, transcript: Option<&Transcript>, kind: MeterKind) {
        let coached = seen.mode == Mode::Coached;
        let (label, value) = match kind {
            MeterKind::Heat => (&cx.text.emotion.heat, seen.metered.heat),
            MeterKind::Trust => (&cx.text.emotion.trust, seen.metered.trust),
        };
        let value = f32::from(value.get());
        let word = if kind == MeterKind::Heat { cx.text.heat_word(value) } else { &self.trust };
        let cause = transcript.filter(|_| coached).map(|transcript| {
            let cause = if kind == MeterKind::Heat { &transcript.heat_cause } else { &transcript.trust_cause };
            // The room for the cause is always kept, so that nothing below it jumps.
            cause.as_deref().filter(|_| seen.causes).unwrap_or_default()
        });
        ui.push_id(kind == MeterKind::Heat, |ui| {
            Meter { kind, label, word, value, number: coached, cause }.show(ui);
        });
    }
}

fn name(ui: &mut Ui, cx: &Cx, seen: Seen<'_>) {
    let customer = &seen.scenario.customer;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        let name = Type::Customer.strong(ui, customer.name.get(cx.lang));
        ui.label(name);
        if seen.mode == Mode::Coached {
            let kind = sentence_case(customer.temperament.name().get(cx.lang));
            let kind = Type::Note.text(ui, kind).color(theme::palette(ui).secondary);
            ui.label(kind);
        }
    });
}

fn bearing(ui: &mut Ui, cx: &Cx, seen: Seen<'_>) {
    let customer = &seen.scenario.customer;
    heading(ui, &cx.text.practice.bearing);
    let text = Type::Note.text(ui, tell(cx.text, customer.temperament, customer.face.prop));
    ui.add(egui::Label::new(text).wrap());
}

fn wants(ui: &mut Ui, cx: &Cx, seen: Seen<'_>) {
    let words = &cx.text.practice;
    heading(ui, &words.wants_title);
    for want in &seen.scenario.customer.wants {
        let text = match want {
            Want::Respect => &words.want_respect,
            Want::Heard => &words.want_heard,
            Want::Compensation => &words.want_compensation,
            Want::Ownership => &words.want_ownership,
            Want::FastAnswer => &words.want_fast,
            Want::LookedInto => &words.want_looked_into,
        };
        let text = Type::Note.text(ui, text);
        ui.add(egui::Label::new(text).wrap());
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let text = Type::Small.text(ui, text).color(theme::palette(ui).secondary);
    ui.label(text);
}

/// What the hands or the eyes tell.
fn tell(words: &'static Strings, temperament: Temperament, prop: Prop) -> &'static str {
    let tells = &words.tells;
    match (prop, temperament) {
        (Prop::Tissue, _) => &tells.tissue,
        (Prop::CarKey, _) => &tells.car_key,
        (Prop::Folder, _) => &tells.folder,
        (Prop::Card, _) => &tells.card,
        (Prop::OpenHand, _) => &tells.open_hand,
        (Prop::Phone, _) => &tells.phone,
        (Prop::Towel, _) => &tells.towel,
        (Prop::None, Temperament::Emotional) => &tells.tears,
        (Prop::None, Temperament::Stubborn) => &tells.arms_crossed,
        (Prop::None, _) => &tells.none,
    }
}

/// A label begins with a capital, in languages that have them.
pub(in crate::ui::screens) fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
