// A fragment in a notebook: cards over marks, links that lead to their mark, tables that sort.
function factexFragment(root) {
  if (!root || root.dataset.ready) return;
  root.dataset.ready = "true";

  factexCard(root, (mark, card) =>
    factexRecords(mark, card, (number) => {
      const record = document.getElementById(`${root.id}-record${number}`);
      const copy = record && record.cloneNode(true);
      if (copy) copy.removeAttribute("id");
      return copy;
    }),
  );

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const go = link.dataset.go;
    const target =
      go === undefined
        ? document.getElementById(link.getAttribute("href").slice(1))
        : root.querySelector(`mark[data-anchors~="${go}"]`);
    if (!target) return;
    event.preventDefault();
    factexReveal(target.closest(".factex-text") || root, target);
  });

  for (const table of root.querySelectorAll("table")) factexSortable(table);
}

// Puts a button into each heading; a column sorts by data-sort where its cells have it, else by their text.
function factexSortable(table) {
  const headings = [...table.querySelectorAll("thead th")];
  const body = table.tBodies[0];
  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  function compare(one, other) {
    if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
    const difference = Number(one) - Number(other);
    return Number.isNaN(difference) ? one.localeCompare(other, "en", { numeric: true }) : difference;
  }

  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => [key(row, column), row]);
      rows.sort(([one], [other]) => (one && other && down ? -compare(one, other) : compare(one, other)));
      body.append(...rows.map(([, row]) => row));
    });
  });
}
