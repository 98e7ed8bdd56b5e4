import {
  HistogramSeries,
  LineSeries,
  LineStyle,
  type AutoscaleInfo,
  type IChartApiBase,
  type IPriceLine,
  type ISeriesApi,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import { THIN_LINE } from '../chart-look';
import type { Palette } from '../palette';
import type { Point, Study, StudyLine } from './study';

/** Lines and the pane that they are drawn in. */
export interface DrawnStudy {
  study: Pick<Study, 'code' | 'pane' | 'levels' | 'range'>;
  lines: StudyLine[];
}

/** Price and volume have the first panes. */
const FIRST_OWN_PANE = 2;

interface Drawn {
  line: StudyLine;
  series: ISeriesApi<'Line' | 'Histogram', Time>;
  levels: IPriceLine[];
}

/** Lines over the price and in panes below, as series of lightweight-charts. */
export class StudyCanvas {
  private layout = '';
  private drawn: Drawn[] = [];
  private precision = 2;

  constructor(
    private readonly chart: IChartApiBase<Time>,
    private readonly host: HTMLElement,
    private readonly palette: () => Palette,
  ) {}

  /** How many digits the prices have. */
  setPrecision(digits: number) {
    this.precision = digits;
    this.drawn.forEach(({ series }) => series.applyOptions({ priceFormat: this.format() }));
  }

  /** Draws these and nothing else; of lines that are there already, only the newest point when `newestOnly`. */
  draw(studies: readonly DrawnStudy[], newestOnly: boolean) {
    const layout = studies.map(({ study, lines }) => `${study.code}:${lines.map((line) => line.label)}`).join(';');
    if (layout !== this.layout) {
      this.build(studies);
      this.layout = layout;
    }
    studies.flatMap(({ lines }) => lines).forEach((line, i) => {
      const before = this.drawn[i].line.points;
      this.drawn[i].line = line;
      const last = line.points.at(-1);
      const grownByOne = line.points.length - before.length <= 1 && line.points.length >= before.length;
      if (newestOnly && last && grownByOne && before.length > 0) {
        this.drawn[i].series.update(this.point(line, last));
      } else {
        this.drawn[i].series.setData(line.points.map((point) => this.point(line, point)));
      }
    });
  }

  /** What the series hold, line by line. */
  get points(): Point[][] {
    return this.drawn.map(({ series }) =>
      series.data().map((point) => ({ time: point.time as number, value: (point as { value: number }).value })),
    );
  }

  /** Draws the same in the colours of now. */
  repaint() {
    for (const { line, series, levels } of this.drawn) {
      levels.forEach((level) => level.applyOptions({ color: this.palette().crosshair }));
      if (line.shape === 'line') {
        series.applyOptions({ color: this.colourOf(line) });
      } else {
        series.setData(line.points.map((point) => this.point(line, point)));
      }
    }
  }

  private build(studies: readonly DrawnStudy[]) {
    // A pane is gone with its last series.
    this.drawn.forEach(({ series }) => this.chart.removeSeries(series));
    this.drawn = [];
    let pane = FIRST_OWN_PANE;
    for (const { study, lines } of studies) {
      const index = study.pane === 'price' ? 0 : pane++;
      const added = lines.map((line) => {
        return { line: { ...line, points: [] }, series: this.add(line, study, index), levels: [] as IPriceLine[] };
      });
      added[0].levels = study.levels.map((price) => this.level(added[0].series, price));
      this.drawn.push(...added);
      if (index > 0) {
        this.chart.panes()[index].setStretchFactor(1.4);
        added[0].series.priceScale().applyOptions({ scaleMargins: { top: 0.14, bottom: 0.08 } });
      }
    }
  }

  private add(line: StudyLine, study: DrawnStudy['study'], pane: number): Drawn['series'] {
    const { range } = study;
    const autoscaleInfoProvider = range
      ? (): AutoscaleInfo => ({ priceRange: { minValue: range[0], maxValue: range[1] } })
      : undefined;
    const look = { ...THIN_LINE, priceFormat: this.format(), autoscaleInfoProvider };
    return line.shape === 'line'
      ? this.chart.addSeries(LineSeries, { ...look, color: this.colourOf(line) }, pane)
      : this.chart.addSeries(HistogramSeries, look, pane);
  }

  private level(series: Drawn['series'], price: number): IPriceLine {
    const color = this.palette().crosshair;
    return series.createPriceLine({ price, color, lineWidth: 1, lineStyle: LineStyle.SparseDotted, axisLabelVisible: false, title: '' });
  }

  private format() {
    return { type: 'price', precision: this.precision, minMove: 10 ** -this.precision } as const;
  }

  private point(line: StudyLine, { time, value }: Point) {
    const point = { time: time as UTCTimestamp, value };
    const { volumeUp, volumeDown } = this.palette();
    return line.shape === 'columns' ? { ...point, color: value < 0 ? volumeDown : volumeUp } : point;
  }

  private colourOf(line: StudyLine): string {
    return getComputedStyle(this.host).getPropertyValue(line.colour).trim();
  }
}
