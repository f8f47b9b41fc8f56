/** Whether a page fits its window, for tests at the width of a small telephone. */
import { page as frame } from 'vitest/browser';

/** Does the work in a window of this width. */
export async function inWidth<T>(width: number, work: () => Promise<T>): Promise<T> {
  const { innerWidth, innerHeight } = window;
  await frame.viewport(width, 800);
  try {
    return await work();
  } finally {
    await frame.viewport(innerWidth, innerHeight);
  }
}

function* everything(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot !== null) yield* everything(element.shadowRoot);
  }
}

/** Scrolls by itself, or is for readers who hear the page. */
function isApart(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (at.matches('.heard')) return true;
    if (at !== document.body && at !== document.documentElement) {
      const { overflowX, position } = getComputedStyle(at);
      if (overflowX !== 'visible' || position === 'fixed') return true;
    }
  }
  return false;
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

/** What stands out of the window at either side, by its name and class; nothing where all fits. */
export function standingOut(): string[] {
  const width = document.documentElement.clientWidth;
  const out = [...everything(document.body)].filter((element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 0 && (left < -1 || right > width + 1) && !isApart(element);
  });
  const scrolls = document.documentElement.scrollWidth > width ? [`the page scrolls to ${document.documentElement.scrollWidth}`] : [];
  return [...scrolls, ...out.map((one) => `${one.localName}.${one.getAttribute('class') ?? ''} ${one.textContent.slice(0, 30)}`)];
}
