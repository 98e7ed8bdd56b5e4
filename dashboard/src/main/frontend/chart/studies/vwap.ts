import type { Bar } from '../bars';
import type { Point } from './study';

const DAY_SECONDS = 86_400;

/**
 * Volume-weighted average price since the beginning of the bar's UTC date, of all bars that have a VWAP of their own. The
 * oldest date has none when some of its bars may be missing.
 */
export function dayVwap(bars: readonly Bar[], complete: boolean): Point[] {
  const points: Point[] = [];
  const first = bars.length === 0 ? 0 : bars[0].time;
  const cut = complete || first % DAY_SECONDS === 0 ? Number.NaN : Math.floor(first / DAY_SECONDS);
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
    if (volume > 0 && date !== cut) {
      points.push({ time: bar.time, value: money / volume });
    }
  }
  return points;
}
