/** What the server sends of a figure; null stands for what cannot be computed. */
export type FigureContent = Treemap | Matrix | Bars | Profile | Sizes | Moods;

/** Areas by size, colours by change. */
export interface Treemap {
  kind: 'treemap';
  cells: { name: string; size: number; change: number | null }[];
}

/** A value from -1 to 1 for each pair: indices of column and row, value, samples. */
export interface Matrix {
  kind: 'matrix';
  names: string[];
  cells: [number, number, number | null, number][];
}

/** Fractions per name, shown as percent. */
export interface Bars {
  kind: 'bars';
  names: string[];
  /** Whether the sign says good or bad. */
  signed: boolean;
  series: { name: string; values: (number | null)[] }[];
}

/** Volume by price, cheapest first. */
export interface Profile {
  kind: 'profile';
  bins: { price: number; volume: number; control: boolean; area: boolean }[];
}

/** Trades by size, smallest first. */
export interface Sizes {
  kind: 'sizes';
  bins: { size: number; trades: number; odd: boolean }[];
}

/** Stories per span by their mood, oldest first; mean sentiment from -1 to 1, null without a story. */
export interface Moods {
  kind: 'moods';
  words: { positive: string; neutral: string; negative: string; mean: string };
  bins: { label: string; positive: number; neutral: number; negative: number; mean: number | null }[];
}

/** How many values a figure shows. */
export function countOf(content: FigureContent): number {
  switch (content.kind) {
    case 'treemap':
    case 'matrix':
      return content.cells.length;
    case 'bars':
      return content.names.length;
    default:
      return content.bins.length;
  }
}
