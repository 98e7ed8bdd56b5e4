import type { Bar } from './bars';
import type { Point, StudyLine } from './studies/study';

/** Another symbol's closes, to be drawn beside the bars. */
export interface Compared {
  symbol: string;
  /** Oldest first. */
  closes: Point[];
}

/** A comparison as the server hands it over: the first time and then the steps, and a close for each. */
export interface ComparedFrame {
  symbol: string;
  time: number[];
  close: (number | null)[];
}

export function comparedOf(frame: ComparedFrame): Compared {
  let time = 0;
  const closes: Point[] = [];
  frame.time.forEach((step, i) => {
    time += step;
    const value = frame.close[i];
    if (value !== null) {
      closes.push({ time, value });
    }
  });
  return { symbol: frame.symbol, closes };
}

/** The same with one close changed or put in its place. */
export function withClose(compared: Compared, time: number, value: number | null): Compared {
  const others = compared.closes;
  const at = others.findLastIndex((known) => known.time <= time);
  const known = at >= 0 && others[at].time === time;
  const start = known ? at : at + 1;
  const closes = others.toSpliced(start, known ? 1 : 0, ...(value === null ? [] : [{ time, value }]));
  return { symbol: compared.symbol, closes };
}

/** Lines over the bars' own times: at each the other's last close up to then, for the axis has no room for other times. */
export function comparisonLines(compared: readonly Compared[], bars: readonly Bar[]): StudyLine[] {
  return compared.map(({ symbol, closes }, n) => {
    const points: Point[] = [];
    let next = 0;
    for (const { time } of bars) {
      while (next < closes.length && closes[next].time <= time) {
        next++;
      }
      if (next > 0) {
        points.push({ time, value: closes[next - 1].value });
      }
    }
    return { label: symbol, colour: `--tide-line-${(n % 4) + 1}`, points, shape: 'line' };
  });
}
