// The report: reads the documents that the page carries, filters and sorts their facts, and shows each in its text.
const PAGE = 100;
const ROLES = document.body.dataset.roles.split(" ");
const KINDS = ROLES.slice(0, ROLES.indexOf("quantity"));
const find = (selector) => document.querySelector(selector);
const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

const documents = [...document.querySelectorAll("script.document")].map((data) => {
  const parsed = JSON.parse(data.textContent);
  data.remove();
  return parsed;
});
const facts = documents.flatMap((doc, document) =>
  doc.facts.map((fact, index) => ({
    ...fact,
    document,
    index,
    key: `fact-${document}-${index}`,
    words: `${fact.about} ${fact.claim} ${fact.when} ${fact.qualified} ${fact.sentence} ${doc.name}`.toLowerCase(),
  })),
);
facts.forEach((fact, number) => (fact.number = number));
const factAt = (document, index) => facts[documents[document].first + index];
let first = 0;
for (const doc of documents) {
  doc.first = first;
  first += doc.facts.length;
}

let chosen = null; // the document that is read; null for all
let read = null; // the document whose text is shown
let sorting = { column: "number", down: false };
let page = 0;
let matching = facts;

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function key(role, text = role) {
  const made = element("span", { className: "factex-key", textContent: text });
  made.dataset.role = role;
  return made;
}

// ---- filters

function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
}

function drawFilters() {
  const kinds = new Map(countBy(facts.map((fact) => fact.kind)));
  for (const kind of KINDS) {
    const box = element("input", { type: "checkbox", name: "kind", value: kind, checked: true });
    box.defaultChecked = true;
    find("#kinds").append(
      element("label", {}, box, key(kind), element("span", { className: "count", textContent: (kinds.get(kind) || 0).toLocaleString("en") })),
    );
  }
  const units = countBy(facts.flatMap((fact) => [...new Set(fact.values.map(([unit]) => unit))]));
  for (const [unit, number] of units) {
    find("#unit").append(element("option", { value: `=${unit}`, textContent: `${unit || "no unit"} (${number})` }));
  }
  const subjects = countBy(facts.map((fact) => fact.subject).filter(Boolean));
  for (const [subject] of subjects.slice(0, 300)) find("#subjects").append(element("option", { value: subject }));
}

function drawDocuments() {
  const entry = (name, number, document) => {
    const button = element(
      "button",
      { type: "button" },
      element("bdi", { textContent: name }),
      element("span", { className: "count", textContent: number.toLocaleString("en") }),
    );
    button.setAttribute("aria-pressed", String(document === chosen));
    button.addEventListener("click", () => {
      chosen = document;
      for (const other of find("#documents").querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
      if (document !== null) showText(document);
      filter();
    });
    return element("li", {}, button);
  };
  const all = documents.length > 1 ? [entry("All documents", facts.length, null)] : [];
  find("#documents").append(...all, ...documents.map((doc, i) => entry(doc.name, doc.facts.length, i)));
}

function filter() {
  const words = find("#search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = new Set([...document.querySelectorAll("input[name=kind]:checked")].map((box) => box.value));
  const unit = find("#unit").value;
  const subject = find("#subject").value.trim().toLowerCase();
  const least = Number(find("#confidence").value);
  find("#least").textContent = `${Math.round(least * 100)}%`;
  matching = facts.filter(
    (fact) =>
      (chosen === null || fact.document === chosen) &&
      kinds.has(fact.kind) &&
      (!unit || fact.values.some(([name]) => `=${name}` === unit)) &&
      (!subject || fact.subject.toLowerCase().includes(subject) || fact.about.toLowerCase().includes(subject)) &&
      fact.confidence >= least &&
      words.every((word) => fact.words.includes(word)),
  );
  page = 0;
  sort();
  factexCharts(find("#charts"), matching, open);
  drawTable();
}

// ---- table

const size = (fact) => Number(fact.values.length ? fact.values[0][1] : (fact.position ?? NaN));

const KEYS = {
  number: (fact) => fact.number,
  claim: size,
  confidence: (fact) => fact.confidence,
  document: (fact) => fact.document,
};

function sort() {
  const keyOf = KEYS[sorting.column] || ((fact) => fact[sorting.column]);
  const missing = (value) => value === "" || Number.isNaN(value);
  const turn = sorting.down ? -1 : 1;
  const order = new Intl.Collator("en", { numeric: true });
  const keyed = matching.map((fact) => [keyOf(fact), fact]);
  keyed.sort(([one, first], [other, second]) => {
    if (missing(one) || missing(other)) return missing(one) - missing(other) || first.number - second.number;
    const difference = typeof one === "number" ? Math.sign(one - other) || 0 : order.compare(one, other);
    return difference * turn || first.number - second.number;
  });
  matching = keyed.map(([, fact]) => fact);
}

function cell(name, ...children) {
  return element("td", { role: "cell", className: name }, ...children);
}

const isolated = (text) => element("bdi", { textContent: text });

function row(fact) {
  const link = element("a", { href: `#${fact.key}`, textContent: String(fact.number + 1) });
  link.setAttribute("aria-label", `Fact ${fact.number + 1}: show it in its text`);
  const name = documents[fact.document].name;
  const made = element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader" }, link),
    cell("kind", key(fact.kind)),
    cell("about", isolated(fact.about), element("small", { className: "of" }, isolated(name))),
    cell("claim", isolated(fact.claim)),
    cell("when", isolated(fact.when)),
    cell("qualified", isolated(fact.qualified)),
    cell("confidence", `${Math.round(fact.confidence * 100)}%`),
    cell("document", isolated(name)),
  );
  made.dataset.number = fact.number;
  return made;
}

function drawTable() {
  const pages = Math.max(1, Math.ceil(matching.length / PAGE));
  page = Math.min(page, pages - 1);
  const rows = matching.slice(page * PAGE, (page + 1) * PAGE).map(row);
  find("tbody").replaceChildren(...rows);
  find(".pager").hidden = pages === 1;
  find("#page").textContent = `Page ${page + 1} of ${pages.toLocaleString("en")}`;
  find("#previous").disabled = page === 0;
  find("#next").disabled = page === pages - 1;
  const shown = rows.length < matching.length ? `, ${page * PAGE + 1} to ${page * PAGE + rows.length} shown` : "";
  find("#status").textContent = matching.length
    ? `${matching.length.toLocaleString("en")} of ${count(facts.length, "fact", "facts")}${shown}`
    : `No fact matches${facts.length ? "; clear a filter" : ""}`;
}

function turn(pages) {
  page += pages;
  drawTable();
  find("#table-heading").scrollIntoView({ block: "nearest" });
}

// ---- text

function drawPieces(parent, pieces) {
  for (const piece of pieces) {
    if (typeof piece === "string") {
      parent.append(piece);
      continue;
    }
    const [role, level, numbers, anchors, ...children] = piece;
    const mark = element("mark");
    mark.dataset.role = role;
    mark.dataset.level = level;
    if (numbers.length) mark.dataset.facts = numbers.join(" ");
    if (anchors.length) {
      mark.dataset.anchors = anchors.join(" ");
      mark.tabIndex = 0;
    }
    drawPieces(mark, children);
    parent.append(mark);
  }
}

function showText(number) {
  if (read === number) return;
  read = number;
  card.hide();
  const doc = documents[number];
  find("#reader-heading").replaceChildren(element("bdi", { textContent: doc.name }));
  const blocks = doc.blocks.map((pieces) => {
    const block = element("div", { className: "factex-block", dir: "auto" });
    drawPieces(block, pieces);
    return block;
  });
  find("#text").replaceChildren(...blocks);
  find("#text").scrollTop = 0;
  const roles = new Set([...find("#text").querySelectorAll("mark")].map((mark) => mark.dataset.role));
  find(".legend").replaceChildren(...ROLES.filter((role) => roles.has(role)).map((role) => element("li", {}, key(role))));
}

const card = factexCard(find("#reader"), (mark, box) =>
  factexRecords(mark, box, (number) => {
    const fact = factAt(read, Number(number));
    const lines = fact.record.flatMap(([name, value]) => [
      element("dt", { textContent: name }),
      element("dd", {}, element("bdi", { textContent: value })),
    ]);
    return element(
      "div",
      { className: "factex-record" },
      element("strong", { textContent: `${fact.number + 1}. ${fact.kind}` }),
      element("dl", {}, ...lines),
    );
  }),
);

function open(fact) {
  location.hash = fact.key;
  arrive();
}

function arrive() {
  const found = /^#fact-(\d+)-(\d+)$/.exec(location.hash);
  const fact = found && documents[found[1]]?.facts[found[2]];
  if (!fact) return;
  showText(Number(found[1]));
  const mark = find("#text").querySelector(`mark[data-anchors~="${found[2]}"]`);
  if (!mark) return;
  factexReveal(find("#text"), mark);
}

// ---- start

find("#summary").textContent = `${count(facts.length, "fact", "facts")} in ${count(documents.length, "document", "documents")}, ${count(
  documents.reduce((sum, doc) => sum + doc.characters, 0),
  "character",
  "characters",
)}`;
document.body.classList.toggle("single", documents.length < 2);
drawFilters();
drawDocuments();
if (documents.length) showText(0);
filter();

let waiting = 0;
find("#filters").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, facts.length > 2000 ? 150 : 0);
});
find("#filters").addEventListener("reset", () => setTimeout(filter));
find("#filters").addEventListener("submit", (event) => event.preventDefault());
find("#previous").addEventListener("click", () => turn(-1));
find("#next").addEventListener("click", () => turn(1));
find("thead").addEventListener("click", (event) => {
  const column = event.target.dataset.column;
  if (!column) return;
  sorting = { column, down: sorting.column === column && !sorting.down };
  for (const heading of document.querySelectorAll("thead th")) heading.removeAttribute("aria-sort");
  event.target.closest("th").setAttribute("aria-sort", sorting.down ? "descending" : "ascending");
  sort();
  page = 0;
  drawTable();
});
find("tbody").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const at = event.target.closest("tr");
  if (!at || String(getSelection())) return;
  if (link) event.preventDefault();
  open(facts[at.dataset.number]);
});
addEventListener("hashchange", arrive);
arrive();
