/** Colours of a figure, read from the page's style sheet so that both themes live in one place. */
export interface FigurePalette {
  text: string;
  soft: string;
  grid: string;
  paper: string;
  up: string;
  down: string;
  accent: string;
  crosshair: string;
  second: string;
  /** Fills that carry white text: of a gain, of none, of a loss. */
  heatUp: string;
  heatFlat: string;
  heatDown: string;
  fontFamily: string;
}

/** Reads what is in force for an element; call it again when the theme has changed. */
export function figurePaletteOf(element: HTMLElement): FigurePalette {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: value('--tide-text'),
    soft: value('--tide-text-soft'),
    grid: value('--tide-border'),
    paper: value('--tide-panel'),
    up: value('--tide-candle-up'),
    down: value('--tide-candle-down'),
    accent: value('--tide-accent'),
    crosshair: value('--tide-crosshair'),
    second: value('--tide-average'),
    heatUp: value('--tide-heat-up'),
    heatFlat: value('--tide-heat-flat'),
    heatDown: value('--tide-heat-down'),
    fontFamily: style.fontFamily,
  };
}

/** A colour between two of the form #rrggbb; 0 is the first. */
export function mix(from: string, to: string, share: number): string {
  const part = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share));
  return `rgb(${parts.join(',')})`;
}
