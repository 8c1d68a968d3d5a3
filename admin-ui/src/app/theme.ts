// Look of the application as Mantine understands it: palettes, type, sizes, and the tokens that our own styles use.
import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from '@mantine/core';

// Slate green, like the shutters and the ironwork of a village.
const ink: MantineColorsTuple = [
  '#eef4f1', '#dbe7e2', '#b9d0c7', '#94b7ab', '#6f9d8f', '#4e8374', '#386b5d', '#28564a', '#1d443b', '#13312a',
];
// Ochre, the one accent: what waits for somebody.
const ochre: MantineColorsTuple = [
  '#fbf3e2', '#f5e4c3', '#eccd93', '#e2b462', '#d49b3b', '#b97e22', '#9a6516', '#7d5010', '#613d0c', '#472c08',
];
// Brick, for what failed and what cannot be undone.
const red: MantineColorsTuple = [
  '#fbeeea', '#f5d9d1', '#eab5a7', '#df8f7b', '#d06c54', '#b94e36', '#9f3d28', '#84301f', '#682417', '#4c1910',
];
// Stone: warm greys.
const gray: MantineColorsTuple = [
  '#faf8f3', '#f3f0e8', '#e8e3d7', '#d9d2c3', '#bdb5a4', '#979081', '#726d61', '#565248', '#3d3a33', '#282620',
];
const dark: MantineColorsTuple = [
  '#e9e6dd', '#cfd0c8', '#a9b0a8', '#7d8882', '#4c5a54', '#37443f', '#26312d', '#1c2522', '#161d1a', '#0e1311',
];

const large = { defaultProps: { size: 'lg' } };

export const theme: MantineThemeOverride = {
  colors: { ink, ochre, red, gray, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  black: '#23302b',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.4' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '28px' },
  components: {
    Button: large,
    TextInput: large,
    PasswordInput: large,
    Textarea: large,
    NativeSelect: large,
    Checkbox: large,
  },
};

const light = {
  '--paper': '#f5f1e8',
  '--card': '#fffdf8',
  '--card-sunken': '#faf6ec',
  '--line': '#ddd5c4',
  '--line-strong': '#8b8474',
  '--text-strong': '#17352d',
  '--link': '#1f5546',
  '--accent': '#b97e22',
  '--accent-text': '#7d5010',
  '--accent-soft': '#fbf1dc',
  '--good-text': '#28564a',
  '--good-soft': '#e4efe9',
  '--bad-text': '#84301f',
  '--bad-soft': '#fbeae5',
  '--calm-text': '#565248',
  '--calm-soft': '#eee9dd',
  '--mantine-color-body': '#fffdf8',
  '--mantine-color-text': '#23302b',
  '--mantine-color-dimmed': '#5c6058',
  '--mantine-color-placeholder': '#757062',
  '--mantine-color-default': '#fffdf8',
  '--mantine-color-default-hover': '#f5f1e8',
  '--mantine-color-default-color': '#23302b',
  '--mantine-color-default-border': '#8b8474',
  '--mantine-color-anchor': '#1f5546',
  '--mantine-color-error': '#9f3d28',
  '--mantine-color-disabled': '#ebe6da',
  '--mantine-color-disabled-color': '#6f6a5d',
};

const night = {
  '--paper': '#141a18',
  '--card': '#1c2522',
  '--card-sunken': '#18201d',
  '--line': '#33403b',
  '--line-strong': '#74827b',
  '--text-strong': '#f0ede4',
  '--link': '#a9cfc1',
  '--accent': '#d49b3b',
  '--accent-text': '#ecc987',
  '--accent-soft': '#3a2f1a',
  '--good-text': '#a9cfc1',
  '--good-soft': '#22352e',
  '--bad-text': '#efb3a4',
  '--bad-soft': '#40231c',
  '--calm-text': '#c4c8c0',
  '--calm-soft': '#2b3531',
  '--mantine-color-body': '#1c2522',
  '--mantine-color-text': '#e4e2d9',
  '--mantine-color-dimmed': '#aab1a9',
  '--mantine-color-placeholder': '#929b94',
  '--mantine-color-default': '#202a26',
  '--mantine-color-default-hover': '#2a3531',
  '--mantine-color-default-color': '#e4e2d9',
  '--mantine-color-default-border': '#74827b',
  '--mantine-color-anchor': '#a9cfc1',
  '--mantine-color-error': '#efa592',
  '--mantine-color-disabled': '#2b3531',
  '--mantine-color-disabled-color': '#9aa39c',
};

export const resolver: CSSVariablesResolver = () => ({ variables: {}, light, dark: night });
