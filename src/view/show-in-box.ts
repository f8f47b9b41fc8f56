/** Scrolls the text that an element stands in, and never the page, until it is seen. */
export function showInBox(element: Element): void {
  const box = element.closest('.text');
  if (box === null) return;
  const own = element.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  if (own.top < seen.top) box.scrollTop -= seen.top - own.top + MARGIN;
  else if (own.bottom > seen.bottom) {
    box.scrollTop += Math.min(own.bottom - seen.bottom, own.top - seen.top) + MARGIN;
  }
}

/** Pixels that stay free beside it. */
const MARGIN = 4;
