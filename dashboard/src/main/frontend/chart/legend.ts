import { html, nothing, type TemplateResult } from 'lit';
import { isPriced, type Bar } from './bars';

export interface LegendView {
  bar: Bar;
  moment: string;
  decimals: number;
  average: number | null;
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** Volumes where there is little room. */
export function shortVolumeLabel(volume: number): string {
  return short.format(volume);
}

/** Volumes: in full while short, then in thousands and millions; crypto trades in fractions. */
export function volumeLabel(volume: number): string {
  if (volume >= 1_000_000) {
    return compact.format(volume);
  }
  return volume < 100 && !Number.isInteger(volume) ? volume.toPrecision(4) : grouped.format(volume);
}

function figure(name: string, value: string, kind = ''): TemplateResult {
  return html`<span class="figure"><span class="name">${name}</span><span class="value ${kind}">${value}</span></span>`;
}

/** The figures of one bar in one line: that under the crosshair, or the newest. */
export function legend({ bar, moment, decimals, average }: LegendView): TemplateResult {
  const price = (value: number | null) => (value === null ? '–' : value.toFixed(decimals));
  const kind = isPriced(bar) ? (bar.close >= bar.open ? 'up' : 'down') : '';
  return html`
    <span class="moment">${moment}</span>
    ${figure('O', price(bar.open), kind)} ${figure('H', price(bar.high), kind)} ${figure('L', price(bar.low), kind)}
    ${figure('C', price(bar.close), kind)} ${figure('Vol', volumeLabel(bar.volume))}
    ${figure('VWAP', bar.vwap === null ? '–' : bar.vwap.toFixed(decimals + 2))}
    ${figure('Trades', grouped.format(bar.trades))}
    ${bar.lateTrades > 0 ? figure('Late', grouped.format(bar.lateTrades)) : nothing}
    ${average === null ? nothing : figure('SMA 20', average.toFixed(decimals), 'average')}
    ${isPriced(bar) ? nothing : html`<span class="note">no trade in this bar may set a price</span>`}
    ${bar.layer === 'speed' ? html`<span class="note">live, not settled yet</span>` : nothing}
  `;
}
