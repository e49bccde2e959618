// The form that asks for a situation and the answer below it. Everything is put on the page as text; nobody is asked.
(function () {
  "use strict";
  var MOST_CASES = 12, FEW_CASES = 8, WEEK = 10080, DAY = 1440;

  function start() {
    var place = document.getElementById("_now"), written = document.getElementById("_now-data");
    if (!place || !written || !Array.prototype.find) return;
    var data = JSON.parse(written.textContent), words = data.words, fields = [], reader = null, closedDay = false;
    var entries = data.entries, wishes = {}, timer = 0;
    var controls = {};
    data.dimensions.forEach(function (dimension) { controls[dimension.name] = dimension; });

    function make(tag, attributes, inside) {
      var element = document.createElement(tag);
      Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
      [].concat(inside === undefined ? [] : inside).forEach(function (part) {
        if (part !== null) element.appendChild(typeof part === "object" ? part : document.createTextNode(part));
      });
      return element;
    }
    function fill(key, value) { return words[key].replace("{}", value); }

    // The form.
    function choice(id, options, empty) {
      var select = make("select", { id: id });
      if (empty !== null) select.appendChild(make("option", { value: "" }, empty));
      options.forEach(function (option) { select.appendChild(make("option", { value: option[0] }, option[1])); });
      return select;
    }
    function labelled(id, title, field) {
      return make("div", { "class": "field" }, [make("label", { "for": id }, title), field]);
    }
    function ticked(id, title, box) {
      return make("label", { "class": "tick", "for": id }, [box, make("span", {}, title)]);
    }
    function wordsField(dimension, id) {
      var options = dimension.values.slice();
      if (dimension.optional) options.push(["not known", words["not-known"]]);
      var select = choice(id, options, words["now-open"]);
      // Starting over keeps what the page is for.
      for (var at = 0; at < select.options.length; at++) {
        select.options[at].defaultSelected = select.options[at].value === (dimension.preset || "");
      }
      if (dimension.preset) select.value = dimension.preset;
      fields.push({ name: dimension.name, read: function () { return select.value ? [select.value] : undefined; } });
      return labelled(id, dimension.title, select);
    }
    function numberField(dimension, id) {
      var help = id + "-help", unit = dimension.unit ? " (" + dimension.unit + ")" : "";
      var input = make("input", { id: id, inputmode: "decimal", autocomplete: "off", "aria-describedby": help });
      var box = dimension.optional ? make("input", { type: "checkbox", id: id + "-unknown" }) : null;
      var bad = make("p", { id: help, "class": "bad" });
      var said = dimension.decimals ? fill("now-decimals", dimension.decimals) : words["now-number"];
      var from = dimension.bounds[0], to = dimension.bounds[1];
      if (from !== null || to !== null) said += " " + span(from, to);
      fields.push({ name: dimension.name, read: function () {
        var text = input.value.replace(/\s/g, "").replace(",", ".");
        var shape = dimension.decimals ? new RegExp("^-?\\d+(\\.\\d{1," + dimension.decimals + "})?$") : /^-?\d+$/;
        var known = shape.test(text) && Math.abs(Number(text)) < 1e9;
        known = known && !(from !== null && Number(text) < from) && !(to !== null && Number(text) > to);
        if (box) input.disabled = box.checked;
        if (box && box.checked) { tell(""); return ["not known"]; }
        tell(text && !known ? said : "");
        return known ? [text] : undefined;
      } });
      function tell(what) {
        bad.textContent = what;
        if (what) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
      }
      var field = labelled(id, dimension.title + unit, input);
      if (box) field.appendChild(ticked(id + "-unknown", words["not-known"], box));
      field.appendChild(bad);
      return field;
    }
    function timeFields(id) {
      var days = words.days.map(function (name, at) { return [String(at), name]; });
      var day = choice(id + "-day", days, words["now-open"]);
      var clock = make("input", { type: "time", id: id + "-clock" });
      var holiday = make("input", { type: "checkbox", id: id + "-holiday" });
      var time = {
        set: function (now) {
          day.value = String(now.day);
          clock.value = now.clock;
          if (now.holiday !== undefined) holiday.checked = now.holiday;
        },
        read: function () {
          var parts = /^(\d\d):(\d\d)/.exec(clock.value), known = {};
          if (day.value) known.day = Number(day.value);
          if (parts) known.minute = Number(parts[1]) * 60 + Number(parts[2]);
          if (holiday.checked) known.holiday = true;
          return Object.keys(known).length ? [known] : undefined;
        }
      };
      fields.push({ name: "time", read: time.read });
      [day, clock, holiday].forEach(function (field) {
        field.addEventListener("change", function () { closedDay = false; });
      });
      var parts = [
        labelled(id + "-day", words["now-day"], day), labelled(id + "-clock", words["now-clock"], clock),
        ticked(id + "-holiday", words["now-holiday"], holiday)
      ];
      if (clockOf(data.calendar.zone)) {
        var button = make("button", { type: "button" }, words["now-button"]);
        button.addEventListener("click", function () {
          var now = clockOf(data.calendar.zone), known = now.date < data.calendar.to;
          now.holiday = known ? data.calendar.holidays.indexOf(now.date) >= 0 : undefined;
          time.set(now);
          closedDay = data.calendar.closed.indexOf(now.date) >= 0;
          answer();
        });
        parts.push(button);
      }
      var legend = make("legend", {}, words["now-when"]);
      var zone = make("p", { "class": "zone" }, fill("now-zone", data.calendar.zone));
      return make("fieldset", { "class": "time" }, [legend].concat(parts, zone));
    }
    function form() {
      var shared = make("div", { "class": "fields" }), own = {}, form = make("form", { id: "_now-form" }, shared);
      if (data.readers.length) {
        var options = data.readers.map(function (title, at) { return [String(at), title]; });
        var who = choice("_now-reader", options, words["now-everybody"]);
        who.addEventListener("change", function () { reader = who.value ? Number(who.value) : null; });
        shared.appendChild(labelled("_now-reader", words["now-reader"], who));
      }
      var duty = data.duty.roles.length + data.duty.channels.length > 0;
      if (duty && !controls.channel && data.duty.channels.length) {
        controls.channel = { name: "channel", title: "", kind: "words", values: [] };
      }
      data.dimensions.forEach(function (dimension, at) {
        var id = "_now-" + at;
        if (dimension.kind === "time") return;
        var field = dimension.kind === "words" ? wordsField(dimension, id) : numberField(dimension, id);
        if (!dimension.tables) return void shared.appendChild(field);
        var of = dimension.tables.join(", ");
        if (!own[of]) own[of] = make("div", { "class": "fields" });
        own[of].appendChild(field);
      });
      if (duty || controls.time) form.appendChild(timeFields("_now-time"));
      Object.keys(own).forEach(function (of) {
        form.appendChild(make("details", {}, [make("summary", {}, fill("now-only", of)), own[of]]));
      });
      form.appendChild(make("p", { "class": "buttons" }, make("button", { type: "reset" }, words["now-clear"])));
      form.addEventListener("submit", function (event) { event.preventDefault(); answer(); });
      form.addEventListener("input", soon);
      form.addEventListener("change", soon);
      form.addEventListener("reset", function () { reader = null; closedDay = false; soon(); });
      return form;
    }
    function soon() { clearTimeout(timer); timer = setTimeout(answer, 150); }

    // Today on the wall of a time zone; nothing where the browser does not know it.
    function clockOf(zone) {
      try {
        var form = new Intl.DateTimeFormat("en-GB", {
          timeZone: zone, weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit",
          minute: "2-digit", hour12: false
        });
        var parts = {};
        form.formatToParts(new Date()).forEach(function (part) { parts[part.type] = part.value; });
        return {
          date: parts.year + "-" + parts.month + "-" + parts.day,
          day: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts.weekday),
          clock: (parts.hour === "24" ? "00" : parts.hour) + ":" + parts.minute
        };
      } catch (error) {
        return null;
      }
    }

    // Conditions in words.
    function number(value) { return String(value).replace("-", "\u2212").replace(".", words.decimal); }
    function span(from, to) {
      if (from === to) return number(from);
      if (from === null) return "\u2264\u00a0" + number(to);
      return to === null ? "\u2265\u00a0" + number(from) : number(from) + "\u2013" + number(to);
    }
    function setWords(dimension, set) {
      var known = set, parts = [], control = controls[dimension.name];
      if (dimension.unknown !== undefined) known = EtalonNow.minus(set, [dimension.unknown, dimension.unknown + 1]);
      if (dimension.kind === "time") parts = timeWords(known, dimension.holidays);
      else if (dimension.kind === "number") {
        for (var i = 0; i < known.length; i += 2) {
          var from = known[i] <= -9e15 ? null : known[i] / dimension.times;
          var to = known[i + 1] >= 9e15 ? null : (known[i + 1] - 1) / dimension.times;
          parts.push(span(from, to));
        }
      } else parts = named(dimension, control, known);
      if (known !== set && EtalonNow.meet(set, [dimension.unknown, dimension.unknown + 1]).length) {
        parts.push(words["not-known"]);
      }
      var others = dimension.kind === "words" ? named(dimension, control, EtalonNow.minus(dimension.extent, set)) : [];
      if (others.length && others.length < parts.length && parts.length > 2) {
        return fill("now-but", others.join(" " + words.or + " "));
      }
      return parts.join(dimension.kind === "words" ? " " + words.or + " " : "; ");
    }
    function named(dimension, control, set) {
      var titles = [];
      for (var i = 0; i < set.length; i += 2) {
        for (var at = set[i]; at < set[i + 1]; at++) {
          if (at >= dimension.words.length) titles.push(words["not-known"]);
          else titles.push(titleOf(control, dimension.words[at]));
        }
      }
      return titles;
    }
    function titleOf(control, word) {
      var found = ((control || {}).values || []).find(function (value) { return value[0] === word; });
      return found ? found[1] : word;
    }
    function timeWords(set, holidays) {
      var normal = EtalonNow.meet(set, [0, WEEK]), later = EtalonNow.meet(set, [WEEK, 2 * WEEK]);
      var holiday = later.map(function (end) { return end - WEEK; });
      if (!holidays || String(normal) === String(holiday)) return [weekWords(normal)];
      var parts = [];
      if (normal.length) parts.push(weekWords(normal) + ", " + words["now-ordinary"]);
      if (holiday.length) {
        var all = holiday.length === 2 && holiday[1] - holiday[0] === WEEK;
        parts.push(words.holidays + (all ? "" : ": " + weekWords(holiday)));
      }
      return parts;
    }
    function clock(minute) {
      var inDay = minute > DAY ? minute - DAY : minute, hours = Math.floor(inDay / 60), rest = inDay % 60;
      return (hours < 10 ? "0" : "") + hours + ":" + (rest < 10 ? "0" : "") + rest;
    }
    // Days with the same hours are said together; a night belongs to the evening on which it begins.
    function weekWords(set) {
      if (set.length === 2 && set[0] === 0 && set[1] === WEEK) return words["around-the-clock"];
      var days = [], parts = [];
      function of(day) {
        return EtalonNow.meet(set, [day * DAY, (day + 1) * DAY]).map(function (end) { return end - day * DAY; });
      }
      function nightEnd(day) {
        var own = of(day), next = of((day + 1) % 7);
        var runs = own.length && next.length && own[own.length - 1] === DAY && next[0] === 0;
        return runs && next[1] < own[own.length - 2] ? next[1] : 0;
      }
      for (var day = 0; day < 7; day++) {
        var own = of(day), times = [];
        if (own.length && own[0] === 0 && nightEnd((day + 6) % 7)) own = own.slice(2);
        if (own.length && nightEnd(day)) own[own.length - 1] = DAY + nightEnd(day);
        for (var i = 0; i < own.length; i += 2) {
          times.push(own[i + 1] - own[i] === 1 ? clock(own[i]) : clock(own[i]) + "\u2013" + clock(own[i + 1]));
        }
        if (own.length === 2 && own[0] === 0 && own[1] === DAY) times = [""];
        days.push(times.join(", "));
      }
      for (var first = 0; first < 7;) {
        var last = first;
        while (last < 6 && days[last + 1] === days[first]) last++;
        var name = words.days[first];
        if (last > first) name += (last - first > 1 ? "\u2013" : ", ") + words.days[last];
        if (of(first).length && (days[first] || of(first)[1] === DAY)) parts.push((name + " " + days[first]).trim());
        first = last + 1;
      }
      return parts.join("; ");
    }
    function regionWords(table, region) {
      var parts = [];
      region.forEach(function (set, at) {
        if (!set) return;
        var dimension = table.dimensions[at], control = controls[dimension.name];
        parts.push(((control && control.title) || dimension.name) + ": " + setWords(dimension, set));
      });
      return parts.join(", ");
    }

    // The answer.
    function concerns(rule) {
      if (rule.entry === undefined) return false;
      return reader === null || entries[rule.entry].readers.indexOf(reader) >= 0;
    }
    function link(rule) {
      if (rule.entry === undefined) return make("span", {}, words["now-hidden"]);
      var entry = entries[rule.entry];
      return make(entry.href ? "a" : "span", entry.href ? { href: entry.href } : {}, entry.title);
    }
    function listed(items) {
      var parts = [];
      items.forEach(function (item, at) { if (at) parts.push(", "); parts.push(item); });
      return parts;
    }
    function winner(table, attribute, rule, value) {
      var said = attribute.values && attribute.values[value], entry = entries[rule.entry], parts = [];
      if (said) {
        parts.push(make("p", { "class": "value" }, [make("strong", {}, said[0])].concat(said.slice(1).map(function (more) {
          return " \u00b7 " + more;
        }))));
        parts.push(make("p", { "class": "rule" }, [words["now-in-place"] + " ", link(rule)]));
      } else parts.push(make("p", { "class": "value" }, make("strong", {}, link(rule))));
      if (!entry) return parts;
      if (entry.say) parts.push(make("blockquote", {}, entry.say));
      entry.lines.forEach(function (line) { parts.push(make("p", { "class": "line" }, line)); });
      return parts;
    }
    function caseItem(table, attribute, found) {
      var rules = table.rules, parts = [], item = make("li", { "class": found.outcome });
      var whens = found.when.map(function (region) { return regionWords(table, region); }).filter(Boolean);
      if (whens.length) parts.push(make("p", { "class": "if" }, fill("now-if", whens.join("; " + words.or + " "))));
      if (found.outcome === "nothing") parts.push(make("p", {}, words["now-nothing"]));
      if (found.outcome === "circle") parts.push(make("p", {}, words["now-circle"]));
      if (found.outcome === "conflict") parts.push(make("p", { "class": "bad" }, words["now-conflict"]));
      found.rules.forEach(function (at) {
        parts = parts.concat(winner(table, attribute, rules[at], rules[at].gives[found.attribute]));
      });
      var beaten = found.beaten.filter(function (at) { return concerns(rules[at]); });
      if (beaten.length && found.rules.length) {
        var gap = words["now-instead"].split("{}");
        var names = listed(beaten.map(function (at) { return link(rules[at]); }));
        parts.push(make("p", { "class": "rule" }, [gap[0]].concat(names, gap[1] || "")));
      }
      found.floors.forEach(function (at) {
        var said = attribute.values && attribute.values[rules[at].gives[found.attribute]];
        var title = words.bound + ": " + (said ? said[0] + " \u00b7 " : "");
        parts.push(make("p", { "class": "rule" }, [title, link(rules[at])]));
      });
      parts.forEach(function (part) { item.appendChild(part); });
      return item;
    }
    function tableAnswer(table, given, tally) {
      var within = EtalonNow.within(table, given);
      function only(text) { return [make("h3", {}, table.title), make("p", {}, text)]; }
      if (table.unsettled) return only(words["now-unsettled"]);
      if (within.refused.length) return only(words["now-untold"]);
      var said = EtalonNow.ask(table, within.known), parts = [], open = {}, count = 0;
      if (said.silent) return only(words["now-never"]);
      var several = false, shown = said.attributes.map(function (answer, at) {
        var cases = (answer.cases || []).filter(function (found) {
          found.attribute = at;
          return found.outcome === "nothing" || found.rules.concat(found.rules.length ? [] : found.beaten).some(
            function (rule) { return concerns(table.rules[rule]); }
          );
        });
        if (!cases.some(function (found) { return found.outcome !== "nothing"; })) cases = [];
        several = several || cases.length > 1;
        cases.forEach(function (found) {
          found.when.forEach(function (region) {
            region.forEach(function (set, dimension) { if (set) open[table.dimensions[dimension].name] = true; });
          });
        });
        return { attribute: table.attributes[at], many: !answer.cases, cases: cases };
      });
      var names = Object.keys(open).map(function (name) { return (controls[name] || {}).title || name; });
      var unasked = (table.own || []).length && !table.own.some(function (name) { return given[name]; });
      if (unasked && several) return only(fill("now-depends", names.join(", ")));
      Object.keys(open).forEach(function (name) { tally.open[name] = true; });
      shown.forEach(function (one) {
        if (one.many) parts.push(make("p", {}, [one.attribute.title + " " + words["now-many"]]));
        if (!one.cases.length) return;
        if (one.attribute.title) parts.push(make("h4", {}, one.attribute.title));
        var list = make("ul", { role: "list", "class": "cases" });
        one.cases.slice(0, MOST_CASES).forEach(function (found) {
          list.appendChild(caseItem(table, one.attribute, found));
        });
        count += one.cases.length;
        tally.answers += one.cases.filter(function (found) { return found.rules.length; }).length;
        parts.push(list);
        if (one.cases.length > MOST_CASES) parts.push(make("p", {}, fill("now-more", one.cases.length - MOST_CASES)));
      });
      var dated = (table.dated || []).filter(function (entry) { return concerns({ entry: entry }); });
      if (dated.length) {
        var links = listed(dated.map(function (entry) { return link({ entry: entry }); }));
        parts.push(make("p", { "class": "rule" }, [words["now-dated"] + " "].concat(links)));
      }
      return parts.length ? [folded(table, count, parts)] : [];
    }
    // Much of one kind is folded, unless the reader has unfolded it.
    function folded(table, count, parts) {
      var heading = make("summary", {}, make("h3", {}, table.title + (count ? " (" + count + ")" : "")));
      var part = make("details", {}, [heading].concat(parts)), wish = wishes[table.name];
      part.open = wish === undefined ? count <= FEW_CASES : wish;
      heading.addEventListener("click", function () { wishes[table.name] = !part.open; });
      return part;
    }
    function dutyAnswer(given) {
      if (!given.time) return [];
      var asked = EtalonNow.minutes(given.time[0], true), parts = [make("h3", {}, words["on-duty"])], now = [];
      data.duty.roles.forEach(function (role) {
        role.now = closedDay ? "no" : EtalonNow.presence(role.times, asked);
        now.push(role);
      });
      function titles(which) {
        return now.filter(function (role) { return role.now === which; }).map(function (role) { return role.title; });
      }
      if (data.duty.roles.length) parts.push(make("p", {}, titles("yes").join(", ") || words["now-nobody"]));
      [["partly", "now-partly"], ["dated", "now-season"]].forEach(function (pair) {
        if (titles(pair[0]).length) parts.push(make("p", {}, words[pair[1]] + ": " + titles(pair[0]).join(", ")));
      });
      var list = make("ul", {});
      data.duty.channels.forEach(function (channel) {
        if (given.channel && given.channel.indexOf(channel.id) < 0) return;
        var open = closedDay ? "no" : EtalonNow.presence(channel.times, asked);
        var state = { yes: "now-is-open", no: "closed", partly: "now-partly", dated: "now-season" }[open];
        var said = [link(channel), ": " + (open === "partly" ? words["now-is-open"] + " " : "") + words[state]];
        var staff = (channel.staff || []).map(function (at) { return now[at]; });
        var sure = staff.every(function (role) { return role.now === "yes" || role.now === "no"; });
        if (open === "yes" && staff.length && sure) {
          var there = staff.filter(function (role) { return role.now === "yes"; });
          var names = there.map(function (role) { return role.title; }).join(", ");
          said.push("; " + (names ? fill("now-answered-by", names) : words["now-unanswered"]));
        }
        list.appendChild(make("li", {}, said));
      });
      if (list.childNodes.length) parts.push(list);
      return parts.length > 1 ? parts : [];
    }
    function answer() {
      clearTimeout(timer);
      var given = {}, tally = { answers: 0, open: {} }, found = [];
      fields.forEach(function (field) {
        var value = field.read();
        if (value) given[field.name] = value;
      });
      while (result.firstChild) result.removeChild(result.firstChild);
      if (!Object.keys(given).length) return void (status.textContent = words["now-ask"]);
      if (closedDay) result.appendChild(make("p", { "class": "bad" }, words["now-closed-day"]));
      found = dutyAnswer(given);
      data.tables.forEach(function (table) { found = found.concat(tableAnswer(table, given, tally)); });
      found.forEach(function (part) { result.appendChild(part); });
      var open = data.dimensions.filter(function (dimension) { return tally.open[dimension.name]; });
      open = open.map(function (dimension) { return dimension.title; }).join(", ");
      status.textContent = fill("now-answers", tally.answers) + (open ? " " + fill("now-still-open", open) : "");
    }

    var today = clockOf(data.calendar.zone), changes = data.calendar.changes;
    var status = make("p", { role: "status", id: "_now-status" });
    var result = make("div", { id: "_now-answer" });
    place.appendChild(form());
    if (today && changes && today.date >= changes[0]) {
      place.appendChild(make("p", { "class": "bad" }, fill("now-stale", changes[1])));
    }
    place.appendChild(status);
    place.appendChild(result);
    var whole = document.getElementById("_now-part");
    if (whole) whole.hidden = false;
    // Whoever comes by a link finds the form unfolded.
    function unfold() {
      var folded = whole && whole.querySelector("details");
      if (folded && folded.contains(place) && location.hash === "#_now-part") {
        folded.open = true;
        whole.scrollIntoView();
      }
    }
    addEventListener("hashchange", unfold);
    unfold();
    answer();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
