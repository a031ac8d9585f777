import { createClient, fetchTransport, serverFrom } from '@bluebridge/core';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import type { Cell } from '../figures.ts';
import { bbbPromise, bigbluebuttonJs } from '../peers.ts';

const callers = 500;
const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

/** Lets 500 callers ask for the state of one meeting, 50 at a time, and counts the requests. */
const counted =
  (asking: (simulator: Simulator) => () => Promise<unknown>): Cell =>
  async () => {
    const simulator = await startSimulator({ secret });
    try {
      const ask = asking(simulator);
      for (let asked = 0; asked < callers; asked += 50) {
        await Promise.allSettled(Array.from({ length: 50 }, ask));
      }
      return { callers, requests: simulator.requests().length };
    } finally {
      await simulator.close();
    }
  };

const meetingID = 'room-0012';

export const sharingCells: Readonly<Record<string, Cell>> = {
  'sharing-core': counted(({ endpoint }) => {
    const options = { transport: fetchTransport(), statusCacheMs: 60_000 };
    const client = createClient(serverFrom({ endpoint, secret }), options);
    return () => client.call('isMeetingRunning', { meetingID });
  }),
  'sharing-bigbluebutton-js': counted(({ endpoint }) => {
    const peer = bigbluebuttonJs();
    const { monitoring } = peer.api(endpoint, secret);
    return () => peer.http(monitoring.getMeetingInfo(meetingID));
  }),
  'sharing-bbb-promise': counted(({ endpoint }) => {
    const { monitoring } = bbbPromise().server(endpoint.replace(/\/$/, ''), secret);
    return () => monitoring.getMeetingInfo(meetingID);
  }),
};
