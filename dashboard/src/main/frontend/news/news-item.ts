import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../facts/data-age';

/** A story as the server hands it over: all of it text, the address empty unless it is one of the web. */
export interface Story {
  headline: string;
  source: string;
  href: string;
  /** When it was published, epoch ms. */
  since: number;
  mood: 'up' | 'flat' | 'down';
  score: string;
  symbols: { symbol: string; relevance: string; relevant: boolean }[];
}

const MOODS = {
  up: { icon: '\u25b2', word: 'good news' },
  flat: { icon: '\u25cf', word: 'neutral' },
  down: { icon: '\u25bc', word: 'bad news' },
};

/** One story: how old, from whom, how it reads, and the symbols it is about. Says `symbol-chosen` and `details-wanted`. */
@customElement('tide-news-item')
export class NewsItem extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: 9px 14px 10px;
      border-bottom: 1px solid var(--tide-border);
      font-size: 13px;
      line-height: 1.4;
    }
    .head {
      display: flex;
      align-items: baseline;
      gap: 8px;
      color: var(--tide-text-soft);
      font-size: 12px;
      white-space: nowrap;
    }
    .source {
      flex: 1;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .mood {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .icon {
      font-size: 9px;
      vertical-align: 1px;
    }
    .up {
      color: var(--tide-up);
    }
    .down {
      color: var(--tide-down);
    }
    .headline {
      display: block;
      color: var(--tide-text);
      overflow-wrap: anywhere;
      text-decoration: none;
    }
    a.headline:hover {
      text-decoration: underline;
    }
    a.headline:focus-visible,
    button:focus-visible {
      outline: 2px solid var(--tide-focus);
      outline-offset: 1px;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-top: 5px;
    }
    button {
      min-height: 24px;
      padding: 0 8px;
      border: 1px solid var(--tide-border);
      border-radius: 999px;
      background: none;
      color: var(--tide-text-soft);
      font: inherit;
      font-size: 11px;
      font-variant-numeric: tabular-nums;
      cursor: pointer;
    }
    button.more {
      min-width: 28px;
      padding: 0 4px;
      border-color: transparent;
      font-size: 14px;
      line-height: 1;
    }
    button.relevant {
      color: var(--tide-accent);
      font-weight: 600;
    }
    button:hover {
      background: var(--tide-hover);
    }
  `;

  @property({ attribute: false }) story: Story | null = null;

  override render() {
    const { story } = this;
    if (!story) {
      return nothing;
    }
    const mood = MOODS[story.mood];
    return html`
      <div class="head">
        <tide-age .since=${story.since} title=${new Date(story.since).toUTCString()}></tide-age>
        <span class="source">${story.source}</span>
        <span class="mood ${story.mood}" role="img" aria-label="${mood.word}, sentiment ${story.score}"
          title="${mood.word}, sentiment ${story.score} of \u22121 to +1"
          ><span class="icon">${mood.icon}</span> ${story.score}</span>
        <button class="more" aria-label="Details: ${story.headline}" title="Details"
          @click=${() => this.dispatchEvent(new CustomEvent('details-wanted'))}>\u22ef</button>
      </div>
      ${story.href
        ? html`<a class="headline" href=${story.href} target="_blank" rel="noopener noreferrer">${story.headline}</a>`
        : html`<span class="headline">${story.headline}</span>`}
      ${story.symbols.length > 0 ? html`<div class="chips">${story.symbols.map((chip) => this.chip(chip))}</div>` : nothing}
    `;
  }

  private chip({ symbol, relevance, relevant }: Story['symbols'][number]) {
    return html`<button class=${relevant ? 'relevant' : ''} title="Relevance for ${symbol}: ${relevance}"
      @click=${() => this.dispatchEvent(new CustomEvent('symbol-chosen', { detail: symbol }))}
      >${symbol} ${relevance}</button>`;
  }
}
