import { expect, it } from 'vitest';
import type { FaultRuleInput, SimulatorOptions } from '../src/index.ts';
import { signed, startForTest } from './harness.ts';

interface Failing {
  /** What the server is, when it is not the usual one. */
  options?: Partial<SimulatorOptions>;
  rule?: FaultRuleInput;
  /** A request target; by default `getMeetings`, rightly signed. */
  path?: string;
  status: number;
  /** Stands in the body, or in the address that a redirect goes to. */
  shows: string;
}

const getMeetings = `/bigbluebutton/api/getMeetings?${signed('getMeetings', '')}`;
const join = `/bigbluebutton/api/join?${signed('join', 'meetingID=room-1&fullName=Ada')}`;
const spaced = signed('isMeetingRunning', 'meetingID=a%20b');
// The sum of the documentation's secret.
const bySha1 = 'checksum=2027baa7771026e9e93392f55031535d1444c41f';

/** What servers, balancers and proxies do to a client, besides breaking the connection. */
const failures: Record<string, Failing> = {
  'the secret is wrong': { options: { secret: 'other' }, status: 200, shows: 'checksumError' },
  'the endpoint lacks /api': { path: '/bigbluebutton/getMeetings', status: 404, shows: '<html' },
  'a redirect to https drops the query': {
    rule: { fault: { kind: 'redirect' } },
    status: 301,
    shows: '/bigbluebutton/api/getMeetings',
  },
  'a proxy has nothing behind it': {
    rule: { fault: { kind: 'error-page' } },
    status: 502,
    shows: '502 Bad Gateway',
  },
  'a balancer refuses the checksum with status 500': {
    rule: { fault: { kind: 'refusal', key: 'checksumError', status: 500 } },
    status: 500,
    shows: 'checksumError',
  },
  'SHA-1 is refused': {
    options: { hashAlgorithms: ['sha256', 'sha384', 'sha512'] },
    path: `/bigbluebutton/api/getMeetings?${bySha1}`,
    status: 200,
    shows: 'checksumError',
  },
  'a space may not be %20': {
    options: { signedQuery: 're-encoded' },
    path: `/bigbluebutton/api/isMeetingRunning?${spaced}`,
    status: 200,
    shows: 'checksumError',
  },
  'a refusal has a key that nobody knows': {
    rule: { fault: { kind: 'refusal', key: 'moonPhase', message: 'Not today.' } },
    status: 200,
    shows: 'moonPhase',
  },
  'the host has too many meetings': {
    rule: { fault: { kind: 'refusal', key: 'maxConcurrent' } },
    status: 200,
    shows: 'maxConcurrent',
  },
  'the account has too few seats': {
    rule: { fault: { kind: 'refusal', key: 'clientCapacityLimitCross' } },
    status: 200,
    shows: 'clientCapacityLimitCross',
  },
  'a balancer lets nobody else in': {
    rule: { fault: { kind: 'error-page', status: 403, title: 'attendeesLimitReached' } },
    status: 403,
    shows: 'attendeesLimitReached',
  },
  'join sends a person away because the meeting is full': {
    rule: { call: 'join', fault: { kind: 'error-redirect', key: 'maxParticipantsReached' } },
    path: join,
    status: 302,
    shows: 'maxParticipantsReached',
  },
  'a balancer does not know the call': {
    options: { profile: 'scalelite' },
    path: '/bigbluebutton/api/hooks/create',
    status: 200,
    shows: 'unsupportedRequest',
  },
  'a server pretends that it did something': {
    rule: { fault: { kind: 'hollow-success' } },
    status: 200,
    shows: 'SUCCESS',
  },
  'an answer has entities that grow': {
    rule: { fault: { kind: 'doctype' } },
    status: 200,
    shows: '&lol9;',
  },
  'a hoster wants to see somebody signed in': {
    rule: { fault: { kind: 'unauthorized', format: 'json' } },
    status: 401,
    shows: 'unauthorized',
  },
};

it.each(Object.entries(failures))('%s', async (_what, failing) => {
  const { options = {}, rule, path = getMeetings, status, shows } = failing;
  const server = await startForTest(options);
  if (rule !== undefined) server.simulator.nextAnswer(rule);
  const answer = await server.send(path);
  expect(answer.status).toBe(status);
  expect(`${answer.body}${answer.headers.location ?? ''}`).toContain(shows);
});
