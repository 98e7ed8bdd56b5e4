import type { IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, SeriesAttachedParameter, Time } from 'lightweight-charts';
import { slotCoordinate } from './gap-shades';
import type { FeedGap, Slots } from './slots';

type DrawTarget = Parameters<IPrimitivePaneRenderer['draw']>[0];

/** A market that has not traded for so long was closed; less is a quiet one. */
const CLOSED_SECONDS = 3 * 3600;
const WIDTH_PIXELS = 3;

/** A time without trading that the axis has no room for. */
export interface SessionBreak {
  /** Slot of the first bar after it. */
  index: number;
  /** Start of that bar, epoch seconds. */
  time: number;
  /** From the end of the bar before to that start. */
  seconds: number;
}

/** The closed sessions between bars shorter than a day; a silence of the feed is none. */
export function sessionBreaks({ times }: Slots, step: number, gaps: readonly FeedGap[]): SessionBreak[] {
  const breaks: SessionBreak[] = [];
  for (let index = 1; step < 86_400 && index < times.length; index++) {
    const end = times[index - 1] + step;
    const seconds = times[index] - end;
    if (seconds >= CLOSED_SECONDS && !gaps.some((gap) => gap.from < times[index] && gap.to > end)) {
      breaks.push({ index, time: times[index], seconds });
    }
  }
  return breaks;
}

/** Closed sessions as thin shades behind the bars, where one ends and the next begins. */
export class SessionShades implements ISeriesPrimitive<Time> {
  private attachedTo?: SeriesAttachedParameter<Time>;
  private breaks: SessionBreak[] = [];
  private colour = '';

  attached(param: SeriesAttachedParameter<Time>) {
    this.attachedTo = param;
  }

  detached() {
    this.attachedTo = undefined;
  }

  place(breaks: SessionBreak[], colour: string) {
    this.breaks = breaks;
    this.colour = colour;
    this.attachedTo?.requestUpdate();
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return [{ zOrder: () => 'bottom', renderer: () => ({ draw: (target) => this.draw(target) }) }];
  }

  private draw(target: DrawTarget) {
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      context.fillStyle = this.colour;
      for (const { index } of this.breaks) {
        const x = slotCoordinate(this.attachedTo, { index, share: 0 });
        if (x !== null && x >= 0 && x <= mediaSize.width) {
          context.fillRect(x - WIDTH_PIXELS / 2, 0, WIDTH_PIXELS, mediaSize.height);
        }
      }
    });
  }
}
