import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten shades of the one colour that acts. */
const ACCENT: MantineColorsTuple = [
  '#e7eef6',
  '#d3e0ee',
  '#a9c2de',
  '#7fa3cb',
  '#5a87b9',
  '#2f6cb3',
  '#1d4e89',
  '#173f70',
  '#123358',
  '#0c2540',
];

/** Mantine in our measures: our type, our heights, our corners. Its colours are mapped by `cssVariablesResolver`. */
export const theme = createTheme({
  fontFamily: 'var(--gf-sans)',
  fontFamilyMonospace: 'var(--gf-mono)',
  headings: { fontFamily: 'var(--gf-sans)', fontWeight: '600' },
  colors: { accent: ACCENT },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  cursorType: 'pointer',
  defaultRadius: 'var(--gf-radius-control)',
  respectReducedMotion: true,
  components: {
    Input: {
      defaultProps: { size: 'sm' },
      vars: () => ({
        wrapper: {
          '--input-height': 'var(--gf-height-field)',
          '--input-fz': 'var(--gf-field-size)',
          '--input-radius': 'var(--gf-radius-control)',
        },
      }),
    },
  },
});

/** The words Mantine uses for colours, said in our tokens. They hold in both schemes because the tokens change. */
const MAPPED = {
  '--mantine-color-body': 'var(--gf-surface)',
  '--mantine-color-text': 'var(--gf-text)',
  '--mantine-color-bright': 'var(--gf-text)',
  '--mantine-color-dimmed': 'var(--gf-text-2)',
  '--mantine-color-placeholder': 'var(--gf-text-3)',
  '--mantine-color-error': 'var(--gf-red)',
  '--mantine-color-anchor': 'var(--gf-accent)',
  '--mantine-color-default': 'var(--gf-surface)',
  '--mantine-color-default-hover': 'var(--gf-hover)',
  '--mantine-color-default-color': 'var(--gf-text)',
  '--mantine-color-default-border': 'var(--gf-line-strong)',
  '--mantine-color-disabled': 'var(--gf-sunken)',
  '--mantine-color-disabled-color': 'var(--gf-text-3)',
  '--mantine-color-disabled-border': 'var(--gf-line)',
  '--mantine-primary-color-filled': 'var(--gf-accent-solid)',
  '--mantine-primary-color-filled-hover': 'var(--gf-accent-solid-hover)',
  '--mantine-primary-color-light': 'var(--gf-accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--gf-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--gf-accent)',
  '--mantine-primary-color-contrast': 'var(--gf-on-accent)',
};

/** Maps Mantine's colour variables to ours, light and dark. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: MAPPED, light: MAPPED, dark: MAPPED });
