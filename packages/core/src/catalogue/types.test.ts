import { expect, expectTypeOf, it } from 'vitest';
import type { FileInput } from './body-kinds.ts';
import type { BodyOf, ExtensionName, ParamsOf, ReplyOf } from './types.ts';

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
  const listed: ParamsOf<'create'> = { ...good, disabledFeatures: ['chat'], voiceBridge: '00417' };
  // @ts-expect-error no server knows this feature
  const feature: ParamsOf<'create'> = { ...good, disabledFeatures: ['chats'] };
  // @ts-expect-error a number would lose the leading zeros
  const bridge: ParamsOf<'create'> = { ...good, voiceBridge: 417 };
  const cases = [good, missing, misspelt, mistyped, attendee, listed, feature, bridge];
  expect(cases).toHaveLength(8);
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

it('takes a body only where the call has one', () => {
  expectTypeOf<BodyOf<'getMeetings'>>().toEqualTypeOf<never>();
  expectTypeOf<BodyOf<'putRecordingTextTrack'>>().toEqualTypeOf<FileInput>();
  const good: BodyOf<'insertDocument'> = {
    presentation: [{ url: 'https://files.example.org/a.pdf', current: true }],
  };
  // @ts-expect-error insertDocument takes presentation files only
  const other: BodyOf<'insertDocument'> = { clientSettingsOverride: '{}' };
  // @ts-expect-error JSON goes in as text, whose bytes are kept
  const parsed: BodyOf<'create'> = { clientSettingsOverride: {} };
  const nameless: BodyOf<'create'> = {
    // @ts-expect-error a file with bytes needs a name
    presentation: [{ content: new Uint8Array(1) }],
  };
  // @ts-expect-error a GET carries nothing
  const none: BodyOf<'getMeetings'> = {};
  expect([good, other, parsed, nameless, none]).toHaveLength(5);
});

it('knows which calls may have another name on a server', () => {
  expectTypeOf<ExtensionName>().toEqualTypeOf<
    'getAttendance' | 'getPastMeetings' | 'processMP4' | 'getMP4Url'
  >();
  expectTypeOf<ReplyOf<'getMP4Url'>['url']>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<ReplyOf<'hooks/list'>['hooks'][number]['hookID']>().toEqualTypeOf<string>();
  type Attended = ReplyOf<'getAttendance'>['meetings'][number];
  expectTypeOf<Attended['users']>().toEqualTypeOf<unknown>();
});
