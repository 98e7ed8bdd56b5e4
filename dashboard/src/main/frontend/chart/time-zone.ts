import { defaultHorzScaleBehavior, TickMarkType, type Time, type UTCTimestamp } from 'lightweight-charts';

/** How times are written: in UTC, as the bars are cut, or in the reader's own zone. */
export type Zone = 'utc' | 'local';

const Behavior = defaultHorzScaleBehavior();

/** Seconds to add to UTC to get the wall clock of the zone at that instant. */
function offsetSeconds(time: number, zone: Zone): number {
  return zone === 'utc' ? 0 : -60 * new Date(time * 1000).getTimezoneOffset();
}

/** A time scale whose day and hour marks stand at the zone's own midnights and hours, not at those of UTC. */
export class ZonedTimeScale extends Behavior {
  constructor(private readonly zone: Zone) {
    super();
  }

  override fillWeightsForPoints(points: Parameters<InstanceType<typeof Behavior>['fillWeightsForPoints']>[0], start: number) {
    if (this.zone === 'utc') {
      super.fillWeightsForPoints(points, start);
      return;
    }
    // The library weighs a point by its instant in UTC: so it is shown copies whose instants are moved by the offset.
    const shifted = points.map((point) => {
      const time = point.originalTime as UTCTimestamp;
      return { ...point, time: this.convertHorzItemToInternal((time + offsetSeconds(time, this.zone)) as UTCTimestamp) };
    });
    super.fillWeightsForPoints(shifted, start);
    for (let i = start; i < points.length; i++) {
      points[i].timeWeight = shifted[i].timeWeight;
    }
  }
}

function format(time: number, zone: Zone, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone === 'utc' ? 'UTC' : undefined }).format(time * 1000);
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

/** A label of the time axis. Daily bars are days of UTC, whatever the zone. */
export function tickLabel(time: Time, type: TickMarkType, zone: Zone): string {
  const seconds = time as UTCTimestamp;
  switch (type) {
    case TickMarkType.Year:
      return format(seconds, zone, { year: 'numeric' });
    case TickMarkType.Month:
      return format(seconds, zone, { month: 'short' });
    case TickMarkType.DayOfMonth:
      return format(seconds, zone, DAY);
    default:
      return format(seconds, zone, CLOCK);
  }
}

/** A whole instant, as the crosshair and the legend write it. */
export function momentLabel(time: Time, zone: Zone, daily: boolean): string {
  const day = format(time as UTCTimestamp, zone, { weekday: 'short', ...DAY, year: 'numeric' });
  return daily ? day : `${day} ${format(time as UTCTimestamp, zone, CLOCK)}`;
}

/** An instant to the second, for spans shorter than a bar. */
export function secondLabel(time: number, zone: Zone): string {
  return format(time, zone, { ...CLOCK, second: '2-digit' });
}

/** The boundary's instant: by its clock, with its day when that is another than the newest bar's. */
export function boundaryLabel(time: number, newest: number, zone: Zone): string {
  const day = (at: number) => format(at, zone, DAY);
  return day(time) === day(newest) ? format(time, zone, CLOCK) : `${day(time)} ${format(time, zone, CLOCK)}`;
}
