"use strict";
// The report of a run: filter, search, read, correct. Everything is in the page; nothing is fetched.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const MOST = 300; // rows of the list at a time
const state = { q: "", country: "", province: "", year: "", kind: "", rank: "", only: null, empty: false, id: null, tab: "articles", shown: MOST };
const FILTERS = ["country", "province", "year", "kind", "rank"];

// --- small tools ---

/** An element; attributes that begin with "on" are listeners, children are nodes or texts. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** Small letters without diacritics, so that "dien bien" finds "Điện Biên". */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
const regionName = (code) => data.regions[code] || code;
const COUNTRIES = { VN: "Viet Nam", LA: "Laos", CN: "China", KH: "Cambodia" };
const countryName = (code) => COUNTRIES[code] || code;
const count = (items) => items.reduce((map, item) => map.set(item, (map.get(item) || 0) + 1), new Map());

for (const article of data.articles) {
  const { record } = article;
  const partners = record.delegations.map((side) => side.country).filter((code) => code !== "VN");
  article.countries = [...new Set([...record.delegations.map((side) => side.country)])];
  article.partner = partners[0] || null;
  article.ranks = [...new Set(record.people.map((person) => person.rank).filter(Boolean))];
  article.year = ((record.talk && record.talk.date) || record.document.published || "").match(/^\d{4}/)?.[0] || "";
  article.words = fold([record.document.id, article.text || "", JSON.stringify(record)].join(" ")).replace(/\s+/g, " ");
}

// --- filters ---

const values = {
  country: (a) => a.countries, province: (a) => a.provinces, year: (a) => (a.year ? [a.year] : []),
  kind: (a) => [a.record.talk ? a.record.talk.kind : "no talk"], rank: (a) => a.ranks,
};
const label = { country: countryName, province: regionName, year: String, kind: (k) => k.replaceAll("_", " "), rank: String };

function matching() {
  const phrase = fold(state.q).trim().replace(/\s+/g, " "); // syllables alone would find "bien" and "dien" anywhere
  return data.articles.filter((a) =>
    FILTERS.every((name) => !state[name] || values[name](a).includes(state[name])) &&
    a.words.includes(phrase) && (!state.only || state.only.test(a)));
}

function fillSelects() {
  for (const name of FILTERS) {
    const counts = [...count(data.articles.flatMap(values[name]))];
    counts.sort((a, b) => (name === "year" ? b[0].localeCompare(a[0]) : label[name](a[0]).localeCompare(label[name](b[0]), "vi")));
    byId(name).replaceChildren(el("option", { value: "" }, "all"),
      ...counts.map(([value, n]) => el("option", { value }, `${label[name](value)} (${n})`)));
    byId(name).addEventListener("change", (event) => set({ [name]: event.target.value }));
  }
  byId("q").addEventListener("input", (event) => set({ q: event.target.value }));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => setTimeout(() =>
    set({ q: "", only: null, ...Object.fromEntries(FILTERS.map((name) => [name, ""])) })));
}

/** Change what is asked for, and show it. */
function set(change) {
  Object.assign(state, { shown: MOST }, change);
  for (const name of [...FILTERS, "q"]) if (byId(name).value !== state[name]) byId(name).value = state[name];
  byId("only").textContent = state.only ? `only ${state.only.label}` : "";
  render();
}

/** Only the articles for which `test` holds, in the list of articles. */
const narrow = (name, test) => set({ only: { label: name, test }, tab: "articles" });

// --- the views ---

/** What names an element of the view across renderings, so that the focus stays where it was. */
const nameOf = (node) => ["data-id", "aria-label", "data-path", "id"]
  .flatMap((name) => (node.hasAttribute(name) ? [`[${name}="${CSS.escape(node.getAttribute(name))}"]`] : []))[0];

function render() {
  const found = matching();
  const held = byId("view").contains(document.activeElement) ? nameOf(document.activeElement) : null;
  const scrolled = ["list", "record"].map((id) => [id, byId(id)?.scrollTop, byId(id)?.dataset.of]);
  tiles(found);
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    tab.setAttribute("aria-selected", String(tab.id === `tab-${state.tab}`));
    tab.tabIndex = tab.id === `tab-${state.tab}` ? 0 : -1;
  }
  byId("view").replaceChildren({ articles, timeline, matrix, borders, gaps }[state.tab](found));
  byId("view").setAttribute("aria-labelledby", `tab-${state.tab}`);
  for (const [id, top, of] of scrolled) if (byId(id) && byId(id).dataset.of === of) byId(id).scrollTop = top;
  if (held) byId("view").querySelector(held)?.focus({ preventScroll: true });
  if (state.tab === "articles") document.querySelector('#list [aria-current="true"]')?.scrollIntoView({ block: "nearest" });
}

function tiles(found) {
  const talks = found.filter((a) => a.record.talk);
  const figures = {
    article: found.length, "with a talk": talks.length,
    gap: found.reduce((n, a) => n + a.record.gaps.length, 0), "not read": data.errors.length,
  };
  byId("tiles").replaceChildren(...Object.entries(figures).map(([name, n]) =>
    el("div", {}, el("dt", {}, name.includes(" ") || n === 1 ? name : `${name}s`), el("dd", {}, n.toLocaleString("en")))));
}

function articles(found) {
  if (!found.some((a) => a.record.document.id === state.id)) state.id = found.length ? found[0].record.document.id : null;
  const rows = found.slice(0, state.shown).map((a) => {
    const { document: page, talk } = a.record;
    const open = () => set({ id: page.id, shown: state.shown });
    return el("li", {}, el("button", { type: "button", "data-id": page.id, "aria-current": String(page.id === state.id), onclick: open },
      page.title || (talk && talk.name) || page.id,
      el("small", {}, [talk ? talk.kind.replaceAll("_", " ") : "no talk", talk && talk.date,
        a.countries.join("–")].filter(Boolean).join(" · "))));
  });
  if (found.length > state.shown) {
    const more = () => set({ shown: state.shown + MOST, id: state.id });
    rows.push(el("li", {}, el("button", { type: "button", onclick: more }, `${found.length - state.shown} more …`)));
  }
  const chosen = found.find((a) => a.record.document.id === state.id);
  return el("div", { id: "two" },
    el("ul", { id: "list", "aria-label": "articles" }, rows),
    chosen ? detail(chosen) : el("p", { class: "none" }, "No article is like this."));
}

function timeline(found) {
  const days = found.filter((a) => a.record.talk && /^\d{4}/.test(a.record.talk.date || ""));
  if (!days.length) return el("p", { class: "none" }, "No talk has a date.");
  const years = [...new Set(days.map((a) => a.record.talk.date.slice(0, 4)))].sort();
  const byMonth = Number(years.at(-1)) - Number(years[0]) < 4;
  const key = (a) => a.record.talk.date.slice(0, byMonth ? 7 : 4);
  const slots = [];
  for (let year = Number(years[0]); year <= Number(years.at(-1)); year += 1) {
    if (byMonth) for (let month = 1; month <= 12; month += 1) slots.push(`${year}-${String(month).padStart(2, "0")}`);
    else slots.push(String(year));
  }
  const counts = count(days.map(key));
  const highest = Math.max(...counts.values());
  const side = (a) => (["LA", "CN", "KH"].includes(a.partner) ? a.partner : "other");
  const bars = slots.map((slot) => {
    const here = days.filter((a) => key(a) === slot);
    const parts = count(here.map(side));
    const says = `${slot}: ${here.length}${[...parts].map(([code, n]) => `, ${countryName(code)} ${n}`).join("")}`;
    return el("button", { type: "button", "aria-label": says, title: says, disabled: !here.length,
      onclick: () => narrow(slot, (a) => a.record.talk && (a.record.talk.date || "").startsWith(slot)) },
      here.length ? String(here.length) : "",
      ["LA", "CN", "KH", "other"].filter((code) => parts.has(code)).map((code) =>
        el("i", { class: code, style: `height:${(parts.get(code) / highest) * 9}rem` })), el("b", {}, slot));
  });
  const undated = found.filter((a) => a.record.talk).length - days.length;
  return el("section", {}, el("h2", {}, `Talks by ${byMonth ? "month" : "year"} and neighbour`),
    el("ul", { class: "key" }, ["LA", "CN", "KH", "other"].map((code) => el("li", {}, el("i", { class: code }), countryName(code)))),
    el("div", { class: "scroll" }, el("div", { id: "timeline" }, bars)),
    undated ? el("p", { class: "none" }, `${undated} more without a date or year.`) : null);
}

function matrix(found) {
  const cells = count(found.flatMap((a) => a.pairs.map((pair) => pair.join(" "))));
  const pairs = [...cells.keys()].map((cell) => cell.split(" "));
  if (!pairs.length) return el("p", { class: "none" }, "No talk names provinces of two countries.");
  const names = (codes) => [...new Set(codes)].sort((a, b) =>
    a.slice(0, 2).localeCompare(b.slice(0, 2)) || regionName(a).localeCompare(regionName(b), "vi"));
  const [rows, columns] = [names(pairs.map((p) => p[0])), names(pairs.map((p) => p[1]))];
  const highest = Math.max(...cells.values());
  const cell = (row, column) => {
    const n = cells.get(`${row} ${column}`);
    if (!n) return el("td");
    const says = `${regionName(row)} – ${regionName(column)}`;
    return el("td", { class: "n" }, el("button", { type: "button", "aria-label": `${says}: ${n}`, title: says,
      style: `background:rgba(0,114,178,${0.12 + (0.6 * n) / highest})`,
      onclick: () => narrow(says, (a) => a.pairs.some((p) => p[0] === row && p[1] === column)) }, String(n)));
  };
  const head = (code) => `${regionName(code)} (${code.slice(0, 2)})`;
  return el("section", {}, el("h2", {}, "Talks by province of Viet Nam and of its neighbours"), el("div", { class: "scroll" },
    el("table", { id: "matrix" },
      el("thead", {}, el("tr", {}, el("td"), columns.map((code) => el("th", { scope: "col" }, head(code))))),
      el("tbody", {}, rows.map((row) =>
        el("tr", {}, el("th", { scope: "row" }, regionName(row)), columns.map((column) => cell(row, column))))))));
}

function borders(found) {
  const points = count(found.flatMap((a) => [...new Set(a.record.border_points.map((p) => p.id).filter(Boolean))]));
  const provinces = count(found.flatMap((a) => a.pairs.map((p) => `${p[0]} ${p[1].slice(0, 2)}`)));
  const highest = Math.max(1, ...points.values());
  const gate = (g) => {
    const n = points.get(g.id) || 0;
    const size = n ? 5 + 13 * Math.sqrt(n / highest) : 4;
    const name = g.counterpart ? `${g.name} – ${g.counterpart}` : g.name;
    const pick = () => narrow(g.name, (a) => a.record.border_points.some((p) => p.id === g.id));
    return el("div", { class: n ? "gate" : "gate unseen" }, el("i", { style: `width:${size}px;height:${size}px` }),
      n ? el("button", { type: "button", title: g.kind.replaceAll("_", " "), onclick: pick }, name)
        : el("span", { title: g.kind.replaceAll("_", " ") }, name),
      el("span", {}, n ? String(n) : ""));
  };
  return el("section", {}, el("h2", {}, "Gates and crossings in their order along each border"),
    el("p", {}, "A dot is as large as the number of articles that name the gate; no distances are shown."),
    el("div", { id: "borders" }, data.borders.map((border) => el("section", {}, el("h3", {}, countryName(border.country)),
      el("ol", {}, border.provinces.map((p) => {
        const n = provinces.get(`${p.region} ${border.country}`) || 0;
        return el("li", {}, el("h3", {}, `${p.name}${n ? ` · ${n} ${n === 1 ? "talk" : "talks"}` : ""}`), p.gates.map(gate));
      }))))));
}

function gaps(found) {
  const fields = [...count(found.flatMap((a) => a.record.gaps.map((gap) => gap.replace(/\[\d+\]/, ""))))]
    .sort((a, b) => b[1] - a[1]);
  const lacks = (a, name) => a.record.gaps.some((gap) => gap.replace(/\[\d+\]/, "") === name);
  return el("section", {}, el("h2", {}, "What the talks lack"),
    fields.length ? el("table", {}, el("tbody", {}, fields.map(([name, n]) => el("tr", {},
      el("th", { scope: "row" }, el("button", { type: "button", class: "value",
        onclick: () => narrow(`without ${name}`, (a) => lacks(a, name)) }, name)), el("td", { class: "n" }, String(n))))))
      : el("p", { class: "none" }, "Nothing."),
    el("h2", {}, "Articles that could not be read"),
    data.errors.length ? el("table", {}, el("thead", {}, el("tr", {}, el("th", {}, "id"), el("th", {}, "why"))),
      el("tbody", {}, data.errors.map((e) => el("tr", {}, el("td", {}, e.id || "–"), el("td", {}, e.reason)))))
      : el("p", { class: "none" }, "None."));
}

// --- one article ---

function detail(article) {
  const says = (i) => article.marks[i][2].map(([path, source]) => `${path} ← ${data.sources[source]}`).join("\n");
  const text = el("div", { id: "text", lang: "vi", role: "region", "aria-label": "article" });
  if (article.text === null) text.append(el("p", { class: "none" }, "The text of this article was not given to the report."));
  else for (const [from, to, over] of segments(article)) {
    const words = article.text.slice(from, to);
    const inner = over.at(-1);
    text.append(inner === undefined ? words : el("mark", {
      class: `tx-${article.marks[inner][3]}`, tabindex: "0", title: over.map(says).join("\n"), "data-marks": over.join(" "),
    }, words));
  }
  const parts = new Set(article.marks.map((mark) => mark[3]));
  const legend = Object.entries(data.kinds).filter(([part]) => parts.has(part))
    .map(([part, name]) => el("li", {}, el("mark", { class: `tx-${part}` }, name)));
  const key = legend.length ? el("ul", { class: "tx-key", "aria-label": "kinds of marks" }, legend) : null;
  return el("div", { id: "detail" }, el("div", { class: "tx" }, key, text), el("div", { id: "record", "data-of": article.record.document.id, role: "region", "aria-label": "record" },
    el("h2", {}, article.record.document.id),
    el("label", {}, el("input", { type: "checkbox", id: "empty", checked: state.empty,
      onchange: (event) => set({ empty: event.target.checked, shown: state.shown }) }), " show what is empty, to fill it in"),
    table(article), done(article)));
}

/** The text cut where marks begin and end, each piece with the marks over it, the innermost last. */
function segments(article) {
  const cuts = [...new Set([0, article.text.length, ...article.marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  const pieces = [];
  let over = [];
  let next = 0;
  for (let k = 0; k + 1 < cuts.length; k += 1) {
    over = over.filter((i) => article.marks[i][1] > cuts[k]);
    while (next < article.marks.length && article.marks[next][0] === cuts[k]) { over.push(next); next += 1; }
    over.sort((a, b) => article.marks[b][1] - article.marks[b][0] - (article.marks[a][1] - article.marks[a][0]) || a - b);
    pieces.push([cuts[k], cuts[k + 1], [...over]]);
  }
  return pieces;
}

/** Bring the words of a value into view. */
function jump(article, path) {
  const wanted = article.marks.flatMap((mark, i) => (mark[2].some(([p]) => p === path) ? [String(i)] : []));
  let first = null;
  for (const mark of document.querySelectorAll("#text mark")) {
    const on = mark.dataset.marks.split(" ").some((i) => wanted.includes(i));
    mark.classList.toggle("on", on);
    if (on && !first) first = mark;
  }
  if (first) { first.scrollIntoView({ block: "center" }); first.focus({ preventScroll: true }); }
}

const PARTS = Object.keys(data.fields);

/** Every value of the record, and every gap of the talk and its sides, with its path; all that is empty where it is
 * asked for, and then `path[+]` for one more in a list of words. */
function valuesOf(record) {
  const rows = [];
  const leaf = (path, value) => {
    if (Array.isArray(value)) {
      value.forEach((item, i) => leaf(`${path}[${i}]`, item));
      if (state.empty && path.includes(".")) rows.push([`${path}[+]`, null]);
    } else if (value !== null && typeof value === "object") for (const [k, v] of Object.entries(value)) leaf(`${path}.${k}`, v);
    else if (value !== null || state.empty || record.gaps.includes(path)) rows.push([path, value]);
  };
  for (const part of PARTS) if (record[part] !== null && record[part] !== undefined) leaf(part, record[part]);
  // ids are the caller's, or follow from names: there is nothing to judge
  return rows.filter(([path]) => !path.endsWith(".id"));
}

function table(article) {
  const grounded = new Set(article.marks.flatMap((mark) => mark[2].map(([path]) => path)));
  const rows = [];
  let part = "";
  for (const [path, value] of valuesOf(article.record)) {
    const of = path.match(/^\w+/)[0];
    if (of !== part) { rows.push(el("tr", {}, el("th", { colspan: "3", scope: "colgroup" }, of.replaceAll("_", " ")))); part = of; }
    const place = path.replace(/\[\d+\]$/, "");
    const shown = path.endsWith("[+]") ? "one more" : value === null ? "not found" : String(value);
    const leads = grounded.has(path) ? path : grounded.has(place) ? place : null;
    rows.push(el("tr", {}, el("td", {}, path.slice(of.length).replace(/^\./, "") || of),
      el("td", { class: value === null ? "none" : null }, leads && article.text !== null
        ? el("button", { type: "button", class: "value", "data-path": path, onclick: () => jump(article, leads) }, shown) : shown,
      verdictOf(article, path)),
      el("td", { class: "review" }, reviewButtons(article, path, value))));
  }
  return el("table", {}, el("tbody", {}, rows));
}

// --- review ---

const KEY = `talkextract ${data.run}`;
const verdicts = new Map(Object.entries(stored()));

/** What was marked in this browser before; {} where it keeps nothing. */
function stored() {
  try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch { return {}; }
}

const verdictKey = (article, path) => JSON.stringify([article.record.document.id, path]);

function mark(article, path, value, verdict, correction) {
  const key = verdictKey(article, path);
  if (verdict === null) verdicts.delete(key);
  else verdicts.set(key, { id: article.record.document.id, path, verdict, value,
    ...(correction === undefined ? {} : { correction }) });
  try { localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(verdicts))); } catch { /* kept in the page alone */ }
  showReviewed();
  render();
}

function showReviewed() {
  byId("reviewed").textContent = verdicts.size ? `${verdicts.size} marked` : "";
  byId("download").disabled = verdicts.size === 0;
}

const anyIndex = (path) => path.replace(/\[\d+\]/g, "[]");

function verdictOf(article, path) {
  const given = verdicts.get(verdictKey(article, path));
  const says = (text) => el("div", { class: "corrected" }, `→ ${text}`);
  if (given && given.verdict === "corrected") return says(given.correction);
  const part = data.references[anyIndex(path)];
  if (!part || (given && given.verdict === "wrong")) return null;
  // what names an item follows it, as `talkextract corrections apply` does
  const named = valueAt(article.record, path);
  const i = article.record[part].findIndex((item) => item.name === named);
  const renamed = verdicts.get(verdictKey(article, `${part}[${i}].name`));
  return renamed && renamed.verdict === "corrected" ? says(renamed.correction) : null;
}

const valueAt = (record, path) => path.match(/\w+/g).reduce((node, step) => node[step], record);

function reviewButtons(article, path, value) {
  const given = verdicts.get(verdictKey(article, path))?.verdict;
  const button = (sign, verdict, name, act) => el("button", { type: "button", "aria-pressed": String(given === verdict),
    "aria-label": `${name}: ${path}`, title: name, onclick: given === verdict ? () => mark(article, path, value, null) : act }, sign);
  if (path.endsWith("[+]")) {
    const added = [...verdicts.values()].filter((v) => v.id === article.record.document.id);
    const list = path.slice(0, -3);
    return [button("+", "added", "add", () => ask(path, [[`${list}[]`, null]], (fields) =>
      mark(article, free(added, list), null, "added", fields[`${list}[]`])))];
  }
  const judged = value === null ? [] : [
    button("✓", "right", "right", () => mark(article, path, value, "right")),
    button("✗", "wrong", "wrong", () => mark(article, path, value, "wrong")),
  ];
  return [...judged, button("✎", "corrected", "correct", () => ask(path, [[path, value]], (fields) =>
    mark(article, path, value, "corrected", fields[path])))];
}

/** The path of one more item of a list that no item has yet: "people[+2]". */
function free(added, list) {
  let i = 0;
  while (added.some((v) => v.path === `${list}[+${i}]`)) i += 1;
  return `${list}[+${i}]`;
}

/** Buttons for the whole article: an item that is missing, and that all else is right. */
function done(article) {
  const given = verdicts.get(verdictKey(article, ""));
  const added = [...verdicts.values()].filter((v) => v.id === article.record.document.id && v.verdict === "added");
  const add = (event) => {
    const part = event.target.value;
    event.target.value = "";
    if (!part) return;
    ask(`a new item of ${part}`, data.fields[part].map((name) => [name, null]), (fields) =>
      mark(article, free(added, part), null, "added", Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== ""))), part);
  };
  const missing = PARTS.filter((part) => data.lists.includes(part) || (part === "talk" && article.record.talk === null));
  return el("section", {}, el("h3", {}, "Review"),
    added.map((v) => el("p", { class: "corrected" }, `+ ${v.path.replace(/\[\+.*/, "")}: ${
      typeof v.correction === "string" ? v.correction : Object.values(v.correction).join(" · ")} `,
      el("button", { type: "button", "aria-label": `undo: ${v.path}`, onclick: () => mark(article, v.path, null, null) }, "undo"))),
    el("label", {}, "Something is missing: ", el("select", { onchange: add }, el("option", { value: "" }, "add …"),
      missing.map((part) => el("option", { value: part }, part.replaceAll("_", " "))))),
    el("p", {}, el("button", { type: "button", id: "done", "aria-pressed": String(Boolean(given)),
      onclick: () => mark(article, "", null, given ? null : "reviewed") },
    given ? "✓ reviewed: what is not marked is right" : "Reviewed: what is not marked is right")));
}

/** Ask for values in a dialogue; `part` is that of a new item, whose fields are named without it. */
function ask(title, fields, then, part = null) {
  const inputs = fields.map(([name, value]) => {
    const path = part === null ? anyIndex(name) : `${part}${data.lists.includes(part) ? "[]" : ""}.${name}`;
    const required = part === null ? path.endsWith("[]") : data.required.includes(path);
    const choices = data.choices[path];
    if (choices) return [name, "", el("select", { required }, el("option", { value: "" }, ""), choices.map((c) => el("option", { value: c, selected: c === value }, c)))];
    const many = part !== null && data.many.includes(path);
    const says = many ? ` (divided by ;${data.choices[`${path}[]`] ? ` of ${data.choices[`${path}[]`].join(", ")}` : ""})` : "";
    const one = many ? `${path}[]` : path;
    const [pattern, form] = data.forms[one] || [];
    const names = data.references[one];
    return [name, says, el("input", { value: value === null ? "" : typed(value), required, pattern: many ? null : pattern, title: form,
      list: names && !many ? `names-of-${names}` : null }), el("small", {}, form)];
  });
  const dialog = el("dialog", { "aria-label": title }, el("form", { method: "dialog", onsubmit: () =>
    then(Object.fromEntries(inputs.map(([name, , input]) => [name, input.value.trim()]))) },
  el("h3", {}, title), lists(), inputs.map(([name, says, input, form]) => el("p", {}, el("label", {}, name + says, input, form))),
  el("p", {}, el("button", { type: "submit" }, "Keep"), " ",
    el("button", { type: "button", onclick: () => dialog.close() }, "Cancel"))));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A value as it is typed: a fraction has a comma, and never three figures behind it, which would be thousands elsewhere. */
const typed = (value) => (typeof value === "number" ? String(value).replace(/[.](\d{3})$/, ".$10").replace(".", ",") : value);

/** The names of the article's persons and units, to be chosen where a value names one. */
function lists() {
  const { record } = data.articles.find((a) => a.record.document.id === state.id);
  return [...new Set(Object.values(data.references))].map((part) =>
    el("datalist", { id: `names-of-${part}` }, record[part].map((item) => el("option", { value: item.name }))));
}

function download() {
  const order = new Map(data.articles.map((a, i) => [a.record.document.id, i]));
  const lines = [...verdicts.values()].sort((a, b) => order.get(a.id) - order.get(b.id) || (a.path < b.path ? -1 : 1));
  const blob = new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join("")], { type: "application/jsonl" });
  const link = el("a", { href: URL.createObjectURL(blob), download: "corrections.jsonl" });
  link.click();
  URL.revokeObjectURL(link.href);
}

// --- begin ---

for (const tab of document.querySelectorAll('[role="tab"]')) {
  tab.addEventListener("click", () => set({ tab: tab.id.replace("tab-", "") }));
  tab.addEventListener("keydown", (event) => {
    const tabs = [...document.querySelectorAll('[role="tab"]')];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const to = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    to.click();
    to.focus();
  });
}
byId("download").addEventListener("click", download);
fillSelects();
showReviewed();
render();
