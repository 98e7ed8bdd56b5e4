import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { barsOf, isPriced, layerOf, type Bar, type SeriesFrame } from './bars';
import { BarCanvas } from './bar-canvas';
import { legend } from './legend';
import { movingAverage, type AveragePoint } from './moving-average';
import { onThemeChange } from './palette';
import { momentLabel, type Zone } from './time-zone';

const AVERAGE_LENGTH = 20;

/**
 * Candles over volume for one series. The server hands over a whole series as one string (`showSeries`) and later
 * single bars as numbers (`updateBar`). Says `older-bars-wanted` when the reader comes near the oldest bar.
 */
@customElement('tide-price-chart')
export class PriceChart extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      min-height: 0;
    }
    .canvas {
      position: absolute;
      inset: 0;
      outline: none;
    }
    .canvas:focus-visible {
      box-shadow: inset 0 0 0 2px var(--tide-focus);
    }
    .legend {
      position: absolute;
      z-index: 3;
      inset: 6px 72px auto 12px;
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      pointer-events: none;
      font-size: 12px;
      line-height: 18px;
      font-variant-numeric: tabular-nums;
      color: var(--tide-text-soft);
    }
    .figure {
      white-space: nowrap;
    }
    .name {
      margin-inline-end: 4px;
    }
    .value {
      color: var(--tide-text);
    }
    .up {
      color: var(--tide-up);
    }
    .down {
      color: var(--tide-down);
    }
    .average {
      color: var(--tide-average-text);
    }
    .note {
      font-style: italic;
    }
    @media (max-width: 700px) {
      .legend {
        gap: 0 8px;
        font-size: 11px;
        line-height: 16px;
      }
    }
  `;

  /** Whether the moving average is drawn. */
  @property({ type: Boolean }) average = false;
  @property() zone: Zone = 'utc';

  @state() private bars: Bar[] = [];
  @state() private pointed: Bar | null = null;
  @query('.canvas') private host!: HTMLElement;

  private frame: SeriesFrame | null = null;
  private averagePoints: AveragePoint[] = [];
  private canvas: BarCanvas | null = null;
  private stopThemeWatch?: () => void;
  private olderAsked = false;

  /** Bars that are drawn now; tests and the curious read it. */
  get barCount(): number {
    return this.bars.length;
  }

  /** The newest bar, as it is drawn. */
  get lastBar(): Bar | null {
    return this.bars.at(-1) ?? null;
  }

  get series(): string {
    return this.frame ? `${this.frame.symbol} ${this.frame.interval}` : '';
  }

  override connectedCallback() {
    super.connectedCallback();
    // Here and not in firstUpdated: Flow detaches and attaches the element when it lays the page out.
    this.stopThemeWatch = onThemeChange(() => this.canvas?.repaint());
    if (this.hasUpdated && !this.canvas) {
      this.buildCanvas();
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.stopThemeWatch?.();
    this.dropCanvas();
  }

  override firstUpdated() {
    this.buildCanvas();
  }

  override willUpdate() {
    this.averagePoints = this.average ? movingAverage(this.bars, AVERAGE_LENGTH) : [];
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('zone') && changed.get('zone') !== undefined) {
      this.dropCanvas();
      this.buildCanvas();
    }
    this.canvas?.drawAverage(this.averagePoints);
  }

  /** Replaces everything that is drawn. Keeps the reader's place when it is the same series as before. */
  showSeries(json: string) {
    const frame = JSON.parse(json) as SeriesFrame;
    const same = this.frame?.symbol === frame.symbol && this.frame?.interval === frame.interval;
    this.frame = frame;
    this.bars = barsOf(frame);
    this.olderAsked = false;
    this.pointed = null;
    this.canvas?.show(this.bars, frame, same);
  }

  /** Shows nothing: the symbol is unknown, or its bars are on their way. */
  clear() {
    this.frame = null;
    this.bars = [];
    this.pointed = null;
    this.canvas?.clear();
  }

  /** Puts one bar in its place: changes it when its time is known, appends it when it is the newest. */
  updateBar(time: number, open: number | null, high: number | null, low: number | null, close: number | null,
      volume: number, vwap: number | null, trades: number, eligibleTrades: number, lateTrades: number, layer: string) {
    const bar: Bar = {
      time, open, high, low, close, volume, vwap, trades, eligibleTrades, lateTrades, layer: layerOf(layer),
    };
    const at = this.bars.findLastIndex((known) => known.time <= time);
    const known = at >= 0 && this.bars[at].time === time;
    this.bars = known ? this.bars.with(at, bar) : this.bars.toSpliced(at + 1, 0, bar);
    this.canvas?.update(this.bars, bar);
  }

  private buildCanvas() {
    this.canvas = new BarCanvas(this.host, {
      zone: this.zone,
      onPoint: (time) => (this.pointed = this.bars.find((bar) => bar.time === time) ?? null),
      onOldest: () => this.askForOlder(),
    });
    this.canvas.drawAverage(this.averagePoints);
    if (this.frame) {
      this.canvas.show(this.bars, this.frame, false);
    }
  }

  private dropCanvas() {
    this.canvas?.remove();
    this.canvas = null;
  }

  private askForOlder() {
    if (this.frame && !this.frame.complete && !this.olderAsked) {
      this.olderAsked = true;
      this.dispatchEvent(new CustomEvent('older-bars-wanted'));
    }
  }

  /** Left and right walk from bar to bar, as the crosshair does under a mouse. */
  private onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0 || this.bars.length === 0) {
      return;
    }
    event.preventDefault();
    const from = this.pointed ? this.bars.indexOf(this.pointed) : this.bars.length;
    const to = Math.min(this.bars.length - 1, Math.max(0, from + step));
    this.pointed = this.bars[to];
    this.canvas?.pointAt(this.pointed, to);
  }

  private onBlur() {
    this.pointed = null;
    this.canvas?.pointAt(null, -1);
  }

  override render() {
    const bar = this.pointed ?? this.lastBar;
    return html`
      <div class="canvas" tabindex="0" role="group" aria-label=${this.summary()} @keydown=${this.onKeyDown}
        @blur=${this.onBlur}></div>
      <div class="legend">
        ${bar && this.frame
          ? legend({
              bar,
              moment: momentLabel(bar.time as never, this.zoneOfBars(), this.frame.interval === '1d'),
              decimals: this.frame.decimals,
              average: this.averagePoints.findLast((point) => point.time === bar.time)?.value ?? null,
            })
          : nothing}
      </div>
    `;
  }

  /** Daily bars are days of UTC: moving them by hours would name the wrong day. */
  private zoneOfBars(): Zone {
    return this.frame?.interval === '1d' ? 'utc' : this.zone;
  }

  private summary(): string {
    const last = this.lastBar;
    if (!this.frame || !last) {
      return 'Price chart, empty';
    }
    const close = isPriced(last) ? `, last close ${last.close.toFixed(this.frame.decimals)}` : '';
    return `Price chart of ${this.frame.symbol}, ${this.frame.interval} bars, ${this.bars.length} bars${close}. `
      + 'Arrow keys walk from bar to bar.';
  }
}
