//! What a customer looks like, as data. Draws nothing.

use serde::{Deserialize, Serialize};

/// Looks that stay the same at any heat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Face {
    /// Age, roughly.
    pub age: Age,
    /// Hair cut.
    pub hair: Hair,
    /// Hair colour.
    pub hair_tone: HairTone,
    /// What they wear.
    pub clothes: Clothes,
    /// Colour of the clothes.
    pub colour: Colour,
    /// Wears glasses.
    pub glasses: bool,
    /// Has a moustache or stubble.
    pub stubble: bool,
    /// What the hands do.
    pub prop: Prop,
}

/// Age, roughly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Age {
    Young,
    #[default]
    Middle,
    Old,
}

/// Hair cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Hair {
    #[default]
    Short,
    Parted,
    Receding,
    Bob,
    Long,
    Bun,
    Cap,
}

/// Hair colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum HairTone {
    #[default]
    Black,
    Brown,
    Greying,
    White,
}

/// Clothes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Clothes {
    #[default]
    Shirt,
    Polo,
    Jacket,
    Suit,
    Blazer,
    Jumper,
}

/// Colours of clothes; the theme says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Colour {
    #[default]
    Navy,
    Grey,
    Olive,
    Wine,
    Teal,
    Sand,
}

/// What the hands hold or do: the tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Prop {
    /// Nothing.
    #[default]
    None,
    /// Twists a tissue.
    Tissue,
    /// Grips a car key, arms crossed.
    CarKey,
    /// Taps a pen on a tabbed folder.
    Folder,
    /// A press or business card, face down.
    Card,
    /// An open hand to the hall.
    OpenHand,
    /// A phone at the ear.
    Phone,
    /// A towel round the neck.
    Towel,
}
