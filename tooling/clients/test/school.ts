import { onTestFinished } from 'vitest';
import { profileNames, type Simulator, startSimulator } from '@bluebridge/simulator';
import type { ProfileName, SimulatorOptions } from '@bluebridge/simulator';

export const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';
export const recordID = '6367c48dd193d56ea7b0baad25b19455e529f5ee-1531150000000';

/** Every family of servers, and those that have webhooks. */
export const profiles = profileNames;
export const profilesWithHooks = profiles.filter((name) => name !== 'scalelite');

/** Starts a server with a recording of an earlier lesson. */
export async function startSchool(
  profile: ProfileName,
  options: Partial<SimulatorOptions> = {},
): Promise<Simulator> {
  const simulator = await startSimulator({ secret, profile, ...options });
  onTestFinished(() => simulator.close());
  await simulator.seed({ recordings: [{ meetingID: 'room-1', name: 'Algebra', recordID }] });
  return simulator;
}

/** Lets somebody come into the meeting, which no client can do by itself. */
export function comeIn(simulator: Simulator): void {
  const attendee = { fullName: 'Ada Lovelace', userID: 'u1', role: 'MODERATOR' } as const;
  simulator.act({ kind: 'join', meetingID: 'room-1', attendee });
}
