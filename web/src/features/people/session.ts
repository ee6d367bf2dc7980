import { useSuspenseQuery } from '@tanstack/react-query';
import { type Position, type Session, sessionQuery } from './people.client.ts';

/** The signed-in person; only below the frame, which loads it first. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export function holds(session: Session, ...positions: readonly Position[]): boolean {
  return positions.some((position) => session.actor.positions.includes(position));
}
