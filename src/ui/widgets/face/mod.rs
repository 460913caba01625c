//! The customer's face: painted, never the same picture twice, always the same person. Never uses signs like steam or veins.

mod clothes;
mod expression;
mod eyes;
mod features;
mod hair;
mod mouth;
mod pen;
mod props;

use egui::{CornerRadius, Painter, Rect, Response, Role, Sense, Shape, Ui, WidgetInfo, vec2};

pub use expression::Pose;
use pen::Pen;

use crate::customer::Temperament;
use crate::scenario::portrait::{Age, Clothes, Colour, Face, Hair, HairTone};
use crate::ui::theme::{self, Palette, Portrait};

/// A face that follows heat and trust smoothly, breathes and blinks.
#[derive(Debug, Clone, Copy)]
pub struct FaceView<'a> {
    /// Looks that don't change.
    pub face: &'a Face,
    /// Bearing and tempo.
    pub temperament: Temperament,
    /// 0–100.
    pub heat: f32,
    /// 0–100.
    pub trust: f32,
    /// Whether the mouth moves.
    pub talking: bool,
    /// “周先生，恼火，双臂抱着”.
    pub name: &'a str,
    /// Side of the square.
    pub size: f32,
    /// What it stands on, so that the corners can be rounded.
    pub on: egui::Color32,
}

/// Seconds from one heat to a hotter one: anger is quick.
const HOTTER: f32 = 0.24;
/// Seconds from one heat to a calmer one, and for trust: calm is slow.
const CALMER: f32 = 0.9;
/// Seconds between pictures while nothing but breath moves.
const IDLE: f32 = 1.0 / 15.0;

impl FaceView<'_> {
    /// Draws it. Repaints itself only while something moves, and not at all with motion reduced.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(self.size, self.size), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let pose = self.follow(ui, response.id);
        paint(ui.painter(), rect, self.face, self.temperament, &pose, theme::palette(ui), self.on);
        response
    }

    fn follow(&self, ui: &Ui, id: egui::Id) -> Pose {
        if theme::reduced_motion(ui) {
            return Pose::still(self.heat, self.trust);
        }
        let (now, focused) = ui.input(|input| (input.time, input.viewport().focused.unwrap_or(true)));
        let slow = if self.temperament == Temperament::Stubborn { 1.6 } else { 1.0 };
        let mut glide: Glide = ui.data(|data| data.get_temp(id)).unwrap_or(Glide::at(self.heat, self.trust, now));
        let (heat, trust) = (glide.heat.value(now), glide.trust.value(now));
        if (glide.heat.to - self.heat).abs() > 0.01 {
            let seconds = if self.heat > heat { HOTTER } else { CALMER } * slow;
            glide.heat = Tween { from: heat, to: self.heat, start: now, seconds };
        }
        if (glide.trust.to - self.trust).abs() > 0.01 {
            glide.trust = Tween { from: trust, to: self.trust, start: now, seconds: CALMER * slow };
        }
        ui.data_mut(|data| data.insert_temp(id, glide));
        if glide.heat.runs(now) || glide.trust.runs(now) || self.talking {
            ui.ctx().request_repaint();
        } else if focused {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f32(IDLE));
        }
        #[expect(clippy::cast_possible_truncation, reason = "an hour's seconds keep their milliseconds in f32")]
        let time = (now % 3600.0) as f32;
        Pose { heat: glide.heat.value(now), trust: glide.trust.value(now), time, talking: self.talking, still: false }
    }
}

/// Where heat and trust are on their way.
#[derive(Debug, Clone, Copy)]
struct Glide {
    heat: Tween,
    trust: Tween,
}

impl Glide {
    fn at(heat: f32, trust: f32, now: f64) -> Self {
        let rest = |value| Tween { from: value, to: value, start: now, seconds: 0.0 };
        Self { heat: rest(heat), trust: rest(trust) }
    }
}

#[derive(Debug, Clone, Copy)]
struct Tween {
    from: f32,
    to: f32,
    start: f64,
    seconds: f32,
}

impl Tween {
    fn share(self, now: f64) -> f32 {
        if self.seconds <= 0.0 {
            return 1.0;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a share of 0–1")]
        let share = ((now - self.start) / f64::from(self.seconds)).clamp(0.0, 1.0) as f32;
        share
    }

    fn value(self, now: f64) -> f32 {
        let share = self.share(now);
        egui::lerp(self.from..=self.to, share * share * (3.0 - 2.0 * share))
    }

    fn runs(self, now: f64) -> bool {
        self.share(now) < 1.0
    }
}

/// What the parts are drawn with.
struct Sitter<'a> {
    face: &'a Face,
    tones: &'a Portrait,
    skin: egui::Color32,
    shade: egui::Color32,
    hair: egui::Color32,
    cloth: egui::Color32,
    slight: bool,
}

/// Paints one moment into `rect`. `on` is the colour behind the rounded corners.
pub fn paint(
    painter: &Painter,
    rect: Rect,
    face: &Face,
    temperament: Temperament,
    pose: &Pose,
    palette: &Palette,
    on: egui::Color32,
) {
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let round = (rect.width() * 0.09).clamp(6.0, 18.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "6–18")]
    let corner = CornerRadius::same(round as u8);
    let tones = &palette.portrait;
    let pen = Pen::new(&clipped, rect);
    let e = expression::read(temperament, pose, !pen.fine());
    let sitter = Sitter::new(face, tones, e.flush);
    clipped.rect_filled(rect, corner, tones.wall);
    pen.blob(&[(-0.7, 0.16), (-0.2, 0.07), (0.3, 0.12), (0.7, 0.02), (0.7, 0.7), (-0.7, 0.7)], tones.wall_low);
    let rise = -0.006 * e.breath - e.shoulders;
    let body = pen.moved((0.0, rise * 0.6 + 0.01));
    let grow = 1.0 + 0.045 * e.forward;
    let head = pen.posed((0.0, 0.22), e.lean, grow, (0.0, rise * 0.35 + 0.012 * e.forward));
    hair::back(&head, &sitter);
    clothes::neck(&body, &sitter);
    clothes::torso(&body, &sitter);
    props::behind(&body, &sitter, &e);
    features::head(&head, &sitter, &e);
    hair::front(&head, &sitter);
    eyes::glasses(&head, &sitter, &e);
    props::front(&body, &head, &sitter, &e);
    round_corners(&clipped, rect, round, on);
}

impl<'a> Sitter<'a> {
    fn new(face: &'a Face, tones: &'a Portrait, flush: f32) -> Self {
        let base = if face.age == Age::Old { tones.skin_old } else { tones.skin };
        let skin = theme::mix(base, tones.flush, flush * 0.42);
        let hair = match face.hair_tone {
            HairTone::Black => tones.hair.black,
            HairTone::Brown => tones.hair.brown,
            HairTone::Greying => tones.hair.greying,
            HairTone::White => tones.hair.white,
        };
        let cloth = match face.colour {
            Colour::Navy => tones.clothes.navy,
            Colour::Grey => tones.clothes.grey,
            Colour::Olive => tones.clothes.olive,
            Colour::Wine => tones.clothes.wine,
            Colour::Teal => tones.clothes.teal,
            Colour::Sand => tones.clothes.sand,
        };
        let shade = theme::mix(tones.skin_shade, tones.flush, flush * 0.35);
        let slight = matches!(face.hair, Hair::Bob | Hair::Long | Hair::Bun);
        Self { face, tones, skin, shade, hair, cloth, slight }
    }

    /// A darker tone of the same cloth, for folds and lapels.
    fn cloth_dark(&self) -> egui::Color32 {
        theme::mix(self.cloth, self.tones.outline, 0.32)
    }

    /// A lighter tone of the same cloth, for edges that catch light.
    fn cloth_light(&self) -> egui::Color32 {
        theme::mix(self.cloth, self.tones.shirt, 0.2)
    }

    fn wears(&self, clothes: Clothes) -> bool {
        self.face.clothes == clothes
    }
}

/// Paints the corners over with what lies behind: egui clips to rectangles only.
fn round_corners(painter: &Painter, rect: Rect, radius: f32, on: egui::Color32) {
    let corners = [
        (rect.left_top(), 1.0, 1.0),
        (rect.right_top(), -1.0, 1.0),
        (rect.right_bottom(), -1.0, -1.0),
        (rect.left_bottom(), 1.0, -1.0),
    ];
    for (corner, x, y) in corners {
        let centre = corner + vec2(x * radius, y * radius);
        let mut mesh = egui::Mesh::default();
        // One pixel beyond, so that no seam shows.
        mesh.colored_vertex(corner - vec2(x, y), on);
        for step in 0..=12_u8 {
            let angle = std::f32::consts::FRAC_PI_2 * f32::from(step) / 12.0;
            mesh.colored_vertex(centre - vec2(x * angle.cos(), y * angle.sin()) * radius, on);
        }
        for step in 1..=12 {
            mesh.add_triangle(0, step, step + 1);
        }
        painter.add(Shape::mesh(mesh));
    }
}
