import type {
  IPrimitivePaneRenderer,
  IPrimitivePaneView,
  ISeriesPrimitive,
  Logical,
  SeriesAttachedParameter,
  Time,
} from 'lightweight-charts';

type DrawTarget = Parameters<IPrimitivePaneRenderer['draw']>[0];

/**
 * The boundary of the lambda on the chart: a line after the last bar that a batch run has settled. Right of it stand
 * only bars that the batch has not confirmed yet.
 */
export class Tidemark implements ISeriesPrimitive<Time> {
  private attachedTo?: SeriesAttachedParameter<Time>;
  private index: number | null = null;
  private colour = '';
  private font = '';

  attached(param: SeriesAttachedParameter<Time>) {
    this.attachedTo = param;
  }

  detached() {
    this.attachedTo = undefined;
  }

  /** Puts the line behind the bar of this index, or nowhere when no bar is settled. */
  place(index: number | null, colour: string, font: string) {
    this.index = index;
    this.colour = colour;
    this.font = font;
    this.attachedTo?.requestUpdate();
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return [{ zOrder: () => 'normal', renderer: () => ({ draw: (target) => this.draw(target) }) }];
  }

  private draw(target: DrawTarget) {
    const scale = this.attachedTo?.chart.timeScale();
    if (!scale || this.index === null) {
      return;
    }
    const left = scale.logicalToCoordinate(this.index as Logical);
    const right = scale.logicalToCoordinate((this.index + 1) as Logical);
    if (left === null || right === null) {
      return;
    }
    const x = (left + right) / 2;
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      if (x < 0 || x > mediaSize.width) {
        return;
      }
      context.strokeStyle = this.colour;
      context.setLineDash([4, 4]);
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, mediaSize.height);
      context.stroke();
      context.setLineDash([]);
      context.fillStyle = this.colour;
      context.font = `600 10px ${this.font}`;
      context.textAlign = 'right';
      context.textBaseline = 'bottom';
      context.fillText('settled by batch', x - 6, mediaSize.height - 6);
    });
  }
}
