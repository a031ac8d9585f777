import { claim } from '../../src/launch/claim-names.ts';
import { AnswerTooLarge } from '../../src/http/guarded-client.ts';
import { pdf } from '../kit/files.ts';
import { sendFile, sendJson } from '../kit/send-json.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { visit, type Visitor } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';

type Answer = { readonly status: number; readonly body: { readonly error?: { code: string } } };

/** Tries something as a teacher; tells the code of the refusal and how many documents there are. */
async function tried(
  run: (tool: TestTool, teacher: Visitor) => Promise<Answer>,
  options: Parameters<typeof testTool>[0] = {},
) {
  const tool = await testTool(options);
  const teacher = await visit(tool, 'teacher');
  const { body } = await run(tool, teacher);
  return [body.error?.code, (await tool.storage.documents.listOf(teacher.roomId)).length];
}

const uploaded = (name: string, content: Uint8Array | string, headers = {}) =>
  tried((tool, teacher) =>
    sendFile(tool, teacher, name, Buffer.from(content as string, 'latin1'), headers),
  );
const fetched = (url: unknown, options: Parameters<typeof testTool>[0] = {}) =>
  tried((tool, teacher) => sendJson(tool, teacher, '/api/documents/fetch', { url }), options);

const zip = `PK\u{3}\u{4}${'\0'.repeat(26)}`;
const bomb = `${zip}[Content_Types].xml word/document.xml ${'\0'.repeat(900_000)}`;

const files: readonly [string, string, string, string][] = [
  ['a drawing with a script', 'x.svg', '<svg onload="alert(1)"/>', 'document_kind_wrong'],
  ['a page', 'x.html', '<script>alert(1)</script>', 'document_kind_wrong'],
  ['a program', 'x.exe', 'MZ', 'document_kind_wrong'],
  ['a page called a PDF', 'x.pdf', '<script>alert(1)</script>', 'document_content_wrong'],
  ['a program called a picture', 'x.png', 'MZ', 'document_content_wrong'],
  ['a drawing called a text', 'x.txt', '<svg/>', 'document_content_wrong'],
  ['a name that climbs', '../../../etc/cron.d/x.pdf', '%PDF-', 'document_name_wrong'],
  ['a name that climbs on Windows', '..\\..\\x.pdf', '%PDF-', 'document_name_wrong'],
  ['a name with a line break', 'x\r\nSet-Cookie: a=b.pdf', '%PDF-', 'document_name_wrong'],
  ['a name with a null character', 'x.svg\0.pdf', '%PDF-', 'document_name_wrong'],
  ['a name that reads backwards', 'x\u202Efdp.exe.pdf', '%PDF-', 'document_name_wrong'],
  ['nothing', 'x.pdf', '', 'document_empty'],
  ['more than is allowed', 'x.pdf', `%PDF-${'x'.repeat(1_000_000)}`, 'document_too_large'],
];

const addresses: readonly [string, unknown, string][] = [
  ['without encryption', 'http://slides.example/x.pdf', 'document_address_wrong'],
  ['of a file of this machine', 'file:///etc/x.pdf', 'document_address_wrong'],
  ['with a password', 'https://a:b@slides.example/x.pdf', 'document_address_wrong'],
  ['that is none', 'slides', 'document_address_wrong'],
  ['that is no text', 5, 'body_unreadable'],
  ['of a page', 'https://slides.example/', 'document_kind_wrong'],
  ['with a path in the name', 'https://slides.example/..%2fx.pdf', 'document_kind_wrong'],
  ['with a broken name', 'https://slides.example/%ff.pdf', 'document_unreachable'],
  ['that leads nowhere', 'https://slides.example/x.pdf', 'document_unreachable'],
];

const answers: readonly [string, () => Promise<{ status: number; bytes: Uint8Array }>, string][] = [
  [
    'redirects',
    () => Promise.resolve({ status: 302, bytes: new Uint8Array() }),
    'document_unreachable',
  ],
  [
    'answers with a page',
    () => Promise.resolve({ status: 200, bytes: Buffer.from('<html>') }),
    'document_content_wrong',
  ],
  ['never ends', () => Promise.reject(new AnswerTooLarge('more')), 'document_too_large'],
];

const cases: readonly Case[] = [
  ...files.map(([what, name, content, code]): Case => [
    171,
    `an upload of ${what}`,
    code,
    () => uploaded(name, content),
    [code, 0],
  ]),
  [
    171,
    'an upload whose length is a lie',
    'document_too_large before it is read',
    () => uploaded('x.pdf', '%PDF-', { 'content-length': '99999999999' }),
    ['document_too_large', 0],
  ],
  [
    171,
    'an upload as a form',
    'wrong_content_type',
    () => uploaded('x.pdf', '%PDF-', { 'content-type': 'multipart/form-data; boundary=x' }),
    ['wrong_content_type', 0],
  ],
  [
    171,
    'an upload with a name that is no escape',
    'document_name_wrong',
    () => uploaded('x.pdf', '%PDF-', { 'x-document-name': '%E0%A4%A' }),
    ['document_name_wrong', 0],
  ],
  [
    171,
    'an archive that would unpack to very much',
    'kept as it is, because nothing is unpacked here',
    () => uploaded('x.docx', bomb),
    [undefined, 1],
  ],
  ...addresses.map(([what, url, code]): Case => [
    171,
    `an address ${what}`,
    code,
    () => fetched(url),
    [code, 0],
  ]),
  ...answers.map(([what, download, code]): Case => [
    171,
    `an address that ${what}`,
    code,
    () => fetched('https://slides.example/x.pdf', { download }),
    [code, 0],
  ]),
  [
    171,
    'a student',
    'not_allowed',
    async () => {
      const tool = await testTool();
      const student = await visit(tool, 'student');
      const { body } = await sendFile<Answer['body']>(tool, student, 'x.pdf', pdf);
      return body.error?.code;
    },
    'not_allowed',
  ],
  [
    171,
    'a teacher with the document of another room',
    'not_found, and it stays',
    async () => {
      const tool = await testTool();
      const teacher = await visit(tool, 'teacher');
      const elsewhere = { [claim.resourceLink]: { id: '99', title: 'Other' } };
      const stranger = await visit(tool, 'teacher', elsewhere);
      await sendFile(tool, teacher, 'x.pdf', pdf);
      const [document] = await tool.storage.documents.listOf(teacher.roomId);
      const codes = [];
      for (const [step, place] of [['remove'], ['move', 0]] as const) {
        const body = { id: document?.id, place };
        const answer = await sendJson<Answer['body']>(
          tool,
          stranger,
          `/api/documents/${step}`,
          body,
        );
        codes.push(answer.body.error?.code);
      }
      return [codes, (await tool.storage.documents.listOf(teacher.roomId)).length];
    },
    [['not_found', 'not_found'], 1],
  ],
];

describeCases('171: uploads', cases);
