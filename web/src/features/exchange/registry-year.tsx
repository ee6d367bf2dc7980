import { NativeSelect } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { registryText } from '../../labels/exchange.ts';

const FIRST = 2023;

/** A registry has no classes of its own to learn the years from: all since the first digital records. */
export function useRegistryYear(): readonly [string, (schoolYear: string) => void] {
  const [chosen, choose] = useLocalStorage({
    key: 'hocba-registry-year',
    defaultValue: latestSchoolYear(),
    getInitialValueInEffect: false,
  });
  return [chosen, choose];
}

/** A school year's records come in from May on and are worked on until the next year's do. */
function latestSchoolYear(): string {
  const now = new Date();
  const end = now.getMonth() >= 4 ? now.getFullYear() : now.getFullYear() - 1;
  return `${end - 1}-${end}`;
}

export function RegistryYear({ value, onChange }: { value: string; onChange: (schoolYear: string) => void }) {
  const last = new Date().getFullYear();
  const years = Array.from({ length: last - FIRST }, (_, index) => `${last - index - 1}-${last - index}`);
  return (
    <NativeSelect
      label={registryText.schoolYear}
      data={years.includes(value) ? years : [value, ...years]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      w={160}
    />
  );
}
