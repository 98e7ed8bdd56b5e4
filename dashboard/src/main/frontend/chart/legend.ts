import { html, nothing, type TemplateResult } from 'lit';
import { ageLabel } from '../facts/data-age';
import { isPriced, type Bar } from './bars';
import type { FeedGap } from './slots';
import type { StudyLine } from './studies/study';
import { secondLabel, type Zone } from './time-zone';

export interface LegendView {
  /** Null where the feed's silence left no bar. */
  bar: Bar | null;
  moment: string;
  gaps: FeedGap[];
  zone: Zone;
  decimals: number;
  /** What is drawn over the bars and below. */
  lines: StudyLine[];
  /** How many stories were published in the bar. */
  stories: number;
  /** How long the market was closed before the bar; 0 when it was not. */
  closedSeconds: number;
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

/** What is told of a silence: when, how long, why. */
function silence(gap: FeedGap, zone: Zone): TemplateResult {
  const span = `${secondLabel(gap.from, zone)}\u2013${secondLabel(gap.to, zone)}`;
  const length = ageLabel(Math.max(1, Math.round(gap.to - gap.from)));
  return html`<span class="gap">feed gap ${span} (${length}): ${gap.reason}</span>`;
}

const LAYER_NOTES = { batch: '', speed: 'live, not settled yet', merged: 'settled in part' };

/** The figures of one bar in one line: that under the crosshair, or the newest. */
export function legend({ bar, moment, gaps, zone, decimals, lines, stories, closedSeconds }: LegendView): TemplateResult {
  return html`
    <span class="moment">${moment}</span>
    ${bar ? figures(bar, decimals) : nothing} ${bar ? lines.map((line) => study(line, bar.time, decimals)) : nothing}
    ${closedSeconds > 0 ? html`<span class="note">closed for ${ageLabel(closedSeconds)} before</span>` : nothing}
    ${stories > 0 ? figure('Stories', `${stories}, Enter opens`) : nothing} ${gaps.map((gap) => silence(gap, zone))}
  `;
}

function study({ label, colour, points }: StudyLine, time: number, decimals: number) {
  const value = points.findLast((point) => point.time === time)?.value;
  const swatch = colour ? html`<span class="swatch" style="background: var(${colour})"></span>` : nothing;
  return value === undefined ? nothing : html`<span class="figure">${swatch}${figure(label, value.toFixed(decimals))}</span>`;
}

function figures(bar: Bar, decimals: number): TemplateResult {
  const price = (value: number | null) => (value === null ? '–' : value.toFixed(decimals));
  const kind = isPriced(bar) ? (bar.close >= bar.open ? 'up' : 'down') : '';
  const note = LAYER_NOTES[bar.layer];
  return html`
    ${figure('O', price(bar.open), kind)} ${figure('H', price(bar.high), kind)} ${figure('L', price(bar.low), kind)}
    ${figure('C', price(bar.close), kind)} ${figure('Vol', volumeLabel(bar.volume))}
    ${figure('VWAP', bar.vwap === null ? '–' : bar.vwap.toFixed(decimals + 2))}
    ${figure('Trades', grouped.format(bar.trades))}
    ${bar.lateTrades > 0 ? figure('Late', grouped.format(bar.lateTrades)) : nothing}
    ${isPriced(bar) ? nothing : html`<span class="note">no trade in this bar may set a price</span>`}
    ${note ? html`<span class="note">${note}</span>` : nothing}
  `;
}
