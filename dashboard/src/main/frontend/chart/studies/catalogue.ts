import { closesOf, exponentialAverage, simpleAverage } from './averages';
import { bollingerBands } from './bollinger';
import { macdOf, relativeStrength } from './oscillators';
import type { Point, Study, StudyLine } from './study';
import { dayVwap } from './vwap';

function line(label: string, colour: string, points: Point[]): StudyLine {
  return { label, colour, points, shape: 'line' };
}

const OVER_PRICE = { pane: 'price', levels: [], range: null } as const;
const BELOW = { pane: 'own', range: null } as const;

/**
 * What can be drawn, in the order in which it is. Formulas are those of the batch layer (docs/analytics.md), but over
 * all bars that the chart holds, where the batch begins anew with each date.
 */
const STUDIES: Study[] = [
  {
    ...OVER_PRICE,
    code: 'sma',
    lines: (bars) => [line('SMA 20', '--tide-average', simpleAverage(closesOf(bars), 20))],
  },
  {
    ...OVER_PRICE,
    code: 'ema',
    lines: (bars) => {
      const closes = closesOf(bars);
      return [
        line('EMA 12', '--tide-line-1', exponentialAverage(closes, 12)),
        line('EMA 26', '--tide-line-2', exponentialAverage(closes, 26)),
      ];
    },
  },
  { ...OVER_PRICE, code: 'vwap', lines: (bars, complete) => [line('VWAP of day', '--tide-line-3', dayVwap(bars, complete))] },
  {
    ...OVER_PRICE,
    code: 'bollinger',
    lines: (bars) => {
      const { upper, middle, lower } = bollingerBands(closesOf(bars), 20, 2);
      return [
        line('BB upper', '--tide-line-4', upper),
        line('BB middle', '--tide-line-4', middle),
        line('BB lower', '--tide-line-4', lower),
      ];
    },
  },
  {
    ...BELOW,
    code: 'rsi',
    levels: [30, 70],
    range: [0, 100],
    lines: (bars) => [line('RSI 14', '--tide-line-2', relativeStrength(closesOf(bars), 14))],
  },
  {
    ...BELOW,
    code: 'macd',
    levels: [0],
    lines: (bars) => {
      const { macd, signal, histogram } = macdOf(closesOf(bars));
      return [
        { label: 'Histogram', colour: '', points: histogram, shape: 'columns' },
        line('MACD', '--tide-line-1', macd),
        line('Signal', '--tide-average', signal),
      ];
    },
  },
];

/** The studies that a list of codes names, such as `sma,rsi`. */
export function studiesOf(codes: string): Study[] {
  const wanted = new Set(codes.split(','));
  return STUDIES.filter((study) => wanted.has(study.code));
}
