import type { Bar } from '../bars';

/** A value at the time of a bar, epoch seconds. */
export interface Point {
  time: number;
  value: number;
}

/** One line of a study, as it is drawn and told. */
export interface StudyLine {
  label: string;
  /** Custom property of the style sheet that holds its colour. */
  colour: string;
  points: Point[];
  /** Columns stand on zero and are coloured by their sign. */
  shape: 'line' | 'columns';
}

/** Something that is computed from the bars and drawn over them, or in a pane of its own below. */
export interface Study {
  /** How links and the server name it. */
  code: string;
  pane: 'price' | 'own';
  /** Values that a pane of its own marks. */
  levels: readonly number[];
  /** Values that a pane of its own always reaches. */
  range: readonly [number, number] | null;
  /** Computes it from the bars there are; `complete` when nothing older can be loaded. */
  lines: (bars: readonly Bar[], complete: boolean) => StudyLine[];
}
