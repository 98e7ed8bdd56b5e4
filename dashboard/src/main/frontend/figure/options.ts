import type { EChartsCoreOption } from 'echarts/core';
import type { Bars, FigureContent, Matrix, Moods, Profile, Sizes, Treemap } from './content';
import { mix, type FigurePalette } from './figure-palette';

/** A change from which on a cell has its full colour. */
const FULL_CHANGE = 0.03;
/** Room that a figure within a cell of a matrix needs, and names beside it, in pixels. */
const CELL_WIDTH = 34;
const NAMES_WIDTH = 130;

export const percent = (value: number | null | undefined, signed = false): string =>
  value === null || value === undefined
    ? '–'
    : `${value < 0 ? '−' : signed && value > 0 ? '+' : ''}${Math.abs(value * 100).toFixed(2)}%`;

export const count = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 4 });

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** What all figures have in common. Tooltips are drawn, not written: a symbol's name is never markup. */
function common(palette: FigurePalette): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily, color: palette.text },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.paper,
      borderColor: palette.grid,
      textStyle: { color: palette.text, fontSize: 12 },
    },
  };
}

function axis(palette: FigurePalette) {
  return {
    axisLabel: { color: palette.soft, fontSize: 11 },
    axisLine: { lineStyle: { color: palette.grid } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.grid, opacity: 0.6 } },
  };
}

function treemap(content: Treemap, palette: FigurePalette): EChartsCoreOption {
  const colour = (change: number | null) => {
    const share = Math.max(-1, Math.min(1, (change ?? 0) / FULL_CHANGE));
    return mix(palette.heatFlat, share < 0 ? palette.heatDown : palette.heatUp, Math.abs(share));
  };
  return {
    ...common(palette),
    series: [
      {
        type: 'treemap',
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 10,
        right: 10,
        top: 4,
        bottom: 10,
        itemStyle: { borderColor: palette.paper, borderWidth: 1, gapWidth: 2 },
        label: {
          color: '#fff',
          fontSize: 12,
          lineHeight: 16,
          overflow: 'truncate',
          formatter: (cell: { data: { name: string; change: number | null } }) =>
            `${cell.data.name}\n${percent(cell.data.change, true)}`,
        },
        tooltip: {
          formatter: (cell: { data?: { name: string; value: number; change: number | null } }) =>
            cell.data?.name
              ? `${cell.data.name}  ${percent(cell.data.change, true)}\nNotional ${count(Math.round(cell.data.value))}`
              : '',
        },
        data: content.cells.map((cell) => ({
          name: cell.name,
          value: cell.size,
          change: cell.change,
          itemStyle: { color: colour(cell.change) },
        })),
      },
    ],
  };
}

function matrix(content: Matrix, palette: FigurePalette, width: number): EChartsCoreOption {
  const names = { type: 'category', data: content.names, ...axis(palette), splitLine: { show: false } };
  const pair = (value: unknown[]) => `${content.names[value[1] as number]} and ${content.names[value[0] as number]}`;
  return {
    ...common(palette),
    grid: { left: 10, right: 14, top: 6, bottom: 34, containLabel: true },
    xAxis: { ...names, axisLabel: { ...names.axisLabel, rotate: 60 } },
    yAxis: { ...names, inverse: true },
    visualMap: {
      dimension: 2,
      min: -1,
      max: 1,
      calculable: false,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 110,
      itemWidth: 10,
      text: ['+1', '−1'],
      textStyle: { color: palette.soft },
      inRange: { color: [palette.heatDown, palette.heatFlat, palette.heatUp] },
    },
    series: [
      {
        type: 'heatmap',
        itemStyle: { borderColor: palette.paper, borderWidth: 1 },
        label: {
          show: content.names.length * CELL_WIDTH + NAMES_WIDTH <= width,
          color: '#fff',
          fontSize: 10,
          formatter: (cell: { value: unknown[] }) =>
            typeof cell.value[2] === 'number' ? cell.value[2].toFixed(2).replace('-', '−') : '',
        },
        tooltip: {
          formatter: (cell: { value: unknown[] }) =>
            `${pair(cell.value)}  ${Number(cell.value[2]).toFixed(3).replace('-', '−')}\n${cell.value[3]} common returns`,
        },
        data: content.cells.filter((cell) => cell[2] !== null),
      },
    ],
  };
}

function bars(content: Bars, palette: FigurePalette): EChartsCoreOption {
  const colours = [palette.accent, palette.second];
  const several = content.series.length > 1;
  return {
    ...common(palette),
    tooltip: { ...(common(palette).tooltip as object), trigger: 'axis', valueFormatter: (value: number) => percent(value, content.signed) },
    legend: several ? { top: 0, textStyle: { color: palette.soft, fontSize: 11 }, itemHeight: 9, itemWidth: 14 } : undefined,
    grid: { left: 10, right: 14, top: several ? 30 : 10, bottom: 6, containLabel: true },
    xAxis: {
      type: 'category',
      data: content.names,
      ...axis(palette),
      splitLine: { show: false },
      axisLabel: { color: palette.soft, fontSize: 11, rotate: content.names.length > 8 ? 60 : 0, interval: 0 },
    },
    yAxis: {
      type: 'value',
      ...axis(palette),
      axisLabel: { color: palette.soft, fontSize: 11, formatter: (value: number) => `${+(value * 100).toFixed(2)}%`.replace('-', '−') },
    },
    series: content.series.map((series, place) => ({
      type: 'bar',
      name: series.name,
      barMaxWidth: 22,
      itemStyle: { color: colours[place % colours.length] },
      data: series.values.map((value) =>
        content.signed && value !== null
          ? { value, itemStyle: { color: value < 0 ? palette.down : palette.up } }
          : value,
      ),
    })),
  };
}

function profile(content: Profile, palette: FigurePalette): EChartsCoreOption {
  const part = (bin: Profile['bins'][number]) => (bin.control ? 'point of control' : bin.area ? 'in the value area' : 'outside');
  return {
    ...common(palette),
    grid: { left: 10, right: 18, top: 6, bottom: 6, containLabel: true },
    xAxis: { type: 'value', ...axis(palette), axisLabel: { color: palette.soft, fontSize: 11, formatter: (value: number) => short.format(value) } },
    yAxis: { type: 'category', data: content.bins.map((bin) => String(bin.price)), ...axis(palette), splitLine: { show: false } },
    series: [
      {
        type: 'bar',
        barCategoryGap: '12%',
        tooltip: {
          formatter: (bar: { dataIndex: number }) => {
            const bin = content.bins[bar.dataIndex];
            return `${bin.price}  ${count(bin.volume)}\n${part(bin)}`;
          },
        },
        data: content.bins.map((bin) => ({
          value: bin.volume,
          itemStyle: { color: bin.control ? palette.second : palette.accent, opacity: bin.control || bin.area ? 1 : 0.4 },
        })),
      },
    ],
  };
}

function sizes(content: Sizes, palette: FigurePalette): EChartsCoreOption {
  return {
    ...common(palette),
    grid: { left: 10, right: 14, top: 10, bottom: 6, containLabel: true },
    xAxis: { type: 'category', data: content.bins.map((bin) => count(bin.size)), ...axis(palette), splitLine: { show: false } },
    yAxis: { type: 'value', ...axis(palette), axisLabel: { color: palette.soft, fontSize: 11, formatter: (value: number) => short.format(value) } },
    series: [
      {
        type: 'bar',
        barCategoryGap: '10%',
        tooltip: {
          formatter: (bar: { dataIndex: number }) => {
            const bin = content.bins[bar.dataIndex];
            return `Size ${count(bin.size)}\n${count(bin.trades)} trades`;
          },
        },
        data: content.bins.map((bin) => ({
          value: bin.trades,
          itemStyle: { color: bin.odd ? palette.second : palette.accent },
        })),
      },
    ],
  };
}

function moods(content: Moods, palette: FigurePalette): EChartsCoreOption {
  const stack = (name: string, key: 'positive' | 'neutral' | 'negative', color: string) => ({
    type: 'bar',
    stack: 'stories',
    name,
    barCategoryGap: '20%',
    itemStyle: { color },
    data: content.bins.map((bin) => bin[key]),
  });
  return {
    ...common(palette),
    tooltip: { ...(common(palette).tooltip as object), trigger: 'axis' },
    legend: { top: 0, textStyle: { color: palette.soft, fontSize: 11 }, itemHeight: 9, itemWidth: 14 },
    grid: { left: 10, right: 10, top: 30, bottom: 6, containLabel: true },
    xAxis: { type: 'category', data: content.bins.map((bin) => bin.label), ...axis(palette), splitLine: { show: false } },
    yAxis: [
      { type: 'value', minInterval: 1, ...axis(palette) },
      { type: 'value', min: -1, max: 1, interval: 0.5, ...axis(palette), splitLine: { show: false } },
    ],
    series: [
      stack(content.words.negative, 'negative', palette.down),
      stack(content.words.neutral, 'neutral', palette.crosshair),
      stack(content.words.positive, 'positive', palette.up),
      {
        type: 'line',
        name: content.words.mean,
        yAxisIndex: 1,
        connectNulls: true,
        symbolSize: 5,
        lineStyle: { color: palette.second, width: 2 },
        itemStyle: { color: palette.second },
        data: content.bins.map((bin) => (bin.mean === null ? null : +bin.mean.toFixed(2))),
      },
    ],
  };
}

/** How a figure is drawn in a palette, on so many pixels. */
export function optionOf(content: FigureContent, palette: FigurePalette, width: number): EChartsCoreOption {
  switch (content.kind) {
    case 'treemap':
      return treemap(content, palette);
    case 'matrix':
      return matrix(content, palette, width);
    case 'bars':
      return bars(content, palette);
    case 'profile':
      return profile(content, palette);
    case 'sizes':
      return sizes(content, palette);
    case 'moods':
      return moods(content, palette);
  }
}
