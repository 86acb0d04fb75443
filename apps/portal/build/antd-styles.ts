import { createRequire } from 'node:module';
import type * as CssInJsModule from '@ant-design/cssinjs';
import type * as AntdModule from 'antd';
import type * as ReactModule from 'react';
import type * as ServerModule from 'react-dom/server';
import type { Plugin } from 'vite';
import { ANTD_SPECIMENS, type Specimen } from './antd-specimens.js';
import { COMFORTABLE, LARGE, themeOf } from '../src/appearance/theme.js';

const require = createRequire(import.meta.url);
const PLACE = /\/appearance\/antd\.css$/;

type React = typeof ReactModule;
type Antd = typeof AntdModule;

/**
 * Fills `appearance/antd.css` with the styles of the components that the pages use, in both appearances. In the browser Ant Design
 * then writes no style at all, and the content security policy needs no exception for styles. In a layer, they give way to styles of ours whatever
 * comes later: its own take the underline and the focus ring off every link.
 */
export function antdStyles(): Plugin {
  return {
    name: 'onewindow-antd-styles',
    load(id) {
      return PLACE.test(id.split('?')[0] ?? '') ? `@layer antd {\n${extracted()}\n}` : undefined;
    },
  };
}

function extracted(): string {
  const react = require('react') as React;
  const { renderToString } = require('react-dom/server') as typeof ServerModule;
  // The builds for Node: those for browsers import without file endings.
  const antd = require('antd') as Antd;
  const { createCache, extractStyle, StyleProvider } =
    require('@ant-design/cssinjs') as typeof CssInJsModule;
  const specimens = ANTD_SPECIMENS.map(([name, properties], key) =>
    specimen(react, antd, { name, properties, key }),
  );
  const appearances = [COMFORTABLE, LARGE].map((appearance) => {
    const cache = createCache();
    const theme = { ...themeOf(appearance), zeroRuntime: false };
    const provider = react.createElement(antd.ConfigProvider, { theme }, specimens);
    renderToString(react.createElement(StyleProvider, { cache }, provider));
    return cache;
  });
  // The styles read variables, so those of one appearance serve both; the variables differ.
  const [first = createCache()] = appearances;
  return [
    ...appearances.map((cache) => extractStyle(cache, { plain: true, types: ['token', 'cssVar'] })),
    extractStyle(first, { plain: true, types: ['style'] }),
  ].join('\n');
}

function specimen(
  react: React,
  antd: Antd,
  { name, properties, key }: { name: Specimen; properties: object; key: number },
) {
  const component = name
    .split('.')
    .reduce((found: unknown, part) => (found as Record<string, unknown>)[part], antd);
  return react.createElement(component as React['Fragment'], { ...properties, key });
}
