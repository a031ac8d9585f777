import { interpretResponse } from '@bluebridge/core';
import { XMLParser } from 'fast-xml-parser';
import { replySchema } from '../../../../packages/core/src/validation/reply-schema.ts';
import type { Cell } from '../figures.ts';
import { meetingReply } from '../documents.ts';
import { cpuMicrosEach } from '../measure.ts';
import { bigbluebuttonJs, xml2js } from '../peers.ts';

const body = meetingReply(20);
const rounds = 2000;
const text = (): string => new TextDecoder().decode(body);
const reply = () => interpretResponse('getMeetings', { status: 200, headers: {}, body });

const each =
  (work: () => unknown): Cell =>
  async () => ({ micros: await cpuMicrosEach(rounds, work), bytes: body.byteLength });

export const smallReplyCells: Readonly<Record<string, Cell>> = {
  'small-core': each(reply),
  'small-bare-parse': each(() => new XMLParser().parse(text())),
  'small-bigbluebutton-js': each(() => bigbluebuttonJs().util.parseXml(text())),
  'small-xml2js': each(() => xml2js().parseStringPromise(text())),
  async 'small-schema'(argument) {
    const schema = replySchema('getMeetings');
    const fields = reply();
    return each(() => schema.safeParse(fields))(argument);
  },
};
