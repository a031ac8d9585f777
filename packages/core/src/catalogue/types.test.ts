import { expect, expectTypeOf, it } from 'vitest';
import type { ParamsOf, ReplyOf } from './types.ts';

it('derives parameters: required, optional, families and closed lists', () => {
  expectTypeOf<{ name: 'Room'; meetingID: 'abc123' }>().toExtend<ParamsOf<'create'>>();
  expectTypeOf<ParamsOf<'create'>['record']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<ParamsOf<'join'>['role']>().toEqualTypeOf<'MODERATOR' | 'VIEWER' | undefined>();

  const good: ParamsOf<'create'> = { name: 'Room', meetingID: 'abc123', 'meta_bbb-origin': 'x' };
  // @ts-expect-error meetingID is required
  const missing: ParamsOf<'create'> = { name: 'Room' };
  // @ts-expect-error the wire spells it meetingID
  const misspelt: ParamsOf<'create'> = { name: 'Room', meetingID: 'abc123', meetingId: 'x' };
  // @ts-expect-error a boolean is no text
  const mistyped: ParamsOf<'create'> = { name: 'Room', meetingID: 'abc123', record: 'true' };
  // @ts-expect-error servers know two roles
  const attendee: ParamsOf<'join'> = { meetingID: 'abc', fullName: 'Sam', role: 'ATTENDEE' };
  expect([good, missing, misspelt, mistyped, attendee]).toHaveLength(5);
});

it('derives replies: promised fields, lists, maps and nested lists', () => {
  expectTypeOf<ReplyOf<'create'>['createTime']>().toEqualTypeOf<number>();
  expectTypeOf<ReplyOf<'create'>['voiceBridge']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<ReplyOf<'isMeetingRunning'>['running']>().toEqualTypeOf<boolean>();
  type Meeting = ReplyOf<'getMeetings'>['meetings'][number];
  expectTypeOf<Meeting['attendees'][number]['fullName']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Meeting['metadata']>().toEqualTypeOf<Readonly<Record<string, string>>>();
  type Format = ReplyOf<'getRecordings'>['recordings'][number]['playback'][number];
  type Image = NonNullable<Format['preview']>['images'][number];
  expectTypeOf<Image>().toEqualTypeOf<{
    readonly url: string;
    readonly alt: string | undefined;
    readonly width: number | undefined;
    readonly height: number | undefined;
  }>();
});
