import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Attributes<Props> = Props & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props>;

/** A link within the screens that looks like a button. */
export const LinkButton = createLink((props: Attributes<ButtonProps>) => <Button component="a" {...props} />);
/** A link within the screens. */
export const ScreenLink = createLink((props: Attributes<AnchorProps>) => <Anchor {...props} />);
