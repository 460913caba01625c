//! Language, text size and motion on the first screen, so that nobody has to look for them. Never opens a menu.

use egui::{Frame, Margin, Stroke, Ui};

use super::FirstCx;
use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::preferences::{Settings, TextSize};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::button;

/// The bar, 56 high; where the switches don't fit in a row they wrap.
pub fn bar(ui: &mut Ui, cx: FirstCx<'_>, asked: &mut Vec<Action>) {
    let palette = theme::palette(ui);
    let words = cx.words();
    let mut settings = cx.settings().clone();
    let labels = Labels::of(cx);
    let wanted = labels.width(ui);
    let frame =
        Frame::new().fill(palette.card).inner_margin(Margin::symmetric(24, 10)).stroke(Stroke::new(1.0, palette.line));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let about = Type::Note.text(ui, &words.about).color(palette.secondary);
        let about_width = ui.painter().layout_no_wrap(words.about.clone(), Type::Note.font(ui), palette.ink).size().x;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let spare = ui.available_width() - wanted - about_width - GAP;
            if spare >= 0.0 {
                ui.label(about);
                ui.add_space(spare - GAP);
            }
            switches(ui, cx, &labels, &mut settings);
        });
    });
    if settings != *cx.settings() {
        asked.push(Action::Settings(Box::new(settings)));
    }
}

/// Between the switches.
const GAP: f32 = 12.0;

struct Labels<'a> {
    langs: [&'a str; 2],
    sizes: [String; 4],
    motion: [&'a str; 2],
}

impl<'a> Labels<'a> {
    fn of(cx: FirstCx<'a>) -> Self {
        let words = cx.words();
        Self {
            // Each language in its own words: whoever can't read the one finds the other.
            langs: ["中文", "English"],
            sizes: TextSize::ALL.map(|size| format!("{} %", size.percent())),
            motion: [&words.motion_on, &words.motion_off],
        }
    }

    fn sizes(&self) -> [&str; 4] {
        let [a, b, c, d] = &self.sizes;
        [a, b, c, d]
    }

    fn width(&self, ui: &Ui) -> f32 {
        let all = [&self.langs[..], &self.sizes(), &self.motion];
        all.iter().map(|labels| button::choice_width(ui, labels) + GAP).sum()
    }
}

fn switches(ui: &mut Ui, cx: FirstCx<'_>, labels: &Labels<'_>, settings: &mut Settings) {
    let words = cx.words();
    let lang = usize::from(settings.lang == Lang::En);
    if let Some(picked) = button::choice(ui, &words.language, &labels.langs, lang) {
        settings.lang = if picked == 1 { Lang::En } else { Lang::Zh };
    }
    let size = TextSize::ALL.iter().position(|size| *size == settings.text_size).unwrap_or(0);
    let picked = button::choice(ui, &words.text_size, &labels.sizes(), size);
    if let Some(size) = picked.and_then(|picked| TextSize::ALL.get(picked)) {
        settings.text_size = *size;
    }
    if let Some(picked) = button::choice(ui, &words.motion, &labels.motion, usize::from(settings.reduced_motion)) {
        settings.reduced_motion = picked == 1;
    }
}
