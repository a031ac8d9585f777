import {
  BbbError,
  endCallbackUrl,
  isBbbError,
  verifyAnalytics,
  verifyMeetingEnded,
  verifyRecordingReady,
  verifyWebhook,
} from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { loadVectors, type Vector } from '../src/load-vectors.ts';

interface RequestText {
  readonly url?: string;
  readonly authorization?: string;
  readonly body?: string;
  readonly bodyBase64?: string;
  readonly bodyRepeat?: {
    readonly text: string;
    readonly repeat: string;
    readonly times: number;
  };
}

function bodyOf({ body, bodyBase64, bodyRepeat }: RequestText): Uint8Array {
  if (bodyBase64 !== undefined) return Buffer.from(bodyBase64, 'base64');
  if (bodyRepeat === undefined) return new TextEncoder().encode(body ?? '');
  return Buffer.from(bodyRepeat.text + bodyRepeat.repeat.repeat(bodyRepeat.times));
}

function run({ given }: Vector): unknown {
  const { callback, settings, request = {} } = given;
  const received = {
    url: request.url ?? '',
    authorization: request.authorization,
    body: bodyOf(request),
  };
  switch (callback) {
    case 'webhook':
      return verifyWebhook(received, {
        ...settings,
        ...(settings.seen && { seen: new Set(settings.seen) }),
      });
    case 'recording_ready':
      return verifyRecordingReady(received.body, settings);
    case 'analytics':
      return verifyAnalytics(received, settings);
    case 'meeting_ended':
      return verifyMeetingEnded(received.url, settings);
    case 'end_callback_url':
      return endCallbackUrl(given.base, given.claims, settings.key);
    default:
      throw new Error(`no such callback: ${callback}`);
  }
}

function refusalOf(vector: Vector): BbbError {
  try {
    run(vector);
  } catch (error) {
    if (isBbbError(error)) return error;
    throw error;
  }
  throw new Error('expected a BbbError, but nothing was thrown');
}

describe('callback vectors', () => {
  it.each(loadVectors('callbacks'))('$id: $comment', (vector) => {
    const { given, expect: expected } = vector;
    if (expected.outcome === 'accepted') {
      const result = run(vector);
      expect(result).toEqual(expected.result);
      expect(JSON.stringify(result)).not.toContain(given.settings.secret ?? given.settings.key);
      return;
    }
    if (expected.outcome === 'url') {
      expect(run(vector)).toBe(expected.url);
      return;
    }
    const error = refusalOf(vector);
    expect(error.code).toBe(expected.code);
    expect(error.call).toBe(
      given.callback === 'end_callback_url' ? 'meeting_ended' : given.callback,
    );
    const sent = given.request?.url?.split('checksum=')[1] ?? given.request?.authorization;
    if (sent) expect(error.message).not.toContain(sent);
  });
});
