import { useCallback, useState } from 'react';

/** The fields whose text is no value. */
export function useUnreadable() {
  const [fields, setFields] = useState<readonly string[]>([]);
  const noteUnreadable = useCallback((field: string, isUnreadable: boolean) => {
    setFields((now) => {
      if (now.includes(field) === isUnreadable) return now;
      return isUnreadable ? [...now, field] : now.filter((each) => each !== field);
    });
  }, []);
  return { unreadable: fields.length > 0, noteUnreadable, forget: () => setFields([]) };
}
