import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Story } from './news-item';
import './news-item';

/** What the list shall be: keys of rows from top to bottom, and the stories of those that this page does not have yet. */
interface Frame {
  order: number[];
  stories: Record<string, Story>;
  /** Whether there are older stories than the last row. */
  more: boolean;
}

/** So near to the end older stories are asked for; px. */
const NEAR_END = 600;

/**
 * Stories one under the other. A row is its story's for as long as that is shown: what arrives is put between the rows
 * that are there, none of which is made again, and what is being read stays in its place. Rows are in the light DOM, so
 * that the browser can keep that place. Says `symbol-chosen`, `story-chosen` with the row's key and, near its end,
 * `older-wanted`.
 */
@customElement('tide-news-list')
export class NewsList extends LitElement {
  @state() private order: number[] = [];

  private stories = new Map<number, Story>();
  private more = false;
  /** Rows there were when older ones were last asked for. */
  private askedAt = 0;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('scroll', this.askForOlder, { passive: true });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.askForOlder);
  }

  /** Brings the list to a frame of the server. */
  show(json: string) {
    const frame = JSON.parse(json) as Frame;
    const known = this.stories;
    if (!frame.order.some((key) => known.has(key))) {
      // Other stories altogether are read from their top.
      this.scrollTop = 0;
      this.askedAt = 0;
    }
    this.stories = new Map(frame.order.map((key) => [key, frame.stories[key] ?? known.get(key)!]));
    this.order = frame.order;
    this.more = frame.more;
  }

  override render() {
    return html`${repeat(
      this.order,
      (key) => key,
      (key) => html`<tide-news-item role="listitem" .story=${this.stories.get(key) ?? null}
        @symbol-chosen=${this.choose} @details-wanted=${() => this.tell(key)}></tide-news-item>`,
    )}`;
  }

  override updated() {
    // Rows are as high as they will be only when they have been drawn themselves.
    requestAnimationFrame(this.askForOlder);
  }

  private readonly askForOlder = () => {
    const rest = this.scrollHeight - this.scrollTop - this.clientHeight;
    if (this.more && rest < NEAR_END && this.order.length > this.askedAt) {
      this.askedAt = this.order.length;
      this.dispatchEvent(new CustomEvent('older-wanted'));
    }
  };

  private tell(key: number) {
    this.dispatchEvent(new CustomEvent('story-chosen', { detail: key }));
  }

  private choose(event: CustomEvent<string>) {
    // The row's own event does not bubble.
    this.dispatchEvent(new CustomEvent('symbol-chosen', { detail: event.detail }));
  }
}
