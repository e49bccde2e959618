# Decides situations by the tables of a service standard.
#
# Ask for `data.etalon.decisions` with the situation as input:
#
#     {"situation": {"channel": "chat", "amount": 120, "time": "Sa 23:30"}, "tables": ["response_times"]}
#
# `tables` may be left out. A value is a word, a number, true or false, a minute of the week such as `Sa 23:30`
# (`PH Sa 23:30` on a public holiday), or `not known`. A dimension that is left out is open.
#
# The tables are data; nothing of a standard is written into this file. An engine without indexes of its own goes
# through every rule that it is shown: so each rule is listed under the cells of one dimension only, the one that tells
# most apart, and just the rules of the cells in which the situation stands are looked at.
package etalon

import rego.v1

decisions[name] := decide(table) if {
	some name, table in data.etalon.policy.tables
	is_asked(name)
}

is_asked(_) if not input.tables

is_asked(name) if name in input.tables

decide(table) := {"unsettled": true} if table.unsettled

else := verdict(table, positions(table))

verdict(table, at) := {"refused": names} if {
	not count(input.situation) == count(at)
	names := refused(table, at)
	count(names) > 0
}

else := placed(table, at, cells(table, at))

# What is given for a dimension and is none of its values.

refused(table, at) := sort([name |
	some name in object.keys(input.situation)
	table.dimensions[name]
	not has(at, name)
])

placed(table, at, cell) := {"never_happens": true} if {
	some never in table.never
	meets(never, at, cell)
}

else := {"attributes": told(table, in_order(table, standing(table, at, cell), at, cell))} if is_whole(table, at)

else := {"attributes": told_of_some(table, at, in_order(table, conceivable(table, at, cell), at, cell))}

is_whole(table, at) if count(at) == count(table.dimensions)

told(table, possible) := {name: answer |
	some name, given in table.attributes
	answer := judged(table, given, mine(given, possible))
}

told_of_some(table, at, possible) := {name: answer |
	some name, given in table.attributes
	answer := judged_or_open(table, given, at, mine(given, possible))
}

# Where the situation stands on each dimension that is known: the key of a word, or a figure.

positions(table) := object.union_n([by_word(table), by_flag(table), by_number(table), by_time(table)])

by_word(table) := {name: key | some name, words in table.words; key := words[input.situation[name]]}

by_flag(table) := {name: flag[1] | some name, flags in table.flags; some flag in flags; flag[0] == input.situation[name]}

by_number(table) := {name: at |
	some name, number in table.numbers
	value := input.situation[name]
	is_number(value)
	moved := value * number.times
	at := round(moved)
	abs(moved - at) < 0.000001
	at >= number.from
	at <= number.to
}

by_time(table) := {name: at |
	some name, time in table.times
	value := input.situation[name]
	is_string(value)
	at := minute_of(time, value)
}

minute_of(_, value) := minute(value) if count(value) == 8

minute_of(time, value) := 10080 + minute(substring(value, 3, 8)) if {
	time.holidays
	startswith(value, "PH ")
	count(value) == 11
}

days := {"Mo": 0, "Tu": 1, "We": 2, "Th": 3, "Fr": 4, "Sa": 5, "Su": 6}

minute(text) := ((days[substring(text, 0, 2)] * 1440) + (hour * 60)) + minutes if {
	substring(text, 2, 1) == " "
	substring(text, 5, 1) == ":"
	hour := two_digits(substring(text, 3, 2))
	hour < 24
	minutes := two_digits(substring(text, 6, 2))
	minutes < 60
}

two_digits(text) := (10 * tens) + ones if {
	tens := indexof("0123456789", substring(text, 0, 1))
	tens >= 0
	ones := indexof("0123456789", substring(text, 1, 1))
	ones >= 0
}

has(at, name) if at[name] != null

# The cells in which the situation stands. The cell of a word is its key, that of a figure among few is the figure, and
# all other figures are divided into stretches. What no condition tells apart stands in the cell of no dimension.

cells(table, at) := object.union_n([at, {"": ""}, near(table, at), far(table, at)])

near(table, at) := {name: cell | some name in table.near; cell := format_int(at[name], 10)}

far(table, at) := {name: cell |
	some name, starts in table.starts
	cell := stretch(starts, at[name])
}

stretch(starts, at) := format_int(count([1 | some start in starts; start <= at]), 10)

# Whether all conditions are met; one about a dimension that is open is not.

meets(conditions, at, cell) if {
	every name, words in conditions.words { words[cell[name]] }
	every name, ranges in conditions.ranges { is_between(ranges, at[name]) }
}

is_between(ranges, at) if {
	some range in ranges
	range[0] <= at
	at < range[1]
}

# The rules that hold, where all is known; and those that may hold, given what is known.

standing(table, at, cell) := {place |
	some name in object.keys(cell)
	shown := table.by[name][cell[name]]
	some place in shown
	conditions := table.conditions[place]
	every dimension, words in conditions.words { words[cell[dimension]] }
	every dimension, ranges in conditions.ranges { is_between(ranges, at[dimension]) }
}

conceivable(table, at, cell) := {place |
	some place in shown(table, cell)
	not is_refuted(table.conditions[place], at, cell)
}

shown(table, cell) := shown_in(table, cell) | shown_where_open(table, cell)

shown_in(table, cell) := {place |
	some name in object.keys(cell)
	places := table.by[name][cell[name]]
	some place in places
}

shown_where_open(table, cell) := {place |
	some name in object.keys(table.by)
	not cell[name]
	lists := table.by[name]
	some list in lists
	some place in list
}

is_refuted(conditions, _, cell) if {
	some name, words in conditions.words
	key := cell[name]
	not words[key]
}

is_refuted(conditions, at, _) if {
	some name, ranges in conditions.ranges
	figure := at[name]
	not is_between(ranges, figure)
}

# The same by their ids, in the order of the standard, without those that leave this situation out.

in_order(table, places, at, cell) := [id | some id in ids(table, places); not is_left_out(table, id, at, cell)] if {
	table.never_when
}

else := ids(table, places)

ids(table, places) := [id | some place in sort(places); id := table.ids[place]]

is_left_out(table, id, at, cell) if {
	nevers := table.never_when[id]
	some never in nevers
	meets(never, at, cell)
}

# What holds of an attribute, and why. Lists are made of arguments only: not every engine keeps the locals of one
# evaluation apart from those of the next inside of a list.

mine(given, possible) := [id | some id in possible; given.of[id] >= 0]

judged_or_open(table, given, at, ids) := {"outcome": "open", "open": sort(open)} if {
	open := {name | some id in ids; names := table.asks[id]; some name in names; not has(at, name)}
	count(open) > 0
}

else := judged(table, given, ids)

judged(table, given, ids) := weighed(table, given, ids, candidates(given, ids))

candidates(given, ids) := [id | some id in ids; not id in given.floors] if given.floors

else := ids

weighed(table, given, ids, held) := compared(given, ids, held, beaten(table, held))

# By whom each rule that is beaten is beaten.

beaten(table, held) := {id: by |
	some id in {loser | some other in held; losers := table.beats[other]; some loser in losers}
	id in held
	by := beaters(table, id, held)
}

beaters(table, id, held) := [other | some other in held; id in table.beats[other]]

compared(given, ids, held, lost) := decided(given, ids, held, lost, unbeaten(held, lost))

unbeaten(held, lost) := [id | some id in held; not lost[id]]

# Where the best value counts, those stand back to which another one is better.

decided(given, ids, held, lost, won) := valued(given, ids, held, lost, won, best(given, won)) if {
	given.strictest
	count(won) > 1
}

else := answer(given, ids, held, lost, won)

best(given, ids) := ranked(given, ids, min({given.ranks[given.of[id]] | some id in ids})) if given.ranks

else := [id | some id in ids; not is_outbid(given, id, ids)]

ranked(given, ids, rank) := [id | some id in ids; given.ranks[given.of[id]] == rank]

is_outbid(given, id, ids) if {
	some other in ids
	is_better(given, other, id)
}

valued(given, ids, held, lost, all, won) := answer(given, ids, held, object.union(lost, outbid(given, all, won)), won)

outbid(given, all, won) := {id: won | some id in all; not id in won} if given.ranks

else := {id: better(given, id, won) | some id in all; not id in won}

better(given, id, won) := [other | some other in won; is_better(given, other, id)]

answer(given, ids, held, lost, won) := reasoned(given, ids, held, lost, won, sort({given.of[id] | some id in won}))

reasoned(given, ids, held, lost, won, places) := {
	"outcome": outcome(given, held, won, places),
	"values": [given.values[place] | some place in places],
	"rules": won,
	"beaten": [{"rule": id, "by": lost[id]} | some id in held; lost[id]],
	"floors": [floor_answer(given, id, won) | some id in given.floors; id in ids],
}

floor_answer(given, id, won) := {
	"rule": id,
	"value": given.values[given.of[id]],
	"kept": kept(given, id, won),
}

is_better(given, one, other) if given.ranks[given.of[one]] < given.ranks[given.of[other]]

is_better(given, one, other) if given.of[other] in given.better[given.of[one]]

is_same(given, one, other) if given.of[one] == given.of[other]

is_same(given, one, other) if given.of[other] in given.same[given.of[one]]

is_unclear(given, one, other) if given.of[other] in given.unclear[given.of[one]]

outcome(given, held, won, places) := "settled" if count(places) == 1

else := "nothing" if count(held) == 0

else := "circle" if count(won) == 0

else := "conflict" if is_conflict(given, won)

else := "settled"

is_conflict(given, won) if {
	not given.several
	some one in won
	some other in won
	not is_same(given, one, other)
}

kept(given, floor, won) := "no" if falls_short(given, floor, won)

else := "unclear" if is_unclear_somewhere(given, floor, won)

else := "yes"

falls_short(given, floor, won) if {
	some id in won
	not is_same(given, id, floor)
	not is_better(given, id, floor)
	not is_unclear(given, id, floor)
}

is_unclear_somewhere(_, _, []) := true

is_unclear_somewhere(given, floor, won) if {
	some id in won
	is_unclear(given, id, floor)
}
