import { CrosshairMode } from 'lightweight-charts';

/** What never changes about the chart, whatever it shows; colours are in the palette. */
export const FRAME = {
  autoSize: true,
  layout: { background: { color: 'transparent' }, fontSize: 11, attributionLogo: true, panes: { enableResize: false } },
  rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.16, bottom: 0.06 } },
  crosshair: { mode: CrosshairMode.Normal },
};
export const AXIS = { borderVisible: false, timeVisible: true, secondsVisible: false, rightOffset: 6, minBarSpacing: 1 };
export const THIN_LINE = { lineWidth: 1, priceLineVisible: false, lastValueVisible: false, crosshairMarkerVisible: false } as const;
