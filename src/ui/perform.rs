//! What an action does: the only place where the window changes the world. Draws nothing but the naming box.

use egui::{Context, Ui};

use super::action::{Action, Route, Ways};
use super::app::{App, Talk};
use super::cx::Cx;
use super::screens::{debrief::Debriefing, what_if::WhatIf};
use super::shelf::{Broken, DraftNote, Shelf};
use super::theme::Type;
use super::widgets::button;
use crate::learning::{Attempt, Progress, SceneFacts, suggest};
use crate::session::{self, Event, Mode, Session};
use crate::text::{Bilingual, Lang};

impl App {
    /// Does what was asked for.
    pub fn perform(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Go(route) => self.go(route),
            Action::Back => {
                let to = self.before.pop().unwrap_or(Route::Library);
                self.route = to;
            }
            Action::Start { scene, mode, ways } => self.start(&scene, mode, ways),
            Action::Resume(id) => self.resume(&id),
            Action::Discard(id) => {
                if self.talk.as_ref().is_some_and(|talk| talk.session.journal().header.id == id) {
                    self.talk = None;
                }
                self.store.discard_draft(&id);
                self.stock();
            }
            Action::Act(event) => self.act(event),
            Action::Say(words) => self.say(&words),
            Action::Pause => {
                self.stock();
                self.go(Route::Library);
            }
            Action::Replay { event } => self.replay(event),
            // How it was is between the trainee and the screen: nothing is scored and nothing kept.
            Action::Feels(_) => {}
            Action::Settings(settings) => self.store.save_settings(*settings),
            Action::OpenDataFolder => {
                let folder = self.store.folders().data_dir.display().to_string();
                ctx.open_url(egui::OpenUrl::new_tab(format!("file://{folder}")));
            }
            Action::ChooseDataFolder(folder) => self.choose_folder(&folder),
            Action::ExportData => self.export(),
            Action::DeleteData => self.delete(),
            Action::Copy(words) => ctx.copy_text(words),
        }
    }

    fn go(&mut self, route: Route) {
        if self.route == Route::FirstRun && !self.store.settings().first_run_done {
            let mut settings = self.store.settings().clone();
            settings.first_run_done = true;
            self.store.save_settings(settings);
        }
        match &route {
            Route::Handbook(Some((chapter, page))) => self.screens.handbook.open(chapter, page),
            Route::Debrief(Some(id)) => {
                let id = id.clone();
                if !self.open_attempt(&id) {
                    self.tell(Bilingual::new(
                        super::strings::Strings::of(Lang::Zh).notice.gone.clone(),
                        super::strings::Strings::of(Lang::En).notice.gone.clone(),
                    ));
                    return;
                }
            }
            Route::Today | Route::Library | Route::Progress => self.stock(),
            _ => {}
        }
        if self.route != route {
            self.before.push(std::mem::replace(&mut self.route, route));
        }
    }

    /// Gathers what the shelf shows.
    pub(super) fn stock(&mut self) {
        let mut shelf = Shelf::default();
        for entry in self.library.entries() {
            match entry.scenario() {
                Some(scene) => shelf.scenes.push(scene.clone()),
                None => shelf.broken.push(Broken {
                    file: entry.file.clone(),
                    errors: entry.loaded.diagnostics.len(),
                    report: report(entry),
                }),
            }
        }
        shelf.scenes.sort_by_key(|scene| (scene.level, scene.minutes, scene.id.clone()));
        let known = std::mem::take(&mut self.shelf.facts);
        for scene in &shelf.scenes {
            let before = known.iter().find(|facts| facts.id == scene.id);
            shelf.facts.push(before.cloned().unwrap_or_else(|| SceneFacts::of(scene, &self.rubric)));
        }
        for draft in self.store.drafts() {
            let header = &draft.journal.header;
            let answers = draft.journal.events.len();
            shelf.drafts.extend(note(&shelf, &header.id, &header.scenario, answers, &header.started));
        }
        if let Some(talk) = self.talk.as_ref().filter(|talk| !talk.session.state().is_over()) {
            let journal = talk.session.journal();
            let answers = usize::from(talk.session.state().answers);
            let header = &journal.header;
            shelf.drafts.extend(note(&shelf, &header.id, &header.scenario, answers, &header.started));
        }
        shelf.heads = self.store.attempts().to_vec();
        shelf.progress = Progress::of(&shelf.heads);
        shelf.suggestions = suggest(&shelf.facts, &shelf.progress, &|moment: &str| self.store.days_since(moment));
        self.shelf = shelf;
    }

    fn start(&mut self, id: &str, mode: Mode, ways: Ways) {
        let Some(entry) = self.library.by_id(id) else { return };
        let Some(scene) = entry.scenario() else { return };
        let lang = self.store.settings().lang;
        let header = self.store.header(scene, &self.rubric, lang, mode);
        let session = Session::open(scene.clone(), self.rubric.clone(), header);
        let talk = Talk { session, scene: entry.bytes.clone(), began: self.store.millis(), played: 0 };
        self.begin(talk, ways);
    }

    fn begin(&mut self, talk: Talk, ways: Ways) {
        self.store.begin(&talk.session, &talk.scene);
        self.talk = Some(talk);
        self.screens.practice = super::screens::practice::Practice::new(ways);
        self.screens.what_if = None;
        self.go(Route::Practice);
    }

    fn resume(&mut self, id: &str) {
        if self.talk.as_ref().is_some_and(|talk| talk.session.journal().header.id == id) {
            return self.go(Route::Practice);
        }
        let Some(draft) = self.store.drafts().iter().find(|draft| draft.journal.header.id == id) else { return };
        let header = &draft.journal.header;
        let disk = self.store.disk();
        let scene = self.library.played(disk, self.store.folders(), &header.scenario, &header.fingerprint);
        let resumed = scene.and_then(|scene| draft.resume(&scene, &self.rubric).ok());
        let Some(session) = resumed else {
            return self.tell_gone();
        };
        let bytes = self.library.by_id(&header.scenario).map(|entry| entry.bytes.clone()).unwrap_or_default();
        let played = draft.journal.events.last().map_or(0, |stamped| stamped.at);
        let over = session.state().is_over();
        let talk = Talk { session, scene: bytes, began: self.store.millis(), played };
        self.begin(talk, Ways::Both);
        // It was broken off between the last word and the record.
        if over {
            self.finish();
            self.go(Route::Debrief(None));
        }
    }

    fn tell_gone(&mut self) {
        let gone = |lang| super::strings::Strings::of(lang).notice.gone.clone();
        self.tell(Bilingual::new(gone(Lang::Zh), gone(Lang::En)));
    }

    fn say(&mut self, words: &str) {
        let lang = self.store.settings().lang;
        let session = match (&self.route, &self.screens.what_if, &self.talk) {
            (Route::WhatIf, Some(what_if), _) => what_if.session(),
            (_, _, Some(talk)) => &talk.session,
            _ => return,
        };
        let event = session::typed(session, words, lang);
        self.act(event);
    }

    fn act(&mut self, event: Event) {
        if let (Route::WhatIf, Some(what_if)) = (&self.route, &mut self.screens.what_if) {
            if let Err(refused) = what_if.act(event) {
                self.tell(refused.message());
            }
            return;
        }
        let Some(talk) = &mut self.talk else { return };
        let at = talk.played + self.store.millis().saturating_sub(talk.began);
        match talk.session.act(event, at) {
            Err(refused) => self.tell(refused.message()),
            Ok(()) => {
                if let Some(stamped) = talk.session.journal().events.last() {
                    self.store.append(stamped);
                }
                if talk.session.state().is_over() {
                    self.finish();
                }
            }
        }
    }

    /// The talk is over: its debrief is made, and it is kept once it has a name.
    fn finish(&mut self) {
        let Some(talk) = &self.talk else { return };
        self.screens.debrief = Some(Debriefing::of(&talk.session));
        if self.store.settings().code_name.is_empty() {
            let words = super::strings::Strings::of(self.store.settings().lang);
            self.screens.naming = Some(words.notice.code_name.clone());
        } else {
            self.keep();
        }
    }

    fn keep(&mut self) {
        let Some(talk) = &self.talk else { return };
        let mut attempt = Attempt::of(&talk.session, &self.store.now());
        attempt.journal.header.trainee.clone_from(&self.store.settings().code_name);
        self.store.finish(&attempt, &talk.scene);
        self.stock();
    }

    /// Asked once, before the first attempt is kept; never while the customer's last words are still being said.
    pub(super) fn naming(&mut self, ui: &Ui, cx: &Cx<'_>) {
        if self.route == Route::Practice {
            return;
        }
        let Some(name) = &mut self.screens.naming else { return };
        let words = &cx.text.notice;
        let mut done = false;
        egui::Modal::new(egui::Id::unique("naming")).show(ui.ctx(), |ui| {
            ui.set_width(360.0);
            ui.label(Type::Body.text(ui, words.first_save.as_str()));
            ui.add_space(8.0);
            let edit = egui::TextEdit::singleline(name).margin(egui::vec2(12.0, 8.0)).desired_width(f32::INFINITY);
            let response = ui.add(edit);
            if ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::TextInput, true, cx.text.settings.code_name.as_str())
            });
            ui.add_space(8.0);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            done = button::primary(ui, &words.keep).clicked() || entered;
        });
        if done && !name.trim().is_empty() {
            let mut settings = self.store.settings().clone();
            settings.code_name = name.trim().to_owned();
            self.screens.naming = None;
            self.store.save_settings(settings);
            self.keep();
        }
    }

    /// Opens the debrief of a kept attempt; false where its scene is gone.
    fn open_attempt(&mut self, id: &str) -> bool {
        let Ok(kept) = self.store.attempt(id) else { return false };
        let journal = &kept.attempt.journal;
        let header = &journal.header;
        let disk = self.store.disk();
        let scene = self.library.played(disk, self.store.folders(), &header.scenario, &header.fingerprint);
        let replayed = scene.and_then(|scene| journal.replay(&scene, &self.rubric).ok());
        let Some(session) = replayed else { return false };
        self.screens.debrief = Some(Debriefing::of(&session));
        true
    }

    fn replay(&mut self, event: u32) {
        let Some(debrief) = &self.screens.debrief else { return };
        self.screens.what_if = WhatIf::of(debrief.talk(), event);
        if self.screens.what_if.is_some() {
            self.go(Route::WhatIf);
        }
    }

    fn export(&mut self) {
        let place = self.store.folders().data_dir.join(format!("export-{}", self.store.now().replace(':', "")));
        let message = match self.store.export(&place) {
            Ok(_) => {
                let place = place.display().to_string();
                let told = |lang| {
                    super::strings::fill(&super::strings::Strings::of(lang).notice.exported, &[("place", &place)])
                };
                Bilingual::new(told(Lang::Zh), told(Lang::En))
            }
            Err((file, error)) => {
                let text = format!("{}: {error}", file.display());
                Bilingual::new(text.clone(), text)
            }
        };
        self.tell(message);
    }

    fn choose_folder(&mut self, folder: &str) {
        let words = |lang| &super::strings::Strings::of(lang).notice;
        let message = match self.store.choose_folder(std::path::Path::new(folder)) {
            Ok(()) => Bilingual::new(words(Lang::Zh).folder_next.clone(), words(Lang::En).folder_next.clone()),
            Err(error) => Bilingual::new(format!("{folder}：{error}"), format!("{folder}: {error}")),
        };
        self.tell(message);
    }

    fn delete(&mut self) {
        self.talk = None;
        self.screens.debrief = None;
        self.screens.what_if = None;
        self.store.delete_my_data();
        let told = |lang| super::strings::Strings::of(lang).notice.deleted.clone();
        self.tell(Bilingual::new(told(Lang::Zh), told(Lang::En)));
        self.stock();
    }
}

fn note(shelf: &Shelf, id: &str, scene: &str, answers: usize, started: &str) -> Option<DraftNote> {
    let title = shelf.scene(scene)?.title.clone();
    Some(DraftNote { id: id.to_owned(), title, answers, started: started.to_owned() })
}

fn report(entry: &crate::store::Entry) -> Bilingual {
    let render =
        |lang| crate::diag::render_all(&entry.loaded.source, &entry.loaded.diagnostics, lang, crate::diag::Ink::Plain);
    Bilingual::new(render(Lang::Zh), render(Lang::En))
}
