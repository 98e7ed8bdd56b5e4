import { css, html, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { QuoteElement } from './quote-element';

const WIDTH = 88;
const HEIGHT = 26;
const PAD = 3;
const TOP = 61;

/** The last hour of closes, drawn small; its colour is that of the change. */
@customElement('tide-spark-line')
export class SparkLine extends QuoteElement {
  static override styles = css`
    :host {
      display: block;
      height: ${HEIGHT}px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
      color: var(--tide-text-soft);
    }
    .up {
      color: var(--tide-candle-up);
    }
    .down {
      color: var(--tide-candle-down);
    }
    polyline {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.4;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    polygon {
      fill: currentColor;
      opacity: 0.13;
    }
  `;

  override render() {
    const quote = this.quote();
    if (!quote || quote.spark.length < 2) {
      return html``;
    }
    const kind = quote.direction > 0 ? 'up' : quote.direction < 0 ? 'down' : '';
    return html`<svg class=${kind} viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${this.line(quote.spark)}
    </svg>`;
  }

  private line(spark: number[]): TemplateResult {
    const x = (i: number) => (PAD + (i * (WIDTH - 2 * PAD)) / (spark.length - 1)).toFixed(1);
    const y = (height: number) => (HEIGHT - PAD - (height * (HEIGHT - 2 * PAD)) / TOP).toFixed(1);
    const points = spark.map((height, i) => `${x(i)},${y(height)}`).join(' ');
    return svg`
      <polygon points="${x(0)},${HEIGHT} ${points} ${x(spark.length - 1)},${HEIGHT}"></polygon>
      <polyline points=${points}></polyline>`;
  }
}
