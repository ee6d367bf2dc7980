import { Box, Paper, Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface DataTableProps {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly head: readonly ReactNode[];
  readonly children: ReactNode;
  readonly minWidth?: number;
}

/** A table with headers that scrolls within itself on narrow screens. */
export function DataTable({ caption, head, children, minWidth = 560 }: DataTableProps) {
  return (
    <Paper withBorder>
      <Box style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={caption}>
        <Table miw={minWidth} highlightOnHover>
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
