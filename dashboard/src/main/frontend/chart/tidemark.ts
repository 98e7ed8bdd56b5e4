import type { IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, SeriesAttachedParameter, Time } from 'lightweight-charts';
import type { Bar } from './bars';
import { slotCoordinate } from './gap-shades';
import type { SlotPlace, Slots } from './slots';

type DrawTarget = Parameters<IPrimitivePaneRenderer['draw']>[0];

const LABEL_MARGIN = 6;

/** How the boundary is written and drawn. */
export interface TidemarkLook {
  label: string;
  colour: string;
  paper: string;
  font: string;
}

/**
 * The boundary of the lambda on the chart: a line at the instant up to which the batch layer is complete. Right of it
 * stand only bars that the batch has not confirmed yet.
 */
export class Tidemark implements ISeriesPrimitive<Time> {
  private attachedTo?: SeriesAttachedParameter<Time>;
  private at: SlotPlace | null = null;
  private look: TidemarkLook | null = null;

  attached(param: SeriesAttachedParameter<Time>) {
    this.attachedTo = param;
  }

  detached() {
    this.attachedTo = undefined;
  }

  /** Puts the line there, or nowhere. */
  place(at: SlotPlace | null, look: TidemarkLook) {
    this.at = at;
    this.look = look;
    this.attachedTo?.requestUpdate();
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return [{ zOrder: () => 'top', renderer: () => ({ draw: (target) => this.draw(target) }) }];
  }

  private draw(target: DrawTarget) {
    const { at, look } = this;
    const x = at && slotCoordinate(this.attachedTo, at);
    if (!look || x === null) {
      return;
    }
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      if (x > mediaSize.width) {
        return;
      }
      context.font = `600 10px ${look.font}`;
      if (x < 0) {
        this.write(context, look, `\u2039 ${look.label}`, LABEL_MARGIN, mediaSize.height);
        return;
      }
      context.strokeStyle = look.colour;
      context.setLineDash([4, 4]);
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, mediaSize.height);
      context.stroke();
      context.setLineDash([]);
      const width = context.measureText(look.label).width;
      const left = x - width - LABEL_MARGIN;
      this.write(context, look, look.label, left > LABEL_MARGIN ? left : x + LABEL_MARGIN, mediaSize.height);
    });
  }

  private write(context: CanvasRenderingContext2D, look: TidemarkLook, text: string, left: number, height: number) {
    const width = context.measureText(text).width;
    context.fillStyle = look.paper;
    context.fillRect(left - 3, height - 21, width + 6, 16);
    context.fillStyle = look.colour;
    context.textAlign = 'left';
    context.textBaseline = 'bottom';
    context.fillText(text, left, height - LABEL_MARGIN);
  }
}

/**
 * Where the line stands: where a longer bar is of both layers, in it; else beside the bar that the instant is in, on the
 * side that the bar is not on. Null before all bars.
 */
export function boundaryPlace(coveredUntil: number, bars: readonly Bar[], slots: Slots): SlotPlace | null {
  const place = slots.placeOf(coveredUntil);
  const bar = bars.findLast((candidate) => candidate.time <= coveredUntil);
  if (!bar) {
    return null;
  }
  if (slots.times[place.index] !== bar.time || bar.layer === 'merged') {
    return place;
  }
  return { index: place.index, share: bar.layer === 'batch' ? 1 : 0 };
}
