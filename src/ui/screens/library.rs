//! The library: the next worthwhile ten minutes, and every scene as a card. Locks nothing.

use std::sync::Arc;

use egui::{Align, Layout, ScrollArea, TextEdit, Ui, vec2};

use crate::scenario::Scenario;
use crate::ui::action::{Action, Route};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::shelf::{Broken, Shelf};
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{FaceView, PointMark, button, card, point_row};

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Library {
    find: String,
    report: Option<usize>,
}

impl Library {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shelf: &Shelf) -> Vec<Action> {
        let mut actions = Vec::new();
        let words = &cx.text.library;
        ScrollArea::vertical().id_salt("library").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            ui.label(Type::Title.strong(ui, words.title.as_str()));
            why_next(ui, cx, shelf, &mut actions);
            for draft in &shelf.drafts {
                let text =
                    fill(&words.draft, &[("title", draft.title.get(cx.lang)), ("n", &draft.answers.to_string())]);
                card::show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.label(Type::Body.text(ui, text));
                        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                            if button::quiet(ui, &words.discard).clicked() {
                                actions.push(Action::Discard(draft.id.clone()));
                            }
                            if button::secondary(ui, &words.resume).clicked() {
                                actions.push(Action::Resume(draft.id.clone()));
                            }
                        });
                    });
                });
            }
            self.finder(ui, cx);
            let found: Vec<&Arc<Scenario>> = shelf.scenes.iter().filter(|scene| self.matches(scene, cx)).collect();
            if found.is_empty() {
                ui.label(Type::Body.text(ui, words.none.as_str()).color(theme::palette(ui).secondary));
            }
            grid(ui, cx, shelf, &found, &mut actions);
            for (at, broken) in shelf.broken.iter().enumerate() {
                self.broken(ui, cx, at, broken);
            }
            ui.add_space(24.0);
        });
        actions
    }

    fn finder(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.library;
        ui.horizontal(|ui| {
            let width = 320.0 * theme::scale(ui);
            let edit = TextEdit::singleline(&mut self.find)
                .hint_text(words.find.as_str())
                .margin(vec2(12.0, 8.0))
                .desired_width(width);
            let response = ui.add(edit);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words.find.as_str()));
            if !self.find.is_empty() && button::quiet(ui, &cx.text.common.clear).clicked() {
                self.find.clear();
            }
        });
    }

    fn matches(&self, scene: &Scenario, cx: &Cx<'_>) -> bool {
        let wanted = self.find.trim().to_lowercase();
        let in_text = |text: &str| text.to_lowercase().contains(&wanted);
        wanted.is_empty()
            || in_text(scene.title.get(cx.lang))
            || in_text(scene.brief.get(cx.lang))
            || in_text(scene.customer.name.get(cx.lang))
            || in_text(trade(cx, scene))
    }

    /// A broken file stays on the shelf, and says where its mistakes are.
    fn broken(&mut self, ui: &mut Ui, cx: &Cx<'_>, at: usize, broken: &Broken) {
        let words = &cx.text.library;
        card::show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(icons::text(icons::WARNING, 20.0).color(theme::palette(ui).caution));
                let n = broken.errors.to_string();
                ui.label(Type::Body.text(ui, format!("{} · {}", broken.file, fill(&words.broken, &[("n", &n)]))));
                if button::quiet(ui, &words.see).clicked() {
                    self.report = if self.report == Some(at) { None } else { Some(at) };
                }
            });
            if self.report == Some(at) {
                ui.label(egui::RichText::new(broken.report.get(cx.lang)).monospace());
            }
        });
    }
}

/// The most worthwhile scene, with its reason.
fn why_next(ui: &mut Ui, cx: &Cx<'_>, shelf: &Shelf, actions: &mut Vec<Action>) {
    let Some(suggestion) = shelf.suggestions.first() else { return };
    let Some(scene) = shelf.scene(&suggestion.scene) else { return };
    let reason = suggestion.reason.words();
    card::show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.label(Type::Customer.strong(ui, scene.title.get(cx.lang)));
                ui.label(Type::Note.text(ui, reason.get(cx.lang)).color(theme::palette(ui).secondary));
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if button::primary(ui, &cx.text.library.practise).clicked() {
                    actions.push(Action::Go(Route::Briefing(scene.id.clone())));
                }
            });
        });
    });
}

fn grid(ui: &mut Ui, cx: &Cx<'_>, shelf: &Shelf, scenes: &[&Arc<Scenario>], actions: &mut Vec<Action>) {
    let scale = theme::scale(ui);
    let width = ui.available_width();
    let columns = ((width / scale / 404.0).floor() as usize).clamp(1, 4).min(scenes.len().max(2));
    for row in scenes.chunks(columns) {
        ui.columns(columns, |uis| {
            for (ui, scene) in uis.iter_mut().zip(row) {
                scene_card(ui, cx, shelf, scene, actions);
            }
        });
    }
}

fn scene_card(ui: &mut Ui, cx: &Cx<'_>, shelf: &Shelf, scene: &Arc<Scenario>, actions: &mut Vec<Action>) {
    let words = &cx.text.library;
    let palette = theme::palette(ui);
    let scale = theme::scale(ui);
    let so_far = shelf.progress.scenes.get(&scene.id);
    let tried = match so_far.and_then(|so_far| so_far.last().map(|(_, last)| (so_far.count, last))) {
        Some((count, last)) if format!("{:.0}", last.range.0) == format!("{:.0}", last.range.1) => {
            fill(&words.tried_exactly, &[("score", &format!("{:.0}", last.score)), ("n", &count.to_string())])
        }
        Some((count, last)) => fill(
            &words.tried,
            &[
                ("score", &format!("{:.0}", last.score)),
                ("low", &format!("{:.0}", last.range.0)),
                ("high", &format!("{:.0}", last.range.1)),
                ("n", &count.to_string()),
            ],
        ),
        None => so_far.map_or_else(
            || words.not_tried.clone(),
            |so_far| fill(&words.tried_unscored, &[("n", &so_far.count.to_string())]),
        ),
    };
    let title = scene.title.get(cx.lang);
    let facts = fill(
        &words.facts,
        &[("trade", trade(cx, scene)), ("level", &scene.level.to_string()), ("minutes", &scene.minutes.to_string())],
    );
    let frame = card::frame(ui);
    let response = frame
        .show(ui, |ui| {
            ui.set_min_height(152.0 * scale);
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                FaceView {
                    face: &scene.customer.face,
                    temperament: scene.customer.temperament,
                    heat: f32::from(scene.customer.heat),
                    trust: f32::from(scene.customer.trust),
                    talking: false,
                    name: scene.customer.name.get(cx.lang),
                    size: 88.0,
                    on: palette.card,
                }
                .show(ui);
                ui.vertical(|ui| {
                    ui.add(egui::Label::new(Type::Customer.strong(ui, title)).wrap().selectable(false));
                    ui.add(
                        egui::Label::new(Type::Note.text(ui, facts).color(palette.secondary)).wrap().selectable(false),
                    );
                    ui.add(
                        egui::Label::new(Type::Note.text(ui, tried.as_str()).color(palette.secondary))
                            .wrap()
                            .selectable(false),
                    );
                    nine_dots(ui, shelf, &scene.id, words);
                });
            });
        })
        .response;
    let response = ui.interact(response.rect, ui.scope_id().with(("scene", &scene.id)), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{title}. {tried}")));
    if response.hovered() {
        let round = f32::from(theme::CARD_RADIUS);
        ui.painter().rect_stroke(response.rect, round, (1.5, palette.accent), egui::StrokeKind::Inside);
    }
    if response.clicked() {
        actions.push(Action::Go(Route::Briefing(scene.id.clone())));
    }
}

/// Which of the nine points a scene opens: filled where it comes up.
fn nine_dots(ui: &mut Ui, shelf: &Shelf, id: &str, words: &crate::ui::strings::LibraryWords) {
    let Some(facts) = shelf.facts.iter().find(|facts| facts.id == id) else { return };
    let palette = theme::palette(ui);
    let opened = facts.chances.iter().filter(|chances| **chances > 0).count();
    let (rect, response) = ui.allocate_exact_size(vec2(9.0 * 16.0, 20.0), egui::Sense::hover());
    let name = fill(&words.opens, &[("n", &opened.to_string())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name.as_str()));
    for (at, chances) in facts.chances.iter().enumerate() {
        let mark = if *chances > 0 { PointMark::Met } else { PointMark::NeverCameUp };
        let centre = rect.left_center() + vec2(6.0 + at as f32 * 16.0, 0.0);
        point_row::paint_mark(ui.painter(), centre, 4.0, mark, palette);
    }
    response.on_hover_text(name);
}

/// The line of business in words.
pub(super) fn trade<'w>(cx: &Cx<'w>, scene: &Scenario) -> &'w str {
    use crate::scenario::document::Trade;
    let words = &cx.text.library;
    match scene.trade {
        Trade::Hotel => &words.hotel,
        Trade::Car => &words.car,
        Trade::Coach => &words.coach,
        Trade::Bank => &words.bank,
        Trade::Computer => &words.computer,
        Trade::Shop => &words.shop,
        Trade::Telecom => &words.telecom,
        Trade::Health => &words.health,
        Trade::Property => &words.property,
        Trade::Other => &words.other,
    }
}
