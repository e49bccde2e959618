//! What a reader can say about a situation: the dimensions with their values, in words. Must never offer what no rule of
//! the reader asks about.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::assemble::Audience;
use super::super::context::Context;
use super::super::policy::{TableDimension, TableScale};
use super::super::values::table_title;
use super::tables::Carried;
use crate::model::Situation;

/// The dimensions in their order; those of single tables name these tables.
pub(super) fn dimensions(cx: &Context<'_>, audience: &Audience, tables: &[Carried<'_>]) -> Value {
    let mut order: Vec<&str> = Vec::new();
    let mut found: BTreeMap<&str, Control> = BTreeMap::new();
    for Carried { table, asked, .. } in tables {
        let decision = cx.project.decision_tables().find(|(name, _)| *name == table.name);
        let own = decision.and_then(|(_, decision)| decision.situation.value());
        let asked = table.dimensions.iter().filter(|dimension| asked.contains(dimension.name.as_str()));
        for dimension in asked {
            let name = dimension.name.as_str();
            if !found.contains_key(name) {
                order.push(name);
            }
            let control = found.entry(name).or_insert_with(|| Control::new(cx, dimension, own));
            control.widen(cx, dimension, own);
            if own.is_some_and(|own| own.find(name).is_some()) {
                control.tables.push(table_title(cx, &table.name));
            } else {
                control.common = true;
            }
        }
    }
    // Whoever works in one role, or at one location, asks for that unless they say otherwise.
    let preset = |name: &str| match name {
        "role" => audience.role.as_deref(),
        "location" => audience.location.as_deref(),
        _ => None,
    };
    let controls = order.iter().filter_map(|name| Some(found.get(name)?.written(name, preset(name))));
    Value::Array(controls.collect())
}

/// A dimension as a field of a form.
struct Control {
    title: String,
    kind: &'static str,
    /// The words with what they are called.
    values: Vec<(String, String)>,
    unit: Option<String>,
    bounds: (Option<f64>, Option<f64>),
    decimals: u32,
    optional: bool,
    /// Whether rules of several tables may ask about it.
    common: bool,
    /// The tables that it belongs to alone.
    tables: Vec<String>,
}

impl Control {
    fn new(cx: &Context<'_>, dimension: &TableDimension, own: Option<&Situation>) -> Self {
        let described = cx.dimension(&dimension.name, own);
        let kind = match dimension.scale {
            TableScale::Words(_) => "words",
            TableScale::Number { .. } => "number",
            TableScale::Time { .. } => "time",
        };
        // A title says the unit already.
        let bare = described.filter(|described| described.title.value().is_none());
        let unit = bare.and_then(|described| described.number.value());
        Control {
            title: cx.dimension_title(&dimension.name, described),
            kind,
            values: Vec::new(),
            unit: unit.map(|unit| cx.known("unit", unit)),
            bounds: described.map_or((None, None), |described| {
                (described.from.value().copied(), described.to.value().copied())
            }),
            decimals: 0,
            optional: false,
            common: false,
            tables: Vec::new(),
        }
    }

    // Tables may know more values, finer numbers.
    fn widen(&mut self, cx: &Context<'_>, dimension: &TableDimension, own: Option<&Situation>) {
        self.optional |= dimension.optional;
        match &dimension.scale {
            TableScale::Words(words) => {
                let described = cx.dimension(&dimension.name, own);
                for word in words {
                    if !self.values.iter().any(|(known, _)| known == word) {
                        let title = cx.value(&dimension.name, word, described);
                        self.values.push((word.clone(), super::super::titles::capitalised(&title)));
                    }
                }
            }
            TableScale::Number { decimals, .. } => self.decimals = self.decimals.max(*decimals),
            TableScale::Time { .. } => {}
        }
    }

    fn written(&self, name: &str, preset: Option<&str>) -> Value {
        let mut written = Map::new();
        let mut put = |name: &str, value: Value| written.insert(name.to_owned(), value);
        put("name", name.into());
        put("title", self.title.as_str().into());
        put("kind", self.kind.into());
        if self.kind == "words" {
            put("values", json!(self.values));
        }
        if self.kind == "number" {
            put("decimals", self.decimals.into());
            put("bounds", json!([self.bounds.0, self.bounds.1]));
        }
        if let Some(unit) = &self.unit {
            put("unit", unit.as_str().into());
        }
        if self.optional {
            put("optional", true.into());
        }
        if !self.common {
            put("tables", json!(self.tables));
        }
        if let Some(preset) = preset.filter(|preset| self.values.iter().any(|(word, _)| word == preset)) {
            put("preset", preset.into());
        }
        Value::Object(written)
    }
}
