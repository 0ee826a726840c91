// Strips of values: one small chart a unit, for units with at least five values among the facts shown.
const FACTEX_FEWEST_VALUES = 5;
const FACTEX_MOST_CHARTS = 6;
const FACTEX_MOST_DOTS = 600;
const SVG = "http://www.w3.org/2000/svg";

function factexCharts(section, facts, go) {
  const units = new Map();
  for (const fact of facts) {
    for (const [unit, text] of fact.values) {
      const value = Number(text);
      if (!Number.isFinite(value)) continue;
      if (!units.has(unit)) units.set(unit, []);
      units.get(unit).push({ value, fact });
    }
  }
  const enough = [...units].filter(([, values]) => values.length >= FACTEX_FEWEST_VALUES);
  enough.sort((one, other) => other[1].length - one[1].length);
  section.hidden = enough.length === 0;
  section.querySelector(".charts").replaceChildren(
    ...enough.slice(0, FACTEX_MOST_CHARTS).map(([unit, values]) => factexChart(unit, values, go)),
  );
  const left = enough.length - FACTEX_MOST_CHARTS;
  section.querySelector("#charts-more").textContent = left > 0 ? `and ${left} more units; choose one under Unit` : "";
}

function factexChart(unit, values, go) {
  const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 4 });
  values.sort((one, other) => one.value - other.value);
  const lowest = values[0].value;
  const highest = values[values.length - 1].value;
  const middle = values[Math.floor((values.length - 1) / 2)].value;
  const logarithmic = lowest > 0 && highest / lowest >= 1000;
  const scale = logarithmic ? Math.log10 : (value) => value;
  const span = scale(highest) - scale(lowest);
  const x = (value) => 8 + (Number.isFinite(span) && span > 0 ? (scale(value) - scale(lowest)) / span : 0.5) * 304;

  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  const name = document.createElement("bdi");
  name.textContent = unit || "no unit";
  const count = document.createElement("span");
  count.textContent = `${values.length.toLocaleString("en")} values${logarithmic ? ", log scale" : ""}`;
  caption.append(name, count);

  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 320 44");
  svg.setAttribute("role", "img");
  svg.setAttribute(
    "aria-label",
    `${unit || "no unit"}: ${values.length} values from ${short.format(lowest)} to ${short.format(highest)}, median ${short.format(middle)}`,
  );
  const draw = (shape, attributes, parent = svg) => {
    const element = document.createElementNS(SVG, shape);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  draw("line", { class: "axis", x1: 8, x2: 312, y1: 36, y2: 36 });
  draw("line", { class: "median", x1: x(middle), x2: x(middle), y1: 4, y2: 40 });
  const step = Math.max(1, Math.ceil(values.length / FACTEX_MOST_DOTS));
  const heights = new Map();
  for (let i = 0; i < values.length; i += step) {
    const at = x(values[i].value);
    const bin = Math.round(at / 6);
    const height = heights.get(bin) || 0;
    heights.set(bin, height + 1);
    const dot = draw("circle", { cx: at.toFixed(1), cy: 30 - (height % 5) * 6, r: 3.4, "data-role": values[i].fact.kind });
    draw("title", {}, dot).textContent = `${values[i].fact.about} | ${values[i].fact.claim}`;
    dot.addEventListener("click", () => go(values[i].fact));
  }

  const ends = document.createElement("p");
  for (const text of [short.format(lowest), `median ${short.format(middle)}`, short.format(highest)]) {
    const part = document.createElement("span");
    part.textContent = text;
    ends.append(part);
  }
  figure.append(caption, svg, ends);
  return figure;
}
