import {
  CandlestickSeries,
  createChartEx,
  CrosshairMode,
  HistogramSeries,
  LineSeries,
  type CandlestickData,
  type HistogramData,
  type IChartApiBase,
  type ISeriesApi,
  type Logical,
  type MouseEventParams,
  type Time,
  type UTCTimestamp,
  type WhitespaceData,
} from 'lightweight-charts';
import { isPriced, type Bar, type SeriesFrame } from './bars';
import { shortVolumeLabel } from './legend';
import type { AveragePoint } from './moving-average';
import { paletteOf, type Palette } from './palette';
import { Tidemark } from './tidemark';
import { momentLabel, tickLabel, ZonedTimeScale, type Zone } from './time-zone';

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
  private palette: Palette;
  private bars: Bar[] = [];
  private daily = false;

  constructor(private readonly host: HTMLElement, private readonly options: BarCanvasOptions) {
    this.palette = paletteOf(host);
    const { zone } = options;
    this.chart = createChartEx<Time, ZonedTimeScale>(host, new ZonedTimeScale(zone), {
      autoSize: true,
      layout: { background: { color: 'transparent' }, fontSize: 11, attributionLogo: true, panes: { enableResize: false } },
      localization: { timeFormatter: (time: Time) => momentLabel(time, this.zoneOfBars(), this.daily) },
      rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.16, bottom: 0.06 } },
      timeScale: {
        borderVisible: false,
        timeVisible: true,
        secondsVisible: false,
        rightOffset: 6,
        minBarSpacing: 1,
        tickMarkFormatter: (time: Time, type: number) => tickLabel(time, type, this.zoneOfBars()),
      },
      crosshair: { mode: CrosshairMode.Normal },
    } as never);
    this.candles = this.chart.addSeries(CandlestickSeries, { borderVisible: true });
    this.averageLine = this.chart.addSeries(LineSeries, {
      lineWidth: 1,
      priceLineVisible: false,
      lastValueVisible: false,
      crosshairMarkerVisible: false,
    });
    this.volumes = this.chart.addSeries(
      HistogramSeries,
      { priceLineVisible: false, priceFormat: { type: 'custom', formatter: shortVolumeLabel, minMove: 0.0001 } },
      1,
    );
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
    const minMove = 10 ** -frame.decimals;
    const priceFormat = { type: 'price', precision: frame.decimals, minMove } as const;
    this.candles.applyOptions({ priceFormat });
    this.averageLine.applyOptions({ priceFormat });
    this.chart.applyOptions({ timeScale: { timeVisible: !this.daily } } as never);
    this.draw();
    if (place) {
      this.chart.timeScale().setVisibleLogicalRange(place(bars.length));
    } else {
      const room = Math.floor(this.host.clientWidth / FIRST_BAR_PIXELS);
      const width = Math.max(Math.min(FEWEST_VIEW_BARS, room), Math.min(bars.length + 2, room));
      const first = bars.length - width;
      this.chart.timeScale().setVisibleLogicalRange({ from: first as Logical, to: (bars.length + 5) as Logical });
    }
  }

  clear() {
    this.bars = [];
    this.draw();
  }

  update(bars: Bar[], bar: Bar) {
    const appended = bars.at(-1) === bar;
    this.bars = bars;
    this.candles.update(this.candle(bar), !appended);
    this.volumes.update(this.volume(bar), !appended);
    this.placeTidemark();
  }

  drawAverage(points: AveragePoint[]) {
    this.averageLine.setData(points.map(({ time, value }) => ({ time: time as UTCTimestamp, value })));
  }

  pointAt(bar: Bar | null, index: number) {
    if (!bar || !isPriced(bar)) {
      this.chart.clearCrosshairPosition();
      return;
    }
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
  private place(): ((count: number) => { from: Logical; to: Logical }) | null {
    const range = this.chart.timeScale().getVisibleLogicalRange();
    const oldest = this.bars[0]?.time;
    if (!range || oldest === undefined) {
      return null;
    }
    const count = this.bars.length;
    return () => {
      const shift = Math.max(0, this.bars.findIndex((bar) => bar.time >= oldest));
      const follow = range.to >= count - 1 ? Math.max(0, this.bars.length - shift - count) : 0;
      const by = shift + follow;
      return { from: (range.from + by) as Logical, to: (range.to + by) as Logical };
    };
  }

  private draw() {
    this.candles.setData(this.bars.map((bar) => this.candle(bar)));
    this.volumes.setData(this.bars.map((bar) => this.volume(bar)));
    this.placeTidemark();
  }

  private placeTidemark() {
    const settled = this.bars.findLastIndex((bar) => bar.layer === 'batch');
    this.tidemark.place(settled < 0 ? null : settled, this.palette.tidemark, this.palette.fontFamily);
  }

  /** Settled bars are filled; bars of the speed layer are hollow until a batch run has confirmed them. */
  private candle(bar: Bar): CandlestickData<Time> | WhitespaceData<Time> {
    const time = bar.time as UTCTimestamp;
    if (!isPriced(bar)) {
      return { time };
    }
    const colour = bar.close >= bar.open ? this.palette.up : this.palette.down;
    const { open, high, low, close } = bar;
    const fill = bar.layer === 'batch' ? colour : 'transparent';
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
