/** Colours of the canvas, read from the page's style sheet so that both themes live in one place. */
export interface Palette {
  text: string;
  grid: string;
  border: string;
  up: string;
  down: string;
  /** Fill of a bar that is settled in part. */
  upHalf: string;
  downHalf: string;
  volumeUp: string;
  volumeDown: string;
  line: string;
  /** Closes that no batch run has settled. */
  lineLive: string;
  tidemark: string;
  gap: string;
  gapStripe: string;
  gapText: string;
  paper: string;
  crosshair: string;
  crosshairLabel: string;
  fontFamily: string;
}

/** Reads the palette that is in force for an element; call it again when the theme has changed. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: value('--tide-text-soft'),
    grid: value('--tide-chart-grid'),
    border: value('--tide-border'),
    up: value('--tide-candle-up'),
    down: value('--tide-candle-down'),
    upHalf: value('--tide-candle-up-half'),
    downHalf: value('--tide-candle-down-half'),
    volumeUp: value('--tide-volume-up'),
    volumeDown: value('--tide-volume-down'),
    line: value('--tide-accent'),
    lineLive: value('--tide-line-live'),
    tidemark: value('--tide-tidemark'),
    gap: value('--tide-silence'),
    gapStripe: value('--tide-silence-stripe'),
    gapText: value('--tide-warn'),
    paper: value('--tide-panel'),
    crosshair: value('--tide-crosshair'),
    crosshairLabel: value('--tide-crosshair-label'),
    fontFamily: style.fontFamily,
  };
}

/** Calls back whenever the theme of the page changes, until the returned function is called. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'class', 'style'] });
  return () => observer.disconnect();
}
