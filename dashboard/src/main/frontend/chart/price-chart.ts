import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { barsOf, isPriced, layerOf, secondsOf, type Bar, type SeriesFrame } from './bars';
import { BarCanvas } from './bar-canvas';
import { legend } from './legend';
import { comparedOf, comparisonLines, withClose, type Compared, type ComparedFrame } from './comparison';
import { chartStyles } from './chart-styles';
import { onThemeChange } from './palette';
import type { Kind } from './price-series';
import { gapsIn, type FeedGap } from './slots';
import type { BarStories, StoryMark } from './story-marks';
import { studiesOf } from './studies/catalogue';
import type { Point } from './studies/study';
import type { DrawnStudy } from './studies/study-canvas';
import { momentLabel, type Zone } from './time-zone';

/**
 * Candles over volume for one series. The server hands over a whole series as one string (`showSeries`) and later
 * single bars as numbers (`updateBar`), and likewise what is compared; the rest are properties. Says `older-bars-wanted`
 * when the reader comes near the oldest bar, and `stories-wanted` for those of a bar.
 */
@customElement('tide-price-chart')
export class PriceChart extends LitElement {
  static override styles = chartStyles;

  /** Codes of the studies that are drawn, such as `sma,rsi`. */
  @property() studies = '';
  @property() kind: Kind = 'candles';
  @property() zone: Zone = 'utc';
  /** Seconds up to the newest bar that are shown; 0 for as many bars as are well seen. */
  @property({ type: Number }) range = 0;
  /** Stories about the symbol, as JSON. */
  @property() stories = '[]';

  /** Instant up to which the batch layer is complete, epoch seconds; 0 before its first publication. */
  @property({ type: Number }) coveredUntil = 0;
  /** Silences of the feed for this symbol, oldest first, as JSON. */
  @property() gaps = '[]';

  @state() private bars: Bar[] = [];
  @state() private compared: Compared[] = [];
  /** Time of the bar or empty slot that the reader points at. */
  @state() private pointedTime: number | null = null;
  @query('.canvas') private host!: HTMLElement;

  private frame: SeriesFrame | null = null;
  private drawn: DrawnStudy[] = [];
  /** Whether only the newest bar is another than when the studies were drawn last. */
  private newestOnly = false;
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

  /** Values of what is drawn over the bars and below, by its label; tests and the curious read it. */
  get lines(): Record<string, Point[]> {
    return Object.fromEntries(this.drawn.flatMap(({ lines }) => lines).map(({ label, points }) => [label, points]));
  }

  /** The same as the drawing holds it. */
  get drawnLines(): Record<string, Point[]> {
    const drawn = this.canvas?.drawnPoints ?? [];
    return Object.fromEntries(this.drawn.flatMap(({ lines }) => lines).map(({ label }, i) => [label, drawn[i] ?? []]));
  }

  /** Bars that have stories; tests and the curious read it. */
  get storyMarks(): BarStories[] {
    return this.bars.map((bar) => this.canvas?.storiesOf(bar.time)).filter((stories) => !!stories);
  }

  /** Bars before which the market was closed; tests and the curious read it. */
  get sessionBreaks(): number {
    return this.bars.filter((bar) => this.canvas?.breakBefore(bar.time)).length;
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
    if (drawsOther(changed)) {
      this.drawn = this.drawnNow();
    }
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.get('zone') !== undefined || changed.get('kind') !== undefined) {
      this.dropCanvas();
      this.buildCanvas();
      return;
    }
    if (changed.has('gaps')) {
      this.canvas?.silence(this.silences);
      this.requestUpdate();
    }
    if (changed.has('coveredUntil')) {
      this.canvas?.cover(this.coveredUntil);
    }
    if (changed.has('stories')) {
      this.canvas?.mark(JSON.parse(this.stories) as StoryMark[]);
      // The legend tells what is marked.
      this.requestUpdate();
    }
    if (changed.has('range')) {
      this.canvas?.setRange(this.range);
    }
    if (drawsOther(changed)) {
      this.drawStudies(this.newestOnly);
      this.newestOnly = false;
    }
  }

  /** What is compared is in percent of its own: lines over the price would mean nothing beside it. */
  private drawnNow(): DrawnStudy[] {
    const studies = studiesOf(this.studies).map((study) => ({ study, lines: study.lines(this.bars, this.frame?.complete ?? false) }));
    if (this.compared.length === 0) {
      return studies;
    }
    const study = { code: 'compared', pane: 'price', levels: [], range: null } as const;
    const others = { study, lines: comparisonLines(this.compared, this.bars) };
    return [others, ...studies.filter(({ study: { pane } }) => pane === 'own')];
  }

  private drawStudies(newestOnly: boolean) {
    this.canvas?.drawStudies(this.drawn, this.compared.length > 0, newestOnly);
  }

  /** Replaces what is compared, each another symbol's series. */
  showCompared(json: string) {
    this.compared = (JSON.parse(json) as ComparedFrame[]).map(comparedOf);
    this.newestOnly = false;
  }

  /** Puts one close of a compared symbol in its place. */
  updateCompared(symbol: string, time: number, close: number | null) {
    this.newestOnly = !this.isUpdatePending && time === this.lastBar?.time;
    this.compared = this.compared.map((known) => (known.symbol === symbol ? withClose(known, time, close) : known));
  }

  /** Replaces everything that is drawn. Keeps the reader's place when it is the same series as before. */
  showSeries(json: string) {
    const frame = JSON.parse(json) as SeriesFrame;
    const same = this.frame?.symbol === frame.symbol && this.frame?.interval === frame.interval;
    this.frame = frame;
    this.bars = barsOf(frame);
    this.olderAsked = false;
    this.pointedTime = null;
    this.newestOnly = false;
    if (!same) {
      // The span that was chosen with these bars, and not that of the bars before.
      this.canvas?.expectRange(this.range);
    }
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
    const pending = this.isUpdatePending;
    const at = this.bars.findLastIndex((known) => known.time <= time);
    const known = at >= 0 && this.bars[at].time === time;
    this.bars = known ? this.bars.with(at, bar) : this.bars.toSpliced(at + 1, 0, bar);
    // Several bars may come before the next drawing: then each is one more point, which one update does not bring.
    this.newestOnly = !pending && bar === this.bars.at(-1);
    this.canvas?.update(this.bars, bar);
  }

  private buildCanvas() {
    this.canvas = new BarCanvas(this.host, {
      zone: this.zone,
      kind: this.kind,
      onPoint: (time) => (this.pointedTime = time),
      onOldest: () => this.askForOlder(),
      onStories: (stories) => this.askForStories(stories),
    });
    this.canvas.mark(JSON.parse(this.stories) as StoryMark[]);
    this.canvas.setRange(this.range);
    this.canvas.silence(this.silences);
    this.canvas.cover(this.coveredUntil);
    if (this.frame) {
      this.canvas.show(this.bars, this.frame, false);
    }
    this.drawStudies(false);
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

  private askForStories({ from, to }: BarStories) {
    this.dispatchEvent(new CustomEvent('stories-wanted', { detail: { from, to } }));
  }

  /** Left and right walk from bar to bar, as the crosshair does under a mouse; Enter opens the stories of a bar. */
  private onKeyDown(event: KeyboardEvent) {
    const told = this.pointedTime ?? this.lastBar?.time ?? null;
    const stories = event.key === 'Enter' ? this.canvas?.storiesOf(told) : null;
    if (stories) {
      this.askForStories(stories);
      return;
    }
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
        lines: this.drawn.flatMap(({ lines }) => lines),
        stories: this.canvas?.storiesOf(time)?.count ?? 0,
        closedSeconds: this.canvas?.breakBefore(time)?.seconds ?? 0,
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

/** Whether lines are to be computed and drawn anew: not when only the crosshair has moved. */
function drawsOther(changed: Map<PropertyKey, unknown>): boolean {
  return changed.has('bars') || changed.has('studies') || changed.has('compared');
}
