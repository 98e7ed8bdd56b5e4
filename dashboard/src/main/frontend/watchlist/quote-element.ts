import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { quoteBoard, type Quote } from './quote-board';

/** An element that shows something of one symbol's quote and renders again when that quote changes. */
export abstract class QuoteElement extends LitElement {
  @property() symbol = '';

  private listeningTo = '';
  private readonly onQuote = () => this.requestUpdate();

  override connectedCallback() {
    super.connectedCallback();
    this.listen(this.symbol);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.listen('');
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('symbol') && this.isConnected) {
      this.listen(this.symbol);
    }
  }

  protected quote(): Quote | undefined {
    return quoteBoard.get(this.symbol);
  }

  private listen(symbol: string) {
    if (symbol === this.listeningTo) {
      return;
    }
    quoteBoard.removeEventListener(this.listeningTo, this.onQuote);
    this.listeningTo = symbol;
    if (symbol) {
      quoteBoard.addEventListener(symbol, this.onQuote);
    }
  }
}
