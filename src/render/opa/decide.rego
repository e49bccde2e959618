# Decides situations by the tables of a service standard.
#
# Ask for `data.etalon.decisions` with the situation as input:
#
#     {"situation": {"channel": "chat", "amount": 120, "time": "Sa 23:30"}, "tables": ["response_times"]}
#
# `tables` may be left out. A value is a word, a number, true or false, a minute of the week such as `Sa 23:30`
# (`PH Sa 23:30` on a public holiday), or `not known`. A dimension that is left out is open.
#
# The tables are data; nothing of a standard is written into this file.
package etalon

import rego.v1

decisions[name] := decide(table) if {
	some name, table in data.etalon.policy.tables
	is_asked(name)
}

is_asked(_) if not input.tables

is_asked(name) if name in input.tables

decide(table) := answer if {
	at := positions(table)
	refused := [name |
		some name in object.keys(table.dimensions)
		name in object.keys(input.situation)
		not has(at, name)
	]
	answer := verdict(table, at, sort(refused))
}

verdict(table, _, _) := {"unsettled": true} if table.unsettled

verdict(table, _, refused) := {"refused": refused} if {
	not table.unsettled
	count(refused) > 0
}

verdict(table, at, []) := answer if {
	not table.unsettled
	answer := possible_verdict(table, at)
}

possible_verdict(table, at) := {"never_happens": true} if never_happens(table, at)

possible_verdict(table, at) := {"attributes": attributes} if {
	not never_happens(table, at)
	attributes := {name: answer |
		some name, given in table.attributes
		answer := settle(table, given, at)
	}
}

never_happens(table, at) if {
	some never in table.never
	meets(never, at)
}

# Where the situation stands on each dimension that is known.

positions(table) := {name: at |
	some name, dimension in table.dimensions
	at := position(dimension, input.situation[name])
}

position(dimension, value) := dimension.words[value] if is_string(value)

position(dimension, true) := dimension.words.yes

position(dimension, false) := dimension.words.no

position(dimension, value) := at if {
	is_number(value)
	number := dimension.number
	moved := value * number.times
	at := round(moved)
	abs(moved - at) < 0.000001
	at >= number.from
	at <= number.to
}

position(dimension, value) := minute(value) if {
	is_string(value)
	dimension.time
	count(value) == 8
}

position(dimension, value) := 10080 + minute(substring(value, 3, 8)) if {
	is_string(value)
	dimension.time.holidays
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

# Whether all conditions are met; one about a dimension that is open is not.

meets(conditions, at) if {
	every name, words in conditions.words { words[at[name]] }
	every name, ranges in conditions.ranges { is_between(ranges, at[name]) }
}

is_between(ranges, at) if {
	some range in ranges
	range[0] <= at
	at < range[1]
}

holds(rule, at) if {
	meets(rule, at)
	not left_out(rule, at)
}

left_out(rule, at) if {
	some never in rule.never_when
	meets(never, at)
}

# Rules that may hold, given what is known.

may_hold(rule, at) if {
	every name, words in rule.words { may_be_among(words, name, at) }
	every name, ranges in rule.ranges { may_be_between(ranges, name, at) }
	not left_out(rule, at)
}

may_be_among(_, name, at) if not has(at, name)

may_be_among(words, name, at) if words[at[name]]

may_be_between(_, name, at) if not has(at, name)

may_be_between(ranges, name, at) if is_between(ranges, at[name])

open_dimensions(table, _, at) := set() if count(at) == count(table.dimensions)

open_dimensions(table, given, at) := {name |
	some id in array.concat(given.rules, given.floors)
	rule := table.rules[id]
	some name in rule.asks
	not has(at, name)
	may_hold(rule, at)
} if {
	count(at) < count(table.dimensions)
}

# What holds of an attribute, and why. Lists are made of arguments only: not every engine keeps the locals of one
# evaluation apart from those of the next inside of a list.

settle(table, given, at) := answer if {
	open := open_dimensions(table, given, at)
	answer := settled(table, given, at, open)
}

settled(_, _, _, open) := {"outcome": "open", "open": sort(open)} if count(open) > 0

settled(table, given, at, open) := judged(table, given, at, holding(table, given, at)) if count(open) == 0

judged(table, given, at, held) := answer(table, given, at, held, winners(table, given, held))

answer(table, given, at, held, won) := {
	"outcome": outcome(given, held, won),
	"values": [given.values[place] | some place in sort({given.of[id] | some id in won})],
	"rules": won,
	"beaten": [{"rule": id, "by": beaters(table, given, id, held, won)} | some id in held; not id in won],
	"floors": [floor_answer(given, id, won) | some id in given.floors; holds(table.rules[id], at)],
}

floor_answer(given, id, won) := {
	"rule": id,
	"value": given.values[given.of[id]],
	"kept": kept(given, id, won),
}

holding(table, given, at) := [id | some id in candidates(given, at); holds(table.rules[id], at)]

winners(table, given, held) := strictest(given, [id | some id in held; not is_beaten(table.rules[id], held)])

# The rules that are worth a look: where possible, those that admit the word of the dimension that tells most apart.

candidates(given, at) := given.by[at[given.pivot]] if has(at, given.pivot)

candidates(given, at) := given.rules if not has(at, given.pivot)

is_beaten(rule, holding) if {
	some other in holding
	rule.beaten_by[other]
}

strictest(given, unbeaten) := unbeaten if not given.strictest

strictest(given, unbeaten) := [id | some id in unbeaten; not is_outbid(given, id, unbeaten)] if given.strictest

is_outbid(given, id, unbeaten) if {
	some other in unbeaten
	is_better(given, other, id)
}

is_better(given, one, other) if given.of[other] in given.better[given.of[one]]

is_same(given, one, other) if given.of[one] == given.of[other]

is_same(given, one, other) if given.of[other] in given.same[given.of[one]]

is_unclear(given, one, other) if given.of[other] in given.unclear[given.of[one]]

outcome(_, [], _) := "nothing"

outcome(_, holding, []) := "circle" if count(holding) > 0

outcome(given, _, winners) := "conflict" if {
	count(winners) > 1
	is_conflict(given, winners)
}

outcome(given, _, winners) := "settled" if {
	count(winners) > 0
	not is_conflict(given, winners)
}

is_conflict(given, winners) if {
	not given.several
	some one in winners
	some other in winners
	not is_same(given, one, other)
}

beaters(table, given, id, holding, winners) := by if {
	by := [other | some other in holding; object.get(table.rules[id].beaten_by, other, false)]
	count(by) > 0
}

beaters(table, given, id, holding, winners) := [other | some other in winners; is_better(given, other, id)] if {
	not is_beaten(table.rules[id], holding)
}

kept(given, floor, winners) := "no" if falls_short(given, floor, winners)

kept(given, floor, winners) := "unclear" if {
	not falls_short(given, floor, winners)
	is_unclear_somewhere(given, floor, winners)
}

kept(given, floor, winners) := "yes" if {
	not falls_short(given, floor, winners)
	not is_unclear_somewhere(given, floor, winners)
}

falls_short(given, floor, winners) if {
	some id in winners
	not is_same(given, id, floor)
	not is_better(given, id, floor)
	not is_unclear(given, id, floor)
}

is_unclear_somewhere(_, _, []) := true

is_unclear_somewhere(given, floor, winners) if {
	some id in winners
	is_unclear(given, id, floor)
}
