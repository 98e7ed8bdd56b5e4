import type { Bar } from './bars';

/** A span in which the feed was not heard, in UTC epoch seconds. */
export interface FeedGap {
  from: number;
  to: number;
  reason: string;
}

/** Where an instant is on the axis: in which slot, and how far through it (0 to 1). */
export interface SlotPlace {
  index: number;
  share: number;
}

/** A longer silence is drawn this long: it must not push the bars around it off the chart. */
const MOST_EMPTY_SLOTS = 90;

/**
 * The places on the time axis. The axis counts bars and has no room where there are none: that is right for a closed
 * session, but a silence of the feed gets the empty slots that its bars would have had.
 */
export class Slots {
  private constructor(readonly times: number[], private readonly step: number) {}

  static of(bars: readonly Bar[], gaps: readonly FeedGap[], step: number): Slots {
    const times: number[] = [];
    for (const bar of bars) {
      const before = times.at(-1);
      if (before !== undefined && bar.time - before > step) {
        times.push(...silent(before + step, bar.time, gaps, step));
      }
      times.push(bar.time);
    }
    return new Slots(times, step);
  }

  get count(): number {
    return this.times.length;
  }

  /** Slot of the bar that starts then, or -1. */
  indexOf(time: number): number {
    const index = this.lastUpTo(time);
    return index >= 0 && this.times[index] === time ? index : -1;
  }

  /** Place of an instant; one before the first slot is that slot's beginning, one that no slot holds the end of the one before. */
  placeOf(time: number): SlotPlace {
    const index = this.lastUpTo(time);
    return index < 0 ? { index: 0, share: 0 } : { index, share: Math.min(1, (time - this.times[index]) / this.step) };
  }

  /** Whether any of a span lies between the first slot's beginning and the last one's end. */
  touches(from: number, to: number): boolean {
    const last = this.times.at(-1);
    return last !== undefined && to > this.times[0] && from < last + this.step;
  }

  private lastUpTo(time: number): number {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}

/** Starts of the bars missing in [from, before) that begin or end in a gap. */
function silent(from: number, before: number, gaps: readonly FeedGap[], step: number): number[] {
  const times: number[] = [];
  for (const gap of gaps) {
    if (gap.to <= from || gap.from >= before) {
      continue;
    }
    const first = from + step * Math.max(0, Math.floor((gap.from - from) / step));
    let slots = 0;
    for (let time = first; time < before && time < gap.to && slots < MOST_EMPTY_SLOTS; time += step, slots++) {
      if (times.length === 0 || time > times[times.length - 1]) {
        times.push(time);
      }
    }
  }
  return times;
}

/** Gaps of which any part lies in the bar or empty slot that starts then. */
export function gapsIn(time: number, step: number, gaps: readonly FeedGap[]): FeedGap[] {
  return gaps.filter((gap) => gap.from < time + step && gap.to >= time);
}
