import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An age in the unit a person would use: 12 s, 3 min, 2 h 5 min, 4 d. */
export function ageLabel(seconds: number): string {
  if (seconds < MINUTE) {
    return `${seconds} s`;
  }
  if (seconds < HOUR) {
    return `${Math.floor(seconds / MINUTE)} min`;
  }
  if (seconds < DAY) {
    const minutes = Math.floor((seconds % HOUR) / MINUTE);
    return `${Math.floor(seconds / HOUR)} h${minutes > 0 ? ` ${minutes} min` : ''}`;
  }
  const days = Math.floor(seconds / DAY);
  return days < 730 ? `${days} d` : `${Math.floor(days / 365.25)} years`;
}

/** The server's clock less this browser's, as the element that was told last knows it; ms. */
let skew = 0;

/**
 * The age of something, counted on in the browser so that the server sends nothing while nothing happens. Ages are by
 * the server's clock: the browser's own may be wrong. With `states` it says LIVE, DELAYED or STALE instead.
 */
@customElement('tide-age')
export class DataAge extends LitElement {
  static override styles = css`
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .chip {
      display: inline-block;
      padding: 0 10px;
      border: 1px solid currentColor;
      border-radius: 999px;
      font-size: 11px;
      font-weight: 600;
      letter-spacing: 0.06em;
      line-height: 20px;
    }
    .live {
      color: var(--tide-up);
    }
    .delayed {
      color: var(--tide-warn);
    }
    .stale,
    .offline {
      color: var(--tide-down);
    }
  `;

  /** The instant whose age is told, epoch ms; 0 is none. */
  @property({ type: Number }) since = 0;
  /** The server's clock when it wrote this element, epoch ms; 0 is what other elements were told. */
  @property({ type: Number }) now = 0;
  /** Ages from which on data is no longer live, and stale, in seconds; both 0 tells the age itself. */
  @property({ type: Number }) delayedAfter = 0;
  @property({ type: Number }) staleAfter = 0;
  /** Whether the source cannot be read at all right now. */
  @property({ type: Boolean }) offline = false;
  @property() suffix = '';

  private timer = 0;

  override connectedCallback() {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('now') && this.now > 0) {
      skew = this.now - Date.now();
    }
  }

  private age(): number {
    return Math.max(0, Math.floor((Date.now() + skew - this.since) / 1000));
  }

  private chip(name: string) {
    return html`<span class="chip ${name}">${name.toUpperCase()}</span>`;
  }

  override render() {
    if (this.offline) {
      return this.staleAfter > 0 ? this.chip('offline') : html``;
    }
    if (this.since === 0) {
      return html``;
    }
    if (this.staleAfter === 0) {
      return html`${ageLabel(this.age())}${this.suffix}`;
    }
    const age = this.age();
    return this.chip(age > this.staleAfter ? 'stale' : age > this.delayedAfter ? 'delayed' : 'live');
  }
}
