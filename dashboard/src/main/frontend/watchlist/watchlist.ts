import './spark-line';
import './quote-text';
import { quoteBoard } from './quote-board';

declare global {
  interface Window {
    tidemarkQuotes: (frame: string) => void;
  }
}

/** How the server reaches the board: one call a tick for the whole page. */
window.tidemarkQuotes = (frame) => quoteBoard.apply(frame);
