/** One bar as the page draws it: times in UTC epoch seconds, prices null where no trade was eligible to set them. */
export interface Bar {
  time: number;
  open: number | null;
  high: number | null;
  low: number | null;
  close: number | null;
  volume: number;
  vwap: number | null;
  trades: number;
  eligibleTrades: number;
  lateTrades: number;
  layer: Layer;
}

/** Which layer of the lambda a bar comes from, merged of both: only what the batch layer has settled is drawn filled. */
export type Layer = 'batch' | 'speed' | 'merged';

const SECONDS: Record<string, number> = { '1m': 60, '5m': 300, '15m': 900, '1h': 3600, '1d': 86_400 };

/** Length of a bar of an interval, in seconds. */
export function secondsOf(interval: string): number {
  return SECONDS[interval] ?? 60;
}

/** A whole series as one string of columns; times are the first time and then the steps between bars. */
export interface SeriesFrame {
  symbol: string;
  interval: string;
  decimals: number;
  /** Whether there is nothing older to ask for. */
  complete: boolean;
  time: number[];
  open: (number | null)[];
  high: (number | null)[];
  low: (number | null)[];
  close: (number | null)[];
  volume: number[];
  vwap: (number | null)[];
  trades: number[];
  eligible: number[];
  late: number[];
  /** One letter a bar: b for batch, s for speed, m for merged. */
  layers: string;
}

export function layerOf(letter: string): Layer {
  return letter === 's' ? 'speed' : letter === 'm' ? 'merged' : 'batch';
}

export function barsOf(frame: SeriesFrame): Bar[] {
  let time = 0;
  return frame.time.map((step, i) => {
    time += step;
    return {
      time,
      open: frame.open[i],
      high: frame.high[i],
      low: frame.low[i],
      close: frame.close[i],
      volume: frame.volume[i],
      vwap: frame.vwap[i],
      trades: frame.trades[i],
      eligibleTrades: frame.eligible[i],
      lateTrades: frame.late[i],
      layer: layerOf(frame.layers[i]),
    };
  });
}

/** A bar that can be drawn as a candle. */
export interface PricedBar extends Bar {
  open: number;
  high: number;
  low: number;
  close: number;
}

export function isPriced(bar: Bar): bar is PricedBar {
  return bar.open !== null && bar.high !== null && bar.low !== null && bar.close !== null;
}
