import { BarChart, HeatmapChart, LineChart, TreemapChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { onThemeChange } from '../chart/palette';
import { countOf, type FigureContent } from './content';
import { figurePaletteOf } from './figure-palette';
import { optionOf } from './options';

use([BarChart, HeatmapChart, LineChart, TreemapChart, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

/**
 * One figure over data that the server hands over as JSON. The element itself is an image with a label for those who do
 * not see it. Says `name-chosen` when the reader clicks what stands for a name.
 */
@customElement('tide-figure')
export class Figure extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      min-height: 0;
    }
    .canvas {
      position: absolute;
      inset: 0;
    }
  `;

  @property() data = '';
  @query('.canvas') private host!: HTMLElement;

  private content: FigureContent | null = null;
  private chart: EChartsType | null = null;
  private sizes?: ResizeObserver;
  private stopThemeWatch?: () => void;

  /** How many values are drawn. */
  get pointCount(): number {
    return this.chart && this.content ? countOf(this.content) : 0;
  }

  // Flow moves nodes while it lays the page out: what was started must start again.
  override connectedCallback() {
    super.connectedCallback();
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(this);
    this.stopThemeWatch = onThemeChange(() => this.draw());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes?.disconnect();
    this.stopThemeWatch?.();
    this.chart?.dispose();
    this.chart = null;
  }

  override updated(changed: PropertyValues) {
    if (changed.has('data')) {
      this.content = this.data === '' ? null : (JSON.parse(this.data) as FigureContent);
      this.draw();
    }
  }

  /** A chart that is made without a size never finds its own. */
  private fit() {
    if (this.clientWidth > 0 && this.clientHeight > 0) {
      this.chart?.resize();
      this.draw();
    }
  }

  private draw() {
    if (!this.isConnected || !this.host || this.clientWidth === 0 || this.clientHeight === 0) {
      return;
    }
    if (this.content === null) {
      this.chart?.clear();
      return;
    }
    if (!this.chart) {
      this.chart = init(this.host, undefined, { renderer: 'canvas' });
      this.chart.on('click', (event) => {
        const kind = this.content?.kind;
        if (event.name && (kind === 'treemap' || kind === 'bars')) {
          this.dispatchEvent(new CustomEvent('name-chosen', { detail: event.name }));
        }
      });
    }
    this.chart.setOption(optionOf(this.content, figurePaletteOf(this), this.clientWidth), { notMerge: true });
  }

  /** Hands the figure to the reader as a file, on the ground of the theme. */
  savePng(name: string) {
    if (this.chart) {
      const link = document.createElement('a');
      link.href = this.chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: figurePaletteOf(this).paper });
      link.download = name;
      link.click();
    }
  }

  override render() {
    return html`<div class="canvas" aria-hidden="true"></div>`;
  }
}
