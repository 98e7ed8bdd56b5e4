import type { Bar } from './bars';

/** A story about the symbol: when it was published, epoch seconds, and its sentiment from -1 to 1. */
export type StoryMark = [time: number, sentiment: number];

/** The stories that belong to one bar. */
export interface BarStories {
  /** Start of the bar. */
  time: number;
  count: number;
  /** Their mean sentiment. */
  sentiment: number;
  /** When the first and the last of them were published. */
  from: number;
  to: number;
}

/**
 * Stories by bar: the one in which a story was published, or the next one when the market was closed then; the newest
 * bar has those after it, too. Stories from before the first bar have none.
 */
export function storiesByBar(bars: readonly Bar[], step: number, stories: readonly StoryMark[]): BarStories[] {
  const found = new Map<number, BarStories>();
  let at = 0;
  for (const [time, sentiment] of [...stories].sort(([one], [other]) => one - other)) {
    while (at < bars.length - 1 && bars[at].time + step <= time) {
      at++;
    }
    const bar = bars[at];
    if (!bar || time < bars[0].time) {
      continue;
    }
    const known = found.get(bar.time);
    if (known) {
      known.sentiment = (known.sentiment * known.count + sentiment) / (known.count + 1);
      known.count++;
      known.to = time;
    } else {
      found.set(bar.time, { time: bar.time, count: 1, sentiment, from: time, to: time });
    }
  }
  return [...found.values()];
}
