import { Button, Checkbox, Group, Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { TextBadge } from '../../components/text-badge.tsx';
import { peopleText, positionLabels } from '../../labels/people.ts';
import { type Account, accountsQuery } from './people.client.ts';
import { ProposedPositions } from './proposed-positions.tsx';
import { SetPassword } from './set-password.tsx';

export function AccountsScreen() {
  const accounts = useQuery(accountsQuery);
  const [find, setFind] = useState('');
  const [onlyNotOpened, setOnlyNotOpened] = useState(false);
  const [chosen, setChosen] = useState<Account>();
  return (
    <Page title={peopleText.accountsTitle} about={peopleText.accountsAbout}>
      <Group align="end">
        <TextInput
          label={peopleText.find}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          w={320}
        />
        <Checkbox
          label={peopleText.onlyNotOpened}
          checked={onlyNotOpened}
          onChange={(event) => setOnlyNotOpened(event.currentTarget.checked)}
          mb={8}
        />
      </Group>
      <Loaded query={accounts}>
        {(all) => <AccountTable accounts={matching(all, find, onlyNotOpened)} onChoose={setChosen} />}
      </Loaded>
      {chosen && <SetPassword account={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  );
}

function matching(accounts: readonly Account[], find: string, onlyNotOpened: boolean): readonly Account[] {
  const wanted = find.trim().toLocaleLowerCase('vi');
  return accounts.filter(
    ({ fullName, username, opened }) =>
      !(onlyNotOpened && opened) && `${fullName} ${username}`.toLocaleLowerCase('vi').includes(wanted),
  );
}

interface AccountTableProps {
  readonly accounts: readonly Account[];
  readonly onChoose: (account: Account) => void;
}

function AccountTable({ accounts, onChoose }: AccountTableProps) {
  if (accounts.length === 0) return <Empty>{peopleText.nobody}</Empty>;
  const head = [peopleText.fullName, peopleText.username, peopleText.positions, peopleText.state, ''];
  return (
    <DataTable caption={peopleText.accountsTitle} head={head} stacks>
      {accounts.map((account) => (
        <Table.Tr key={account.accountId}>
          <Table.Td>{account.fullName}</Table.Td>
          <Table.Td>{account.username}</Table.Td>
          <Table.Td>
            {account.positions.map((each) => positionLabels[each]).join(', ')}
            <ProposedPositions account={account} />
          </Table.Td>
          <Table.Td>
            <AccountState account={account} />
          </Table.Td>
          <Table.Td>
            <Button
              size="xs"
              variant="default"
              aria-label={peopleText.setPasswordFor(account.fullName)}
              onClick={() => onChoose(account)}
            >
              {peopleText.setPassword}
            </Button>
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function AccountState({ account }: { account: Account }) {
  if (!account.active) return <TextBadge tone="quiet">{peopleText.switchedOff}</TextBadge>;
  return account.opened ? (
    <TextBadge tone="good">{peopleText.opened}</TextBadge>
  ) : (
    <TextBadge tone="warn">{peopleText.notOpened}</TextBadge>
  );
}
