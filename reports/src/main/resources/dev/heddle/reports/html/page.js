"use strict";
const root = document.documentElement;
const button = (text) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  return made;
};
const theme = document.getElementById("theme");
const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
theme.hidden = false;
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  label();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
label();
for (const command of document.querySelectorAll("pre.command")) {
  const text = command.textContent;
  const copy = button("Copy");
  copy.addEventListener("click", () =>
    navigator.clipboard.writeText(text).then(
      () => { copy.textContent = "Copied"; },
      () => { getSelection().selectAllChildren(command.querySelector("code")); copy.textContent = "Selected"; }));
  command.prepend(copy);
}

const UNITS = { ns: 1e-9, "µs": 1e-6, us: 1e-6, ms: 1e-3, s: 1 };
const NUMBER = /^\(?([−-]?[\d,]*\.?\d+(?:e[+-]?\d+)?)\s*(ns|µs|us|ms|s)?(?![\w/])/i;
const numberIn = (text) => {
  const found = NUMBER.exec(text);
  return found ? Number(found[1].replaceAll(",", "").replace("−", "-")) * (UNITS[found[2]] ?? 1) : NaN;
};
const textOf = (row, column) => row.cells[column].textContent.trim();
const compare = (column) => (one, other) => {
  const [a, b] = [textOf(one, column), textOf(other, column)];
  const [x, y] = [numberIn(a), numberIn(b)];
  if (Number.isNaN(x) && Number.isNaN(y)) return a.localeCompare(b);
  if (Number.isNaN(x)) return 1;
  return Number.isNaN(y) ? -1 : x - y;
};
const isEmpty = (row, column) => ["", "–"].includes(textOf(row, column));
const sorted = (rows, column, direction) => {
  const full = rows.filter((row) => !isEmpty(row, column)).sort(compare(column));
  if (direction === "descending") full.reverse();
  return [...full, ...rows.filter((row) => isEmpty(row, column))];
};
const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
const sortable = (table) => {
  const body = table.tBodies[0];
  const original = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const sort = button(head.textContent);
    head.ariaSort = "none";
    sort.addEventListener("click", () => {
      const direction = NEXT[head.ariaSort];
      for (const other of heads) other.ariaSort = "none";
      head.ariaSort = direction;
      body.append(...(direction === "none" ? original : sorted(original, column, direction)));
    });
    head.replaceChildren(sort);
  });
};
const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (table) =>
  [...table.rows].map((row) => [...row.cells].map((cell) => quoted(cell.textContent.trim())).join(",")).join("\r\n") + "\r\n";
const fileName = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, 80) + ".csv";
const downloadable = (table) => {
  const save = button("CSV");
  const caption = table.caption.textContent;
  save.ariaLabel = `CSV: ${caption}`;
  save.className = "save";
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv" }));
    link.download = fileName(caption);
    link.click();
    URL.revokeObjectURL(link.href);
  });
  table.closest(".scroll").after(save);
};
for (const table of document.querySelectorAll(".scroll > table")) {
  downloadable(table);
  if (table.tBodies[0].rows.length > 1) sortable(table);
}
