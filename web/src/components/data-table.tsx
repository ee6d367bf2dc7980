import { Box, Paper, Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface DataTableProps {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly head: readonly ReactNode[];
  readonly children: ReactNode;
  readonly minWidth?: number;
  /** On a phone each row becomes a block; its cells then need `data-label`. */
  readonly stacks?: boolean;
}

/** A table with headers that scrolls within itself on narrow screens. */
export function DataTable({ caption, head, children, minWidth = 560, stacks = false }: DataTableProps) {
  return (
    <Paper withBorder>
      <Box style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={caption}>
        <Table miw={stacks ? 0 : minWidth} highlightOnHover className={stacks ? 'stacks' : ''}>
          <Table.Thead>
            <Table.Tr>
              {head.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <Table.Th key={index} scope="col" fz="sm">
                  {cell}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Box>
    </Paper>
  );
}
