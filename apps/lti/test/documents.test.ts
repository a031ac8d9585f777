import { fetchTransport } from '@bluebridge/core';
import { startSimulator } from '@bluebridge/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DocumentsReply } from '../src/documents/document-replies.ts';
import { documentsFor } from '../src/documents/documents-of-room.ts';
import { linkLifetime } from '../src/storage/documents.ts';
import { pdf, textFile } from './kit/files.ts';
import { listening } from './kit/listening.ts';
import { sendFile, sendJson } from './kit/send-json.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { visit, type Visitor } from './kit/visitor.ts';

const upload = (tool: TestTool, visitor: Visitor, name: string, content = pdf) =>
  sendFile<DocumentsReply>(tool, visitor, name, content);
const namesIn = ({ body }: { readonly body: DocumentsReply }) =>
  body.documents.map(({ name }) => name);

describe('the documents of a room', () => {
  it('are uploaded, ordered and removed', async () => {
    const tool = await testTool();
    const teacher = await visit(tool, 'teacher');
    await upload(tool, teacher, 'Woche 1 – Einführung.pdf');
    const both = await upload(tool, teacher, 'notes.txt', textFile);
    expect(both).toMatchObject({
      status: 200,
      body: {
        documents: [
          { name: 'Woche 1 – Einführung.pdf', size: pdf.length },
          { name: 'notes.txt', size: textFile.length },
        ],
        limits: { maxBytes: 1_000_000, most: 10 },
      },
    });
    const [first, second] = both.body.documents;
    const ask = (step: string, body: unknown) =>
      sendJson<DocumentsReply>(tool, teacher, `/api/documents/${step}`, body);
    const moved = await ask('move', { id: second?.id, place: 0 });
    expect(namesIn(moved)).toEqual(['notes.txt', 'Woche 1 – Einführung.pdf']);
    expect(namesIn(await ask('remove', { id: first?.id }))).toEqual(['notes.txt']);
    expect((await ask('remove', { id: first?.id })).status).toBe(404);
    expect((await ask('move', { id: first?.id, place: 0 })).status).toBe(404);
    expect((await ask('move', { id: 'x', place: 0 })).status).toBe(400);
    expect(namesIn(await teacher.api<DocumentsReply>('GET', '/api/documents'))).toEqual([
      'notes.txt',
    ]);
  });

  it('are there when the meeting begins, in their order, fetched by the server from us', async () => {
    const simulator = await startSimulator({
      secret: 'classroom',
      meetings: { fetchesDocuments: true },
    });
    onTestFinished(() => simulator.close());
    const { baseUrl, answerWith } = await listening();
    const tool = await testTool({ baseUrl, bbb: { ...simulator, transport: fetchTransport() } });
    answerWith(tool.app);
    const teacher = await visit(tool, 'teacher');
    await upload(tool, teacher, 'first.pdf');
    await upload(tool, teacher, 'second & last.txt', textFile);
    expect((await teacher.press()).status).toBe(303);
    await simulator.idle();
    expect(simulator.deliveries()).toMatchObject([
      { kind: 'document', state: 'delivered' },
      { kind: 'document', state: 'delivered' },
    ]);
    expect(simulator.state().meetings[0]?.documents).toMatchObject([
      { name: 'first.pdf', current: true },
      { name: 'second & last.txt', current: false },
    ]);
    const log = JSON.stringify(tool.log);
    expect(log).not.toContain('/documents/');
    expect(log).not.toContain('second');
  });

  it('are given out by addresses that end soon, as files', async () => {
    const tool = await testTool();
    const teacher = await visit(tool, 'teacher');
    await upload(tool, teacher, 'Folien "1".pdf'.replaceAll('"', '’'));
    const room = { id: teacher.roomId };
    const [given] = await documentsFor(tool, room);
    const address = new URL(given?.url ?? '');
    expect(address.pathname).toMatch(/^\/documents\/[\w-]{43}\/document\.pdf$/);
    const response = await tool.app.request(address.pathname);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''Folien%20%E2%80%991%E2%80%99.pdf",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const [again] = await documentsFor(tool, room);
    expect(again?.url).not.toBe(given?.url);
    tool.clock.advance(linkLifetime);
    expect((await tool.app.request(address.pathname)).status).toBe(404);
    expect((await tool.app.request('/documents/x/document.pdf')).status).toBe(404);
    expect((await tool.app.request('/documents/')).status).toBe(404);
  });

  it('are fetched from an address, once, and kept here', async () => {
    const asked: string[] = [];
    const tool = await testTool({
      download(url) {
        asked.push(url);
        return Promise.resolve({ status: 200, bytes: pdf });
      },
    });
    const teacher = await visit(tool, 'teacher');
    const url = 'https://slides.example/week%201.pdf?key=1#page=2';
    const answer = await sendJson<DocumentsReply>(tool, teacher, '/api/documents/fetch', { url });
    expect(namesIn(answer)).toEqual(['week 1.pdf']);
    expect(asked).toHaveLength(1);
    const [given] = await documentsFor(tool, { id: teacher.roomId });
    expect(given?.url).toMatch(/^https:\/\/rooms\.example\//);
    expect(JSON.stringify(tool.log)).not.toContain('slides.example');
  });

  it('are no more than ten', async () => {
    const tool = await testTool();
    const teacher = await visit(tool, 'teacher');
    for (let number = 1; number <= 10; number += 1) await upload(tool, teacher, `${number}.pdf`);
    expect(await upload(tool, teacher, '11.pdf')).toMatchObject({
      status: 409,
      body: { error: { code: 'documents_full' } },
    });
  });

  it('leave a trace without their names', async () => {
    const tool = await testTool();
    const teacher = await visit(tool, 'teacher');
    const { body } = await upload(tool, teacher, 'Grades of Sam.pdf');
    await sendJson(tool, teacher, '/api/documents/remove', { id: body.documents[0]?.id });
    const { entries } = await tool.storage.audit.read({}, { size: 9 });
    const actions = entries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['document.add', 'document.remove']));
    expect(JSON.stringify(entries)).not.toContain('Sam');
  });
});
