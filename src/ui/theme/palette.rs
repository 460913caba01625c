//! The colours by their role, read from `assets/theme/*.ron`. Never names a colour in code.

use std::sync::LazyLock;

use egui::Color32;
use serde::{Deserialize, Deserializer};

/// All colours of one theme, named by what they are for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the roles of UX §14; the names say it")]
pub struct Palette {
    pub dark: bool,
    #[serde(deserialize_with = "hex")]
    pub back: Color32,
    #[serde(deserialize_with = "hex")]
    pub card: Color32,
    #[serde(deserialize_with = "hex")]
    pub line: Color32,
    #[serde(deserialize_with = "hex")]
    pub ink: Color32,
    #[serde(deserialize_with = "hex")]
    pub secondary: Color32,
    #[serde(deserialize_with = "hex")]
    pub accent: Color32,
    #[serde(deserialize_with = "hex")]
    pub on_accent: Color32,
    #[serde(deserialize_with = "hex")]
    pub accent_soft: Color32,
    #[serde(deserialize_with = "hex")]
    pub own_bubble: Color32,
    #[serde(deserialize_with = "hex")]
    pub own_ink: Color32,
    #[serde(deserialize_with = "hex")]
    pub feeling: Color32,
    #[serde(deserialize_with = "hex")]
    pub issue: Color32,
    #[serde(deserialize_with = "hex")]
    pub harm: Color32,
    #[serde(deserialize_with = "hex")]
    pub control_edge: Color32,
    #[serde(deserialize_with = "hex")]
    pub caution: Color32,
    #[serde(deserialize_with = "hex")]
    pub caution_soft: Color32,
    #[serde(deserialize_with = "hex")]
    pub shadow: Color32,
    #[serde(deserialize_with = "hexes")]
    pub heat: [Color32; 5],
    pub portrait: Portrait,
}

/// Colours of the drawn customers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Portrait {
    #[serde(deserialize_with = "hex")]
    pub wall: Color32,
    #[serde(deserialize_with = "hex")]
    pub wall_low: Color32,
    #[serde(deserialize_with = "hex")]
    pub skin: Color32,
    #[serde(deserialize_with = "hex")]
    pub skin_old: Color32,
    #[serde(deserialize_with = "hex")]
    pub skin_shade: Color32,
    #[serde(deserialize_with = "hex")]
    pub lip: Color32,
    #[serde(deserialize_with = "hex")]
    pub flush: Color32,
    #[serde(deserialize_with = "hex")]
    pub mouth: Color32,
    #[serde(deserialize_with = "hex")]
    pub teeth: Color32,
    #[serde(deserialize_with = "hex")]
    pub eye_white: Color32,
    #[serde(deserialize_with = "hex")]
    pub iris: Color32,
    #[serde(deserialize_with = "hex")]
    pub outline: Color32,
    pub hair: HairTones,
    pub clothes: ClothTones,
    #[serde(deserialize_with = "hex")]
    pub shirt: Color32,
    #[serde(deserialize_with = "hex")]
    pub metal: Color32,
    #[serde(deserialize_with = "hex")]
    pub paper: Color32,
    #[serde(deserialize_with = "hex")]
    pub tab_one: Color32,
    #[serde(deserialize_with = "hex")]
    pub tab_two: Color32,
    #[serde(deserialize_with = "hex")]
    pub glass: Color32,
}

/// Hair colours, as `scenario::portrait::HairTone` names them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct HairTones {
    #[serde(deserialize_with = "hex")]
    pub black: Color32,
    #[serde(deserialize_with = "hex")]
    pub brown: Color32,
    #[serde(deserialize_with = "hex")]
    pub greying: Color32,
    #[serde(deserialize_with = "hex")]
    pub white: Color32,
}

/// Colours of clothes, as `scenario::portrait::Colour` names them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ClothTones {
    #[serde(deserialize_with = "hex")]
    pub navy: Color32,
    #[serde(deserialize_with = "hex")]
    pub grey: Color32,
    #[serde(deserialize_with = "hex")]
    pub olive: Color32,
    #[serde(deserialize_with = "hex")]
    pub wine: Color32,
    #[serde(deserialize_with = "hex")]
    pub teal: Color32,
    #[serde(deserialize_with = "hex")]
    pub sand: Color32,
}

/// The light theme.
pub static LIGHT: LazyLock<Palette> =
    LazyLock::new(|| read("light.ron", include_str!("../../../assets/theme/light.ron")));
/// The dark theme.
pub static DARK: LazyLock<Palette> = LazyLock::new(|| read("dark.ron", include_str!("../../../assets/theme/dark.ron")));

impl Palette {
    /// The colour of a heat of 0–100, the same for 20 degrees.
    #[must_use]
    pub fn heat(&self, heat: f32) -> Color32 {
        self.heat[heat_step(heat)]
    }

    /// The colour of a heat of 0–100, blending from step to step: for bars that move.
    #[must_use]
    pub fn heat_blend(&self, heat: f32) -> Color32 {
        let at = (heat.clamp(0.0, 100.0) / 25.0).min(3.999);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–3")]
        let step = at as usize;
        #[expect(clippy::cast_precision_loss, reason = "0–3")]
        self.heat[step].lerp_to_gamma(self.heat[step + 1], at - step as f32)
    }
}

/// Which of the five steps (calm, uneasy, upset, angry, furious) a heat of 0–100 lies in.
#[must_use]
pub fn heat_step(heat: f32) -> usize {
    match heat {
        h if h < 20.0 => 0,
        h if h < 40.0 => 1,
        h if h < 60.0 => 2,
        h if h < 80.0 => 3,
        _ => 4,
    }
}

/// The files are part of the program and read by a test, so one that doesn't parse can't be shipped.
fn read(name: &str, text: &str) -> Palette {
    ron::from_str(text).unwrap_or_else(|error| panic!("assets/theme/{name}: {error}"))
}

fn hex<'de, D: Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(from)?;
    Color32::from_hex(&text).map_err(|_| serde::de::Error::custom(format!("{text} is no colour like #1A2130")))
}

fn hexes<'de, D: Deserializer<'de>>(from: D) -> Result<[Color32; 5], D::Error> {
    let mut colours = [Color32::TRANSPARENT; 5];
    for (colour, text) in colours.iter_mut().zip(<[String; 5]>::deserialize(from)?) {
        *colour = Color32::from_hex(&text).map_err(|_| serde::de::Error::custom(format!("{text} is no colour")))?;
    }
    Ok(colours)
}
