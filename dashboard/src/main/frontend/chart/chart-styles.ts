import { css } from 'lit';

/** Looks of the chart's frame and legend; what is drawn has its colours from the palette. */
export const chartStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 0;
  }
  .canvas {
    position: absolute;
    inset: 0;
    outline: none;
  }
  .canvas:focus-visible {
    box-shadow: inset 0 0 0 2px var(--tide-focus);
  }
  .legend {
    position: absolute;
    z-index: 3;
    inset: 6px 72px auto 12px;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    pointer-events: none;
    font-size: 12px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    color: var(--tide-text-soft);
  }
  .legend > * {
    background: color-mix(in srgb, var(--tide-panel) 78%, transparent);
  }
  .figure {
    white-space: nowrap;
  }
  .name {
    margin-inline-end: 4px;
  }
  .value {
    color: var(--tide-text);
  }
  .up {
    color: var(--tide-up);
  }
  .down {
    color: var(--tide-down);
  }
  .swatch {
    display: inline-block;
    width: 9px;
    height: 9px;
    margin-inline-end: 5px;
    border-radius: 2px;
  }
  .note {
    font-style: italic;
  }
  .gap {
    color: var(--tide-warn);
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .key::before {
    content: '';
    width: 7px;
    height: 11px;
    box-sizing: border-box;
    border: 1px solid currentColor;
  }
  .key.hatched::before {
    border: 0;
    background: repeating-linear-gradient(135deg, var(--tide-warn) 0 1px, transparent 1px 4px), var(--tide-silence);
  }
  .key.hatched {
    color: var(--tide-warn);
  }
  @media (max-width: 700px) {
    .legend {
      gap: 0 8px;
      font-size: 11px;
      line-height: 16px;
    }
  }
`;
