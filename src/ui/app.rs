//! The window's one value: what is open and what is kept. Changes only in `perform`.

use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::action::{Action, Route};
use super::cx::Cx;
use super::keys::KeyWatch;
use super::screens::{self, briefing::Briefing, debrief::Debriefing, what_if::WhatIf};
use super::shelf::Shelf;
use super::theme::{self, Look};
use super::widgets::{RailItem, Strip, StripKind, rail};
use super::{focus, fonts, icons, strings::Strings};
use crate::rubric::Rubric;
use crate::session::Session;
use crate::store::{Library, Store};
use crate::text::{Bilingual, Lang};

/// The app.
pub struct App {
    pub(super) store: Store,
    pub(super) library: Library,
    pub(super) rubric: Arc<Rubric>,
    pub(super) route: Route,
    pub(super) before: Vec<Route>,
    pub(super) talk: Option<Talk>,
    pub(super) shelf: Shelf,
    pub(super) screens: Screens,
    pub(super) strips: Vec<Bilingual>,
    /// The data folder is set from outside (`--data-dir`).
    folder_given: bool,
    dressed: Option<(Look, Lang)>,
}

/// The running talk and what is needed to keep it.
pub(super) struct Talk {
    pub session: Session,
    /// The scene's file, as it is kept beside the record.
    pub scene: Arc<[u8]>,
    /// When it began (or was resumed), by the store's clock.
    pub began: u64,
    /// Milliseconds played before it was resumed.
    pub played: u64,
}

/// The screens with a memory of their own.
#[derive(Default)]
pub(super) struct Screens {
    pub first_run: screens::first_run::FirstRun,
    pub today: screens::today::Today,
    pub library: screens::library::Library,
    pub briefing: Briefing,
    pub practice: screens::practice::Practice,
    pub debrief: Option<Debriefing>,
    pub what_if: Option<WhatIf>,
    pub handbook: screens::handbook::Handbook,
    pub settings: screens::settings::SettingsScreen,
    pub naming: Option<String>,
    pub keys: KeyWatch,
}

impl App {
    /// The app over this store; `folder_given`: its folder is set from outside and can't be changed here.
    #[must_use]
    pub fn new(store: Store, folder_given: bool) -> Self {
        let rubric = Arc::new(Rubric::builtin());
        let library = store.library(&rubric);
        let route = if store.settings().first_run_done { Route::Today } else { Route::FirstRun };
        let mut app = Self {
            store,
            library,
            rubric,
            route,
            before: Vec::new(),
            talk: None,
            shelf: Shelf::default(),
            screens: Screens::default(),
            strips: Vec::new(),
            folder_given,
            dressed: None,
        };
        app.stock();
        app
    }

    /// One frame.
    pub fn draw(&mut self, ui: &mut Ui) {
        self.dress(ui);
        for notice in self.store.poll() {
            self.tell(notice.message());
        }
        let settings = self.store.settings().clone();
        let cx = Cx::new(&settings, ui.input(|input| input.time));
        let mut actions = Vec::new();
        self.strips(ui, &cx);
        if has_rail(&self.route) {
            self.rail(ui, &cx, &mut actions);
        }
        let margin = if ui.available_width() / theme::scale(ui) < 1000.0 { 16 } else { 24 };
        let margin = if own_margin(&self.route) { Margin::ZERO } else { Margin::symmetric(margin, 16) };
        let back = theme::palette(ui).back;
        CentralPanel::default().frame(Frame::new().fill(back).inner_margin(margin)).show(ui, |ui| {
            actions.extend(self.screen(ui, &cx));
        });
        self.naming(ui, &cx);
        focus::show(ui);
        for action in actions {
            self.perform(ui.ctx(), action);
        }
    }

    fn screen(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Vec<Action> {
        let screens = &mut self.screens;
        match &self.route {
            Route::FirstRun => {
                let around =
                    super::keys::Surroundings { now: cx.now, in_text: false, enabled: cx.settings.number_keys };
                let digit = ui.input(|input| screens.keys.digit(&input.events, around));
                let scene = self.shelf.scenes.first().map_or("", |scene| scene.id.as_str());
                screens.first_run.ui(ui, screens::first_run::FirstCx { cx: *cx, digit, scene })
            }
            Route::Today => screens.today.ui(ui, cx, &self.shelf),
            Route::Library => screens.library.ui(ui, cx, &self.shelf),
            Route::Briefing(id) => match self.shelf.scene(id) {
                Some(scene) => screens.briefing.ui(ui, cx, scene),
                None => vec![Action::Go(Route::Library)],
            },
            Route::Practice => match &self.talk {
                Some(talk) => screens.practice.ui(ui, cx, &talk.session),
                None => vec![Action::Go(Route::Library)],
            },
            Route::Debrief(_) => match &mut screens.debrief {
                Some(debrief) => debrief.ui(ui, cx),
                None => vec![Action::Go(Route::Library)],
            },
            Route::WhatIf => match &mut screens.what_if {
                Some(what_if) => what_if.ui(ui, cx),
                None => vec![Action::Go(Route::Library)],
            },
            Route::Progress => screens::progress::ui(ui, cx, &self.shelf),
            Route::Handbook(_) => screens.handbook.ui(ui, cx),
            Route::Settings => {
                let folder = self.store.folders().data_dir.display().to_string();
                let locked = self.folder_given;
                screens.settings.ui(ui, cx, screens::settings::DataPlace { folder: &folder, locked })
            }
        }
    }

    fn rail(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let words = &cx.text.rail;
        let item = |icon, label| RailItem { icon, label, waiting: 0 };
        let items = [
            item(icons::TODAY, words.today.as_str()),
            item(icons::LIBRARY_BOOKS, &words.scenes),
            item(icons::TRENDING_UP, &words.progress),
            item(icons::MENU_BOOK, &words.handbook),
        ];
        let routes = [Route::Today, Route::Library, Route::Progress, Route::Handbook(None), Route::Settings];
        let chosen = match &self.route {
            Route::Library | Route::Briefing(_) => 1,
            Route::Progress | Route::Debrief(_) => 2,
            Route::Handbook(_) => 3,
            Route::Settings => 4,
            _ => 0,
        };
        let fill = theme::palette(ui).card;
        let panel = Panel::left("rail").exact_size(rail::WIDTH).resizable(false).show_separator_line(false);
        // Room for the focus ring, which stands outside what it rings.
        let frame = Frame::new().fill(fill).inner_margin(Margin { left: 4, right: 4, top: 8, bottom: 8 });
        panel.frame(frame).show(ui, |ui| {
            let last = item(icons::SETTINGS, words.settings.as_str());
            if let Some(at) = rail::show(ui, &items, Some(last), chosen) {
                actions.extend(routes.get(at).cloned().map(Action::Go));
            }
        });
    }

    /// What there is to tell; each can be put away.
    fn strips(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.strips.is_empty() {
            return;
        }
        let mut gone = None;
        Panel::top("strips").resizable(false).show_separator_line(false).show(ui, |ui| {
            for (at, message) in self.strips.iter().enumerate() {
                let strip =
                    Strip { kind: StripKind::Caution, text: message.get(cx.lang), action: Some(&cx.text.common.close) };
                if strip.show(ui) {
                    gone = Some(at);
                }
            }
        });
        if let Some(at) = gone {
            self.strips.remove(at);
        }
    }

    /// Says something once, until it is put away.
    pub(super) fn tell(&mut self, message: Bilingual) {
        if !self.strips.contains(&message) {
            self.strips.push(message);
        }
    }

    fn dress(&mut self, ui: &Ui) {
        let look = (Look::from(self.store.settings()), self.store.settings().lang);
        if self.dressed != Some(look) {
            if self.dressed.is_none_or(|(_, lang)| lang != look.1) {
                fonts::install(ui.ctx(), look.1);
                let title = Strings::of(look.1).common.app.clone();
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Title(title));
            }
            theme::apply(ui.ctx(), look.0);
            self.dressed = Some(look);
        }
    }
}

/// None in Practice, What-if and the first minute: nothing there but the person.
fn has_rail(route: &Route) -> bool {
    !matches!(route, Route::FirstRun | Route::Practice | Route::WhatIf)
}

/// Screens that set their own margins.
fn own_margin(route: &Route) -> bool {
    matches!(route, Route::FirstRun | Route::Practice | Route::WhatIf | Route::Settings | Route::Briefing(_))
}
