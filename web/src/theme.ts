import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { peopleText } from './labels/people.ts';

/** Every shade from 6 on has at least 4.5:1 on white. */
const sky: MantineColorsTuple = [
  '#e9f3fc',
  '#d3e5f6',
  '#a6c9ec',
  '#75ace2',
  '#4d93d9',
  '#2477c5',
  '#0b5cad',
  '#084d93',
  '#063f7a',
  '#043160',
];

export const theme = createTheme({
  primaryColor: 'sky',
  primaryShade: 6,
  colors: { sky },
  fontFamily: '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
    Alert: {
      defaultProps: { variant: 'light' },
      styles: { title: { color: '#16202b' }, message: { color: '#16202b' } },
    },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': peopleText.close } } },
    PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': peopleText.showPassword } } },
    Anchor: { defaultProps: { size: 'sm' } },
    // Marks below Vietnamese letters must not be cut off.
    Button: { styles: { label: { overflow: 'visible', lineHeight: 1.5 } } },
    Badge: { defaultProps: { variant: 'light' } },
  },
});
