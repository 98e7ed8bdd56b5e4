import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { barsOf, isPriced, layerOf, secondsOf, type Bar, type SeriesFrame } from './bars';
import { BarCanvas } from './bar-canvas';
import { legend } from './legend';
import { movingAverage, type AveragePoint } from './moving-average';
import { onThemeChange } from './palette';
import { gapsIn, type FeedGap } from './slots';
import { momentLabel, type Zone } from './time-zone';

const AVERAGE_LENGTH = 20;

/**
 * Candles over volume for one series. The server hands over a whole series as one string (`showSeries`) and later
 * single bars as numbers (`updateBar`); boundary and silences of the feed are properties. Says `older-bars-wanted` when the reader comes near the oldest bar.
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
    .legend > * {
      background: color-mix(in srgb, var(--tide-panel) 78%, transparent);
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
    .gap {
      color: var(--tide-warn);
    }
    .key {
      display: inline-flex;
      align-items: center;
      gap: 5px;
    }
    .key::before {
      content: '';
      width: 7px;
      height: 11px;
      box-sizing: border-box;
      border: 1px solid currentColor;
    }
    .key.hatched::before {
      border: 0;
      background: repeating-linear-gradient(135deg, var(--tide-warn) 0 1px, transparent 1px 4px), var(--tide-silence);
    }
    .key.hatched {
      color: var(--tide-warn);
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

  /** Instant up to which the batch layer is complete, epoch seconds; 0 before its first publication. */
  @property({ type: Number }) coveredUntil = 0;
  /** Silences of the feed for this symbol, oldest first, as JSON. */
  @property() gaps = '[]';

  @state() private bars: Bar[] = [];
  /** Time of the bar or empty slot that the reader points at. */
  @state() private pointedTime: number | null = null;
  @query('.canvas') private host!: HTMLElement;

  private frame: SeriesFrame | null = null;
  private averagePoints: AveragePoint[] = [];
  private silences: FeedGap[] = [];
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

  /** Bars that no batch run has settled as a whole. */
  get liveBarCount(): number {
    return this.bars.filter((bar) => bar.layer !== 'batch').length;
  }

  /** What is shaded; tests and the curious read it. */
  get feedGaps(): FeedGap[] {
    return this.silences;
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

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('gaps')) {
      this.silences = JSON.parse(this.gaps) as FeedGap[];
    }
    this.averagePoints = this.average ? movingAverage(this.bars, AVERAGE_LENGTH) : [];
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('zone') && changed.get('zone') !== undefined) {
      this.dropCanvas();
      this.buildCanvas();
    }
    if (changed.has('gaps')) {
      this.canvas?.silence(this.silences);
    }
    if (changed.has('coveredUntil')) {
      this.canvas?.cover(this.coveredUntil);
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
    this.pointedTime = null;
    this.canvas?.show(this.bars, frame, same);
  }

  /** Shows nothing: the symbol is unknown, or its bars are on their way. */
  clear() {
    this.frame = null;
    this.bars = [];
    this.pointedTime = null;
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
      onPoint: (time) => (this.pointedTime = time),
      onOldest: () => this.askForOlder(),
    });
    this.canvas.drawAverage(this.averagePoints);
    this.canvas.silence(this.silences);
    this.canvas.cover(this.coveredUntil);
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
    const pointed = this.bars.findIndex((bar) => bar.time === this.pointedTime);
    const from = pointed < 0 ? this.bars.length : pointed;
    const bar = this.bars[Math.min(this.bars.length - 1, Math.max(0, from + step))];
    this.pointedTime = bar.time;
    this.canvas?.pointAt(bar);
  }

  private onBlur() {
    this.pointedTime = null;
    this.canvas?.pointAt(null);
  }

  override render() {
    return html`
      <div class="canvas" tabindex="0" role="group" aria-label=${this.summary()} @keydown=${this.onKeyDown}
        @blur=${this.onBlur}></div>
      <div class="legend">${this.frame ? this.legend(this.frame) : nothing}</div>
    `;
  }

  private legend(frame: SeriesFrame) {
    const time = this.pointedTime ?? this.lastBar?.time;
    if (time === undefined) {
      return nothing;
    }
    const live = this.bars.at(-1)?.layer !== 'batch';
    return html`
      ${legend({
        bar: this.bars.findLast((bar) => bar.time === time) ?? null,
        moment: momentLabel(time as never, this.zoneOfBars(), frame.interval === '1d'),
        gaps: gapsIn(time, secondsOf(frame.interval), this.silences),
        zone: this.zone,
        decimals: frame.decimals,
        average: this.averagePoints.findLast((point) => point.time === time)?.value ?? null,
      })}
      ${live ? html`<span class="key">hollow = live, not settled</span>` : nothing}
      ${this.silences.length > 0 ? html`<span class="key hatched">feed gap</span>` : nothing}
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
    const gaps = this.silences.length === 0 ? '' : `, ${this.silences.length} feed gaps`;
    return `Price chart of ${this.frame.symbol}, ${this.frame.interval} bars, ${this.bars.length} bars${close}${gaps}. `
      + 'Arrow keys walk from bar to bar.';
  }
}
