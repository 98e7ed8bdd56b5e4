import type { Point } from './study';

export interface Bands {
  middle: Point[];
  upper: Point[];
  lower: Point[];
}

/** Bollinger bands (Bollinger 2001): the mean of the last `length` values, and `width` population deviations to either side. */
export function bollingerBands(values: readonly Point[], length: number, width: number): Bands {
  const bands: Bands = { middle: [], upper: [], lower: [] };
  for (let end = length; end <= values.length; end++) {
    const window = values.slice(end - length, end);
    const mean = window.reduce((sum, { value }) => sum + value, 0) / length;
    // Of differences to the mean, because squares of prices lose the digits that a deviation is made of.
    const deviation = Math.sqrt(window.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / length);
    const { time } = values[end - 1];
    bands.middle.push({ time, value: mean });
    bands.upper.push({ time, value: mean + width * deviation });
    bands.lower.push({ time, value: mean - width * deviation });
  }
  return bands;
}
