import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link within the screens that looks like a button. */
export const LinkButton = createLink(Button<'a'>);
/** A link within the screens. */
export const ScreenLink = createLink(Anchor<'a'>);
