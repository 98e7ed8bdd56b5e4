import type { IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, Logical, SeriesAttachedParameter, Time } from 'lightweight-charts';
import type { FeedGap, SlotPlace, Slots } from './slots';

type DrawTarget = Parameters<IPrimitivePaneRenderer['draw']>[0];

/** The shortest silence is still seen. */
const THINNEST_PIXELS = 2;
const STRIPE_PIXELS = 7;
/** Room that the word needs. */
const LABEL_PIXELS = 56;

export interface GapColours {
  fill: string;
  stripe: string;
  text: string;
  font: string;
}

/** Silences of the feed as hatched spans behind the bars; what is merely closed has no shade and takes no room. */
export class GapShades implements ISeriesPrimitive<Time> {
  private attachedTo?: SeriesAttachedParameter<Time>;
  private spans: [SlotPlace, SlotPlace][] = [];
  private colours: GapColours | null = null;

  constructor(private readonly label: string) {}

  attached(param: SeriesAttachedParameter<Time>) {
    this.attachedTo = param;
  }

  detached() {
    this.attachedTo = undefined;
  }

  place(gaps: readonly FeedGap[], slots: Slots, colours: GapColours) {
    this.spans = gaps
      .filter((gap) => slots.touches(gap.from, gap.to))
      .map((gap) => [slots.placeOf(gap.from), slots.placeOf(gap.to)]);
    this.colours = colours;
    this.attachedTo?.requestUpdate();
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return [{ zOrder: () => 'bottom', renderer: () => ({ draw: (target) => this.draw(target) }) }];
  }

  private draw(target: DrawTarget) {
    const colours = this.colours;
    if (!colours || !this.attachedTo) {
      return;
    }
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      for (const [from, to] of this.spans) {
        const left = this.coordinate(from);
        const right = this.coordinate(to);
        if (left !== null && right !== null && right >= 0 && left <= mediaSize.width) {
          const width = Math.max(THINNEST_PIXELS, right - left);
          this.shade(context, colours, Math.min(left, left + (right - left - width) / 2), width, mediaSize.height);
        }
      }
    });
  }

  private shade(context: CanvasRenderingContext2D, colours: GapColours, left: number, width: number, height: number) {
    context.save();
    context.beginPath();
    context.rect(left, 0, width, height);
    context.clip();
    context.fillStyle = colours.fill;
    context.fillRect(left, 0, width, height);
    context.strokeStyle = colours.stripe;
    context.lineWidth = 1;
    if (width <= STRIPE_PIXELS) {
      context.fillStyle = colours.stripe;
      context.fillRect(left, 0, Math.min(width, THINNEST_PIXELS), height);
    } else {
      context.beginPath();
      for (let x = left - height; x < left + width; x += STRIPE_PIXELS) {
        context.moveTo(x, height);
        context.lineTo(x + height, 0);
      }
      context.stroke();
    }
    if (width >= LABEL_PIXELS && this.label) {
      context.fillStyle = colours.text;
      context.font = `600 10px ${colours.font}`;
      context.textAlign = 'center';
      context.textBaseline = 'bottom';
      context.fillText(this.label, left + width / 2, height - 6);
    }
    context.restore();
  }

  private coordinate(place: SlotPlace): number | null {
    return slotCoordinate(this.attachedTo, place);
  }
}

/** Where a place is in the pane, in pixels; the library itself knows only the middles of slots. */
export function slotCoordinate(attachedTo: SeriesAttachedParameter<Time> | undefined, place: SlotPlace): number | null {
  const scale = attachedTo?.chart.timeScale();
  const middle = scale?.logicalToCoordinate(place.index as Logical) ?? null;
  const next = scale?.logicalToCoordinate((place.index + 1) as Logical) ?? null;
  return middle === null || next === null ? null : middle + (place.share - 0.5) * (next - middle);
}
