//! A few things, each under a number: a sorted list, which takes a tenth of the memory of a tree.
//! Must never be used for many: to add one, those behind it are moved.

/// Things under numbers, in the order of the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Few<T>(Vec<(usize, T)>);

impl<T> Default for Few<T> {
    fn default() -> Self {
        Few(Vec::new())
    }
}

impl<T> Few<T> {
    /// The thing under a number.
    pub fn get(&self, number: &usize) -> Option<&T> {
        let at = self.place(*number).ok()?;
        self.0.get(at).map(|(_, thing)| thing)
    }

    /// Whether there is a thing under a number.
    pub fn contains_key(&self, number: &usize) -> bool {
        self.place(*number).is_ok()
    }

    /// Puts a thing under a number; what was there before is given back.
    pub fn insert(&mut self, number: usize, thing: T) -> Option<T> {
        match self.place(number) {
            Ok(at) => self.0.get_mut(at).map(|(_, known)| std::mem::replace(known, thing)),
            Err(at) => {
                self.0.insert(at, (number, thing));
                None
            }
        }
    }

    /// The numbers with their things.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&usize, &T)> + ExactSizeIterator {
        self.0.iter().map(|(number, thing)| (number, thing))
    }

    /// The numbers.
    pub fn keys(&self) -> impl Iterator<Item = &usize> {
        self.0.iter().map(|(number, _)| number)
    }

    /// The things.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, thing)| thing)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, number: usize) -> Result<usize, usize> {
        self.0.binary_search_by_key(&number, |(number, _)| *number)
    }
}

impl<T> FromIterator<(usize, T)> for Few<T> {
    fn from_iter<I: IntoIterator<Item = (usize, T)>>(things: I) -> Self {
        let mut few = Few::default();
        for (number, thing) in things {
            few.insert(number, thing);
        }
        few
    }
}
