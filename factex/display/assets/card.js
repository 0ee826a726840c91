// The card that shows the records of a mark, on hover and on keyboard focus; Escape puts it away.
// fill(mark, card) writes into the card and returns whether there is anything to show.
function factexCard(root, fill) {
  const card = document.createElement("div");
  card.className = "factex-card";
  card.id = (root.id || "factex") + "-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  root.append(card);
  let shown = null;
  let leaving = 0;

  const numbers = (element) => (element.dataset.facts || "").split(" ").filter(Boolean);

  function light(wanted) {
    for (const element of root.querySelectorAll(".is-active")) element.classList.remove("is-active");
    for (const number of wanted) {
      for (const element of root.querySelectorAll(`[data-facts~="${number}"]`)) element.classList.add("is-active");
    }
  }

  function place(mark) {
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    const left = Math.min(box.left - frame.left, frame.width - card.offsetWidth - 8);
    const below = box.bottom - frame.top + 6;
    const above = box.top - frame.top - card.offsetHeight - 6;
    const fitsBelow = box.bottom + 6 + card.offsetHeight <= window.innerHeight;
    const fitsAbove = box.top - 6 - card.offsetHeight >= 0 && above >= 0;
    card.style.left = `${Math.max(0, left)}px`;
    card.style.top = `${!fitsBelow && fitsAbove ? above : below}px`;
  }

  function show(mark) {
    clearTimeout(leaving);
    if (mark === shown) return;
    hide();
    card.replaceChildren();
    if (!fill(mark, card)) return;
    shown = mark;
    if (!mark.hasAttribute("aria-describedby")) mark.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    document.addEventListener("keydown", escape, true);
    light(numbers(mark));
    place(mark);
  }

  // Heard on the whole page, as the pointer may be here while the focus is elsewhere.
  function escape(event) {
    if (event.key !== "Escape") return;
    hide();
    event.stopPropagation();
  }

  function hide() {
    clearTimeout(leaving);
    document.removeEventListener("keydown", escape, true);
    if (shown && shown.getAttribute("aria-describedby") === card.id) shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
    light([]);
  }

  root.addEventListener("mouseover", (event) => {
    if (card.contains(event.target)) return clearTimeout(leaving);
    const mark = event.target.closest("mark[data-facts]");
    if (mark) show(mark);
  });
  root.addEventListener("mouseout", (event) => {
    const to = event.relatedTarget;
    if (shown && !(to && (card.contains(to) || shown.contains(to)))) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 150);
    }
  });
  root.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark[data-facts]");
    if (mark) show(mark);
    else hide();
  });
  root.addEventListener("focusout", hide);
  return { hide, light };
}

const FACTEX_MOST_RECORDS = 4;

// Writes the records of a mark, at most four, and says how many are left out.
function factexRecords(mark, card, recordOf) {
  const numbers = (mark.dataset.facts || "").split(" ").filter(Boolean);
  const found = numbers.map(recordOf).filter(Boolean);
  card.append(...found.slice(0, FACTEX_MOST_RECORDS));
  if (found.length > FACTEX_MOST_RECORDS) {
    const more = document.createElement("p");
    more.className = "factex-more";
    more.textContent = `and ${found.length - FACTEX_MOST_RECORDS} more facts`;
    card.append(more);
  }
  return found.length > 0;
}

// Brings an element to the middle of the box that scrolls around it, and moves the page only as far as it must.
function factexReveal(box, element) {
  const middle = (rectangle) => rectangle.top + rectangle.height / 2;
  box.scrollTop += middle(element.getBoundingClientRect()) - middle(box.getBoundingClientRect());
  element.scrollIntoView({ block: "nearest" });
  element.focus({ preventScroll: true });
}
