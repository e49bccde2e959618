//! Finds every text of a standard, wherever it is, so that no part can be forgotten when texts are judged.
//! Must never change the words of a text.

use super::Text;
use crate::model::{Currency, Date, TimeZone};
use crate::syntax::decode::{Entries, Field, List, Required, Rest, Short, Words};
use crate::time::{Amount, ClosedDay, Country, Duration, Figure, Frequency, Hours, Threshold};

/// What is called for every text, with the keys that lead to it.
pub type Visit<'v, 'a> = &'v mut dyn FnMut(&[&'a str], &'a Text);

/// Something that may hold texts.
pub trait Texts {
    /// Whether there can be a text in here at all; what cannot hold one is passed over.
    const HOLDS: bool;

    /// Calls `visit` for every text in here; `path` holds the keys that lead here.
    fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>);

    /// Calls `change` for every text in here.
    fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text));
}

impl Texts for Text {
    const HOLDS: bool = true;

    fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>) {
        visit(path, self);
    }

    fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text)) {
        change(self);
    }
}

/// Declares the parts of the model: the struct as it stands, and the way to the texts of every field.
macro_rules! part {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
        }
    )+) => {$(
        $(#[$meta])*
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl $crate::model::Texts for $name {
            const HOLDS: bool = false $(|| <$type as $crate::model::Texts>::HOLDS)*;

            fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: $crate::model::Visit<'_, 'a>) {
                $(if <$type as $crate::model::Texts>::HOLDS {
                    path.push(stringify!($field));
                    $crate::model::Texts::texts(&self.$field, path, visit);
                    path.pop();
                })*
            }

            fn texts_mut(&mut self, change: &mut dyn FnMut(&mut $crate::model::Text)) {
                $($crate::model::Texts::texts_mut(&mut self.$field, change);)*
            }
        }
    )+};
}
pub(crate) use part;

/// Declares values that hold no text.
macro_rules! no_texts {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::model::Texts for $type {
            const HOLDS: bool = false;

            fn texts<'a>(&'a self, _: &mut Vec<&'a str>, _: $crate::model::Visit<'_, 'a>) {}
            fn texts_mut(&mut self, _: &mut dyn FnMut(&mut $crate::model::Text)) {}
        }
    )+};
}
pub(crate) use no_texts;

no_texts!(
    Currency, String, u32, f64, bool, Amount, ClosedDay, Country, Date, TimeZone, Duration, Figure,
    Frequency, Hours, Threshold
);

impl<T: Texts> Texts for Field<T> {
    const HOLDS: bool = T::HOLDS;

    fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>) {
        if let Some(value) = self.value() {
            value.texts(path, visit);
        }
    }

    fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text)) {
        if let Some(value) = self.value_mut() {
            value.texts_mut(change);
        }
    }
}

impl<T: Texts> Texts for Required<T> {
    const HOLDS: bool = T::HOLDS;

    fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>) {
        (**self).texts(path, visit);
    }

    fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text)) {
        if let Some(value) = self.value_mut() {
            value.texts_mut(change);
        }
    }
}

impl<T: Texts> Texts for Short<T> {
    const HOLDS: bool = T::HOLDS;

    fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>) {
        self.0.texts(path, visit);
    }

    fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text)) {
        self.0.texts_mut(change);
    }
}

macro_rules! texts_of_each {
    ($($type:ident),+) => {$(
        impl<T: Texts> Texts for $type<T> {
            const HOLDS: bool = T::HOLDS;

            fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>) {
                for one in self {
                    one.value.texts(path, visit);
                }
            }

            fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text)) {
                self.values_mut().for_each(|one| one.texts_mut(change));
            }
        }
    )+};
}
texts_of_each!(List, Words);

macro_rules! texts_of_entries {
    ($($type:ident),+) => {$(
        impl<T: Texts> Texts for $type<T> {
            const HOLDS: bool = T::HOLDS;

            fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>) {
                for entry in self {
                    path.push(&entry.id);
                    entry.value.texts(path, visit);
                    path.pop();
                }
            }

            fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text)) {
                self.values_mut().for_each(|one| one.texts_mut(change));
            }
        }
    )+};
}
texts_of_entries!(Entries, Rest);
