//! Graphs of numbered points: what can be reached, what lies on a loop, which way leads where.
//! Must never recurse and never take more than time in proportion to points and edges.

use std::collections::VecDeque;

/// A directed graph whose points are the numbers below its size.
#[derive(Debug, Clone, Default)]
pub(super) struct Graph {
    next: Vec<Vec<usize>>,
}

impl Graph {
    /// A graph of `size` points without edges.
    pub(super) fn new(size: usize) -> Self {
        Graph { next: vec![Vec::new(); size] }
    }

    /// Adds an edge; one that leads out of the graph is left out.
    pub(super) fn connect(&mut self, from: usize, to: usize) {
        if to >= self.next.len() {
            return;
        }
        if let Some(next) = self.next.get_mut(from) {
            next.push(to);
        }
    }

    /// The points that follow `from`.
    pub(super) fn after(&self, from: usize) -> &[usize] {
        self.next.get(from).map_or(&[], Vec::as_slice)
    }

    /// The same graph with every edge turned round.
    pub(super) fn reversed(&self) -> Graph {
        let mut reversed = Graph::new(self.next.len());
        for (from, next) in self.next.iter().enumerate() {
            for to in next {
                if let Some(back) = reversed.next.get_mut(*to) {
                    back.push(from);
                }
            }
        }
        reversed
    }

    /// Which points can be reached from `starts`, the starts included.
    pub(super) fn reachable(&self, starts: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut seen = vec![false; self.next.len()];
        let mut open: Vec<usize> = starts.into_iter().collect();
        while let Some(point) = open.pop() {
            let Some(mark) = seen.get_mut(point) else { continue };
            if !std::mem::replace(mark, true) {
                open.extend(self.after(point));
            }
        }
        seen
    }

    /// The points that `start` reaches, each after all points that lead to it, and the graph without the edges
    /// that lead back into a loop. Every way in it is a way in the whole graph that meets no point twice.
    pub(super) fn forward(&self, start: usize) -> (Vec<usize>, Graph) {
        let mut forward = Graph::new(self.next.len());
        let mut state = vec![State::New; self.next.len()];
        let mut done: Vec<usize> = Vec::new();
        let mut open: Vec<(usize, usize)> = Vec::new();
        if let Some(first) = state.get_mut(start) {
            *first = State::Open;
            open.push((start, 0));
        }
        while let Some((point, at)) = open.pop() {
            let Some(to) = self.after(point).get(at).copied() else {
                if let Some(own) = state.get_mut(point) {
                    *own = State::Done;
                }
                done.push(point);
                continue;
            };
            open.push((point, at + 1));
            let Some(target) = state.get_mut(to) else { continue };
            if *target != State::Open {
                forward.connect(point, to);
            }
            if *target == State::New {
                *target = State::Open;
                open.push((to, 0));
            }
        }
        done.reverse();
        (done, forward)
    }

    /// The loops: groups of points each of which reaches all others of its group, sorted; a point alone counts
    /// when it leads to itself.
    pub(super) fn loops(&self) -> Vec<Vec<usize>> {
        let reversed = self.reversed();
        let mut seen = vec![false; self.next.len()];
        let mut loops = Vec::new();
        for point in self.finishing_order().into_iter().rev() {
            let mut group = Vec::new();
            let mut open = vec![point];
            while let Some(point) = open.pop() {
                let Some(mark) = seen.get_mut(point) else { continue };
                if !std::mem::replace(mark, true) {
                    group.push(point);
                    open.extend(reversed.after(point));
                }
            }
            group.sort_unstable();
            match group.as_slice() {
                [] => {}
                [alone] if !self.after(*alone).contains(alone) => {}
                _ => loops.push(group),
            }
        }
        loops.sort();
        loops
    }

    fn finishing_order(&self) -> Vec<usize> {
        let mut seen = vec![false; self.next.len()];
        let mut order = Vec::with_capacity(self.next.len());
        for start in 0..self.next.len() {
            let mut open = vec![(start, 0)];
            while let Some((point, at)) = open.pop() {
                let fresh = seen.get_mut(point).is_some_and(|mark| !std::mem::replace(mark, true));
                if at == 0 && !fresh {
                    continue;
                }
                match self.after(point).get(at) {
                    Some(to) => open.extend([(point, at + 1), (*to, 0)]),
                    None => order.push(point),
                }
            }
        }
        order
    }

    /// The shortest way of at least one edge from `from` to a point that `goal` accepts, both ends included.
    pub(super) fn way(&self, from: usize, goal: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
        let mut came_from: Vec<Option<usize>> = vec![None; self.next.len()];
        let mut open = VecDeque::from([from]);
        while let Some(point) = open.pop_front() {
            for to in self.after(point) {
                let Some(before) = came_from.get_mut(*to).filter(|before| before.is_none()) else { continue };
                *before = Some(point);
                if goal(*to) {
                    return Some(trace(&came_from, from, *to));
                }
                open.push_back(*to);
            }
        }
        None
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

fn trace(came_from: &[Option<usize>], from: usize, to: usize) -> Vec<usize> {
    let mut way = vec![to];
    let mut point = to;
    while let Some(before) = came_from.get(point).copied().flatten() {
        way.push(before);
        // A loop leads back to its start, so the start ends the search even when it has a point before it.
        if before == from || way.len() > came_from.len() {
            break;
        }
        point = before;
    }
    way.reverse();
    way
}
