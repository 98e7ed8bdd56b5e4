import { isPriced, type Bar } from './bars';

export interface AveragePoint {
  time: number;
  value: number;
}

/** Simple moving average of the last `length` closes; bars without a close are left out, as if they were not there. */
export function movingAverage(bars: Bar[], length: number): AveragePoint[] {
  const points: AveragePoint[] = [];
  const window: number[] = [];
  let sum = 0;
  for (const bar of bars) {
    if (!isPriced(bar)) {
      continue;
    }
    window.push(bar.close);
    sum += bar.close;
    if (window.length > length) {
      sum -= window.shift() as number;
    }
    if (window.length === length) {
      points.push({ time: bar.time, value: sum / length });
    }
  }
  return points;
}
