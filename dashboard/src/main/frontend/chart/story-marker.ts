import { createSeriesMarkers, type ISeriesApi, type ISeriesMarkersPluginApi, type Time, type UTCTimestamp } from 'lightweight-charts';
import type { Bar } from './bars';
import type { Palette } from './palette';
import { storiesByBar, type BarStories, type StoryMark } from './story-marks';

/** So near to a marker a click means it; px above the bar. */
const REACH_PIXELS = 30;
/** Sentiment from which the speed layer counts a story as good news, and its negative as bad. */
const CLEAR = 0.15;

/** One marker a bar that has stories: their number, coloured by how they read. */
export class StoryMarker {
  private readonly plugin: ISeriesMarkersPluginApi<Time>;
  private stories: readonly StoryMark[] = [];
  private marked = new Map<number, BarStories>();

  constructor(private readonly series: ISeriesApi<'Candlestick' | 'Line', Time>, private readonly palette: () => Palette) {
    this.plugin = createSeriesMarkers<Time>(series, []);
  }

  /** These are the stories, wherever the bars are. */
  mark(stories: readonly StoryMark[]) {
    this.stories = stories;
  }

  /** Puts the markers on these bars. */
  place(bars: readonly Bar[], step: number) {
    const found = storiesByBar(bars, step, this.stories);
    this.marked = new Map(found.map((stories) => [stories.time, stories]));
    const { up, down, crosshair } = this.palette();
    this.plugin.setMarkers(
      found.map(({ time, count, sentiment }) => ({
        time: time as UTCTimestamp,
        position: 'aboveBar',
        shape: 'circle',
        color: sentiment > CLEAR ? up : sentiment < -CLEAR ? down : crosshair,
        text: count > 1 ? `${count}` : '',
      })),
    );
  }

  /** The stories of the bar that starts then. */
  of(time: number | null): BarStories | null {
    return (time !== null && this.marked.get(time)) || null;
  }

  /** The same when a point `y` pixels down the pane is on the marker, over a bar that reaches up to a price. */
  at(time: number | null, y: number | undefined, high: number | null): BarStories | null {
    const top = high === null ? null : this.series.priceToCoordinate(high);
    return y !== undefined && top !== null && y < top && y > top - REACH_PIXELS ? this.of(time) : null;
  }
}
