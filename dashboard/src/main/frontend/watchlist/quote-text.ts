import { css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { QuoteElement } from './quote-element';

/** The last price or the change of one symbol; flashes for a moment when it moves. */
@customElement('tide-quote')
export class QuoteText extends QuoteElement {
  static override styles = css`
    :host {
      display: inline-block;
      font-variant-numeric: tabular-nums;
      border-radius: 4px;
    }
    .up {
      color: var(--tide-up);
    }
    .down {
      color: var(--tide-down);
    }
    :host([moved='up']) {
      animation: rise 1.2s ease-out;
    }
    :host([moved='down']) {
      animation: fall 1.2s ease-out;
    }
    @keyframes rise {
      from {
        background: var(--tide-flash-up);
      }
    }
    @keyframes fall {
      from {
        background: var(--tide-flash-down);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      :host([moved]) {
        animation: none;
      }
    }
  `;

  /** last, change or both. */
  @property() shows: 'last' | 'change' | 'both' = 'last';

  private shownPrice: number | null = null;
  private shownSymbol = '';

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('animationend', this.settle);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('animationend', this.settle);
  }

  override render() {
    const quote = this.quote();
    if (!quote) {
      return html``;
    }
    const kind = quote.direction > 0 ? 'up' : quote.direction < 0 ? 'down' : '';
    const change = html`<span class=${kind}>${quote.change}</span>`;
    switch (this.shows) {
      case 'change':
        return change;
      case 'both':
        return html`<span class=${kind}>${quote.last}</span> ${change}`;
      default:
        return html`${quote.last}`;
    }
  }

  override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    const text = this.quote()?.last;
    const now = text === undefined ? null : Number(text.replaceAll(',', ''));
    const same = this.symbol === this.shownSymbol;
    if (same && this.shows === 'last' && this.shownPrice !== null && now !== null && now !== this.shownPrice) {
      this.setAttribute('moved', now > this.shownPrice ? 'up' : 'down');
    }
    this.shownPrice = now;
    this.shownSymbol = this.symbol;
  }

  private readonly settle = () => this.removeAttribute('moved');
}
