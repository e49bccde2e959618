// What holds in a situation, from the decision tables that the page carries: the same answer as the program gives.
// Knows no page; written for every browser. A set is a sorted list of ends, [from, to, from, to …], each to left out.
// A region holds a set for each dimension that it limits, and nothing for the others.
var EtalonNow = (function () {
  "use strict";
  var MOST_PIECES = 4000, PIECES = 4000, FEW = 24, MANY = 200, WEEK = 10080, DAY = 1440;

  // Sets.
  function meet(a, b) {
    var both = [], i = 0, j = 0;
    while (i < a.length && j < b.length) {
      var from = Math.max(a[i], b[j]), to = Math.min(a[i + 1], b[j + 1]);
      if (from < to) both.push(from, to);
      if (a[i + 1] <= b[j + 1]) i += 2; else j += 2;
    }
    return both;
  }
  function minus(a, b) {
    var rest = [];
    for (var i = 0; i < a.length; i += 2) {
      var from = a[i], to = a[i + 1];
      for (var j = 0; j < b.length && from < to; j += 2) {
        if (b[j + 1] <= from) continue;
        if (b[j] >= to) break;
        if (b[j] > from) rest.push(from, b[j]);
        from = b[j + 1];
      }
      if (from < to) rest.push(from, to);
    }
    return rest;
  }
  function plus(a, b) {
    var pairs = [], all = a.concat(b), joined = [];
    for (var i = 0; i < all.length; i += 2) pairs.push([all[i], all[i + 1]]);
    pairs.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1]; });
    pairs.forEach(function (pair) {
      var last = joined.length - 1;
      if (pair[0] >= pair[1]) return;
      if (last > 0 && pair[0] <= joined[last]) joined[last] = Math.max(joined[last], pair[1]);
      else joined.push(pair[0], pair[1]);
    });
    return joined;
  }
  function covers(a, b) { return minus(b, a).length === 0; }
  function touches(a, b) { return meet(a, b).length > 0; }
  function orderSets(a, b) {
    for (var i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
    return a.length - b.length;
  }

  // Regions.
  function isEmpty(region) { return region.some(function (set) { return set && !set.length; }); }
  function both(a, b) {
    var joined = a.slice();
    b.forEach(function (set, at) { if (set) joined[at] = joined[at] ? meet(joined[at], set) : set; });
    return joined;
  }
  function meets(a, b) { return a.every(function (set, at) { return !set || !b[at] || touches(set, b[at]); }); }
  function holds(a, b) { return a.every(function (set, at) { return !set || (b[at] && covers(set, b[at])); }); }
  function cut(region, other) {
    if (!meets(region, other)) return [region];
    var rest = region.slice(), parts = [];
    other.forEach(function (set, at) {
      if (!set || !rest[at]) return;
      var outside = minus(rest[at], set);
      if (outside.length) {
        var part = rest.slice();
        part[at] = outside;
        parts.push(part);
      }
      rest[at] = meet(rest[at], set);
    });
    return parts;
  }
  function replaced(region, at, set) {
    var other = region.slice();
    other[at] = set;
    return other;
  }
  function order(a, b) {
    for (var i = 0, j = 0; ; i++, j++) {
      while (i < a.length && !a[i]) i++;
      while (j < b.length && !b[j]) j++;
      if (i >= a.length || j >= b.length) return (i < a.length) - (j < b.length);
      var found = i - j || orderSets(a[i], b[j]);
      if (found) return found;
    }
  }
  function orderLists(a, b) {
    for (var i = 0; i < a.length && i < b.length; i++) {
      var found = order(a[i], b[i]);
      if (found) return found;
    }
    return a.length - b.length;
  }
  // Whether a region lies inside others: true, false, or nothing when that takes too many steps.
  function covered(region, others, at, budget) {
    if (isEmpty(region)) return true;
    if (budget.left-- <= 0) return undefined;
    if (at >= others.length) return false;
    if (holds(others[at], region)) return true;
    if (!meets(others[at], region)) return covered(region, others, at + 1, budget);
    var parts = cut(region, others[at]);
    for (var i = 0; i < parts.length; i++) {
      var found = covered(parts[i], others, at + 1, budget);
      if (!found) return found;
    }
    return true;
  }
  function canBe(region, never, steps) {
    var near = never.filter(function (other) { return meets(other, region); });
    return covered(region, near, 0, { left: steps || PIECES * 4 }) !== true;
  }

  // Many small regions as few large ones, told with as few limits as can be found.
  function merged(leaves, whole, never) {
    var regions = joined(leaves, whole.length);
    if (regions.length <= MANY) {
      var grown = regions.map(function (leaf) { return widest(leaf, regions, whole, never); });
      grown.sort(function (a, b) { return limited(b, whole) - limited(a, whole) || order(a, b); });
      grown = grown.filter(function (region, at) { return !at || order(region, grown[at - 1]) !== 0; });
      regions = withoutSuperfluous(grown, never);
    }
    regions = regions.map(function (region) {
      return region.map(function (set, at) { return orderSets(set, whole[at]) ? set : null; });
    });
    return regions.sort(order);
  }
  function joined(regions, dimensions) {
    for (;;) {
      var before = regions.length;
      for (var at = 0; at < dimensions; at++) regions = joinedOn(regions, at);
      if (regions.length === before) return regions;
    }
  }
  function joinedOn(regions, at) {
    var alike = {};
    regions.forEach(function (region) {
      var rest = replaced(region, at, []), key = JSON.stringify(rest);
      if (!alike[key]) alike[key] = { rest: rest, set: [] };
      alike[key].set = plus(alike[key].set, region[at]);
    });
    var groups = Object.keys(alike).map(function (key) { return alike[key]; });
    groups.sort(function (a, b) { return order(a.rest, b.rest); });
    return groups.map(function (group) { return replaced(group.rest, at, group.set); });
  }
  function limited(region, whole) {
    return region.filter(function (set, at) { return orderSets(set, whole[at]) !== 0; }).length;
  }
  function widest(leaf, leaves, whole, never) {
    var orders = leaves.length <= FEW ? Math.max(whole.length, 1) : 1, best = null;
    for (var first = 0; first < orders; first++) {
      var region = leaf;
      for (var step = 0; step < whole.length; step++) {
        region = wider(region, (first + step) % whole.length, leaves, whole, never);
      }
      if (!best || limited(region, whole) < limited(best, whole)) best = region;
    }
    return best || leaf;
  }
  function wider(region, at, leaves, whole, never) {
    if (!orderSets(region[at], whole[at])) return region;
    var open = replaced(region, at, whole[at]), outside = [open];
    for (var i = 0; i < leaves.length; i++) {
      var left = [];
      outside.forEach(function (piece) { left.push.apply(left, cut(piece, leaves[i])); });
      outside = left;
      if (outside.length > PIECES) return region;
    }
    var possible = outside.filter(function (piece) { return canBe(piece, never); });
    if (!possible.length) return open;
    var set = outside.reduce(function (set, piece) { return minus(set, piece[at]); }, whole[at]);
    return replaced(region, at, plus(set, region[at]));
  }
  function withoutSuperfluous(regions, never) {
    for (var at = 0; at < regions.length;) {
      var region = regions[at];
      var others = regions.filter(function (_, other) { return other !== at; }).concat(never);
      others = others.filter(function (other) { return meets(other, region); });
      if (regions.length > 1 && covered(region, others, 0, { left: PIECES }) === true) regions.splice(at, 1);
      else at++;
    }
    return regions;
  }

  // The cases of an attribute: one for each set of rules that win together. Nothing where there are too many.
  function cases(table, attribute, whole, only) {
    var never = table.never, rules = table.rules;
    function beats(one, other) { return table.beaten[other].indexOf(one) >= 0; }
    function beatenBy(rule, others) { return others.some(function (other) { return beats(other, rule); }); }
    // Whether a rule that holds in a part of a region can change who wins there.
    function matters(rule, holding, partly) {
      if (only !== undefined) return !beatenBy(only, holding) && (rule === only || beats(rule, only));
      if (!beatenBy(rule, holding)) return true;
      return holding.concat(partly).some(function (other) {
        return other !== rule && beats(rule, other) && !beatenBy(other, holding);
      });
    }
    // Where to cut, when it still matters which of the rules hold: the dimension that most of them ask about.
    function wish(region, holding, partly) {
      var wishes = [], best = -1;
      partly.forEach(function (at) {
        if (!matters(at, holding, partly)) return;
        [rules[at].when].concat(rules[at].never_when).forEach(function (asked) {
          asked.forEach(function (set, dimension) {
            if (!set || !touches(region[dimension], set) || covers(set, region[dimension])) return;
            if (!wishes[dimension]) wishes[dimension] = { count: 0, set: set };
            wishes[dimension].count++;
          });
        });
      });
      wishes.forEach(function (one, at) { if (one && (best < 0 || one.count > wishes[best].count)) best = at; });
      return best < 0 ? null : { at: best, set: wishes[best].set };
    }
    function winners(holding) {
      var unbeaten = holding.filter(function (rule) { return !beatenBy(rule, holding); });
      unbeaten.sort(function (a, b) { return a - b; });
      if (!table.attributes[attribute].strictest || only !== undefined) return unbeaten;
      return unbeaten.filter(function (rule) {
        return !unbeaten.some(function (other) { return isBetter(table, attribute, other, rule); });
      });
    }
    var able = rules.map(function (_, at) { return at; }).filter(function (at) {
      var rule = rules[at], gives = !rule.floor && rule.gives[attribute] !== undefined && meets(rule.when, whole);
      return gives && (only === undefined || at === only || beats(at, only));
    });
    var open = [[whole, able]], found = {}, pieces = 0;
    while (open.length) {
      var piece = open.pop(), region = piece[0], holding = [], partly = [];
      if (++pieces > MOST_PIECES) return null;
      if (isEmpty(region) || never.some(function (other) { return holds(other, region); })) continue;
      piece[1].forEach(function (at) {
        var how = standing(rules[at], region);
        if (how) (how === 2 ? holding : partly).push(at);
      });
      var wanted = wish(region, holding, partly);
      if (wanted) {
        [minus(region[wanted.at], wanted.set), meet(region[wanted.at], wanted.set)].forEach(function (side) {
          open.push([replaced(region, wanted.at, side), holding.concat(partly)]);
        });
        continue;
      }
      if (!canBe(region, never)) continue;
      var won = winners(holding).filter(function (rule) { return only === undefined || rule === only; });
      var key = won.join() + "/" + (holding.length === 0);
      if (!found[key]) found[key] = { winners: won, leaves: [], held: {} };
      found[key].leaves.push(region);
      holding.concat(partly.filter(function (at) { return canBe(both(region, rules[at].when), never); }))
        .forEach(function (at) { found[key].held[at] = true; });
    }
    var all = Object.keys(found).map(function (key) {
      var one = found[key], held = Object.keys(one.held).map(Number).sort(function (a, b) { return a - b; });
      return { regions: merged(one.leaves, whole, never), winners: one.winners, held: held };
    });
    return all.sort(function (a, b) { return orderLists(a.regions, b.regions); });
  }
  // 0 where a rule holds nowhere in a region, 1 in a part of it, 2 everywhere.
  function standing(rule, region) {
    if (!meets(rule.when, region) || rule.never_when.some(function (never) { return holds(never, region); })) return 0;
    var whole = holds(rule.when, region) && !rule.never_when.some(function (never) { return meets(never, region); });
    return whole ? 2 : 1;
  }
  function related(lists, one, other) { return !!lists && !!lists[one] && lists[one].indexOf(other) >= 0; }
  function isBetter(table, attribute, one, other) {
    var rules = table.rules;
    return related(table.attributes[attribute].better, rules[one].gives[attribute], rules[other].gives[attribute]);
  }
  function isSame(table, attribute, one, other) {
    var a = table.rules[one].gives[attribute], b = table.rules[other].gives[attribute];
    var same = table.attributes[attribute].same;
    return a === b || related(same, a, b) || related(same, b, a);
  }

  // Conditions come as pairs of a dimension and a set.
  function region(pairs) {
    var limits = [];
    (pairs || []).forEach(function (pair) { limits[pair[0]] = pair[1]; });
    for (var at = 0; at < limits.length; at++) limits[at] = limits[at] || null;
    return limits;
  }
  function ready(written) {
    if (written.ready) return written.ready;
    var beaten = written.rules.map(function () { return []; });
    var rules = written.rules.map(function (rule, at) {
      (rule.beats || []).forEach(function (other) { beaten[other].push(at); });
      return {
        when: region(rule.when), never_when: (rule.never_when || []).map(region), floor: !!rule.floor,
        gives: rule.gives || {}
      };
    });
    written.ready = {
      whole: written.dimensions.map(function (dimension) { return dimension.extent; }),
      never: (written.never || []).map(region), attributes: written.attributes, rules: rules, beaten: beaten
    };
    return written.ready;
  }

  // What a table says of a situation: within holds a set for each dimension of which something is known.
  function ask(written, within) {
    if (written.unsettled) return { silent: "unsettled" };
    var table = ready(written);
    var whole = both(table.whole, within);
    if (isEmpty(whole)) return { silent: "refused" };
    if (!canBe(whole, table.never, 50000)) return { silent: "never" };
    return { attributes: table.attributes.map(function (given, at) { return attributeAnswer(table, at, whole); }) };
  }
  function attributeAnswer(table, attribute, whole) {
    var given = table.attributes[attribute], groups = [];
    if (!given.several) groups = cases(table, attribute, whole);
    else {
      for (var rule = 0; rule < table.rules.length && groups; rule++) {
        if (table.rules[rule].floor || table.rules[rule].gives[attribute] === undefined) continue;
        var own = cases(table, attribute, whole, rule);
        groups = own && groups.concat(own.filter(function (group) { return group.winners.length === 1; }));
      }
    }
    if (!groups) return { cases: null };
    return { cases: groups.map(function (group) { return caseOf(table, attribute, whole, group); }) };
  }
  function caseOf(table, attribute, whole, group) {
    var won = group.winners, several = table.attributes[attribute].several;
    var conflict = won.some(function (one) {
      return won.some(function (other) { return !isSame(table, attribute, one, other); });
    });
    var outcome = conflict && !several ? "conflict" : "settled";
    if (!won.length) outcome = group.held.length ? "circle" : "nothing";
    var values = [], floors = [];
    won.forEach(function (rule) {
      var value = table.rules[rule].gives[attribute];
      if (values.indexOf(value) < 0) values.push(value);
    });
    table.rules.forEach(function (rule, at) {
      if (!rule.floor || rule.gives[attribute] === undefined) return;
      var binds = group.regions.some(function (region) {
        return canBe(both(both(whole, region), rule.when), table.never);
      });
      if (binds) floors.push(at);
    });
    return {
      when: group.regions, outcome: outcome, values: values.sort(function (a, b) { return a - b; }), rules: won,
      beaten: group.held.filter(function (rule) { return won.indexOf(rule) < 0; }), floors: floors
    };
  }

  // The positions of what is known: a word, a number, or a time as day, minute of the day and whether it is a public
  // holiday, each of which may be left out. Nothing where a dimension has no such value.
  function positions(dimension, value) {
    var set = null;
    if (value === "not known" && dimension.unknown !== undefined) set = [dimension.unknown, dimension.unknown + 1];
    else if (dimension.kind === "words") {
      var at = dimension.words.indexOf(value);
      if (at >= 0) set = [at, at + 1];
    } else if (dimension.kind === "number") {
      var moved = Number(value) * dimension.times, near = Math.round(moved);
      if (Math.abs(moved - near) < 1e-6) set = [near, near + 1];
    } else set = minutes(value, dimension.holidays);
    set = set && meet(set, dimension.extent);
    return set && set.length ? set : null;
  }
  // Where no condition speaks of public holidays they are days like any other.
  function minutes(time, holidays) {
    var set = [];
    for (var day = 0; day < 7; day++) {
      if (time.day !== undefined && time.day !== day) continue;
      var from = day * DAY + (time.minute === undefined ? 0 : time.minute);
      var to = time.minute === undefined ? (day + 1) * DAY : from + 1;
      var later = holidays && time.holiday ? WEEK : 0;
      set = plus(set, [from + later, to + later]);
    }
    return set;
  }
  function within(table, given) {
    var known = [], refused = [];
    table.dimensions.forEach(function (dimension, at) {
      var values = given[dimension.name];
      known[at] = null;
      if (values === undefined) return;
      var sets = values.map(function (value) { return positions(dimension, value); });
      var set = sets.reduce(function (all, set) { return set ? plus(all, set) : all; }, []);
      if (!set.length) refused.push(dimension.name); else known[at] = set;
    });
    return { known: known, refused: refused };
  }

  // Whether somebody is there in these minutes of the week, those of public holidays behind them.
  function presence(times, asked) {
    if (times.dated) return "dated";
    return covers(times.open, asked) ? "yes" : touches(times.open, asked) ? "partly" : "no";
  }

  return { ask: ask, within: within, minutes: minutes, presence: presence, meet: meet, minus: minus };
})();
