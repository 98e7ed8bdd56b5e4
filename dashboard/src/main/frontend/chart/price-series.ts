import {
  CandlestickSeries,
  LineSeries,
  type CandlestickData,
  type HistogramData,
  type IChartApiBase,
  type ISeriesApi,
  type LineData,
  type Time,
  type UTCTimestamp,
  type WhitespaceData,
} from 'lightweight-charts';
import { isPriced, type Bar } from './bars';
import type { Palette } from './palette';

/** How prices are drawn: whole bars, or closes alone. */
export type Kind = 'candles' | 'line';

type Drawn = CandlestickData<Time> | LineData<Time> | WhitespaceData<Time>;

const LOOK = {
  // The library takes the label's colour from the fill, and a hollow bar has none: the canvas draws its own.
  priceLineVisible: false,
  lastValueVisible: false,
} as const;

/** The prices of the bars as candles or as a line; what no batch run has settled is hollow, or paler. */
export class PriceSeries {
  readonly series: ISeriesApi<'Candlestick' | 'Line', Time>;

  constructor(chart: IChartApiBase<Time>, private readonly kind: Kind, private readonly palette: () => Palette) {
    this.series =
      kind === 'line'
        ? chart.addSeries(LineSeries, { ...LOOK, lineWidth: 2 })
        : chart.addSeries(CandlestickSeries, { ...LOOK, borderVisible: true });
  }

  /** What is drawn at the time of a bar. */
  point(bar: Bar): Drawn {
    const time = bar.time as UTCTimestamp;
    if (!isPriced(bar)) {
      return { time };
    }
    return this.kind === 'line' ? this.dot(bar.close, bar, time) : this.candle(bar, time, bar.close >= bar.open);
  }

  private candle(bar: Bar & { open: number; high: number; low: number; close: number }, time: UTCTimestamp, rising: boolean) {
    const { up, down, upHalf, downHalf } = this.palette();
    const colour = rising ? up : down;
    const { open, high, low, close } = bar;
    const fill = { batch: colour, speed: 'transparent', merged: rising ? upHalf : downHalf }[bar.layer];
    return { time, open, high, low, close, color: fill, borderColor: colour, wickColor: colour };
  }

  private dot(value: number, bar: Bar, time: UTCTimestamp): LineData<Time> {
    const { line, lineLive } = this.palette();
    return { time, value, color: bar.layer === 'batch' ? line : lineLive };
  }
}

/** The column of a bar's volume. */
export function volumeColumn(bar: Bar, { volumeUp, volumeDown }: Palette): HistogramData<Time> {
  const up = !isPriced(bar) || bar.close >= bar.open;
  return { time: bar.time as UTCTimestamp, value: bar.volume, color: up ? volumeUp : volumeDown };
}
