import { exponentialAverage, runningAverage } from './averages';
import type { Point } from './study';

/** Relative strength index (Wilder 1978), 0 to 100; without a value as long as no value differs from the one before. */
export function relativeStrength(values: readonly Point[], length: number): Point[] {
  const steps = values.slice(1).map(({ time, value }, i) => ({ time, value: value - values[i].value }));
  const gains = runningAverage(steps.map(({ time, value }) => ({ time, value: Math.max(0, value) })), length, 1 / length);
  const losses = runningAverage(steps.map(({ time, value }) => ({ time, value: Math.max(0, -value) })), length, 1 / length);
  return gains
    .map((gain, i) => ({ time: gain.time, value: (100 * gain.value) / (gain.value + losses[i].value) }))
    .filter(({ value }) => !Number.isNaN(value));
}

export interface Macd {
  macd: Point[];
  signal: Point[];
  histogram: Point[];
}

/** Moving average convergence and divergence (Appel 2005): EMA of 12 less that of 26, its EMA of 9, and their difference. */
export function macdOf(values: readonly Point[]): Macd {
  const slow = exponentialAverage(values, 26);
  const fast = exponentialAverage(values, 12).slice(26 - 12);
  const macd = slow.map(({ time, value }, i) => ({ time, value: fast[i].value - value }));
  const signal = exponentialAverage(macd, 9);
  const settled = macd.slice(9 - 1);
  const histogram = signal.map(({ time, value }, i) => ({ time, value: settled[i].value - value }));
  return { macd, signal, histogram };
}
