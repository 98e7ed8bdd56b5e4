import { css, html, LitElement, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';

type Theme = 'dark' | 'light';

const MEMORY = 'tidemark.theme';

function shownTheme(): Theme {
  return document.documentElement.getAttribute('theme') === 'light' ? 'light' : 'dark';
}

/** Changes the theme at once, remembers it in this browser, and tells the server, which keeps it in the link. */
@customElement('tide-theme-switch')
export class ThemeSwitch extends LitElement {
  static override styles = css`
    button {
      display: grid;
      place-items: center;
      width: 36px;
      height: 36px;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: none;
      color: var(--tide-accent);
      cursor: pointer;
    }
    button:hover {
      background: var(--tide-hover);
    }
    button:focus-visible {
      outline: 2px solid var(--tide-focus);
      outline-offset: -2px;
    }
  `;

  @state() private theme: Theme = shownTheme();

  private choose() {
    this.theme = this.theme === 'dark' ? 'light' : 'dark';
    document.documentElement.setAttribute('theme', this.theme);
    try {
      localStorage.setItem(MEMORY, this.theme);
    } catch {
      // A browser that keeps nothing still shows the theme until the page is left.
    }
    this.dispatchEvent(new CustomEvent('theme-chosen', { detail: this.theme }));
  }

  override render() {
    const other = this.theme === 'dark' ? 'light' : 'dark';
    return html`<button id="theme" aria-label="Change to the ${other} theme" title="Change to the ${other} theme"
      @click=${this.choose}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        ${svg`<circle cx="9" cy="9" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"></circle>
        <path d="M9 1.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor"></path>`}
      </svg>
    </button>`;
  }
}
