import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { admissionOf, begin, launchWith, refusalOf } from '../kit/driving.ts';
import { sign } from '../kit/fake-platform.ts';
import { testTool, type TestTool } from '../kit/test-tool.ts';
import { bearerFor } from '../kit/visitor.ts';

/**
 * The launches with which 1EdTech certifies tools, one folder each: the claims of the token, in
 * which `{now}`, `{nonce}` and the like are filled in, and what has to come of them.
 */
const expectedForm = z.strictObject({
  what: z.string(),
  /** Changes to the header of the token; null removes a field. */
  header: z.record(z.string(), z.string().nullable()).default({}),
  refused: z.string().optional(),
  /** A name of null means that the tool makes one up. */
  admitted: z.strictObject({ moderator: z.boolean(), name: z.string().nullable() }).optional(),
});

function read(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${folder}/${name}.json`, import.meta.url), 'utf8'));
}

function casesOf(kind: 'bad' | 'valid') {
  return readdirSync(new URL(kind, import.meta.url))
    .toSorted()
    .map((name) => {
      const folder = `${kind}/${name}`;
      const claims = z.record(z.string(), z.unknown()).parse(read(folder, 'claims'));
      return { name, claims, ...expectedForm.parse(read(folder, 'expected')) };
    });
}

/** Posts a token with a case's claims as the answer to a fresh login. */
async function launchCase(
  tool: TestTool,
  { claims, header }: Pick<ReturnType<typeof casesOf>[number], 'claims' | 'header'>,
): Promise<Response> {
  const begun = await begin(tool);
  const now = Math.floor(tool.clock.now() / 1000);
  const { issuer, clientId } = tool.platform.settings;
  const values: Record<string, unknown> = {
    '{now}': now,
    '{now+60}': now + 60,
    '{nonce}': begun.nonce,
    '{issuer}': issuer,
    '{clientId}': clientId,
    '{deploymentId}': '1',
    '{targetLinkUri}': tool.targetLinkUri,
  };
  const filled = Object.entries(claims).map(([name, value]) => [
    name,
    typeof value === 'string' ? (values[value] ?? value) : value,
  ]);
  const changes = Object.entries(header).map(([name, value]) => [name, value ?? undefined]);
  const token = await sign(
    Object.fromEntries(filled) as Record<string, unknown>,
    tool.platform.keys,
    Object.fromEntries(changes) as Record<string, unknown>,
  );
  return launchWith(tool, begun, token);
}

describe('certification: launches a tool has to refuse', () => {
  it.each(casesOf('bad'))('$name: $what', async ({ refused, ...row }) => {
    const answer = await launchCase(await testTool(), row);
    expect(await refusalOf(answer)).toBe(refused ?? 'no refusal is named');
  });
});

describe('certification: launches a tool has to let in', () => {
  it.each(casesOf('valid'))('$name: $what', async ({ admitted, ...row }) => {
    const tool = await testTool();
    const admission = admissionOf(await launchCase(tool, row));
    expect(admission).toBeDefined();
    const session = await tool.storage.sessions.byBearer(
      await bearerFor(tool, admission?.code ?? ''),
    );
    expect(session?.isModerator).toBe(admitted?.moderator);
    const { name } = admitted ?? { name: 'nobody' };
    expect(session?.fullName).toMatch(name ?? /^Participant \w{4}$/u);
  });
});
