import type { ThemeConfig } from 'antd';

/** How large and how plain the pages are: `large` is the mode for elderly people 适老版. */
export type Appearance = 'comfortable' | 'large';

export const COMFORTABLE: Appearance = 'comfortable';
export const LARGE: Appearance = 'large';

/** Fonts that the visitor's own system has; nothing is fetched. */
export const FONT_FAMILY = [
  'system-ui',
  '-apple-system',
  "'Segoe UI'",
  "'PingFang SC'",
  "'HarmonyOS Sans SC'",
  "'MiSans'",
  "'Microsoft YaHei'",
  "'Noto Sans CJK SC'",
  "'Noto Sans SC'",
  "'Source Han Sans SC'",
  "'WenQuanYi Micro Hei'",
  'sans-serif',
].join(', ');

const TOKENS = {
  comfortable: {
    fontSize: 16,
    controlHeight: 40,
    controlHeightLG: 48,
    colorText: '#1b2733',
    colorTextSecondary: '#465564',
    colorTextPlaceholder: '#5f6d7a',
    colorBorder: '#8495a5',
  },
  large: {
    fontSize: 22,
    controlHeight: 56,
    controlHeightLG: 64,
    colorText: '#000000',
    colorTextSecondary: '#1f1f1f',
    colorTextPlaceholder: '#3d3d3d',
    colorBorder: '#2f2f2f',
  },
} as const satisfies Record<Appearance, object>;

/** What Ant Design is told; the rest of the look is in the style sheets beside this file. */
export const themeOf = (appearance: Appearance): ThemeConfig => ({
  cssVar: { key: `ow-${appearance}` },
  hashed: false,
  // Styles are made when the pages are built: apps/portal/build/antd-styles.ts.
  zeroRuntime: true,
  token: {
    ...TOKENS[appearance],
    fontFamily: FONT_FAMILY,
    colorPrimary: appearance === 'large' ? '#003a70' : '#0d4a86',
    colorLink: appearance === 'large' ? '#003a70' : '#0b5394',
    colorSuccess: '#1c6b3c',
    colorWarning: '#8a5300',
    colorError: '#b3261e',
    borderRadius: 6,
    motion: false,
    lineHeight: 1.65,
  },
});
