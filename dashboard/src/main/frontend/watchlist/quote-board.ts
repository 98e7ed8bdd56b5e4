/** What a row of the watchlist shows of a symbol. Prices arrive as text: the server knows how to round them. */
export interface Quote {
  symbol: string;
  last: string;
  change: string;
  /** Of the change since the previous close: -1, 0 or 1. */
  direction: number;
  /** Closes as heights from 0 to 61, oldest first. */
  spark: number[];
}

const HEIGHTS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The newest quote of every symbol on this page. One string a tick feeds it, and through it every cell; the rows of the
 * grid themselves never change. A line of the string is: symbol, last, change, direction and, when it is another than
 * before, spark; tab-separated.
 */
class QuoteBoard extends EventTarget {
  private readonly quotes = new Map<string, Quote>();

  get(symbol: string): Quote | undefined {
    return this.quotes.get(symbol);
  }

  apply(frame: string) {
    for (const line of frame.split('\n')) {
      const [symbol, last, change, direction, spark] = line.split('\t');
      if (symbol) {
        const heights =
          spark === undefined
            ? (this.quotes.get(symbol)?.spark ?? [])
            : Array.from(spark, (letter) => HEIGHTS.indexOf(letter));
        this.quotes.set(symbol, { symbol, last, change, direction: Number(direction), spark: heights });
        this.dispatchEvent(new Event(symbol));
      }
    }
  }
}

export const quoteBoard = new QuoteBoard();
