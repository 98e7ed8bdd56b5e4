import {
  CandlestickSeries,
  createChartEx,
  HistogramSeries,
  LineSeries,
  LineStyle,
  type CandlestickData,
  type HistogramData,
  type IChartApiBase,
  type IPriceLine,
  type ISeriesApi,
  type Logical,
  type MouseEventParams,
  type Time,
  type UTCTimestamp,
  type WhitespaceData,
} from 'lightweight-charts';
import { AXIS, FRAME, THIN_LINE } from './chart-look';
import { isPriced, secondsOf, type Bar, type SeriesFrame } from './bars';
import { GapShades } from './gap-shades';
import { shortVolumeLabel } from './legend';
import type { AveragePoint } from './moving-average';
import { paletteOf, type Palette } from './palette';
import { Slots, type FeedGap } from './slots';
import { boundaryPlace, Tidemark } from './tidemark';
import { boundaryLabel, momentLabel, tickLabel, ZonedTimeScale, type Zone } from './time-zone';

/** Room that a bar gets when a series is first shown. */
const FIRST_BAR_PIXELS = 6.5;
/** Fewer bars than these are not stretched over the whole width. */
const FEWEST_VIEW_BARS = 60;
/** Bars left of the view that are kept in reserve before older ones are asked for. */
const RESERVE_BARS = 20;

export interface BarCanvasOptions {
  zone: Zone;
  /** The reader points at the bar of this time, or at none. */
  onPoint: (time: number | null) => void;
  /** The reader comes near the oldest bar. */
  onOldest: () => void;
}

/** The drawing: turns bars into series of lightweight-charts, and colours them by direction and by layer. */
export class BarCanvas {
  private readonly chart: IChartApiBase<Time>;
  private readonly candles: ISeriesApi<'Candlestick', Time>;
  private readonly volumes: ISeriesApi<'Histogram', Time>;
  private readonly averageLine: ISeriesApi<'Line', Time>;
  private readonly tidemark = new Tidemark();
  private readonly gapShades = new GapShades('feed gap');
  private readonly volumeGapShades = new GapShades('');
  private palette: Palette;
  private bars: Bar[] = [];
  private step = 60;
  private gaps: FeedGap[] = [];
  private slots = Slots.of([], [], 60);
  private coveredUntil = 0;
  private priceLine: IPriceLine | null = null;
  private daily = false;

  constructor(private readonly host: HTMLElement, private readonly options: BarCanvasOptions) {
    this.palette = paletteOf(host);
    const { zone } = options;
    this.chart = createChartEx<Time, ZonedTimeScale>(host, new ZonedTimeScale(zone), {
      ...FRAME,
      localization: { timeFormatter: (time: Time) => momentLabel(time, this.zoneOfBars(), this.daily) },
      timeScale: { ...AXIS, tickMarkFormatter: (time: Time, type: number) => tickLabel(time, type, this.zoneOfBars()) },
    } as never);
    this.candles = this.chart.addSeries(CandlestickSeries, {
      borderVisible: true,
      // The library takes the label's colour from the fill, and a hollow bar has none: see placePriceLine.
      priceLineVisible: false,
      lastValueVisible: false,
    });
    this.averageLine = this.chart.addSeries(LineSeries, THIN_LINE);
    this.volumes = this.chart.addSeries(
      HistogramSeries,
      { priceLineVisible: false, priceFormat: { type: 'custom', formatter: shortVolumeLabel, minMove: 0.0001 } },
      1,
    );
    this.candles.attachPrimitive(this.gapShades);
    this.volumes.attachPrimitive(this.volumeGapShades);
    this.candles.attachPrimitive(this.tidemark);
    this.chart.panes()[0].setStretchFactor(4);
    this.chart.panes()[1].setStretchFactor(1);
    this.volumes.priceScale().applyOptions({ scaleMargins: { top: 0.3, bottom: 0 } });
    this.applyPalette();
    this.chart.subscribeCrosshairMove((event: MouseEventParams<Time>) => {
      if (event.sourceEvent) {
        options.onPoint((event.time as number | undefined) ?? null);
      }
    });
    this.chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
      if (range && this.bars.length > 0 && range.from < RESERVE_BARS) {
        options.onOldest();
      }
    });
  }

  show(bars: Bar[], frame: SeriesFrame, keepPlace: boolean) {
    const place = keepPlace ? this.place() : null;
    this.bars = bars;
    this.daily = frame.interval === '1d';
    this.step = secondsOf(frame.interval);
    const minMove = 10 ** -frame.decimals;
    const priceFormat = { type: 'price', precision: frame.decimals, minMove } as const;
    this.candles.applyOptions({ priceFormat });
    this.averageLine.applyOptions({ priceFormat });
    this.chart.applyOptions({ timeScale: { timeVisible: !this.daily } } as never);
    this.draw();
    if (place) {
      this.chart.timeScale().setVisibleLogicalRange(place());
    } else {
      const { count } = this.slots;
      const room = Math.floor(this.host.clientWidth / FIRST_BAR_PIXELS);
      const width = Math.max(Math.min(FEWEST_VIEW_BARS, room), Math.min(count + 2, room));
      this.chart.timeScale().setVisibleLogicalRange({ from: (count - width) as Logical, to: (count + 5) as Logical });
    }
  }

  /** Moves the boundary; 0 is none. */
  cover(until: number) {
    this.coveredUntil = until;
    this.placeTidemark();
  }

  /** Shades these silences of the feed, and makes room for the bars that they cost. */
  silence(gaps: FeedGap[]) {
    const place = this.place();
    this.gaps = gaps;
    this.draw();
    if (place) {
      this.chart.timeScale().setVisibleLogicalRange(place());
    }
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
      this.candles.update(this.candle(bar), !appended);
      this.volumes.update(this.volume(bar), !appended);
      this.placeMarks();
    } else {
      // The bar ends a silence: the empty slots before it are new, too.
      this.draw();
    }
  }

  drawAverage(points: AveragePoint[]) {
    this.averageLine.setData(points.map(({ time, value }) => ({ time: time as UTCTimestamp, value })));
  }

  pointAt(bar: Bar | null) {
    if (!bar || !isPriced(bar)) {
      this.chart.clearCrosshairPosition();
      return;
    }
    const index = this.slots.indexOf(bar.time);
    const scale = this.chart.timeScale();
    const range = scale.getVisibleLogicalRange();
    if (range && (index < range.from || index > range.to)) {
      const width = range.to - range.from;
      const from = index < range.from ? index : index - width;
      scale.setVisibleLogicalRange({ from: from as Logical, to: (from + width) as Logical });
    }
    this.chart.setCrosshairPosition(bar.close, bar.time as UTCTimestamp, this.candles);
  }

  repaint() {
    this.palette = paletteOf(this.host);
    this.applyPalette();
    this.draw();
  }

  remove() {
    this.chart.remove();
  }

  private zoneOfBars(): Zone {
    return this.daily ? 'utc' : this.options.zone;
  }

  /** Where the reader looks, counted from the newest bar, because older bars may come in on the left. */
  private place(): (() => { from: Logical; to: Logical }) | null {
    const range = this.chart.timeScale().getVisibleLogicalRange();
    const oldest = this.bars[0]?.time;
    if (!range || oldest === undefined) {
      return null;
    }
    const { count } = this.slots;
    return () => {
      const shift = Math.max(0, this.slots.indexOf(oldest));
      const follow = range.to >= count - 1 ? Math.max(0, this.slots.count - shift - count) : 0;
      const by = shift + follow;
      return { from: (range.from + by) as Logical, to: (range.to + by) as Logical };
    };
  }

  private draw() {
    this.slots = Slots.of(this.bars, this.gaps, this.step);
    const candles: (CandlestickData<Time> | WhitespaceData<Time>)[] = [];
    let next = 0;
    for (const time of this.slots.times) {
      const bar = this.bars[next];
      candles.push(bar.time === time ? this.candle(bar) : { time: time as UTCTimestamp });
      next += bar.time === time ? 1 : 0;
    }
    this.candles.setData(candles);
    this.volumes.setData(this.bars.map((bar) => this.volume(bar)));
    this.placeMarks();
  }

  private placeMarks() {
    const { gap, gapStripe, gapText, fontFamily } = this.palette;
    const colours = { fill: gap, stripe: gapStripe, text: gapText, font: fontFamily };
    this.gapShades.place(this.gaps, this.slots, colours);
    this.volumeGapShades.place(this.gaps, this.slots, colours);
    this.placeTidemark();
    this.placePriceLine();
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
        this.candles.removePriceLine(this.priceLine);
        this.priceLine = null;
      }
      return;
    }
    const color = last.close >= last.open ? this.palette.up : this.palette.down;
    const look = { price: last.close, color, lineWidth: 1, lineStyle: LineStyle.Dotted, axisLabelVisible: true } as const;
    if (this.priceLine) {
      this.priceLine.applyOptions(look);
    } else {
      this.priceLine = this.candles.createPriceLine({ ...look, title: '' });
    }
  }

  /** Settled bars are filled; bars of the speed layer are hollow until a batch run has confirmed them. */
  private candle(bar: Bar): CandlestickData<Time> | WhitespaceData<Time> {
    const time = bar.time as UTCTimestamp;
    if (!isPriced(bar)) {
      return { time };
    }
    const { up, down, upHalf, downHalf } = this.palette;
    const rising = bar.close >= bar.open;
    const colour = rising ? up : down;
    const { open, high, low, close } = bar;
    const fill = { batch: colour, speed: 'transparent', merged: rising ? upHalf : downHalf }[bar.layer];
    return { time, open, high, low, close, color: fill, borderColor: colour, wickColor: colour };
  }

  private volume(bar: Bar): HistogramData<Time> {
    const up = !isPriced(bar) || bar.close >= bar.open;
    return {
      time: bar.time as UTCTimestamp,
      value: bar.volume,
      color: up ? this.palette.volumeUp : this.palette.volumeDown,
    };
  }

  private applyPalette() {
    const { text, grid, border, crosshair, crosshairLabel, fontFamily, average } = this.palette;
    const line = { color: crosshair, labelBackgroundColor: crosshairLabel };
    this.chart.applyOptions({
      layout: { textColor: text, fontFamily, panes: { separatorColor: border, separatorHoverColor: border } },
      grid: { vertLines: { color: grid }, horzLines: { color: grid } },
      crosshair: { vertLine: line, horzLine: line },
    } as never);
    this.averageLine.applyOptions({ color: average });
  }
}
