//! Colours, type and spacing of every screen, set once when they change. Never touched while a frame is drawn.

mod lettering;
mod palette;

use egui::{
    Color32, Context, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, ThemePreference, Ui, vec2,
};

pub use lettering::{Type, scale};
pub use palette::{ClothTones, DARK, HairTones, LIGHT, Palette, Portrait, heat_step};

use super::fonts;
use super::preferences::{Settings, TextSize, ThemeChoice};

/// What of the settings changes how things look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Size of all text.
    pub text_size: TextSize,
    /// Which colours.
    pub theme: ThemeChoice,
    /// No movement but short fades.
    pub reduced_motion: bool,
}

impl From<&Settings> for Look {
    fn from(settings: &Settings) -> Self {
        Self { text_size: settings.text_size, theme: settings.theme, reduced_motion: settings.reduced_motion }
    }
}

/// Corner radius of cards.
pub const CARD_RADIUS: u8 = 14;
/// Corner radius of buttons and boxes.
pub const CONTROL_RADIUS: u8 = 10;
/// The smallest target for a pointer.
pub const TARGET: f32 = 32.0;

/// Sets every style. Call at the start and when the look changes, never each frame.
pub fn apply(ctx: &Context, look: Look) {
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    ctx.set_theme(match look.theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
    for (theme, palette) in [(Theme::Light, &*LIGHT), (Theme::Dark, &*DARK)] {
        ctx.style_mut_of(theme, |style| dress(style, palette, look));
    }
}

/// The colours in force.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// Whether movement is off. Fades may still take 120 ms.
#[must_use]
pub fn reduced_motion(ui: &Ui) -> bool {
    ui.style().animation_time <= 0.0
}

fn dress(style: &mut Style, palette: &Palette, look: Look) {
    let scale = look.text_size.scale();
    style.text_styles = Type::ALL
        .into_iter()
        .map(|kind| {
            let family =
                if matches!(kind, Type::Title | Type::Score) { fonts::bold() } else { egui::FontFamily::Proportional };
            (kind.style(), FontId::new(kind.points() * scale, family))
        })
        .chain([
            (TextStyle::Button, FontId::proportional(15.0 * scale)),
            (TextStyle::Monospace, FontId::monospace(13.0 * scale)),
        ])
        .collect();
    style.animation_time = if look.reduced_motion { 0.0 } else { 0.12 };
    style.scroll_animation =
        if look.reduced_motion { egui::style::ScrollAnimation::none() } else { style.scroll_animation };
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 8.0);
    spacing.button_padding = vec2(14.0, 6.0);
    spacing.interact_size = vec2(40.0, TARGET);
    spacing.menu_margin = Margin::same(8);
    spacing.window_margin = Margin::same(16);
    spacing.icon_width = 20.0;
    spacing.icon_width_inner = 12.0;
    spacing.scroll = egui::style::ScrollStyle::floating();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    #[cfg(debug_assertions)]
    {
        style.debug.show_unaligned = false;
    }
    paint(&mut style.visuals, palette);
}

fn paint(visuals: &mut egui::Visuals, palette: &Palette) {
    visuals.dark_mode = palette.dark;
    visuals.panel_fill = palette.back;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.extreme_bg_color = palette.card;
    visuals.text_edit_bg_color = Some(palette.card);
    visuals.faint_bg_color = palette.back;
    visuals.code_bg_color = palette.back;
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.secondary);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.caution;
    visuals.error_fg_color = palette.harm;
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(CONTROL_RADIUS);
    visuals.window_shadow = Shadow { offset: [0, 8], blur: 28, spread: 0, color: palette.shadow.gamma_multiply(2.0) };
    visuals.popup_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: palette.shadow.gamma_multiply(1.5) };
    visuals.selection.bg_fill = palette.accent.gamma_multiply(0.28);
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.accent);
    visuals.disabled_alpha = 0.55;
    visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = CornerRadius::same(CONTROL_RADIUS);
        state.expansion = 0.0;
        state.fg_stroke = Stroke::new(1.0, palette.ink);
        state.bg_fill = palette.card;
        state.weak_bg_fill = palette.card;
        state.bg_stroke = Stroke::new(1.0, palette.control_edge);
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    for state in [&mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        state.weak_bg_fill = palette.accent_soft;
        state.bg_fill = palette.accent_soft;
        state.bg_stroke = Stroke::new(1.0, palette.accent);
    }
    widgets.active.fg_stroke = Stroke::new(2.0, palette.ink);
}

/// The soft shadow below cards.
#[must_use]
pub fn card_shadow(palette: &Palette) -> Shadow {
    Shadow { offset: [0, 2], blur: 10, spread: 0, color: palette.shadow }
}

/// `over` laid on `under` with `share` of 0–1.
#[must_use]
pub fn mix(under: Color32, over: Color32, share: f32) -> Color32 {
    under.lerp_to_gamma(over, share.clamp(0.0, 1.0))
}
