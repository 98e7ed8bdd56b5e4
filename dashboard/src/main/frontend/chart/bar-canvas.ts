import {
  createChartEx,
  HistogramSeries,
  LineStyle,
  PriceScaleMode,
  type IChartApiBase,
  type IPriceLine,
  type ISeriesApi,
  type MouseEventParams,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import { AXIS, FRAME } from './chart-look';
import { isPriced, secondsOf, type Bar, type SeriesFrame } from './bars';
import { GapShades } from './gap-shades';
import { shortVolumeLabel } from './legend';
import { paletteOf, type Palette } from './palette';
import { PriceSeries, volumeColumn, type Kind } from './price-series';
import { sessionBreaks, SessionShades, type SessionBreak } from './session-breaks';
import { Slots, type FeedGap } from './slots';
import { StoryMarker } from './story-marker';
import type { BarStories, StoryMark } from './story-marks';
import type { Point } from './studies/study';
import { StudyCanvas, type DrawnStudy } from './studies/study-canvas';
import { boundaryPlace, Tidemark } from './tidemark';
import { boundaryLabel, momentLabel, tickLabel, ZonedTimeScale, type Zone } from './time-zone';
import { Viewport } from './viewport';

export interface BarCanvasOptions {
  zone: Zone;
  kind: Kind;
  /** The reader points at the bar of this time, or at none. */
  onPoint: (time: number | null) => void;
  /** The reader comes near the oldest bar. */
  onOldest: () => void;
  /** The reader wants the stories of a bar. */
  onStories: (stories: BarStories) => void;
}

/** The drawing: turns bars into series of lightweight-charts, and colours them by direction and by layer. */
export class BarCanvas {
  private readonly chart: IChartApiBase<Time>;
  private readonly prices: PriceSeries;
  private readonly volumes: ISeriesApi<'Histogram', Time>;
  private readonly studyCanvas: StudyCanvas;
  private readonly marker: StoryMarker;
  private readonly viewport: Viewport;
  private readonly tidemark = new Tidemark();
  private readonly gapShades = new GapShades('feed gap');
  private readonly volumeGapShades = new GapShades('');
  private readonly sessionShades = new SessionShades();
  private breaks: SessionBreak[] = [];
  private palette: Palette;
  private bars: Bar[] = [];
  private step = 60;
  private gaps: FeedGap[] = [];
  private slots = Slots.of([], [], 60);
  private coveredUntil = 0;
  private priceLine: IPriceLine | null = null;
  private daily = false;
  private complete = false;

  constructor(private readonly host: HTMLElement, private readonly options: BarCanvasOptions) {
    this.palette = paletteOf(host);
    const { zone } = options;
    this.chart = createChartEx<Time, ZonedTimeScale>(host, new ZonedTimeScale(zone), {
      ...FRAME,
      localization: { timeFormatter: (time: Time) => momentLabel(time, this.zoneOfBars(), this.daily) },
      timeScale: { ...AXIS, tickMarkFormatter: (time: Time, type: number) => tickLabel(time, type, this.zoneOfBars()) },
    } as never);
    const palette = () => this.palette;
    this.prices = new PriceSeries(this.chart, options.kind, palette);
    this.volumes = this.chart.addSeries(
      HistogramSeries,
      { priceLineVisible: false, priceFormat: { type: 'custom', formatter: shortVolumeLabel, minMove: 0.0001 } },
      1,
    );
    this.studyCanvas = new StudyCanvas(this.chart, host, palette);
    this.marker = new StoryMarker(this.prices.series, palette);
    this.prices.series.attachPrimitive(this.sessionShades);
    this.prices.series.attachPrimitive(this.gapShades);
    this.volumes.attachPrimitive(this.volumeGapShades);
    this.prices.series.attachPrimitive(this.tidemark);
    this.chart.panes()[0].setStretchFactor(4);
    this.chart.panes()[1].setStretchFactor(1);
    this.volumes.priceScale().applyOptions({ scaleMargins: { top: 0.3, bottom: 0 } });
    this.applyPalette();
    this.chart.subscribeCrosshairMove((event: MouseEventParams<Time>) => {
      if (event.sourceEvent) {
        options.onPoint((event.time as number | undefined) ?? null);
        host.style.cursor = this.storiesAt(event) ? 'pointer' : '';
      }
    });
    this.chart.subscribeClick((event: MouseEventParams<Time>) => {
      const stories = this.storiesAt(event);
      if (stories) {
        options.onStories(stories);
      }
    });
    this.viewport = new Viewport(this.chart, host, options.onOldest);
  }

  show(bars: Bar[], frame: SeriesFrame, keepPlace: boolean) {
    const lookAgain = keepPlace ? this.viewport.keep() : () => this.viewport.showNewest();
    this.bars = bars;
    this.daily = frame.interval === '1d';
    this.step = secondsOf(frame.interval);
    this.complete = frame.complete;
    const minMove = 10 ** -frame.decimals;
    this.prices.series.applyOptions({ priceFormat: { type: 'price', precision: frame.decimals, minMove } });
    this.studyCanvas.setPrecision(frame.decimals);
    this.chart.applyOptions({ timeScale: { timeVisible: !this.daily } } as never);
    this.draw();
    lookAgain();
  }

  /** Shows so many seconds up to the newest bar and stays with them until the reader moves; 0 changes nothing. */
  setRange(seconds: number) {
    this.viewport.setRange(seconds);
  }

  /** The same for the bars that are shown next. */
  expectRange(seconds: number) {
    this.viewport.expectRange(seconds);
  }

  /** Marks the bars in which there were stories about the symbol. */
  mark(stories: readonly StoryMark[]) {
    this.marker.mark(stories);
    this.marker.place(this.bars, this.step);
  }

  /** The stories of the bar that starts then. */
  storiesOf(time: number | null): BarStories | null {
    return this.marker.of(time);
  }

  /** The closed session after which the bar that starts then is the first, if there was one. */
  breakBefore(time: number | null): SessionBreak | null {
    return this.breaks.find((closed) => closed.time === time) ?? null;
  }

  /** Draws these studies; where prices are compared, they are shown in percent of the first that is seen. */
  drawStudies(studies: readonly DrawnStudy[], compared: boolean, newestOnly: boolean) {
    const mode = compared ? PriceScaleMode.Percentage : PriceScaleMode.Normal;
    this.prices.series.priceScale().applyOptions({ mode });
    this.studyCanvas.draw(studies, newestOnly);
  }

  /** What is drawn over the bars and below, in the order in which it was given. */
  get drawnPoints(): Point[][] {
    return this.studyCanvas.points;
  }

  /** Moves the boundary; 0 is none. */
  cover(until: number) {
    this.coveredUntil = until;
    this.placeTidemark();
  }

  /** Shades these silences of the feed, and makes room for the bars that they cost. */
  silence(gaps: FeedGap[]) {
    const lookAgain = this.viewport.keep();
    this.gaps = gaps;
    this.draw();
    lookAgain();
  }

  clear() {
    this.bars = [];
    this.draw();
  }

  update(bars: Bar[], bar: Bar) {
    const slots = Slots.of(bars, this.gaps, this.step);
    const appended = slots.count === this.slots.count + 1 && bars.at(-1) === bar;
    const inPlace = slots.count === this.slots.count;
    this.bars = bars;
    this.slots = slots;
    if (appended || inPlace) {
      this.prices.series.update(this.prices.point(bar), !appended);
      this.volumes.update(volumeColumn(bar, this.palette), !appended);
      this.viewport.know(slots, this.complete);
      this.placeMarks();
      if (appended) {
        this.marker.place(bars, this.step);
      }
    } else {
      // The bar ends a silence: the empty slots before it are new, too.
      this.draw();
    }
  }

  pointAt(bar: Bar | null) {
    if (!bar || !isPriced(bar)) {
      this.chart.clearCrosshairPosition();
      return;
    }
    this.viewport.reveal(this.slots.indexOf(bar.time));
    this.chart.setCrosshairPosition(bar.close, bar.time as UTCTimestamp, this.prices.series);
  }

  repaint() {
    this.palette = paletteOf(this.host);
    this.applyPalette();
    this.draw();
    this.studyCanvas.repaint();
  }

  remove() {
    this.viewport.remove();
    this.chart.remove();
  }

  private zoneOfBars(): Zone {
    return this.daily ? 'utc' : this.options.zone;
  }

  private draw() {
    this.slots = Slots.of(this.bars, this.gaps, this.step);
    this.viewport.know(this.slots, this.complete);
    const points: ReturnType<PriceSeries['point']>[] = [];
    let next = 0;
    for (const time of this.slots.times) {
      const bar = this.bars[next];
      points.push(bar.time === time ? this.prices.point(bar) : { time: time as UTCTimestamp });
      next += bar.time === time ? 1 : 0;
    }
    this.prices.series.setData(points);
    this.volumes.setData(this.bars.map((bar) => volumeColumn(bar, this.palette)));
    this.placeMarks();
    this.marker.place(this.bars, this.step);
  }

  private placeMarks() {
    const { gap, gapStripe, gapText, fontFamily } = this.palette;
    const colours = { fill: gap, stripe: gapStripe, text: gapText, font: fontFamily };
    this.gapShades.place(this.gaps, this.slots, colours);
    this.volumeGapShades.place(this.gaps, this.slots, colours);
    this.breaks = sessionBreaks(this.slots, this.step, this.gaps);
    this.sessionShades.place(this.breaks, this.palette.border);
    this.placeTidemark();
    this.placePriceLine();
  }

  private storiesAt(event: MouseEventParams<Time>): BarStories | null {
    if (event.paneIndex !== 0) {
      // A point is measured from the top of the pane that it is in.
      return null;
    }
    const bar = this.bars.find((candidate) => candidate.time === event.time);
    const top = this.options.kind === 'line' ? bar?.close : bar?.high;
    return this.marker.at(bar?.time ?? null, event.point?.y, top ?? null);
  }

  private placeTidemark() {
    const newest = this.bars.at(-1)?.time;
    const placed = newest !== undefined && this.coveredUntil > 0;
    const clock = placed ? boundaryLabel(this.coveredUntil, newest, this.options.zone) : '';
    this.tidemark.place(placed ? boundaryPlace(this.coveredUntil, this.bars, this.slots) : null, {
      label: `settled until ${clock}`,
      colour: this.palette.tidemark,
      paper: this.palette.paper,
      font: this.palette.fontFamily,
    });
  }

  private placePriceLine() {
    const last = this.bars.findLast(isPriced);
    if (!last) {
      if (this.priceLine) {
        this.prices.series.removePriceLine(this.priceLine);
        this.priceLine = null;
      }
      return;
    }
    const color = last.close >= last.open ? this.palette.up : this.palette.down;
    const look = { price: last.close, color, lineWidth: 1, lineStyle: LineStyle.Dotted, axisLabelVisible: true } as const;
    if (this.priceLine) {
      this.priceLine.applyOptions(look);
    } else {
      this.priceLine = this.prices.series.createPriceLine({ ...look, title: '' });
    }
  }

  private applyPalette() {
    const { text, grid, border, crosshair, crosshairLabel, fontFamily } = this.palette;
    const line = { color: crosshair, labelBackgroundColor: crosshairLabel };
    this.chart.applyOptions({
      layout: { textColor: text, fontFamily, panes: { separatorColor: border, separatorHoverColor: border } },
      grid: { vertLines: { color: grid }, horzLines: { color: grid } },
      crosshair: { vertLine: line, horzLine: line },
    } as never);
  }
}
