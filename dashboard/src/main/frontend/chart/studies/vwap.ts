import type { Bar } from '../bars';
import type { Point } from './study';

const DAY_SECONDS = 86_400;

/** Volume-weighted average price since the beginning of the bar's UTC date, of all bars that have a VWAP of their own. */
export function dayVwap(bars: readonly Bar[]): Point[] {
  const points: Point[] = [];
  let day = Number.NaN;
  let volume = 0;
  let money = 0;
  for (const bar of bars) {
    const date = Math.floor(bar.time / DAY_SECONDS);
    if (date !== day) {
      day = date;
      volume = 0;
      money = 0;
    }
    if (bar.vwap !== null) {
      volume += bar.volume;
      money += bar.vwap * bar.volume;
    }
    if (volume > 0) {
      points.push({ time: bar.time, value: money / volume });
    }
  }
  return points;
}
