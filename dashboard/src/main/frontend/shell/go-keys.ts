/** How long after `g` the second key may come, in ms. */
const PATIENCE = 1500;

let armedAt = -PATIENCE;

function isWritten(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** `g` and then a view's letter leads there, as a click on its link would; not while something is being written. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWritten(event.composedPath()[0])) {
    return;
  }
  if (event.key === 'g') {
    armedAt = performance.now();
    return;
  }
  const link =
    performance.now() - armedAt < PATIENCE
      ? document.querySelector<HTMLAnchorElement>(`nav a[data-go="${CSS.escape(event.key)}"]`)
      : null;
  armedAt = -PATIENCE;
  if (link) {
    event.preventDefault();
    link.click();
  }
});
