// The glue of the report: reads the data of the page and hands it to Plotly. Numbers are computed by Python, not here.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const byId = (id) => document.getElementById(id);
const phone = window.matchMedia("(max-width: 640px)");
const shown = new Set(data.variants.keys());
const MANY = 12; // variants that can all be told apart; of more, only those that stand out have colours

// ---------------------------------------------------------------- words and numbers

const short = new Intl.NumberFormat(data.lang, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat(data.lang, { maximumFractionDigits: 0 });

/** Three digits, but never less than the whole number; a dash for what is undefined. Counts stay counts. */
function number(value) {
  if (value === null) return "–";
  return (Math.abs(value) < 1000 && !Number.isInteger(value) ? short : whole).format(value).replace("-", "−");
}
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Text that Plotly must not take for markup. */
const plain = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Text broken into lines of about so many letters, for narrow places in a picture. */
function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > most && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map(plain).join("<br>");
}

/** A long name with its middle left out. */
const cut = (text) => plain(text.length > 34 ? `${text.slice(0, 20)}…${text.slice(-12)}` : text);

const measure = (id) => data.measures[id];
const titled = (id) => (measure(id).unit ? `${measure(id).label} (${measure(id).unit})` : measure(id).label);
const sentences = (...parts) => parts.filter(Boolean).join(words.stop);
const isMany = () => visible().length > MANY;
const visible = () => data.variants.map((_, index) => index).filter((index) => shown.has(index));

// ---------------------------------------------------------------- looks

/** Colours of the page as they are now: light, dark or on paper. */
function looks() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return { ink: of("--ink"), quiet: of("--quiet"), line: of("--line"), paper: of("--paper"), font: of("--sans") };
}

const isGrey = (index) => isMany() && !data.variants[index].picked;

/** The colour of a variant; what is black on paper is white at night. */
const colour = (index) => {
  if (isGrey(index)) return "#a8aeb4";
  const own = data.variants[index].colour;
  return own.toLowerCase() === "#000000" ? looks().ink : own;
};

function faint(hex, opacity) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${opacity})`;
}

/** From the least to the greatest end of some intervals, with a little room. */
function rangeOf(means) {
  const ends = means.filter(([mean]) => mean !== null).flatMap(([mean, half]) => [mean - (half ?? 0), mean + (half ?? 0)]);
  if (!ends.length) return [0, 1];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low || Math.abs(high) || 1) * 0.07;
  return [low - room, high + room];
}

/** Width in which a figure is drawn: that of the column, or of a sheet. */
const isPrinting = () => document.documentElement.classList.contains("printing");
const widthOf = (id) => (isPrinting() ? 660 : byId(`${id}-chart`).parentElement.clientWidth);

const axis = (look, more) => ({
  gridcolor: look.line, linecolor: look.quiet, zeroline: false, ticks: "outside", tickcolor: look.line, ticklen: 4,
  automargin: true, title: { standoff: 12 }, ...more,
});

// ---------------------------------------------------------------- figures: each gives traces, layout, words and table

/** A mean with half its interval, for a table. */
const meanCells = ([mean, half, count]) =>
  [mean, half === null ? null : mean - half, half === null ? null : mean + half, count];

/** A line of a tooltip, such as "Order (0–100): 72.4 [72.0, 72.9]". */
function intervalText(id, [mean, half]) {
  const range = half === null ? "" : ` [${number(mean - half)}, ${number(mean + half)}]`;
  return `${plain(titled(id))}: ${number(mean)}${range}`;
}

/**
 * Where the names of points stand in a picture of some size: beside their points, inside, over no other name or point.
 * A name that has no such place is left out; hovering and the table tell it.
 */
function placesOfNames(points, [left, right], [low, high], width, height) {
  const at = ({ mean: [x, y] }) => [((x - left) / (right - left)) * width, ((high - y) / (high - low)) * height];
  const around = ([x, y]) => ({ x0: x - 8, x1: x + 8, y0: y - 8, y1: y + 8 });
  const apart = (a, b) => a.x1 < b.x0 || b.x1 < a.x0 || a.y1 < b.y0 || b.y1 < a.y0;
  const taken = points.map((point) => around(at(point)));
  return points.map((point, own) => {
    const [x, y] = at(point);
    const long = 7 * data.variants[point.v].short.length;
    const boxes = {
      "top right": { x0: x + 5, x1: x + 5 + long, y0: y - 20, y1: y - 5 },
      "bottom right": { x0: x + 5, x1: x + 5 + long, y0: y + 5, y1: y + 20 },
      "top left": { x0: x - 5 - long, x1: x - 5, y0: y - 20, y1: y - 5 },
      "bottom left": { x0: x - 5 - long, x1: x - 5, y0: y + 5, y1: y + 20 },
    };
    const free = Object.keys(boxes).find((place) => boxes[place].x0 > 0 && boxes[place].x1 < width
      && taken.every((box, k) => k === own || apart(box, boxes[place])));
    if (free) taken.push(boxes[free]);
    return free;
  });
}

function plane() {
  const look = looks();
  const [x, y] = [byId("plane-x").value, byId("plane-y").value];
  const traces = [];
  const runs = data.runs && byId("plane-runs").checked;
  if (runs) {
    for (const v of visible().filter((v) => !isGrey(v))) {
      traces.push({
        type: "scatter", mode: "markers", x: data.runs[x][v], y: data.runs[y][v], hoverinfo: "skip",
        marker: { color: colour(v), symbol: data.variants[v].symbol, size: 5, opacity: 0.35 },
      });
    }
  }
  const points = visible().map((v) => ({ v, mean: [data.means[x][v][0], data.means[y][v][0]] }))
    .filter(({ mean }) => mean[0] !== null && mean[1] !== null);
  const height = phone.matches ? 380 : 540;
  const range = (id) => rangeOf([
    ...points.map(({ v }) => (isGrey(v) ? [data.means[id][v][0], 0] : data.means[id][v])),
    ...(runs ? visible().filter((v) => !isGrey(v)).flatMap((v) => data.runs[id][v].map((value) => [value, 0])) : []),
  ]);
  const [rangeX, rangeY] = [range(x), range(y)];
  const places = isMany() || phone.matches ? []
    : placesOfNames(points, rangeX, rangeY, widthOf("plane") - 80, height - 80);
  // What stands out is drawn last, on top.
  for (const { v, place } of points.map((point, k) => ({ ...point, place: places[k] }))
    .toSorted((a, b) => isGrey(b.v) - isGrey(a.v))) {
    const [mx, my] = [data.means[x][v], data.means[y][v]];
    traces.push({
      type: "scatter", mode: place ? "markers+text" : "markers", x: [mx[0]], y: [my[0]],
      error_x: { visible: !isGrey(v), array: [mx[1] ?? 0], color: colour(v), thickness: 1.5, width: 0 },
      error_y: { visible: !isGrey(v), array: [my[1] ?? 0], color: colour(v), thickness: 1.5, width: 0 },
      marker: { color: colour(v), symbol: data.variants[v].symbol, size: isGrey(v) ? 7 : 12, line: { color: look.paper, width: 1 } },
      text: [plain(data.variants[v].short)], customdata: [plain(data.variants[v].name)], textposition: place, textfont: { color: look.ink, size: 12 },
      cliponaxis: false,
      hovertemplate: `<b>%{customdata}</b><br>${intervalText(x, mx)}<br>${intervalText(y, my)}<extra></extra>`,
    });
  }
  const [bx, by] = [data.means[x][data.baseline][0], data.means[y][data.baseline][0]];
  const dotted = (more) => ({ type: "line", line: { color: look.quiet, width: 1, dash: "dot" }, layer: "below", ...more });
  const shapes = bx === null || by === null ? [] : [
    dotted({ x0: bx, x1: bx, yref: "paper", y0: 0, y1: 1 }), dotted({ y0: by, y1: by, xref: "paper", x0: 0, x1: 1 }),
  ];
  const cell = (v) => [data.variants[v].name, ...meanCells(data.means[x][v]), ...meanCells(data.means[y][v])];
  return {
    traces, height,
    empty: points.length ? "" : words.nothing_defined,
    layout: {
      xaxis: axis(look, { title: { text: plain(titled(x)), standoff: 12 }, range: rangeX }),
      yaxis: axis(look, { title: { text: plain(titled(y)), standoff: 12 }, range: rangeY }), shapes, hovermode: "closest",
    },
    words: sentences(fill(words.against, { x: titled(x), y: titled(y) }), data.means_of),
    head: [words.variant, ...[x, y].flatMap((id) => [measure(id).label, words.lower, words.upper, words.n])],
    rows: visible().map(cell),
  };
}

/** Outlines of a band, one for each stretch of weeks without a gap. */
function bandOf(weeks, means, halves) {
  const band = { x: [], y: [] };
  let stretch = [];
  const close = () => {
    if (stretch.length > 1) {
      const there = stretch.map((i) => [weeks[i], means[i] + halves[i]]);
      const back = stretch.toReversed().map((i) => [weeks[i], means[i] - halves[i]]);
      for (const [x, y] of [...there, ...back]) { band.x.push(x); band.y.push(y); }
      band.x.push(null);
      band.y.push(null);
    }
    stretch = [];
  };
  weeks.forEach((_, i) => (means[i] === null || halves[i] === null ? close() : stretch.push(i)));
  close();
  return band;
}

function series() {
  const look = looks();
  const id = byId("series-measure").value;
  const weeks = data.series.weeks;
  const bands = byId("series-bands").checked && !isMany();
  const [from, to] = ["series-from", "series-to"].map((name) => Number(byId(name).value));
  const traces = [];
  for (const v of visible()) {
    const { means, halves } = data.series.values[id][v];
    if (bands) {
      traces.push({
        type: "scatter", mode: "lines", ...bandOf(weeks, means, halves), fill: "toself", hoverinfo: "skip",
        line: { width: 0 }, fillcolor: faint(colour(v), 0.16),
      });
    }
  }
  for (const v of visible().toSorted((a, b) => isGrey(b) - isGrey(a))) {
    const { means, halves } = data.series.values[id][v];
    traces.push({
      type: "scatter", mode: "lines", x: weeks, y: means, name: plain(data.variants[v].name),
      line: isGrey(v) ? { color: colour(v), width: 1 } : { color: colour(v), width: 2, dash: data.variants[v].dash },
      text: means.map((mean, i) => (halves[i] === null ? number(mean) : `${number(mean)} ± ${number(halves[i])}`)),
      hovertemplate: "%{text}",
    });
  }
  const rows = visible().flatMap((v) => weeks.map((week, i) => {
    const { means, halves } = data.series.values[id][v];
    return [data.variants[v].name, week, ...meanCells([means[i], halves[i]]).slice(0, 3)];
  }));
  return {
    traces, height: phone.matches ? 340 : 440,
    empty: rows.some((row) => row[2] !== null) ? "" : words.nothing_defined,
    layout: {
      xaxis: axis(look, { title: { text: plain(words.week), standoff: 8 }, range: [from, to], hoverformat: "d",
        unifiedhovertitle: { text: `<b>${plain(words.week)} %{x}</b>` } }),
      yaxis: axis(look, { title: { text: plain(titled(id)), standoff: 12 } }),
      hovermode: isMany() || phone.matches ? "closest" : "x unified",
      dragmode: phone.matches ? false : "zoom", hoverdistance: -1,
    },
    words: sentences(titled(id), `${words.week} ${from}–${to}`,
      byId("series-bands").checked && !bands && words.bands_many),
    head: [words.variant, words.week, measure(id).label, words.lower, words.upper],
    rows,
  };
}

function components(composite) {
  const look = looks();
  const ids = data.components[composite];
  const columns = phone.matches ? 2 : 3;
  const lines = Math.ceil(ids.length / columns);
  const drawn = visible().filter((v) => !isGrey(v));
  const names = !phone.matches;
  const letters = Math.floor(((widthOf(`components-${composite}`) - (names ? 160 : 0)) / columns) / 8);
  const [gapX, panel, head] = [phone.matches ? 0.1 : 0.045, 20 + 20 * drawn.length, 84];
  const height = lines * (panel + head);
  const layout = { annotations: [], hovermode: "closest" };
  const traces = [];
  ids.forEach((id, at) => {
    const n = at === 0 ? "" : at + 1;
    const [column, line] = [at % columns, Math.floor(at / columns)];
    const width = (1 - gapX * (columns - 1)) / columns;
    const left = column * (width + gapX);
    const top = 1 - (line * (panel + head) + 46) / height;
    layout[`xaxis${n}`] = axis(look, { domain: [left, left + width], anchor: `y${n}`, nticks: 4, fixedrange: true, automargin: false,
      range: rangeOf(drawn.map((v) => data.means[id][v])),
    });
    layout[`yaxis${n}`] = axis(look, {
      domain: [top - panel / height, top], anchor: `x${n}`, range: [drawn.length - 0.4, -0.6], fixedrange: true,
      showgrid: false, ticks: "", automargin: column === 0,
      tickvals: names && column === 0 ? drawn.map((_, i) => i) : [],
      ticktext: names && column === 0 ? drawn.map((v) => cut(data.variants[v].short)) : [],
    });
    layout.annotations.push({
      text: `<b>${wrapped(measure(id).label, letters)}</b><br>${wrapped(measure(id).unit, letters)}`, showarrow: false, align: "left",
      xref: "paper", yref: "paper", x: left, y: top, xanchor: "left", yanchor: "bottom",
      font: { size: 12, color: look.ink },
    });
    drawn.forEach((v, i) => {
      const mean = data.means[id][v];
      traces.push({
        type: "scatter", mode: "markers", x: [mean[0]], y: [i], xaxis: `x${n}`, yaxis: `y${n}`,
        error_x: { array: [mean[1] ?? 0], color: colour(v), thickness: 1.5, width: 0 },
        marker: { color: colour(v), symbol: data.variants[v].symbol, size: 9 }, text: [plain(data.variants[v].name)],
        hovertemplate: `<b>%{text}</b><br>${intervalText(id, mean)}<extra></extra>`,
      });
    });
  });
  return {
    traces, layout, height,
    words: sentences(fill(words.components_of, { measure: measure(composite).label }), data.means_of,
      isMany() && words.components_many),
    head: [words.measure, words.unit, words.variant, words.mean, words.lower, words.upper, words.n],
    rows: ids.flatMap((id) => visible().map((v) =>
      [measure(id).label, measure(id).unit, data.variants[v].name, ...meanCells(data.means[id][v])])),
  };
}

function flows() {
  const look = looks();
  const [variant, resource] = [Number(byId("flows-variant").value), byId("flows-resource").value];
  const links = data.flows.links.filter((link) => link[0] === variant && link[1] === resource);
  const name = (word) => data.flows.words[word];
  // A flow that would lead back to where it came from ends in a second node of the same name: no circles to untangle.
  const target = ([, , , to, , , returns]) => (returns ? `${to} again` : to);
  const actors = [...new Set(links.flatMap((link) => [link[2], target(link)]))];
  const label = (actor) => wrapped(name(actor.replace(/ again$/, "")), 12);
  const unit = data.flows.units[resource];
  return {
    traces: [{
      type: "sankey", arrangement: "snap",
      node: {
        label: actors.map(label), color: look.quiet, pad: 26, thickness: 10, line: { width: 0 },
        hovertemplate: `<b>%{label}</b><br>%{value:,.0f} ${plain(unit)}<extra></extra>`,
      },
      link: {
        source: links.map((link) => actors.indexOf(link[2])), target: links.map((link) => actors.indexOf(target(link))),
        value: links.map((link) => link[5]), label: links.map((link) => plain(name(link[4]))),
        color: faint(data.flows.colours[resource], 0.32), hovercolor: faint(data.flows.colours[resource], 0.6),
        hovertemplate: `%{source.label} → %{target.label}<br>%{label}: <b>%{value:,.0f}</b> ${plain(unit)}<extra></extra>`,
      },
      textfont: { color: look.ink, size: 12 },
    }],
    empty: links.length ? "" : words.flows_empty,
    height: 120 + 34 * actors.length, layout: {}, width: phone.matches ? 680 : 0,
    words: sentences(`${data.variants[variant].name}: ${name(resource)} (${unit})`, links.some((link) => link[6]) && words.again),
    head: [words.from, words.to, words.purpose, `${words.amount} (${unit})`],
    rows: links.toSorted((a, b) => b[5] - a[5]).map(([, , from, to, purpose, amount]) =>
      [name(from), name(to), name(purpose), amount]),
  };
}

const figures = { plane };
if (data.series) figures.series = series;
for (const composite of Object.keys(data.components)) figures[`components-${composite}`] = () => components(composite);
if (data.flows) figures.flows = flows;

// ---------------------------------------------------------------- drawing

/** A cell of a table; text only, whatever it holds. */
function cellOf(value, tag = "td") {
  const cell = document.createElement(tag);
  const isNumber = value === null || typeof value === "number";
  cell.textContent = isNumber ? number(value) : value;
  if (isNumber) cell.className = "number";
  return cell;
}

function rowOf(values, tag) {
  const row = document.createElement("tr");
  row.append(...values.map((value) => cellOf(value, tag)));
  return row;
}

function draw(id) {
  const figure = figures[id]();
  const look = looks();
  const chart = byId(`${id}-chart`);
  const empty = visible().length === 0 && id !== "flows" ? words.nothing_shown : figure.empty;
  byId(`${id}-words`).textContent = empty || figure.words;
  chart.hidden = Boolean(empty);
  chart.setAttribute("aria-label", figure.words);
  if (!empty) {
    // Flows would wander from old places to new ones, and be caught on paper half way: they are drawn anew.
    Plotly[id === "flows" ? "newPlot" : "react"](chart, figure.traces, {
      font: { family: look.font, size: 13, color: look.ink }, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      margin: { l: 8, r: 12, t: 16, b: 8 }, showlegend: false, dragmode: false, height: figure.height,
      width: (isPrinting() && 660) || figure.width || undefined,
      hoverlabel: { bgcolor: look.paper, bordercolor: look.line, font: { color: look.ink, family: look.font }, align: "left" },
      ...figure.layout,
    }, { displayModeBar: false, responsive: true, locale: "en", typesetMath: false });
  }
  const table = byId(`${id}-table`);
  const details = table.closest("details");
  // Rows are made when somebody wants to see them: there may be thousands.
  details.ontoggle = () => {
    table.replaceChildren();
    if (!details.open) return;
    table.createTHead().append(rowOf(figure.head, "th"));
    table.createTBody().append(...figure.rows.map((row) => rowOf(row)));
  };
  details.ontoggle();
  legend(id);
}

/** On paper nothing tells which colour is whose but a legend below each figure. */
function legend(id) {
  const list = byId(`${id}-legend`);
  if (list) list.replaceChildren(...visible().filter((v) => !isGrey(v)).map((v) => {
    const item = document.createElement("li");
    item.append(byId(`mark-${v}`).cloneNode(true), data.variants[v].name);
    item.firstChild.removeAttribute("id");
    return item;
  }));
}

const drawAll = () => Object.keys(figures).forEach(draw);

// ---------------------------------------------------------------- the table of effects

const sorting = { column: null, direction: "ascending" };

/** A small picture of an interval around zero; the widest of its measure fills it. */
function intervalPicture(v, [difference, low, high], reach) {
  const cell = document.createElement("td");
  cell.className = "picture";
  if (difference === null || !reach) return cell;
  const at = (value) => 70 + (value / reach) * 66;
  const bar = low === null ? "" : `<line x1="${at(low)}" x2="${at(high)}" y1="19" y2="19"/>`;
  cell.innerHTML = `<svg viewBox="0 0 140 38" width="140" height="38" aria-hidden="true" focusable="false">`
    + `<line class="zero" x1="70" x2="70" y1="0" y2="38"/>${bar}<circle cx="${at(difference)}" cy="19" r="4"/></svg>`;
  cell.style.color = colour(v);
  return cell;
}

function effects() {
  const baseline = Number(byId("effects-baseline").value);
  const wanted = byId("effects-measure").value;
  const ids = data.groups[wanted] ?? [wanted];
  const only = byId("effects-variant").value;
  const variants = only === "" ? visible() : [Number(only)];
  const rows = ids.flatMap((id) => {
    const all = data.effects[baseline][id];
    const reach = Math.max(...all.flatMap((e) => (e ? e.slice(0, 3) : [])).map((value) => Math.abs(value ?? 0)));
    return variants.filter((v) => v !== baseline).map((v) => ({ id, v, reach, effect: all[v] }));
  });
  const value = ({ id, v, effect: [difference, low, high, correlation, count, finding] }) => [
    data.variants[v].short, measure(id).label, data.means[id][v][0], difference, low, high, null, words[finding] ?? "–", correlation, count,
  ];
  const order = new Intl.Collator(data.lang, { numeric: true });
  if (sorting.column !== null) {
    const sign = sorting.direction === "ascending" ? 1 : -1;
    const key = (row) => value(row)[sorting.column];
    rows.sort((a, b) => {
      const [p, q] = [key(a), key(b)];
      if (p === null || q === null) return (p === null) - (q === null); // what is undefined stands last, either way
      return sign * (typeof p === "string" ? order.compare(p, q) : p - q);
    });
  }
  byId("effects-rows").replaceChildren(...rows.map((row) => {
    const line = rowOf(value(row));
    const [, low, high] = row.effect;
    const mark = byId(`mark-${row.v}`).cloneNode(true);
    mark.removeAttribute("id");
    line.cells[0].prepend(mark);
    line.cells[0].title = data.variants[row.v].name;
    const unit = document.createElement("small");
    unit.textContent = ` ${measure(row.id).unit}`;
    line.cells[1].append(unit);
    line.cells[6].replaceWith(intervalPicture(row.v, row.effect, row.reach));
    line.classList.toggle("clear", low !== null && (low > 0 || high < 0));
    return line;
  }));
  byId("effects-words").textContent = fill(words.rows, { count: rows.length });
  for (const head of document.querySelectorAll("#effects th[aria-sort]")) {
    head.setAttribute("aria-sort", Number(head.dataset.column) === sorting.column ? sorting.direction : "none");
  }
}

// ---------------------------------------------------------------- choices

function choose() {
  for (const box of document.querySelectorAll("[data-variant]")) box.checked = shown.has(Number(box.dataset.variant));
  byId("many-note").hidden = !isMany();
  drawAll();
  if (data.effects) effects();
}

byId("variants-chosen").addEventListener("change", ({ target }) => {
  shown[target.checked ? "add" : "delete"](Number(target.dataset.variant));
  choose();
});
for (const [id, belongs] of [["all", () => true], ["none", () => false], ["picked", (variant) => variant.picked]]) {
  byId(`variants-${id}`)?.addEventListener("click", () => {
    shown.clear();
    data.variants.forEach((variant, v) => belongs(variant) && shown.add(v));
    choose();
  });
}
for (const control of document.querySelectorAll("[data-draws]")) {
  control.addEventListener("change", () => (control.dataset.draws === "effects" ? effects() : draw(control.dataset.draws)));
}
for (const head of document.querySelectorAll("#effects th[aria-sort] button")) {
  head.addEventListener("click", () => {
    const column = Number(head.parentElement.dataset.column);
    const again = sorting.column === column && sorting.direction === "ascending";
    Object.assign(sorting, { column, direction: again ? "descending" : "ascending" });
    effects();
  });
}
for (const button of document.querySelectorAll("[data-saves]")) {
  button.addEventListener("click", () =>
    Plotly.downloadImage(byId(`${button.dataset.saves}-chart`), { format: "svg", filename: `${data.name}-${button.dataset.saves}` }));
}
for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(byId(button.dataset.copies).textContent);
    button.textContent = words.copied;
  });
}

if (data.series) {
  const [from, to] = [byId("series-from"), byId("series-to")];
  const all = () => { [from.value, to.value] = [from.min, from.max]; draw("series"); };
  byId("series-reset").addEventListener("click", all);
}

choose();

if (data.series) {
  // What the mouse zooms, the two fields tell; a double click shows all weeks again.
  byId("series-chart").on("plotly_relayout", (change) => {
    const range = [change["xaxis.range[0]"], change["xaxis.range[1]"]];
    if (range[0] !== undefined) {
      [byId("series-from").value, byId("series-to").value] = range.map(Math.round);
      byId("series-words").textContent = series().words;
    } else if (change["xaxis.autorange"]) byId("series-reset").click();
  });
}

// ---------------------------------------------------------------- night, narrow and paper

window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", choose);
phone.addEventListener("change", choose);
for (const [event, isPaper] of [["beforeprint", true], ["afterprint", false]]) {
  window.addEventListener(event, () => {
    document.documentElement.classList.toggle("printing", isPaper);
    drawAll();
  });
}
document.documentElement.classList.add("ready");
