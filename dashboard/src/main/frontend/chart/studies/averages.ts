import { isPriced, type Bar } from '../bars';
import type { Point } from './study';

/** The closes of the bars that have one; the others are left out, as if they were not there. */
export function closesOf(bars: readonly Bar[]): Point[] {
  return bars.filter(isPriced).map((bar) => ({ time: bar.time, value: bar.close }));
}

/** Simple moving average of the last `length` values. */
export function simpleAverage(values: readonly Point[], length: number): Point[] {
  const points: Point[] = [];
  let sum = 0;
  values.forEach(({ time, value }, i) => {
    sum += value - (i >= length ? values[i - length].value : 0);
    if (i >= length - 1) {
      points.push({ time, value: sum / length });
    }
  });
  return points;
}

/** Running average that moves by `weight` of the way to each new value; it begins as the mean of the first `length`. */
export function runningAverage(values: readonly Point[], length: number, weight: number): Point[] {
  const points: Point[] = [];
  let average = 0;
  values.forEach(({ time, value }, i) => {
    average = i < length ? average + value / length : average + weight * (value - average);
    if (i >= length - 1) {
      points.push({ time, value: average });
    }
  });
  return points;
}

/** Exponential moving average (Appel 2005): weight 2 / (length + 1). */
export function exponentialAverage(values: readonly Point[], length: number): Point[] {
  return runningAverage(values, length, 2 / (length + 1));
}
