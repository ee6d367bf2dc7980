import { Page } from '../../components/page.tsx';
import { navigationText } from '../../labels/navigation.ts';

export function LockingScreen() {
  return <Page title={navigationText.locking}>{null}</Page>;
}
