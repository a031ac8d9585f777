import {
  type CallName,
  type CallOptions,
  type Client,
  isBbbError,
  type ParamsOf,
  type ReplyOf,
} from '@bluebridge/core';

/** Hears what the server says about a meeting: how it is, or that there is none. */
export type MeetingEar = (
  meetingID: string,
  info: ReplyOf<'getMeetingInfo'> | null,
) => Promise<void>;

/**
 * Lets somebody listen to what a client is told about meetings, whoever asked, so that the end of
 * a recorded one is noticed without a question more.
 */
export function hearMeetings(client: Client, ear: MeetingEar): Client {
  async function call<N extends CallName>(
    name: N,
    params: ParamsOf<N>,
    options?: CallOptions<N>,
  ): Promise<ReplyOf<N>> {
    if (name !== 'getMeetingInfo') return client.call(name, params, options);
    const { meetingID } = params as unknown as ParamsOf<'getMeetingInfo'>;
    try {
      const reply = await client.call(name, params, options);
      await ear(meetingID, reply as ReplyOf<'getMeetingInfo'>);
      return reply;
    } catch (error) {
      if (isBbbError(error) && error.code === 'meeting_not_found') await ear(meetingID, null);
      throw error;
    }
  }
  return { ...client, call };
}
