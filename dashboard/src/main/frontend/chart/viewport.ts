import type { IChartApiBase, Logical, Time } from 'lightweight-charts';
import type { Slots } from './slots';

/** Room that a bar gets when a series is first shown. */
const FIRST_BAR_PIXELS = 6.5;
/** Fewer bars than these are not stretched over the whole width. */
const FEWEST_VIEW_BARS = 60;
/** Bars left of the view that are kept in reserve before older ones are asked for. */
const RESERVE_BARS = 20;

/** Which part of the bars is seen. */
export class Viewport {
  private slots: Slots | null = null;
  /** Span in seconds that the reader asked for, 0 for none; it holds until he moves. */
  private range = 0;
  private complete = true;

  constructor(private readonly chart: IChartApiBase<Time>, private readonly host: HTMLElement, private readonly onOldest: () => void) {
    chart.timeScale().subscribeVisibleLogicalRangeChange((seen) => {
      if (seen && this.slots && this.slots.count > 0 && seen.from < RESERVE_BARS) {
        onOldest();
      }
    });
    host.addEventListener('wheel', this.forgetRange, { passive: true });
    host.addEventListener('pointerdown', this.forgetRange);
  }

  /** Takes note of what there is to see now. */
  know(slots: Slots, complete: boolean) {
    this.slots = slots;
    this.complete = complete;
  }

  /** Shows so many seconds up to the newest bar and stays with them until the reader moves; 0 changes nothing. */
  setRange(seconds: number) {
    this.range = seconds;
    this.showRange();
  }

  /** The same, but from the next bars on. */
  expectRange(seconds: number) {
    this.range = seconds;
  }

  /** Shows the span that is asked for, or as many of the newest bars as are well seen. */
  showNewest() {
    if (this.showRange() || !this.slots) {
      return;
    }
    const { count } = this.slots;
    const room = Math.floor(this.host.clientWidth / FIRST_BAR_PIXELS);
    const width = Math.max(Math.min(FEWEST_VIEW_BARS, room), Math.min(count + 2, room));
    this.look(count - width, count + 5);
  }

  /**
   * Where the reader looks, counted from the newest bar, because older bars may come in on the left. What is returned
   * looks there again, once the bars are others.
   */
  keep(): () => void {
    const seen = this.chart.timeScale().getVisibleLogicalRange();
    const oldest = this.slots?.times[0];
    const before = this.slots?.count ?? 0;
    return () => {
      if (this.showRange() || !seen || oldest === undefined || !this.slots) {
        return;
      }
      const shift = Math.max(0, this.slots.indexOf(oldest));
      const follow = seen.to >= before - 1 ? Math.max(0, this.slots.count - shift - before) : 0;
      this.look(seen.from + shift + follow, seen.to + shift + follow);
    };
  }

  /** Moves no further than is needed to see a slot. */
  reveal(index: number) {
    const seen = this.chart.timeScale().getVisibleLogicalRange();
    if (seen && (index < seen.from || index > seen.to)) {
      this.forgetRange();
      const width = seen.to - seen.from;
      const from = index < seen.from ? index : index - width;
      this.look(from, from + width);
    }
  }

  remove() {
    this.host.removeEventListener('wheel', this.forgetRange);
    this.host.removeEventListener('pointerdown', this.forgetRange);
  }

  private readonly forgetRange = () => {
    this.range = 0;
  };

  /** Whether a span is asked for; asks for older bars until there are enough for it. */
  private showRange(): boolean {
    const slots = this.slots;
    const newest = slots?.times.at(-1);
    if (this.range === 0 || !slots || newest === undefined) {
      return false;
    }
    const start = newest - this.range;
    this.look(Math.max(0, slots.times.findIndex((time) => time > start)), slots.count + 1);
    if (!this.complete && slots.times[0] > start) {
      this.onOldest();
    }
    return true;
  }

  private look(from: number, to: number) {
    this.chart.timeScale().setVisibleLogicalRange({ from: from as Logical, to: to as Logical });
  }
}
